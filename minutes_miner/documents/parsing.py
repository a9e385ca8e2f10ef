"""The bytes of a file -> its documents: recognised by content, handed to the reader of their format.

This runs in a child process.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from minutes_miner.documents.cutting import within
from minutes_miner.documents.formats import Format, recognised
from minutes_miner.documents.refusals import Refusal, refusal_of
from minutes_miner.documents.settings import Settings
from minutes_miner.documents.web import article as web_article
from minutes_miner.errors import InputError
from minutes_miner.records import Document, Failure, Warning


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be read: the file's digest and name, whether all its documents are wanted or the one that it should be, and how."""

    id: str
    source: str
    each: bool
    settings: Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One of the three things that come out."""

    document: Document | None = None
    failure: Failure | None = None
    refusal: Refusal | None = None


def parse(details: bytes, data: bytes) -> Iterator[bytes]:
    """The outcomes of a request (both as JSON) for a file with the content `data`."""
    request = msgspec.json.decode(details, type=Request)
    try:
        for result in documents_in(request, data):
            yield _told(Outcome(failure=result) if isinstance(result, Failure) else Outcome(document=result))
    except InputError as error:
        yield _told(Outcome(refusal=refusal_of(error)))


def get_ready() -> None:
    """Loads what is large and needed for some kinds of documents only; for a process that reads many."""
    web_article.get_ready()


def _told(outcome: Outcome) -> bytes:
    return msgspec.json.encode(outcome)


def documents_in(request: Request, data: bytes) -> Iterator[Document | Failure]:
    """The documents in `data`.

    When the name promises something else than the content, the document carries the warning `wrong_extension`; a file named `.docx` or
    `.pdf` that is just text is refused.

    Raises:
        InputError: nothing can be read, and why.
    """
    format = recognised(data, request.source)
    if request.each and format.read_each is not None:
        results = format.read_each(data, id=request.id, source=request.source, settings=request.settings)
    else:
        document = format.read(data, id=request.id, source=request.source, settings=request.settings)
        results = iter([_with_warning(document, format, request.source)])
    most = request.settings.limits.characters
    for result in results:
        yield within(result, most) if isinstance(result, Document) else result


def _with_warning(document: Document, format: Format, source: str) -> Document:
    suffix = Path(source).suffix
    if not suffix or suffix.lower() in format.suffixes:
        return document
    right = format.suffixes[0]
    message = f"{source}: isi berkas ini {format.name}, bukan {suffix}. Isinya tetap dibaca; ganti akhiran namanya menjadi {right}."
    return replace(document, warnings=(*document.warnings, Warning(code="wrong_extension", message=message)))
