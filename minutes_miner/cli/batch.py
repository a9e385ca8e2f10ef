"""Many documents in, results and one exit code out: what `mine` and `issues` do alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_miner.cli.progress import Bar
from minutes_miner.cli.reading_options import settings_of
from minutes_miner.cli.streams import say_aside
from minutes_miner.cli.texts import Lang, say
from minutes_miner.cli.usage import count
from minutes_miner.documents.settings import Settings
from minutes_miner.records import Analysis, Failure, Issue

if TYPE_CHECKING:
    from minutes_miner.rulebook.topics import Topics

Result = Analysis | Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What the user asked for, checked."""

    paths: Sequence[str]
    model: str | None
    jobs: int
    lang: Lang
    settings: Settings


def batch_of(
    *, paths: Sequence[str], model: str | None, jobs: str, lang: Lang, ocr: str, password: str | None, limits: Sequence[str]
) -> Batch:
    """The batch that the options ask for.

    Raises:
        WrongUsage: a value that makes no sense.
    """
    number = count("--jobs", jobs)
    settings = settings_of(ocr=ocr, password=password, limits=limits, jobs=number)
    return Batch(paths=paths, model=model, jobs=number, lang=lang, settings=settings)


@dataclass(slots=True)
class Tally:
    """What became of the documents so far."""

    done: int = 0
    failed: int = 0
    items: int = 0
    needs: int = 0

    def add(self, result: Result) -> None:
        """Counts one document."""
        if isinstance(result, Failure):
            self.failed += 1
            return
        self.done += 1
        self.items += len(result.items)
        self.needs += sum(item.kind == "need" for item in result.items)

    @property
    def exit_code(self) -> int:
        """0 all done, 3 none, 4 some."""
        return exit_code(self.done, self.failed)


def exit_code(done: int, failed: int) -> int:
    """The exit code of a batch: 0 all done, 3 none, 4 some."""
    if not failed:
        return 0
    return 4 if done else 3


def mine_each(batch: Batch, take: Callable[[Result], None], *, beside_results: bool = False) -> Tally:
    """Mines the documents and hands each result to `take`, in input order; a failure's reason goes to standard error at once.

    Args:
        batch: what to mine, and how.
        take: called with every result, failures too.
        beside_results: `take` prints, so that a bar on the same terminal would be in its way.
    """
    from minutes_miner.miner import mine_paths

    tally = Tally()
    with Bar(say("progress.mine", batch.lang), beside_results=beside_results) as bar:
        for result in mine_paths(batch.paths, model=batch.model, settings=batch.settings, jobs=batch.jobs, progress=bar.advance):
            tally.add(result)
            if isinstance(result, Failure):
                bar.tell(result.sentence(batch.lang))
            take(result)
    return tally


def mine_all(batch: Batch) -> tuple[Tally, list[Result]]:
    """Mines the documents; all results at the end, in input order."""
    found: list[Result] = []
    return mine_each(batch, found.append), found


def topics_of(batch: Batch) -> Topics:
    """The topics of the model, which name what a need is about."""
    from minutes_miner.paths import model_folder
    from minutes_miner.rulebook.topics import load_topics

    return load_topics(model_folder(batch.model))


def recurring(results: Sequence[Result], topics: Topics, batch: Batch) -> list[Issue]:
    """The issues that the documents have in common."""
    from minutes_miner.corpus.issues.finding import find_issues

    return find_issues([result for result in results if isinstance(result, Analysis)], topics, batch.model)


def close(tally: Tally, lang: Lang, *, found: str, target: Path | None) -> None:
    """Says in one line on standard error what came out and where it went.

    Without a target the results have been seen, so that only failures among several documents are worth a line.
    """
    if target is None and not (tally.failed and tally.done):
        return
    words = [say("closing.documents", lang, done=tally.done, failed=tally.failed)]
    if tally.done:
        words.append(found)
    if target is not None:
        words.append(say("closing.written" if tally.done else "closing.not_written", lang, target=target))
    say_aside(" ".join(words))
