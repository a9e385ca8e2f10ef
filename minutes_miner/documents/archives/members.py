"""The members of an archive one by one, unpacked under limits, the same for every kind of archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutes_miner.documents.archives.entry import Entry
from minutes_miner.documents.archives.names import counts, is_safe, plain_name
from minutes_miner.documents.archives.recognising import is_tar
from minutes_miner.documents.archives.tar import entries_of_tar
from minutes_miner.documents.archives.zip import entries_of_zip
from minutes_miner.errors import InputError, NameTwice, SourceEmpty, SourceTooLarge, TooMuchInside, UnsafeName
from minutes_miner.guard.limits import MIB, Limits

MOST_RATIO = 200  # bytes unpacked for each byte of the archive
FREE_OF_RATIO = 64 * MIB
_MANY = {"id": "terlalu banyak berkas di dalamnya", "en": "too many files in it"}
_LARGE = {"id": "isinya terlalu besar setelah dibuka", "en": "its content is too large once unpacked"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What may still come out of an archive: how many members, and how many bytes of them together."""

    members: int
    size: int


def members(
    data: bytes, source: str, limits: Limits, room: Room, password: str | None, first: int = 0
) -> Iterator[tuple[str, bytes | InputError]]:
    """Names and contents of the members that are documents or archives by their names; an error takes the place of a content.

    The first ones, `first` in number, are passed over.

    Raises:
        SourceDamaged, TooMuchInside: nothing more comes out.
    """
    most_of_one, most_of_all = min(limits.unpacked, limits.size), min(room.size, max(FREE_OF_RATIO, MOST_RATIO * len(data)))
    names: set[str] = set()
    size = 0
    for number, entry in enumerate(_wanted(data, source, room, password)):
        name = plain_name(entry.name)
        is_new = name not in names
        names.add(name)
        if number < first:
            continue
        if number - first >= room.members:
            raise TooMuchInside(source, reason=_MANY)
        try:
            content = _content(entry, f"{source}/{name}", most_of_one, is_new=is_new)
        except InputError as error:
            yield name, error
            continue
        size += len(content)
        if size > most_of_all:
            raise TooMuchInside(source, reason=_LARGE)
        yield name, content


def _wanted(data: bytes, source: str, room: Room, password: str | None) -> Iterator[Entry]:
    entries = entries_of_tar(data, source) if is_tar(data) else entries_of_zip(data, source, password)
    return (entry for entry in entries if counts(plain_name(entry.name)))


def _content(entry: Entry, place: str, most: int, *, is_new: bool) -> bytes:
    """What the entry holds, whatever size it claims."""
    if not is_safe(plain_name(entry.name)):
        raise UnsafeName(place)
    if not is_new:
        raise NameTwice(place)
    content = entry.read(most + 1) if entry.size <= most else None
    if content is None or len(content) > most:
        raise SourceTooLarge(place, size=f"{entry.size / MIB:.0f} MiB", limit=f"{most / MIB:.0f} MiB")
    if not content:
        raise SourceEmpty(place)
    return content
