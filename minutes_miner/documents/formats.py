"""The formats that are read, each with its reader: the one list of them, and which of them a file has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from minutes_miner.documents.batch import read_batch, read_single
from minutes_miner.documents.decoding import decode
from minutes_miner.documents.foreign import kind_of
from minutes_miner.documents.mail.reader import read_mail, read_mail_and_parts
from minutes_miner.documents.office.readers import read_doc, read_odt, read_rtf
from minutes_miner.documents.pdf.reader import read_pdf
from minutes_miner.documents.plain import read_markdown, read_plain
from minutes_miner.documents.scans.picture import read_picture
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.sniffing import Content, content_of
from minutes_miner.documents.web.archive import read_web_archive
from minutes_miner.documents.web.html import read_html
from minutes_miner.documents.word.docx import read_docx
from minutes_miner.errors import ForeignFormat, InputError, UnknownFormat, WrongFormat
from minutes_miner.records import Document, Failure


class Reader(Protocol):
    """Bytes -> one document; `id` and `source` go into it, errors name `source`."""

    def __call__(self, data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document: ...


class BatchReader(Protocol):
    """Bytes -> several documents, failures in the places of those that cannot be read."""

    def __call__(self, data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Iterator[Document | Failure]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format; `name` is what staff call it, `content` what its bytes look like; only what holds several documents has `read_each`.

    `by_name` says that a file without any sign of its own is taken for this format when its ending promises it.
    """

    suffixes: tuple[str, ...]
    media_type: str
    name: str
    english: str
    content: Content
    read: Reader
    read_each: BatchReader | None = None
    by_name: bool = False


MAX_NESTED = 3  # mails attached to mails


def _mail_with_attachments(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Iterator[Document | Failure]:
    """The mail and the documents attached to it, each read by the reader of its own format."""
    return read_mail_and_parts(data, id=id, source=source, settings=settings, read_part=_read_part)


def _read_part(data: bytes, id: str, source: str, settings: Settings, nested: int) -> Iterator[Document | Failure]:
    format = recognised(data, source)
    if format.read is read_mail and nested < MAX_NESTED:
        yield from read_mail_and_parts(data, id=id, source=source, settings=settings, read_part=_read_part, nested=nested)
    elif format.read_each is None or format.read is read_mail:
        yield format.read(data, id=id, source=source, settings=settings)
    else:
        yield from format.read_each(data, id=id, source=source, settings=settings)


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
PLAIN = Format(suffixes=(".txt",), media_type="text/plain", name="berkas teks", english="a text file", content="text", read=read_plain)
FORMATS: tuple[Format, ...] = (
    PLAIN,
    Format(suffixes=(".md",), media_type="text/markdown", name="teks Markdown", english="Markdown", content="text", read=read_markdown),
    Format(
        suffixes=(".docx", ".docm", ".dotx", ".dotm"),
        media_type=WORD,
        name="dokumen Word",
        english="a Word document",
        content="docx",
        read=read_docx,
    ),
    Format(suffixes=(".pdf",), media_type="application/pdf", name="dokumen PDF", english="a PDF document", content="pdf", read=read_pdf),
    Format(
        suffixes=(".jsonl",),
        media_type="application/x-ndjson",
        name="kumpulan teks JSONL",
        english="a batch of texts (JSONL)",
        content="text",
        read=read_single,
        read_each=read_batch,
    ),
    Format(
        suffixes=(".doc", ".dot"),
        media_type="application/msword",
        name="dokumen Word lama",
        english="an old Word document",
        content="doc",
        read=read_doc,
    ),
    Format(
        suffixes=(".odt", ".ott", ".fodt"),
        media_type=OPEN_TEXT,
        name="naskah OpenDocument",
        english="an OpenDocument text",
        content="odt",
        read=read_odt,
    ),
    Format(suffixes=(".rtf",), media_type="application/rtf", name="naskah RTF", english="an RTF text", content="rtf", read=read_rtf),
    Format(
        suffixes=(".html", ".htm", ".xhtml"),
        media_type="text/html",
        name="halaman web",
        english="a web page",
        content="html",
        read=read_html,
        by_name=True,
    ),
    Format(
        suffixes=(".mht", ".mhtml"),
        media_type="multipart/related",
        name="arsip halaman web",
        english="an archived web page",
        content="web_archive",
        read=read_web_archive,
    ),
    Format(
        suffixes=(".eml",),
        media_type="message/rfc822",
        name="surel",
        english="a mail",
        content="mail",
        read=read_mail,
        read_each=_mail_with_attachments,
        by_name=True,
    ),
    Format(
        suffixes=(".jpg", ".jpeg"), media_type="image/jpeg", name="foto JPEG", english="a JPEG picture", content="jpeg", read=read_picture
    ),
    Format(suffixes=(".png",), media_type="image/png", name="gambar PNG", english="a PNG picture", content="png", read=read_picture),
    Format(
        suffixes=(".tif", ".tiff"), media_type="image/tiff", name="pindaian TIFF", english="a TIFF scan", content="tiff", read=read_picture
    ),
)


def recognised(data: bytes, source: str) -> Format:
    """The format that the content has.

    The name decides only between the kinds of text, which look alike, and when it promises a format that can be recognised for sure: text
    named `.docx` is no mislabelled text file but a spoilt Word document.

    Raises:
        ForeignFormat, UnknownFormat, WrongFormat: it is none that is read.
    """
    named = format_of_name(source)
    content = content_of(data)
    if content == "foreign":
        kind = kind_of(data)
        raise _unread(source, named) if kind is None else ForeignFormat(source, kind=kind)
    if content == "encrypted":
        content = "docx"
    if named is not None and (named.content == content or (named.by_name and content == "text")):
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


def format_of_name(path: PurePath | str) -> Format | None:
    """The format that the ending of the name promises."""
    suffix = PurePath(path).suffix.lower()
    return next((format for format in FORMATS if suffix in format.suffixes), None)


def suffixes() -> str:
    """The usual ending of each format, as a sentence lists them."""
    return ", ".join(format.suffixes[0] for format in FORMATS)
