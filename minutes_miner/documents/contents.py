"""The content of a file, or of several small ones -> their documents, read in a child process; archives are walked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_miner.documents.archives.members import Room
from minutes_miner.documents.archives.unpacking import Member, Unpacking, unpack
from minutes_miner.documents.errands import outcomes
from minutes_miner.documents.formats import suffixes
from minutes_miner.documents.parsing import File, Outcome, Request, parse
from minutes_miner.documents.settings import Settings
from minutes_miner.errors import InputError, NestedTooDeep, NothingInside, ReaderCrashed, ReaderFailed, TooMuchMemory, TooSlow
from minutes_miner.guard.limits import Limits
from minutes_miner.records import Document, Failure

MOST_NESTED = 2  # archives around a document, beside the outermost

Result = Document | Failure


@dataclass(slots=True)
class _Walk:
    """An archive while it is walked, with all that lie in it: what may still come out, and how deep in we are."""

    members: int
    size: int
    depth: int = 0

    @classmethod
    def within(cls, limits: Limits) -> _Walk:
        """A walk that has only begun."""
        return cls(limits.members, limits.archive)


def documents_of(data: bytes, source: str, settings: Settings, *, each: bool) -> Iterator[Result]:
    """The documents of one file; a failure takes the place of one among several.

    Raises:
        InputError: nothing can be read, and why.
    """
    yield from _documents_of(data, source, settings, each, _Walk.within(settings.limits))


def documents_or_failure(data: bytes, source: str, settings: Settings) -> Iterator[Result]:
    """The documents of one file; a failure where nothing can be read."""
    return _each(data, source, settings, _Walk.within(settings.limits))


def documents_of_each(contents: Sequence[tuple[str, bytes]], settings: Settings) -> list[list[Result]]:
    """For each source and content what comes out of it, read together where that can be."""
    data = b"".join(content for _, content in contents)
    request = Request(files=tuple(_file(content, source) for source, content in contents), each=True, settings=settings)
    told: list[list[Outcome]] = [[] for _ in contents]
    try:
        for outcome in outcomes(parse, request, data, Outcome, source=contents[0][0], settings=settings):
            told[outcome.file].append(outcome)
    except (TooSlow, TooMuchMemory, ReaderCrashed, ReaderFailed, IndexError):
        told = [[] for _ in contents]  # which of the files it was shows when each is read alone
    return [_taken(of_one, source, content, settings) for of_one, (source, content) in zip(told, contents, strict=True)]


def failure_of(error: InputError, source: str) -> Failure:
    """The row that a file gets which cannot be read."""
    return Failure(source=source, code=error.code, message=error.sentence("id"), exit_code=error.exit_code, english=str(error))


def _taken(told: Sequence[Outcome], source: str, content: bytes, settings: Settings) -> list[Result]:
    """What was told of a file that was read in company; what can only be had alone is read again."""
    if not told or any(outcome.alone or outcome.archive for outcome in told):
        return list(documents_or_failure(content, source, settings))
    results = [result for outcome in told if (result := outcome.document or outcome.failure) is not None]
    return [*results, *(failure_of(outcome.refusal.error(), source) for outcome in told if outcome.refusal is not None)]


def _documents_of(data: bytes, source: str, settings: Settings, each: bool, walk: _Walk) -> Iterator[Result]:
    request = Request(files=(_file(data, source),), each=each, settings=settings)
    last: Outcome | None = None
    for last in outcomes(parse, request, data, Outcome, source=source, settings=settings):
        result = last.document or last.failure
        if result is not None:
            yield result
    # Only now has the child come to its end, for which it need not be killed.
    if last is not None and last.archive:
        yield from _inside(data, source, settings, walk)
    if last is not None and last.refusal is not None:
        raise last.refusal.error()


def _each(data: bytes, source: str, settings: Settings, walk: _Walk) -> Iterator[Result]:
    try:
        yield from _documents_of(data, source, settings, True, walk)
    except InputError as error:
        yield failure_of(error, source)


def _inside(data: bytes, source: str, settings: Settings, walk: _Walk) -> Iterator[Result]:
    """The documents of the members of an archive, each member read like a file by itself: `rakor.zip/2024/rapat.docx`."""
    if walk.depth > MOST_NESTED:
        raise NestedTooDeep(source)
    walk.depth += 1
    found = False
    for member in _members(data, source, settings, walk):
        if member.name is not None:
            found = True
        place = source if member.name is None else f"{source}/{member.name}"
        if member.refusal is not None:
            yield failure_of(member.refusal.error(), place)
            found = True
        elif member.data is not None:
            yield from _each(member.data, place, settings, walk)
    walk.depth -= 1
    if not found:
        raise NothingInside(source, formats=suffixes())


def _members(data: bytes, source: str, settings: Settings, walk: _Walk) -> Iterator[Member]:
    """The members, by as many errands as it takes."""
    first = 0
    more = True
    while more:
        room = Room(members=walk.members, size=walk.size)
        request = Unpacking(source=source, first=first, room=room, settings=settings)
        more = False
        for member in outcomes(unpack, request, data, Member, source=source, settings=settings):
            more = member.more
            first += member.name is not None
            walk.members -= member.name is not None
            walk.size -= len(member.data or b"")
            yield member


def _file(data: bytes, source: str) -> File:
    return File(id=hashlib.sha256(data).hexdigest(), source=source, size=len(data))
