"""Tar archives, as they are or packed -> their entries."""

from __future__ import annotations

import io
import lzma
import tarfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import IO

from minutes_miner.documents.archives.entry import Entry
from minutes_miner.documents.archives.recognising import opened
from minutes_miner.errors import SourceDamaged, TooMuchInside
from minutes_miner.guard.heartbeat import page_done
from minutes_miner.guard.limits import MIB

MOST = 8 * 1024 * MIB
A_BEAT = 64 * MIB
_BROKEN = {"id": "arsipnya tidak utuh", "en": "the archive is not whole"}
_LARGE = {"id": "isinya terlalu besar setelah dibuka", "en": "its content is too large once unpacked"}
_SPOILT = ("InvalidHeaderError", "TruncatedHeaderError")  # of the kinds of `tarfile.HeaderError`, which say so by their names only
_FAULTS = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, ValueError, OSError)


def entries_of_tar(data: bytes, source: str) -> Iterator[Entry]:
    """The ordinary files of the archive in their order; links and devices are passed over.

    Raises:
        SourceDamaged: it is cut off or spoilt here.
        TooMuchInside: more than `MOST` bytes come out, headers and what nobody wants included.
    """
    stream = _Watched(opened(data), source)
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
            for info in archive:
                if info.isreg():
                    yield Entry(info.name, info.size, partial(_read, archive, info, source))
    except _FAULTS:
        raise SourceDamaged(source, reason=_BROKEN) from None


def _read(archive: tarfile.TarFile, info: tarfile.TarInfo, source: str, most: int) -> bytes:
    try:
        file = archive.extractfile(info)
        return b"" if file is None else file.read(most)
    except _FAULTS:
        raise SourceDamaged(f"{source}/{info.name}", reason=_BROKEN) from None


class _Header(tarfile.TarInfo):
    """A header that does not end the archive in silence where it is spoilt or cut."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> _Header:
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.HeaderError as error:
            if type(error).__name__ in _SPOILT:
                raise tarfile.ReadError(str(error)) from None
            raise


class _Watched(io.RawIOBase):
    """A stream that tells its parent that it gets on, and ends where no archive of documents does."""

    def __init__(self, inner: IO[bytes], source: str) -> None:
        self._inner = inner
        self._source = source
        self._taken = 0

    def read(self, size: int = -1, /) -> bytes:
        taken = self._inner.read(size)
        if (self._taken + len(taken)) // A_BEAT > self._taken // A_BEAT:
            page_done()
        self._taken += len(taken)
        if self._taken > MOST:
            raise TooMuchInside(self._source, reason=_LARGE)
        return taken
