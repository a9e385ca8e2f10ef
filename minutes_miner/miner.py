"""Document -> Analysis, one or many."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path

from minutes_miner.documents.plain import document_of_text
from minutes_miner.documents.reading import discover, prepare, read_all
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import MiningFailed
from minutes_miner.guard.crew import Died, shared_out
from minutes_miner.paths import model_folder
from minutes_miner.pipeline.language import Pipeline
from minutes_miner.records import Analysis, Document, Failure
from minutes_miner.rulebook.model import load_rulebook
from minutes_miner.rulebook.topics import Topics

Result = Analysis | Failure
Progress = Callable[[int, int, str], None]
CHUNK = 16  # files that a process gets at a time
LEAD = 64  # files, for each process, by which the others may be ahead of the slowest
LOG = logging.getLogger(__name__)
DIED = {"id": "prosesnya mati, mungkin karena kehabisan memori", "en": "its process died, perhaps for want of memory"}


class Miner:
    """Mines documents with one model, which is loaded once.

    Args:
        model: a model folder; the shipped one if None.

    Raises:
        ModelError: the model has a fault.
    """

    def __init__(self, model: str | Path | None = None) -> None:
        self.pipeline = Pipeline(load_rulebook(model_folder(model)))

    @property
    def topics(self) -> Topics:
        """The recurring issues of the model and their labels."""
        return self.pipeline.rulebook.topics

    def get_ready(self) -> None:
        """Has the patterns compiled, which else waits for the first text: processes that are forked after this need not do it each."""
        self.pipeline.analyse(document_of_text("Rapat.", id="", source=""))

    def mine(self, document: Document) -> Analysis:
        """The analysis of a document that has been read."""
        return self.pipeline.analyse(document)

    def mine_text(self, text: str, *, id: str | None = None) -> Analysis:
        """The analysis of a plain text; its id is that of its UTF-8 bytes if none is given."""
        known = id if id is not None else hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return self.mine(document_of_text(text, id=known, source=known))

    def mine_file(self, path: str | Path, settings: Settings = DEFAULT) -> list[Result]:
        """The analysis of each document in a file (one, or as many as a `.jsonl` has lines); a failure takes the document's place."""
        ((_, results),) = self.mine_files([Path(path)], settings)
        return results

    def mine_files(self, paths: Sequence[Path], settings: Settings = DEFAULT) -> Iterator[tuple[Path, list[Result]]]:
        """The same for each of several files, which is quicker than one by one."""
        for path, documents in read_all(paths, settings):
            results: list[Result] = []
            try:
                results.extend(self.mined(read) if isinstance(read, Document) else read for read in documents)
            except Exception as error:  # a reader's fault on a file that nobody foresaw
                results.append(failure_of(str(path), error))
            yield path, results

    def mined(self, document: Document) -> Result:
        """The analysis of a document, or the failure that it becomes where the program has a fault."""
        try:
            return self.mine(document)
        except Exception as error:  # one document must never end a night's batch
            return failure_of(document.source, error)


class ProcessDied(Exception):
    """The process that worked on a document is no more."""


def failure_of(source: str, error: Exception) -> Failure:
    """What the batch keeps of a fault of the program; `logging` has the traceback for those who look."""
    LOG.debug("failed on %s", source, exc_info=error)
    reason: object = DIED if isinstance(error, ProcessDied) else f"{type(error).__name__}: {error}"
    told = MiningFailed(source, reason=reason)
    return Failure(source=source, code=told.code, message=told.sentence("id"), exit_code=told.exit_code, english=str(told))


@lru_cache(maxsize=2)
def shared_miner(model: str | None = None) -> Miner:
    """A miner that is kept for further calls of the library's functions."""
    return Miner(model)


def mine_paths(
    paths: Sequence[str | Path],
    *,
    model: str | Path | None = None,
    settings: Settings = DEFAULT,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Iterator[Result]:
    """Mine files and folders; results come in input order.

    Args:
        paths: files and folders; folders are walked.
        model: a model folder, or None for the shipped one.
        settings: how documents are read, and what they may cost.
        jobs: how many processes work at once.
        progress: called with (files done, files in all, name of the last file).

    Raises:
        InputError: a path that is not there, or a folder without documents.
        ModelError: the model has a fault.
    """
    files = discover(paths)
    chosen = str(model) if model is not None else None
    prepare()
    if progress is not None:
        progress(0, len(files), "")
    for done, (file, results) in enumerate(_mined(files, chosen, settings, jobs), 1):
        yield from results
        if progress is not None:
            progress(done, len(files), str(file))


def _mined(files: Sequence[Path], model: str | None, settings: Settings, jobs: int) -> Iterator[tuple[Path, list[Result]]]:
    miner = shared_miner(model)  # before processes are forked, so that they have it
    if jobs <= 1 or len(files) <= 1:
        yield from miner.mine_files(files, settings)
        return
    miner.get_ready()
    chunks = [files[begin : begin + CHUNK] for begin in range(0, len(files), CHUNK)]
    early: dict[int, list[Result]] = {}
    following = 0
    for number, told in shared_out(partial(_mine_chunk, model, settings), chunks, jobs=jobs, lead=LEAD * jobs):
        early[number] = [failure_of(str(files[number]), ProcessDied())] if isinstance(told, Died) else told
        while following in early:
            yield files[following], early.pop(following)
            following += 1


def _mine_chunk(model: str | None, settings: Settings, files: Sequence[Path]) -> Iterator[list[Result]]:
    return (results for _, results in shared_miner(model).mine_files(files, settings))


def mine_texts(texts: Iterable[str | dict[str, str]], *, model: str | Path | None = None) -> Iterator[Analysis]:
    """Mine plain texts; an entry may be a text or `{"id": ..., "text": ...}`."""
    miner = shared_miner(str(model) if model is not None else None)
    for entry in texts:
        if isinstance(entry, str):
            yield miner.mine_text(entry)
        else:
            yield miner.mine_text(entry["text"], id=entry.get("id"))
