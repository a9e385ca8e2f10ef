"""How quickly is something found in an archive, how large is its text index, and does memory stay flat? Beside other ways to search.

    python -m benchmarks.archive search [ARCHIVE] [--count N] [--queries FILE]

ARCHIVE is made with COUNT invented texts (100,000, which takes half an hour) where it is not there; without a name in a temporary folder.
The queries are asked one after the other in one process, warm: each once untimed, then timed. Peers get the words of the same queries in
the same process and on the same texts: FTS5 as it comes with its stemmer for English (porter), and LIKE without an index. They mark no
words, know no Indonesian forms, pages or copies, and give numbers of rows only; LIKE is put to every tenth query, as it takes so long.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import apsw

from minutes_miner.archive.archive import Archive
from minutes_miner.corpus.word_forms import WORD

QUERIES = Path(__file__).with_name("queries.txt")
LISTED: tuple[dict[str, str], ...] = (
    {},
    {"region": "Ngawi"},
    {"kind": "minutes"},
    {"kind": "news", "since": "2022", "until": "2023"},
    {"since": "2024"},
    {"topic": "roads"},
    {"kind": "need", "topic": "operational_aid"},
    {"kind": "commitment", "status": "open"},
)
_OPTION = {"from": "since", "to": "until"}


def main(arguments: Sequence[str]) -> None:
    """Prints sizes and times."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive search")
    parser.add_argument("archive", nargs="?", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--queries", type=Path, default=QUERIES)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.archive or Path(folder) / "arsip.sqlite"
        if not path.exists():
            _make(path, chosen.count)
        queries = [_query(line) for line in chosen.queries.read_text(encoding="utf-8").splitlines() if line]
        _sizes(path)
        _search(path, queries)
        _peers(path, Path(folder) / "peer.sqlite", [text for text, _ in queries])


def _make(path: Path, count: int) -> None:
    from benchmarks.archived.made_texts import made_texts
    from minutes_miner.archive.address import open_database
    from minutes_miner.archive.contents import put
    from minutes_miner.archive.joining import join
    from minutes_miner.corpus.word_forms import load_word_forms
    from minutes_miner.miner import shared_miner
    from minutes_miner.paths import model_folder

    miner, forms = shared_miner(), load_word_forms(model_folder())
    database = open_database(path, write=True)
    texts = made_texts(count)
    done = False
    while not done:
        done = True
        with database.transaction():  # of many documents, as the time to store them is measured elsewhere
            for _, text in zip(range(1_000), texts):  # noqa: B905 (a thousand, or what is left)
                put(database, miner.mine_text(text), model="benchmark", forms=forms)
                done = False
    join(database, model_folder())
    database.close()


def _query(line: str) -> tuple[str, dict[str, str]]:
    text, *options = line.split(" --")
    pairs = (option.split(" ", 1) for option in options)
    return text, {_OPTION.get(name, name): value for name, value in pairs}


def _sizes(path: Path) -> None:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    ((documents, text),) = connection.execute("SELECT COUNT(*), SUM(LENGTH(CAST(text AS BLOB))) FROM texts").fetchall()
    sizes: dict[str, int] = dict(connection.execute("SELECT name, SUM(pgsize) FROM dbstat GROUP BY name").fetchall())
    index = sum(size for name, size in sizes.items() if name.startswith("text_index"))
    print(f"documents {documents:,}, text {text / 1e6:.0f} MB, text index {index / 1e6:.0f} MB = {index / text:.2f} of the text")
    print(f"whole file {sum(sizes.values()) / 1e6:.0f} MB = {sum(sizes.values()) / text:.2f} of the text")


def _search(path: Path, queries: Sequence[tuple[str, dict[str, str]]]) -> None:
    with Archive(path) as archive:
        _told("ranked search, 10 hits with passages", _times(lambda query: archive.search(query[0], **query[1]), queries))
        _told("counts of a ranked search (facets)", _times(lambda query: archive.facets(query[0], **query[1]), queries))
        _told("first page of a filter", _times(lambda asked: archive.search(**asked), LISTED))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(5):
            for text, asked in queries:
                archive.search(text, **asked)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"memory at most {before / 1024:.0f} MiB, after five more rounds {after / 1024:.0f} MiB")


def _peers(path: Path, peer: Path, texts: Sequence[str]) -> None:
    connection = apsw.Connection(str(peer))
    connection.execute("ATTACH ? AS archive", (str(path),))
    connection.execute("CREATE VIRTUAL TABLE plain USING fts5(text, tokenize='porter unicode61', content='', columnsize=1)")
    connection.execute("INSERT INTO plain (rowid, text) SELECT document, text FROM archive.texts")
    words = [WORD.findall(text.casefold()) for text in texts]
    ranked = "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 10"
    _told(
        "peer: FTS5 porter unicode61",
        _times(lambda each: connection.execute(ranked, (" ".join(f'"{word}"' for word in each),)).fetchall(), words),
    )

    def like(each: list[str]) -> object:
        where = " AND ".join("text LIKE ?" for _ in each)
        return connection.execute(f"SELECT document FROM archive.texts WHERE {where} LIMIT 10", [f"%{word}%" for word in each]).fetchall()

    _told("peer: LIKE, first 10 of any order", _times(like, words[::10]))


def _times(ask: Callable[[Any], object], questions: Sequence[Any]) -> list[float]:
    """Milliseconds of each question, asked a second time."""
    for question in questions:
        ask(question)
    return list(_timed(ask, questions))


def _timed(ask: Callable[[Any], object], questions: Sequence[Any]) -> Iterator[float]:
    for question in questions:
        begun = perf_counter()
        ask(question)
        yield (perf_counter() - begun) * 1_000


def _told(what: str, times: Sequence[float]) -> None:
    parts = quantiles(times, n=100, method="inclusive")
    print(f"{what:40} p50 {median(times):7.1f} ms  p95 {parts[94]:7.1f} ms  p99 {parts[98]:7.1f} ms  most {max(times):7.1f} ms")
