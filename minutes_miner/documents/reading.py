"""A file -> its documents, each file parsed in a child process under limits."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from minutes_miner.documents.discovery import discover
from minutes_miner.documents.formats import FORMATS
from minutes_miner.documents.opening import content_at, shown
from minutes_miner.documents.parsing import Outcome, Request, parse
from minutes_miner.documents.refusals import Refusal
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import InputError, ReaderCrashed
from minutes_miner.guard.keeper import guarded, warm
from minutes_miner.records import Document, Failure

__all__ = ["FORMATS", "Settings", "discover", "prepare", "read", "read_each"]

WORK = "minutes_miner.documents.parsing:parse"
_STRANGE = {"id": "hasilnya tidak dapat dimengerti", "en": "its result makes no sense"}


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
        raise ReaderCrashed(shown(path), reason=_STRANGE)
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
    if is_guarded():
        warm(WORK)


def _results(path: str | Path, settings: Settings, *, each: bool) -> Iterator[Document | Failure]:
    refusal: Refusal | None = None
    for outcome in _outcomes(path, settings, each=each):
        result = outcome.document or outcome.failure
        if result is not None:
            yield result
        refusal = outcome.refusal
    if refusal is not None:
        raise refusal.error()


def _outcomes(path: str | Path, settings: Settings, *, each: bool) -> Iterator[Outcome]:
    source = shown(path)
    data = content_at(Path(path), most=settings.limits.size)
    details = msgspec.json.encode(Request(id=hashlib.sha256(data).hexdigest(), source=source, each=each, settings=settings))
    results = guarded(WORK, details, data, settings.limits, source) if is_guarded() else parse(details, data)
    del data
    for result in results:
        try:
            yield msgspec.json.decode(result, type=Outcome)
        except msgspec.MsgspecError:
            raise ReaderCrashed(source, reason=_STRANGE) from None


def is_guarded() -> bool:
    """Children need `fork`. Elsewhere (Windows) files are parsed in place: the limits of size hold, those of time and memory do not."""
    return hasattr(os, "fork")
