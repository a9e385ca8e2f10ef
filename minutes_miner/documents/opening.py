"""A path -> the bytes of the file that is there, taken once and whole."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

from minutes_miner.documents.discovery import discover, fault_of
from minutes_miner.errors import InputError, SourceBusy, SourceEmpty, SourceNotFound, SourceTooLarge, SourceUnreadable
from minutes_miner.guard.limits import MIB

TRIES = 3
PAUSE = 0.3
# Neither to wait nor to follow: what lies at the path may have been exchanged since it was looked at.
_OPENING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_LINK = {"id": "ini tautan ke berkas lain; sebutkan berkas aslinya", "en": "it is a link to another file; name that file"}
_NO_FILE = {"id": "bukan berkas biasa", "en": "not an ordinary file"}
_FOLDER = {"id": "ini folder, bukan berkas", "en": "it is a folder, not a file"}
_REFUSED = {"id": "ditolak oleh sistem", "en": "refused by the system"}
_DENIED = {"id": "tidak ada izin baca", "en": "no permission to read"}


def shown(path: str | Path) -> str:
    """The path as given, made fit to be written out: bytes of its name that are no UTF-8 become replacement signs."""
    return os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def content_at(path: Path, *, most: int) -> bytes:
    """The bytes of the ordinary file at `path`, all from one moment: a file that changes meanwhile is read again, a few times.

    Pipes and devices are never opened, as opening one can wait for ever, and a link is not followed to where nobody pointed.

    Raises:
        SourceNotFound, SourceUnreadable, SourceEmpty: there are none to be had.
        SourceTooLarge: there are more than `most`.
        SourceBusy: the file changes all the time.
    """
    source = shown(path)
    for tried in range(TRIES):
        if tried:
            time.sleep(PAUSE)
        data = _read_once(path, source, most)
        if data is not None:
            if not data:
                raise SourceEmpty(source)
            return data
    raise SourceBusy(source)


def _read_once(path: Path, source: str, most: int) -> bytes | None:
    """The content; None when the file changed while it was read."""
    try:
        _check_kind(os.lstat(path), path, source)
        descriptor = os.open(path, os.O_RDONLY | _OPENING)
        with open(descriptor, "rb", closefd=True) as file:
            before = os.fstat(descriptor)
            _check_kind(before, path, source)
            _check_size(before.st_size, source, most)
            data = file.read(most + 1)
            after = os.fstat(descriptor)
    except (FileNotFoundError, NotADirectoryError):
        raise SourceNotFound(source) from None
    except OSError as error:
        raise _refused(source, error) from None
    _check_size(len(data), source, most)
    unchanged = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns) and len(data) >= before.st_size
    return data if unchanged else None


def _check_kind(found: os.stat_result, path: Path, source: str) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise _folder_fault(path, source)
    if stat.S_ISLNK(found.st_mode):
        raise SourceUnreadable(source, reason=_LINK)
    if not stat.S_ISREG(found.st_mode):
        raise SourceUnreadable(source, reason=_NO_FILE)


def _check_size(size: int, source: str, most: int) -> None:
    if size > most:
        raise SourceTooLarge(source, size=f"{size / MIB:.0f} MiB", limit=f"{most / MIB:.0f} MiB")


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
