"""Whether a file is an archive that is walked, by its content and by its name."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from pathlib import PurePath
from typing import IO, cast

from minutes_miner.documents.foreign import ARCHIVE, kind_of
from minutes_miner.documents.sniffing import content_of

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_TAR_MARK = slice(257, 262)
_HEAD = 512  # bytes, of the first header of a tar archive


def is_archive(data: bytes) -> bool:
    """Whether the content is a ZIP archive of files (a Word document is none), or a tar archive, packed or not.

    >>> is_archive(b"NOTULEN RAPAT"), is_archive(b"notulen.txt".ljust(257, b"\\0") + b"ustar")
    (False, True)
    """
    if data.startswith(b"PK"):
        return content_of(data) == "foreign" and kind_of(data) is ARCHIVE
    return is_tar(data)


def is_tar(data: bytes) -> bool:
    """Whether it is a tar archive, as it is or packed."""
    try:
        with opened(data) as stream:
            return stream.read(_HEAD)[_TAR_MARK] == b"ustar"
    except (OSError, EOFError, zlib.error, lzma.LZMAError):
        return False


def opened(data: bytes) -> IO[bytes]:
    """The content to be read as a stream, unpacked where it is packed with gzip, bzip2 or xz."""
    stream = io.BytesIO(data)
    if data.startswith(b"\x1f\x8b"):
        return cast(IO[bytes], gzip.open(stream))
    if data.startswith(b"BZh"):
        return cast(IO[bytes], bz2.open(stream))
    if data.startswith(b"\xfd7zXZ"):
        return cast(IO[bytes], lzma.open(stream))
    return stream


def has_archive_name(path: PurePath | str) -> bool:
    """Whether the name promises an archive that is walked."""
    return PurePath(path).name.lower().endswith(SUFFIXES)
