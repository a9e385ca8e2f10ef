"""The folder of a run, on a disk or at any address that fsspec opens: files written whole or not at all.

fsspec is imported here and nowhere else, with the sentences for those who lack what an address needs.
"""

from __future__ import annotations

import io
import os
import secrets
from pathlib import Path
from typing import Any

import fsspec
from fsspec.core import url_to_fs

from minutes_miner.errors import SourceUnreadable
from minutes_miner.scale.errors import AddressUnknown, PackageMissing

# Never a part of the results; what a killed worker left there goes when the run ends.
WORK = "work"
_PACKAGES = {"s3": "'minutes-miner[cluster]'", "s3a": "'minutes-miner[cluster]'", "gs": "gcsfs", "gcs": "gcsfs", "abfs": "adlfs"}


def is_remote(address: str) -> bool:
    """Whether this is the address of a store and no path.

    >>> [is_remote(address) for address in ("s3://arsip/2024", "notulen/2024", "file:///notulen")]
    [True, False, True]
    """
    return "://" in address


def absolute(address: str) -> str:
    """The address as any process understands it, wherever it works."""
    return address if is_remote(address) else os.path.abspath(address)


def opened(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it.

    Raises:
        PackageMissing: fsspec knows the kind of address, but needs a package for it.
        AddressUnknown: it does not know it.
    """
    try:
        system, path = url_to_fs(absolute(address))
    except ImportError:
        kind = address.partition("://")[0]
        raise PackageMissing(address, packages=_PACKAGES.get(kind, f"fsspec[{kind}]")) from None
    except ValueError:
        raise AddressUnknown(address) from None
    return system, str(path)


class Store:
    """The files below an address, by names with slashes."""

    def __init__(self, address: str) -> None:
        self.where = address
        self._system, self._root = opened(address)

    def read(self, name: str) -> bytes | None:
        """The content of a file; None when there is none.

        Raises:
            SourceUnreadable: the store does not hand it out.
        """
        try:
            return bytes(self._system.cat_file(self._path(name)))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SourceUnreadable(f"{self.where}/{name}", reason=str(error)) from error

    def write(self, name: str, content: bytes) -> None:
        """Makes the content the file of that name, in place of what was there: written beside it and moved.

        Where a move is no single act (a copy and a removal), two that write the same file write the same bytes.
        """
        beside = f"{self._root}/{WORK}/{secrets.token_hex(8)}.tmp"
        self._system.makedirs(f"{self._root}/{WORK}", exist_ok=True)
        with self._system.open(beside, "wb") as stream:
            stream.write(content)
            stream.flush()
            _to_disk(stream)
        path = self._path(name)
        self._system.makedirs(path.rpartition("/")[0], exist_ok=True)
        if self._is_local:
            Path(beside).replace(path)
        else:
            self._system.mv(beside, path)

    def names(self, folder: str) -> set[str]:
        """The names of the files right below a folder, without it."""
        self._system.invalidate_cache()
        try:
            return {str(path).rpartition("/")[2] for path in self._system.ls(self._path(folder), detail=False)}
        except FileNotFoundError:
            return set()

    def remove(self, name: str) -> None:
        """Removes a file or a folder with all in it, if it is there."""
        try:
            self._system.rm(self._path(name), recursive=True)
        except FileNotFoundError:
            return

    @property
    def _is_local(self) -> bool:
        return isinstance(self._system, fsspec.get_filesystem_class("file"))

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"


def _to_disk(stream: Any) -> None:
    """Brings what was written to the disk, where there is one."""
    try:
        os.fsync(stream.fileno())
    except (AttributeError, OSError, io.UnsupportedOperation):
        return
