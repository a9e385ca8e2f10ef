"""The bytes of files -> their documents: recognised by content, handed to the reader of their format.

This runs in a child process.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from minutes_miner.documents.archives.recognising import is_archive
from minutes_miner.documents.cutting import within
from minutes_miner.documents.formats import Format, recognised
from minutes_miner.documents.refusals import Refusal, refusal_of
from minutes_miner.documents.settings import Settings
from minutes_miner.documents.sniffing import content_of
from minutes_miner.documents.web import article as web_article
from minutes_miner.errors import InputError
from minutes_miner.records import Document, Failure, Warning


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that is to be read: its digest, its name and how many bytes it has."""

    id: str
    source: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be read and how: all documents of each file, or the one that it should be."""

    files: tuple[File, ...]
    each: bool
    settings: Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One of the things that come out of a file, which is told by its place in the request.

    `archive` says that it is an archive, whose members are to be read each by itself; `alone` that it is to be read without company.
    """

    file: int
    document: Document | None = None
    failure: Failure | None = None
    refusal: Refusal | None = None
    archive: bool = False
    alone: bool = False


def parse(details: bytes, data: bytes) -> Iterator[bytes]:
    """The outcomes of a request (both as JSON) for files whose contents stand in `data`, one behind the other.

    Several files are read one after the other in one process, so only what is plain text comes out of such a company: whatever needs a
    parser that a hostile file could turn is to be read alone.
    """
    request = msgspec.json.decode(details, type=Request)
    begin = 0
    for number, file in enumerate(request.files):
        content = data if len(request.files) == 1 else data[begin : begin + file.size]
        begin += file.size
        if len(request.files) > 1 and content_of(content) != "text":
            yield _told(Outcome(file=number, alone=True))
        elif is_archive(content):
            yield _told(Outcome(file=number, archive=True))
        else:
            for outcome in _outcomes(number, file, content, request):
                yield _told(outcome)


def get_ready() -> None:
    """Loads what is large and needed for some kinds of documents only; for a process that reads many."""
    web_article.get_ready()


def _told(outcome: Outcome) -> bytes:
    return msgspec.json.encode(outcome)


def _outcomes(number: int, file: File, content: bytes, request: Request) -> Iterator[Outcome]:
    try:
        for result in _documents(file, content, request):
            if isinstance(result, Failure):
                yield Outcome(file=number, failure=result)
            else:
                yield Outcome(file=number, document=result)
    except InputError as error:
        yield Outcome(file=number, refusal=refusal_of(error))


def _documents(file: File, content: bytes, request: Request) -> Iterator[Document | Failure]:
    """The documents of a file.

    When the name promises something else than the content, the document carries the warning `wrong_extension`; a file named `.docx` or
    `.pdf` that is just text is refused.

    Raises:
        InputError: nothing can be read, and why.
    """
    format = recognised(content, file.source)
    if request.each and format.read_each is not None:
        results = format.read_each(content, id=file.id, source=file.source, settings=request.settings)
    else:
        document = format.read(content, id=file.id, source=file.source, settings=request.settings)
        results = iter([_with_warning(document, format, file.source)])
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
