"""A file -> its documents, each file parsed in a child process under limits."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from minutes_miner.documents.discovery import discover
from minutes_miner.documents.errands import get_ready, outcomes, strange
from minutes_miner.documents.formats import FORMATS
from minutes_miner.documents.opening import content_at, shown
from minutes_miner.documents.parsing import Outcome, Request, parse
from minutes_miner.documents.refusals import Refusal
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import InputError
from minutes_miner.records import Document, Failure

__all__ = ["FORMATS", "Settings", "discover", "prepare", "read", "read_each"]


def read(path: str | Path, settings: Settings = DEFAULT) -> Document:
    """The document at `path`; its id is the SHA-256 of the file's bytes in hexadecimal.

    The content decides what is read, whatever the name says.

    Raises:
        SourceNotFound, SourceUnreadable, SourceEmpty, SourceTooLarge, SourceBusy: the file cannot be had.
        UnknownFormat, WrongFormat, SourceDamaged, SourceEncrypted, WrongPassword, NoTextLayer: the content cannot be read.
        TooSlow, TooMuchMemory, ReaderCrashed, ReaderFailed: reading it does not end well.
        SeveralTexts, BadLine: a file of several documents, or a `.jsonl` line that is no text; `read_each` takes the others.
    """
    (document,) = _results(path, settings, each=False)
    if isinstance(document, Failure):
        raise strange(shown(path))
    return document


def read_each(path: str | Path, settings: Settings = DEFAULT) -> Iterator[Document | Failure]:
    """The documents at `path`: one, or as many as a `.jsonl` file has lines; what cannot be read is a failure in its place.

    Never raises an InputError, so that one bad file does not end a batch.
    """
    try:
        yield from _results(path, settings, each=True)
    except InputError as error:
        yield Failure(source=shown(path), code=error.code, message=error.sentence("id"), exit_code=error.exit_code, english=str(error))


def prepare() -> None:
    """Has the process that reads get ready while the caller does something else, such as loading a model."""
    get_ready(parse)


def _results(path: str | Path, settings: Settings, *, each: bool) -> Iterator[Document | Failure]:
    source = shown(path)
    data = content_at(Path(path), most=settings.limits.size)
    request = Request(id=hashlib.sha256(data).hexdigest(), source=source, each=each, settings=settings)
    refusal: Refusal | None = None
    for outcome in outcomes(parse, request, data, Outcome, source=source, settings=settings):
        result = outcome.document or outcome.failure
        if result is not None:
            yield result
        refusal = outcome.refusal
    if refusal is not None:  # raised when the child has come to its end, which it need not be killed for
        raise refusal.error()
