"""The bytes of a file -> its documents: recognised by content, handed to the reader of their format.

This runs in a child process. What comes out is told as JSON with a schema, so that the parent believes nothing of a child but its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from minutes_miner.documents.cutting import within
from minutes_miner.documents.decoding import decode
from minutes_miner.documents.formats import FORMATS, PLAIN, Format, format_of_name, suffixes
from minutes_miner.documents.refusals import Refusal, refusal_of
from minutes_miner.documents.settings import Settings
from minutes_miner.documents.sniffing import content_of
from minutes_miner.errors import InputError, SourceEncrypted, UnknownFormat, WrongFormat
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


def _told(outcome: Outcome) -> bytes:
    return msgspec.json.encode(outcome)


def documents_in(request: Request, data: bytes) -> Iterator[Document | Failure]:
    """The documents in `data`.

    When the name promises something else than the content, the document carries the warning `wrong_extension`; a file named `.docx` or
    `.pdf` that is just text is refused.

    Raises:
        InputError: nothing can be read, and why.
    """
    format = _format_of(data, request.source)
    if request.each and format.read_each is not None:
        yield from format.read_each(data, id=request.id, source=request.source, settings=request.settings)
    else:
        document = format.read(data, id=request.id, source=request.source, settings=request.settings)
        yield _with_warning(within(document, request.settings.limits.characters), format, request.source)


def _format_of(data: bytes, source: str) -> Format:
    """The format that the content has.

    The name decides only between the kinds of text, which look alike, and when it promises a format that can be recognised for sure: text
    named `.docx` is no mislabelled text file but a spoilt Word document.
    """
    named = format_of_name(source)
    content = content_of(data)
    if content == "encrypted":
        raise SourceEncrypted(source)
    if content == "foreign":
        raise _unread(source, named)
    if named is not None and named.content == content:
        return named
    found = next(format for format in FORMATS if format.content == content)
    if found is PLAIN and (named is not None or not _is_text(data, source)):
        raise _unread(source, named)
    return found


def _is_text(data: bytes, source: str) -> bool:
    try:
        decode(data, source)
    except WrongFormat:
        return False
    return True


def _unread(source: str, named: Format | None) -> InputError:
    if named is None:
        return UnknownFormat(source, formats=suffixes())
    return WrongFormat(source, expected={"id": named.name, "en": named.english})


def _with_warning(document: Document, format: Format, source: str) -> Document:
    suffix = Path(source).suffix
    if not suffix or suffix.lower() in format.suffixes:
        return document
    right = format.suffixes[0]
    message = f"{source}: isi berkas ini {format.name}, bukan {suffix}. Isinya tetap dibaca; ganti akhiran namanya menjadi {right}."
    return replace(document, warnings=(*document.warnings, Warning(code="wrong_extension", message=message)))
