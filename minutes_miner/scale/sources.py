"""The files at paths and addresses, in a fixed order, and the bytes of each."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from minutes_miner.documents.discovery import discover, is_hidden, promises_documents
from minutes_miner.documents.formats import suffixes
from minutes_miner.documents.opening import content_at
from minutes_miner.errors import InputError, NoDocuments, SourceEmpty, SourceNotFound, SourceTooLarge, SourceUnreadable
from minutes_miner.guard.limits import MIB
from minutes_miner.scale.store import absolute, is_remote, opened

TRIES = 3
PAUSE = 0.5
_CHANGED = ("LastModified", "last_modified", "mtime", "updated", "created")
_VERSION = ("ETag", "etag", "md5Hash")
_DENIED = {"id": "tidak ada izin baca", "en": "no permission to read"}


@dataclass(frozen=True, slots=True, order=True)
class File:
    """A file as it was found: where, how many bytes, when it was changed (in nanoseconds), and what its store calls this version of it."""

    source: str
    size: int | None
    modified: int | None
    version: str = ""


def list_files(addresses: Sequence[str]) -> Iterator[File]:
    """The documents at paths and addresses, sorted by where they are, each once, whatever the order of the addresses.

    Folders are walked as on one machine: endings of known formats count, hidden files are passed over. Paths are made absolute, as a worker
    is elsewhere.

    Raises:
        SourceNotFound, NoDocuments, SourceUnreadable: about the first address at which nothing is found.
        PackageMissing, AddressUnknown: an address that cannot be opened here.
    """
    paths = [absolute(address) for address in addresses if not is_remote(address)]
    remote = _outermost([address.rstrip("/") for address in addresses if is_remote(address)])
    if paths:
        yield from sorted(map(_local, discover(paths)))
    for address in remote:
        empty = True
        for file in _walk(address):
            empty = False
            yield file
        if empty:
            raise NoDocuments(address, formats=suffixes())


def content_of(file: File, *, most: int) -> bytes:
    """The bytes of a file, whole.

    Raises:
        SourceNotFound, SourceUnreadable, SourceEmpty, SourceTooLarge, SourceBusy: they cannot be had, and will not be another time.
        OSError: the store does not answer, in spite of several tries.
    """
    if not is_remote(file.source):
        return content_at(Path(file.source), most=most)
    system, path = opened(file.source)
    if file.size is not None:
        _check(file.size, file.source, most)
    content = _fetched(system, path, file.source)
    _check(len(content), file.source, most)
    return content


def _fetched(system: Any, path: str, source: str) -> bytes:
    for left in reversed(range(TRIES)):
        try:
            return bytes(system.cat_file(path))
        except FileNotFoundError:
            raise SourceNotFound(source) from None
        except PermissionError:
            raise SourceUnreadable(source, reason=_DENIED) from None
        except OSError:
            if not left:
                raise
            time.sleep(PAUSE)
    raise AssertionError


def _check(size: int, source: str, most: int) -> None:
    if size == 0:
        raise SourceEmpty(source)
    if size > most:
        raise SourceTooLarge(source, size=f"{size / MIB:.0f} MiB", limit=f"{most / MIB:.0f} MiB")


def _outermost(addresses: Sequence[str]) -> list[str]:
    """The addresses that lie in none of the others, sorted."""
    kept: list[str] = []
    for address in sorted(addresses):
        if not any(address == other or address.startswith(f"{other}/") for other in kept):
            kept.append(address)
    return kept


def _local(path: Path) -> File:
    try:
        found = path.lstat()
    except OSError:
        return File(os.fspath(path), None, None)  # reading it will say why
    return File(os.fspath(path), found.st_size, found.st_mtime_ns)


def _walk(address: str) -> Iterator[File]:
    """The documents below an address, folder by folder, so that no more than the listing of one folder is held."""
    system, root = opened(address)
    try:
        waiting = [system.info(root)]
    except FileNotFoundError:
        raise SourceNotFound(address) from None
    except OSError as error:
        raise _refused(address, error) from error
    if waiting[0]["type"] != "directory":
        yield _remote(system, waiting[0])
        return
    while waiting:
        entry = waiting.pop()
        if entry["type"] != "directory":
            yield _remote(system, entry)
            continue
        try:
            inside = system.ls(entry["name"], detail=True)
        except OSError as error:
            raise _refused(address, error) from error
        counted = [found for found in inside if _counts(found, entry["name"])]
        waiting.extend(sorted(counted, key=_place, reverse=True))


def _counts(entry: dict[str, Any], folder: str) -> bool:
    name = entry["name"].rstrip("/").rpartition("/")[2]
    if entry["name"].rstrip("/") == folder.rstrip("/") or is_hidden(name):  # some stores list a folder among its own content
        return False
    return bool(entry["type"] == "directory" or promises_documents(name))


def _place(entry: dict[str, Any]) -> tuple[str, ...]:
    return tuple(entry["name"].rstrip("/").split("/"))


def _remote(system: Any, entry: dict[str, Any]) -> File:
    size = entry.get("size")
    version = next((str(entry[key]).strip('"') for key in _VERSION if entry.get(key)), "")
    return File(str(system.unstrip_protocol(entry["name"])), None if size is None else int(size), _changed(entry), version)


def _changed(entry: dict[str, Any]) -> int | None:
    """When the entry was last changed, in nanoseconds since 1970, if its store says so."""
    found = next((entry[key] for key in _CHANGED if entry.get(key)), None)
    if isinstance(found, datetime):
        return int(found.timestamp() * 1_000_000) * 1_000
    return int(found * 1_000_000_000) if isinstance(found, int | float) else None


def _refused(address: str, error: OSError) -> InputError:
    return SourceUnreadable(address, reason=_DENIED if isinstance(error, PermissionError) else str(error))
