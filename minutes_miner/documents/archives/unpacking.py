"""The bytes of an archive -> its members, one at a time.

This runs in a child process.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from minutes_miner.documents.archives.members import Room, members
from minutes_miner.documents.refusals import Refusal, refusal_of
from minutes_miner.documents.settings import Settings
from minutes_miner.errors import InputError
from minutes_miner.guard.limits import MIB

AT_ONCE = 256 * MIB  # of members in one errand, as a child may say only so much


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacking:
    """What is to be unpacked: the archive by its name, from which of its members on, and how much may come out of it."""

    source: str
    first: int
    room: Room
    settings: Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member with its content or why it cannot be had; without a name it is the end, and a refusal is about the archive itself.

    `more` says that this is not the last one and the next errand is to begin behind it.
    """

    name: str | None
    data: bytes | None = None
    refusal: Refusal | None = None
    more: bool = False


def unpack(details: bytes, data: bytes) -> Iterator[bytes]:
    """The members that a request (both as JSON) asks for."""
    request = msgspec.json.decode(details, type=Unpacking)
    return map(msgspec.json.encode, _members(request, data))


def _members(request: Unpacking, data: bytes) -> Iterator[Member]:
    settings = request.settings
    given = 0
    try:
        for name, content in members(data, request.source, settings.limits, request.room, settings.password, request.first):
            if isinstance(content, InputError):
                yield Member(name=name, refusal=refusal_of(content))
                continue
            given += len(content)
            yield Member(name=name, data=content, more=given > AT_ONCE)
            if given > AT_ONCE:
                return
        yield Member(name=None)
    except InputError as error:
        yield Member(name=None, refusal=refusal_of(error))
