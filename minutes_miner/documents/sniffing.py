"""What kind of content a file has, by its bytes alone."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
import zlib
from typing import Literal

Content = Literal["pdf", "docx", "doc", "odt", "rtf", "html", "mail", "web_archive", "jpeg", "png", "tiff", "encrypted", "foreign", "text"]

PDF_WITHIN = 1024
HEAD = 4096
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_WORD_CLASSES = (b"\x06\x09\x02\x00", b"\x00\x09\x02\x00")
_FOREIGN = (
    b"GIF8", b"BM6", b"RIFF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x7fELF", b"MZ\x90",
)  # fmt: skip
_PICTURES: tuple[tuple[bytes, Content], ...] = (
    (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"),
)  # fmt: skip
_PAGE = re.compile(r"(?:<!--.*?-->|<\?xml[^>]*>|\s)*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL)
_FLAT_ODT = "<office:document"
_FIELD = re.compile(r"(?:>?from [^\n]*\n)?([!-9;-~]{1,70}):(?: |\t|\n|$)")
_MAIL_FIELDS = frozenset({"received", "message-id", "mime-version", "return-path", "delivered-to", "content-type"})
_LETTER_FIELDS = frozenset({"from", "to", "subject", "date"})


def content_of(data: bytes) -> Content:
    """The kind of content in `data`.

    `encrypted` is an Office file of the newer kind behind a password, `foreign` a format that is known and not read (pictures, archives,
    workbooks, slides), `text` all that is nothing else; whether it is text indeed shows when it is decoded.

    >>> content_of(b"%PDF-1.7 ..."), content_of(b"NOTULEN RAPAT"), content_of(b"<!DOCTYPE html><p>Rapat</p>")
    ('pdf', 'text', 'html')
    """
    if is_pdf(data):
        return "pdf"
    if data.startswith(b"PK"):
        return _archived(data)
    if data.startswith(OLE):
        return "encrypted" if _ENCRYPTED_STREAM in data else "doc" if _is_old_word(data) else "foreign"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_FOREIGN):
        return "foreign"
    if picture := next((content for start, content in _PICTURES if data.startswith(start)), None):
        return picture
    return _written(_head(data))


def is_pdf(data: bytes) -> bool:
    """Whether the content is a PDF document, told by its head or, where that is damaged, by its objects and its end."""
    if b"%PDF-" in data[:PDF_WITHIN]:
        return True
    return b" obj" in data[:PDF_WITHIN] and b"startxref" in data[-PDF_WITHIN:] and b"endobj" in data


def root_class(data: bytes) -> bytes:
    """The 16 bytes that name the program of an OLE file, as its root entry keeps them; zeros where there are none."""
    size = 1 << min(int.from_bytes(data[30:32], "little"), 16)
    root = (int.from_bytes(data[48:52], "little") + 1) * size
    return data[root + 80 : root + 96]


def _is_old_word(data: bytes) -> bool:
    """A workbook can hold a Word document as an object, so the class of the whole decides before the name of a stream does."""
    found = root_class(data)
    if found[4:] == b"\0\0\0\0\xc0\0\0\0\0\0\0\x46" and found[:4] != bytes(4):
        return found[:4] in _WORD_CLASSES
    return _WORD_STREAM in data


def _archived(data: bytes) -> Content:
    """An archive cut off has no list of its parts, but each part's name stands before it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if any(name.startswith("word/") for name in names) or _says(archive, "[Content_Types].xml", b"wordprocessingml"):
                return "docx"
            types = [name for name in ("mimetype", "META-INF/manifest.xml") if name in names]
            return "odt" if any(_says(archive, name, b"opendocument.text") for name in types) else "foreign"
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        if b"opendocument.text" in data[:128]:
            return "odt"
        return "docx" if b"word/" in data or b"[Content_Types].xml" in data[:512] else "foreign"


def _says(archive: zipfile.ZipFile, name: str, words: bytes) -> bool:
    if name not in archive.NameToInfo:
        return False
    try:
        with archive.open(name) as part:
            return words in part.read(16 * HEAD)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return False


def _head(data: bytes) -> str:
    """The beginning in small letters, line ends as `\\n`; enough of it to see what it is."""
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    head = data[:HEAD].decode("utf-16" if utf16 else "latin-1", "replace")
    return head.removeprefix("ï»¿").lstrip("\ufeff \t\r\n").lower().replace("\r\n", "\n")


def _written(head: str) -> Content:
    if _PAGE.match(head):
        return "html"
    if head.startswith("<?xml"):
        return "odt" if _FLAT_ODT in head else "foreign"
    fields = _fields(head)
    if "mime-version" in fields and "multipart/related" in head and not {"to", "received"} & fields:
        return "web_archive"
    return "mail" if fields & _MAIL_FIELDS and len(fields & (_LETTER_FIELDS | _MAIL_FIELDS)) > 1 else "text"


def _fields(head: str) -> set[str]:
    """The names of the fields that `head` begins with, when it begins as a mail does: fields up to a blank line, and nothing else."""
    top, _, _ = head.partition("\n\n")
    lines = re.sub(r"\n[ \t]", " ", top).split("\n")
    if len(top) == len(head):
        lines = lines[:-1] or lines  # the last one may be cut
    lines = lines[1:] if lines[0].startswith("from ") else lines
    names = [match.group(1) if (match := _FIELD.match(line)) else "" for line in lines]
    return set(names) if all(names) else set()
