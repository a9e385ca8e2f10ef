"""ZIP archives -> their entries."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial

from minutes_miner.documents.archives.entry import Entry
from minutes_miner.errors import SourceDamaged, SourceEncrypted, WrongPassword

_LOCKED, _UTF8 = 1, 0x800
_BROKEN = {"id": "arsipnya tidak utuh", "en": "the archive is not whole"}
_METHOD = {"id": "cara pemampatannya tidak dikenal", "en": "packed in a way that is not known"}
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError)


def entries_of_zip(data: bytes, source: str, password: str | None) -> Iterator[Entry]:
    """The files of the archive in the order of its list.

    Raises:
        SourceDamaged: it has no list.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_FAULTS, NotImplementedError):
        raise SourceDamaged(source, reason=_BROKEN) from None
    with archive:
        for info in archive.infolist():
            if not info.is_dir():
                name = _name(info)
                yield Entry(name, info.file_size, partial(_read, archive, info, f"{source}/{name}", password))


def _name(info: zipfile.ZipInfo) -> str:
    """The name; programs that write UTF-8 without saying so are many, and those that write the old code page are few."""
    if info.flag_bits & _UTF8:
        return info.orig_filename
    try:
        return info.orig_filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.orig_filename


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: str, password: str | None, most: int) -> bytes:
    locked = bool(info.flag_bits & _LOCKED)
    if locked and password is None:
        raise SourceEncrypted(place)
    try:
        with archive.open(info, pwd=password.encode() if locked and password else None) as file:
            return file.read(most)
    except NotImplementedError:
        raise SourceEncrypted(place) if locked else SourceDamaged(place, reason=_METHOD) from None
    except RuntimeError:
        raise WrongPassword(place) from None
    except _FAULTS:
        raise WrongPassword(place) if locked else SourceDamaged(place, reason=_BROKEN) from None
