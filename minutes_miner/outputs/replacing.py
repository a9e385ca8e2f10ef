"""A file written whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from minutes_miner.errors import TargetUnwritable
from minutes_miner.outputs.wording import Phrase

_FOLDER_INSTEAD = Phrase("di situ sudah ada folder dengan nama itu", "there is a folder of that name")
_REASONS: Mapping[int, Phrase] = {
    errno.ENOENT: Phrase("foldernya tidak ada", "the folder does not exist"),
    errno.ENOTDIR: Phrase("induknya bukan folder", "its parent is no folder"),
    errno.EISDIR: _FOLDER_INSTEAD,
    errno.EACCES: Phrase("tidak ada izin menulis, atau berkasnya sedang dibuka", "no permission to write, or the file is open"),
    errno.EPERM: Phrase("sistem tidak mengizinkan", "the system does not permit it"),
    errno.ENOSPC: Phrase("ruang penyimpanan penuh", "the disk is full"),
    errno.EDQUOT: Phrase("jatah ruang penyimpanan habis", "the disk quota is used up"),
    errno.EFBIG: Phrase("berkasnya menjadi terlalu besar", "the file grew too large"),
    errno.EROFS: Phrase("media hanya dapat dibaca", "the medium is read-only"),
    errno.ENAMETOOLONG: Phrase("namanya terlalu panjang", "the name is too long"),
    errno.EIO: Phrase("media penyimpanan bermasalah", "the storage has a fault"),
}


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A stream whose content becomes `target` when the block ends well; otherwise an old file stays as it was.

    The content is written beside the target under a temporary name, brought to the disk, and renamed. Whatever ends the block early
    leaves no temporary file behind.

    Raises:
        TargetUnwritable: the system refuses, here or while the block writes.
    """
    final = Path(os.path.realpath(target))  # a link keeps pointing at the file that it names
    temporary = _temporary(final)
    try:
        with _created(temporary) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _keep_mode(final, temporary)
        temporary.replace(final)
        _sync_folder(final.parent)
    except OSError as error:
        raise unwritable(target, error) from error
    finally:
        with suppress(OSError):  # it was renamed, or never made
            temporary.unlink()


def try_to_write(target: Path) -> None:
    """Returns when a file could be written at `target` now; nothing is changed there.

    Raises:
        TargetUnwritable: the folder takes no new file, or the file that is there may not be written or is a folder.
    """
    final = Path(os.path.realpath(target))
    temporary = _temporary(final)
    try:
        if final.exists():
            final.open("r+b").close()
        _created(temporary).close()
        temporary.unlink()
    except OSError as error:
        raise unwritable(target, error) from error


def unwritable(target: Path, error: OSError) -> TargetUnwritable:
    """The system's refusal in words that staff understand."""
    known = _REASONS.get(error.errno or 0)
    return TargetUnwritable(target, reason=known._asdict() if known else error.strerror or type(error).__name__)


def _temporary(final: Path) -> Path:
    return final.with_name(f".minutes-miner-{secrets.token_hex(6)}.tmp")


def _created(path: Path) -> BinaryIO:
    # Not `tempfile`: its files are for the owner only, and a result in a shared folder is for the colleagues too.
    return path.open("xb")


def _keep_mode(final: Path, temporary: Path) -> None:
    if final.exists():
        temporary.chmod(stat.S_IMODE(final.stat().st_mode))


def _sync_folder(folder: Path) -> None:
    """Brings the new name to the disk, where the system can: Windows and some network shares cannot, and the file is whole without it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
