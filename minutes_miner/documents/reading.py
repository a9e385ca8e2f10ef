"""A file -> its Document: opened once, recognised by its content, handed to the reader of its format."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from minutes_miner.documents.decoding import decode
from minutes_miner.documents.discovery import discover, fault_of
from minutes_miner.documents.formats import FORMATS, PLAIN, Format, format_of_name, suffixes
from minutes_miner.documents.sniffing import content_of
from minutes_miner.errors import (
    InputError,
    SourceEmpty,
    SourceEncrypted,
    SourceNotFound,
    SourceTooLarge,
    SourceUnreadable,
    UnknownFormat,
    WrongFormat,
)
from minutes_miner.records import Document, Failure, Warning

__all__ = ["FORMATS", "MAX_BYTES", "discover", "read", "read_each"]

MIB = 1024 * 1024
MAX_BYTES = 200 * MIB
_NO_FILE = {"id": "bukan berkas biasa", "en": "not an ordinary file"}
_FOLDER = {"id": "ini folder, bukan berkas", "en": "it is a folder, not a file"}
_REFUSED = {"id": "ditolak oleh sistem", "en": "refused by the system"}
_DENIED = {"id": "tidak ada izin baca", "en": "no permission to read"}


def read(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """The document at `path`; its id is the SHA-256 of the file's bytes in hexadecimal.

    The content decides what is read. When the name promises something else, the document carries the warning `wrong_extension`; a file
    named `.docx` or `.pdf` that is just text is refused.

    Raises:
        SourceNotFound, SourceUnreadable, SourceEmpty, SourceTooLarge: the file cannot be had.
        UnknownFormat, WrongFormat, SourceDamaged, SourceEncrypted, NoTextLayer: the content cannot be read.
        SeveralTexts, BadLine: a `.jsonl` file that is not one text; `read_each` takes the others.
    """
    source, data, format = _opened(path, max_bytes)
    document = format.read(data, id=_digest(data), source=source)
    return _with_warning(document, format, source)


def read_each(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Iterator[Document | Failure]:
    """The documents at `path`: one, or as many as a `.jsonl` file has lines; what cannot be read is a failure in its place.

    Never raises an InputError, so that one bad file does not end a batch.
    """
    try:
        source, data, format = _opened(path, max_bytes)
        if format.read_each is None:
            yield _with_warning(format.read(data, id=_digest(data), source=source), format, source)
        else:
            yield from format.read_each(data, id=_digest(data), source=source)
    except InputError as error:
        yield Failure(source=_shown(path), code=error.code, message=error.sentence("id"), exit_code=error.exit_code, english=str(error))


def _opened(path: str | Path, max_bytes: int) -> tuple[str, bytes, Format]:
    source = _shown(path)
    data = _bytes_of(Path(path), source, max_bytes)
    if not data:
        raise SourceEmpty(source)
    return source, data, _format_of(data, source)


def _shown(path: str | Path) -> str:
    """The path as given, made fit to be written out: bytes of its name that are no UTF-8 become replacement signs."""
    return os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _bytes_of(path: Path, source: str, max_bytes: int) -> bytes:
    """The content of an ordinary file; pipes and devices are never opened, as opening one can wait for ever."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise SourceNotFound(source) from None
    except OSError as error:
        raise _refused(source, error) from None
    if stat.S_ISDIR(found.st_mode):
        raise _folder_fault(path, source)
    if not stat.S_ISREG(found.st_mode):
        raise SourceUnreadable(source, reason=_NO_FILE)
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise _refused(source, error) from None
    if len(data) > max_bytes:
        size = max(found.st_size, len(data))
        raise SourceTooLarge(source, size=f"{size / MIB:.0f} MiB", limit=f"{max_bytes / MIB:.0f} MiB")
    return data


def _refused(source: str, error: OSError) -> SourceUnreadable:
    return SourceUnreadable(source, reason=_DENIED if isinstance(error, PermissionError) else _REFUSED)


def _folder_fault(path: Path, source: str) -> InputError:
    """A folder comes here when `discover` found nothing in it, or when it was given for a file."""
    try:
        with os.scandir(path):
            pass
    except OSError as error:
        return _refused(source, error)
    try:
        discover([path])
    except InputError:
        return fault_of(path)
    return SourceUnreadable(source, reason=_FOLDER)


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
