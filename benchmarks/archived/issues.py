"""Recurring issues over up to a million needs: time, memory, growth, and how well the groups agree with the truth; beside a peer.

    python -m benchmarks.archived.issues [--needs N...] [--peers N...] [--markdown]

Invented needs (`benchmarks/archived/made_needs.py`) are written to a file of SQLite; a process of its own, forked anew for each
measurement, reads the rows, groups them and makes the issues. Seconds are from the first row read to the last issue made, memory is the
most that the process had, with all that it had loaded. The exponent is that of the growth from one number to the next: 1 is linear.
B-cubed is of all needs, and of those that no topic claims (a made-up thing each). The peer is scikit-learn's MiniBatchKMeans over TF-IDF of
words, with as many clusters as we found, on the same rows and with nothing made of its groups, at numbers where it ends in time.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.archived.made_needs import made_needs
from benchmarks.printing import table
from minutes_miner.corpus.issues.matters import Matter
from minutes_miner.corpus.scores import b_cubed

NEEDS, PEERS = (10_000, 100_000, 1_000_000), (10_000, 100_000)
AIM_SECONDS, AIM_MIB = 60.0, 2048.0


class Cost(NamedTuple):
    """What grouping took and gave; scores are B-cubed F1."""

    seconds: float
    memory: float
    groups: int
    score: float
    open_score: float


def main(arguments: Sequence[str] = ()) -> None:
    """Print a row for each number of needs, ours and the peer's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--needs", nargs="+", type=int, default=NEEDS)
    parser.add_argument("--peers", nargs="*", type=int, default=PEERS)
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args(arguments)
    rows, before = [], None
    for number in options.needs:
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder) / "needs.sqlite"
            _apart(_write, store, number)
            ours = Cost(*_apart(_ours, store))
            exponent = math.log(ours.seconds / before[1].seconds) / math.log(number / before[0]) if before else None
            rows.append(_row("ours", number, ours, exponent))
            before = (number, ours)
            if number in options.peers:
                rows.append(_row("MiniBatchKMeans", number, Cost(*_apart(_peer, store, ours.groups)), None))
    print(table(("grouping", "needs", "seconds", "MiB", "exponent", "groups", "F1", "F1 open"), rows, markdown=options.markdown))
    print(f"aims: {AIM_SECONDS:.0f} seconds and {AIM_MIB:.0f} MiB for 1,000,000 needs; n log n is an exponent of 1.07 at this size")


def _row(name: str, number: int, cost: Cost, exponent: float | None) -> tuple[str, ...]:
    grown = f"{exponent:.2f}" if exponent is not None else ""
    figures = (f"{cost.groups:,}", f"{cost.score:.3f}", f"{cost.open_score:.3f}")
    return (name, f"{number:,}", f"{cost.seconds:.1f}", f"{cost.memory:.0f}", grown, *figures)


def _apart(work: Callable[..., Any], *arguments: Any) -> Any:
    """What `work` gives, in a new process that has loaded nothing yet."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_tell, args=(sender, work, arguments))
    child.start()
    sender.close()
    found = receiver.recv()
    child.join()
    return found


def _tell(sender: Any, work: Callable[..., Any], arguments: Sequence[Any]) -> None:
    sender.send(work(*arguments))


def _write(store: Path, number: int) -> None:
    names = (*Matter._fields, "truth")
    with sqlite3.connect(store) as database:
        database.execute(f"CREATE TABLE needs ({', '.join(names)})")
        places = ", ".join("?" * len(names))
        database.executemany(f"INSERT INTO needs VALUES ({places})", ((*made.matter, made.truth) for made in made_needs(number)))


def _rows(store: Path) -> list[Matter]:
    columns = ", ".join(Matter._fields)
    same: dict[Any, Any] = {}
    shared = same.setdefault
    found = []
    for row in sqlite3.connect(store).execute(f"SELECT {columns} FROM needs"):
        matter = Matter(*row)
        found.append(
            matter._replace(
                document=shared(matter.document, matter.document),
                source=shared(matter.source, matter.source),
                region=shared(matter.region, matter.region),
                forum=shared(matter.forum, matter.forum),
            )
        )
    return found


def _ours(store: Path) -> Cost:
    from minutes_miner.corpus.issues.describing import describe
    from minutes_miner.corpus.issues.finding import group_matters
    from minutes_miner.paths import model_folder
    from minutes_miner.rulebook.topics import load_topics

    topics = load_topics(model_folder())
    start = time.perf_counter()
    issues = describe(group_matters(_rows(store), topics).raised, topics.labels, None)
    seconds, memory = time.perf_counter() - start, _peak()
    group_of = {(member.document, member.start): at for at, issue in enumerate(issues) for member in issue.members}
    return Cost(seconds, memory, len(issues), *_scores(store, group_of))


def _peer(store: Path, clusters: int) -> Cost:
    from sklearn.cluster import MiniBatchKMeans
    from sklearn.feature_extraction.text import TfidfVectorizer

    start = time.perf_counter()
    needs = _rows(store)
    found = MiniBatchKMeans(clusters, random_state=0, n_init=1).fit_predict(TfidfVectorizer().fit_transform([need.text for need in needs]))
    seconds, memory = time.perf_counter() - start, _peak()
    group_of = {(need.document, need.start): group for need, group in zip(needs, found.tolist(), strict=True)}
    return Cost(seconds, memory, clusters, *_scores(store, group_of))


def _scores(store: Path, group_of: dict[tuple[str, int], int]) -> tuple[float, float]:
    rows = sqlite3.connect(store).execute("SELECT document, start, topic, truth FROM needs").fetchall()
    found: list[Hashable] = [group_of.get((document, start), f"alone {document} {start}") for document, start, _, _ in rows]
    truth = [row[3] for row in rows]
    opened = [at for at, row in enumerate(rows) if row[2] == "other"]
    return b_cubed(truth, found)[2], b_cubed([truth[at] for at in opened], [found[at] for at in opened])[2]


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
