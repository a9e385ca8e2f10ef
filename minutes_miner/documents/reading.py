"""A file -> its documents, each file parsed in a child process under limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from minutes_miner.documents.contents import documents_of, documents_of_each, failure_of
from minutes_miner.documents.discovery import discover
from minutes_miner.documents.errands import get_ready, strange
from minutes_miner.documents.formats import FORMATS
from minutes_miner.documents.opening import content_at, shown
from minutes_miner.documents.parsing import parse
from minutes_miner.documents.runs import runs
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import InputError, SeveralTexts
from minutes_miner.records import Document, Failure

__all__ = ["FORMATS", "Settings", "discover", "prepare", "read", "read_all", "read_each"]


def read(path: str | Path, settings: Settings = DEFAULT) -> Document:
    """The document at `path`; its id is the SHA-256 of the file's bytes in hexadecimal.

    The content decides what is read, whatever the name says.

    Raises:
        SourceNotFound, SourceUnreadable, SourceEmpty, SourceTooLarge, SourceBusy: the file cannot be had.
        UnknownFormat, WrongFormat, SourceDamaged, SourceEncrypted, WrongPassword, NoTextLayer: the content cannot be read.
        TooSlow, TooMuchMemory, ReaderCrashed, ReaderFailed: reading it does not end well.
        SeveralTexts, BadLine: a file or archive of several documents, or a `.jsonl` line that is no text; `read_each` takes the others.
    """
    found = list(_results(path, settings, each=False))
    if len(found) != 1:
        raise SeveralTexts(shown(path), count=len(found))
    if isinstance(found[0], Failure):
        raise strange(shown(path))
    return found[0]


def read_each(path: str | Path, settings: Settings = DEFAULT) -> Iterator[Document | Failure]:
    """The documents at `path`: one, or as many as a `.jsonl` file has lines, a mail attachments and an archive members; what cannot be
    read is a failure in its place.

    Never raises an InputError, so that one bad file does not end a batch.
    """
    try:
        yield from _results(path, settings, each=True)
    except InputError as error:
        yield failure_of(error, shown(path))


def read_all(paths: Sequence[Path], settings: Settings = DEFAULT) -> Iterator[tuple[Path, Iterable[Document | Failure]]]:
    """Each path with what `read_each` gives for it, in order.

    Small text files that stand next to one another are read by one child, which saves nearly all of what they cost; when the child does
    not get to its end, each of them is read by a child of its own, so that only the guilty one fails.
    """
    for run in runs(paths):
        if len(run) == 1:
            yield run[0], read_each(run[0], settings)
        else:
            yield from zip(run, _read_together(run, settings), strict=True)


def prepare() -> None:
    """Has the process that reads get ready while the caller does something else, such as loading a model."""
    get_ready(parse)


def _results(path: str | Path, settings: Settings, *, each: bool) -> Iterator[Document | Failure]:
    data = content_at(Path(path), most=settings.limits.size)
    return documents_of(data, shown(path), settings, each=each)


def _read_together(run: Sequence[Path], settings: Settings) -> list[list[Document | Failure]]:
    """For each file of a run its documents; what cannot be opened is a failure."""
    contents: dict[int, tuple[str, bytes]] = {}
    results: list[list[Document | Failure]] = [[] for _ in run]
    for place, path in enumerate(run):
        try:
            contents[place] = shown(path), content_at(path, most=settings.limits.size)
        except InputError as error:
            results[place] = [failure_of(error, shown(path))]
    for place, found in zip(contents, documents_of_each(list(contents.values()), settings) if contents else (), strict=True):
        results[place] = found
    return results
