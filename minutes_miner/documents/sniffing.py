"""What kind of content a file has, by its bytes alone."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

Content = Literal["pdf", "docx", "encrypted", "foreign", "text"]

PDF_WITHIN = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM6", b"RIFF",
    b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x7fELF", b"MZ\x90",
)  # fmt: skip
_MARKUP = ("<!doctype html", "<html", "<?xml")


def content_of(data: bytes) -> Content:
    """The kind of content in `data`.

    `encrypted` is an Office file behind a password, `foreign` a format that is known and not read (old .doc, pictures, archives, RTF,
    HTML), `text` all that is nothing else; whether it is text indeed shows when it is decoded.

    >>> content_of(b"%PDF-1.7 ..."), content_of(b"NOTULEN RAPAT"), content_of(b"<!DOCTYPE html><p>Rapat</p>")
    ('pdf', 'text', 'foreign')
    """
    if is_pdf(data):
        return "pdf"
    if data.startswith(b"PK"):
        return "docx" if _is_word(data) else "foreign"
    if data.startswith(_OLE):
        return "encrypted" if _ENCRYPTED_STREAM in data else "foreign"
    if data.startswith(_FOREIGN):
        return "foreign"
    head = data[:PDF_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n").lower().decode("latin-1")
    return "foreign" if head.startswith(_MARKUP) else "text"


def is_pdf(data: bytes) -> bool:
    """Whether the content is a PDF document, told by its head or, where that is damaged, by its objects and its end."""
    if b"%PDF-" in data[:PDF_WITHIN]:
        return True
    return b" obj" in data[:PDF_WITHIN] and b"startxref" in data[-PDF_WITHIN:] and b"endobj" in data


def _is_word(data: bytes) -> bool:
    """Whether the archive is a Word document; an archive cut off has no list of its parts, but each part's name stands before it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith("word/") for name in archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return b"word/" in data or b"[Content_Types].xml" in data[:512]
