"""What a file is that is known and not read, in words."""

from __future__ import annotations

import io
import zipfile

from minutes_miner.documents.sniffing import OLE, root_class

Words = dict[str, str]

_PICTURE = {"id": "gambar", "en": "a picture"}
ARCHIVE = {"id": "arsip berisi berkas lain", "en": "an archive of other files"}
_PROGRAM = {"id": "program", "en": "a program"}
_WORKBOOK = {"id": "buku kerja (spreadsheet)", "en": "a workbook"}
_SLIDES = {"id": "salindia presentasi", "en": "a slide show"}
_MESSAGE = {"id": "surel Outlook (.msg)", "en": "an Outlook message (.msg)"}
_BOOK = {"id": "buku EPUB", "en": "an EPUB book"}
_MARKUP = {"id": "data XML", "en": "XML data"}

_STARTS: tuple[tuple[bytes, Words], ...] = (
    (b"GIF8", _PICTURE), (b"BM6", _PICTURE), (b"RIFF", {"id": "gambar, suara, atau video", "en": "a picture, sound or film"}),
    (b"Rar!", ARCHIVE), (b"7z\xbc\xaf", ARCHIVE), (b"\x1f\x8b", ARCHIVE), (b"BZh", ARCHIVE), (b"\xfd7zXZ", ARCHIVE),
    (b"\x7fELF", _PROGRAM), (b"MZ\x90", _PROGRAM),
)  # fmt: skip
_STREAMS: tuple[tuple[str, Words], ...] = (
    ("Workbook", _WORKBOOK), ("Book", _WORKBOOK), ("PowerPoint Document", _SLIDES), ("__properties_version1.0", _MESSAGE),
)  # fmt: skip
_CLASSES = {b"\x20\x08\x02\x00": _WORKBOOK, b"\x10\x08\x02\x00": _WORKBOOK, b"\x0b\x0d\x02\x00": _MESSAGE, b"\x10\x8d\x81\x64": _SLIDES}
_FOLDERS: tuple[tuple[str, Words], ...] = (("xl/", _WORKBOOK), ("ppt/", _SLIDES))
_TYPES: tuple[tuple[bytes, Words], ...] = (
    (b"opendocument.spreadsheet", _WORKBOOK), (b"opendocument.presentation", _SLIDES), (b"opendocument.graphics", _PICTURE),
    (b"epub", _BOOK),
)  # fmt: skip


def kind_of(data: bytes) -> Words | None:
    """What staff call the content of `data`, in both languages; None where it is not known.

    >>> kind_of(b"GIF89a")["en"]
    'a picture'
    """
    if data.startswith(OLE):
        return _CLASSES.get(root_class(data)[:4]) or next((words for name, words in _STREAMS if name.encode("utf-16-le") in data), None)
    if data.startswith(b"PK"):
        return _archived(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        return _MARKUP
    return next((words for start, words in _STARTS if data.startswith(start)), None)


def _archived(data: bytes) -> Words:
    head = data[:128]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        names = []
    by_folder = next((words for folder, words in _FOLDERS if any(name.startswith(folder) for name in names)), None)
    return by_folder or next((words for kind, words in _TYPES if kind in head), None) or ARCHIVE
