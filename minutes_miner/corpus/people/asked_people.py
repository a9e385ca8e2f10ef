"""Those people, and those posts of theirs, that somebody asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from minutes_miner.answers import Holding, KnownPerson
from minutes_miner.corpus.people.areas import Areas
from minutes_miner.corpus.people.bodies import HEAD, BodyNames
from minutes_miner.corpus.people.names import Names
from minutes_miner.rulebook.model import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for: words of a name, a post, an institution; a region; a day (ISO 8601); only conflicts."""

    name: str | None = None
    office: str | None = None
    institution: str | None = None
    region: str | None = None
    at: str | None = None
    conflicts: bool = False

    @property
    def of_posts(self) -> bool:
        """Whether it asks for posts, so that people without one are no answer."""
        return any((self.office, self.institution, self.region, self.at, self.conflicts))


def answering(people: Sequence[KnownPerson], asked: Asked, rulebook: Rulebook) -> list[KnownPerson]:
    """The people that are asked for, each with those of his posts that are.

    Words are compared as they are written out, so that `Kadinsos` asks for a `Kepala Dinas Sosial`. On a day a post is held by those whose
    documents lie around it; where there are none, by the last one who was told to hold it before.
    """
    words = _Words(rulebook)
    found = []
    for person in people:
        if asked.name is not None and not words.bears(person, asked.name):
            continue
        held = tuple(one for one in person.holders if words.fits(one, asked))
        if held or not asked.of_posts:
            found.append(replace(person, holders=held))
    return list(_on(found, asked.at)) if asked.at is not None else found


class _Words:
    """Compares what is asked with what is known."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._areas = Areas(rulebook)
        self._bodies = BodyNames(rulebook, self._areas)
        self._names = Names(rulebook.lists)

    def bears(self, person: KnownPerson, name: str) -> bool:
        wanted = set(self._names.words(name))
        return any(wanted <= set(self._names.words(known)) for known in (person.name, *person.names))

    def fits(self, held: Holding, asked: Asked) -> bool:
        if asked.conflicts and not held.conflicts:
            return False
        if asked.office is not None and not self._holds(held.office, asked.office, held.region):
            return False
        if asked.institution is not None and not (held.institution and self._holds(held.institution, asked.institution, held.region)):
            return False
        return asked.region is None or (held.region is not None and self._in(held.region, asked.region))

    def _holds(self, name: str, wanted: str, region: str | None) -> bool:
        """Whether a post or body begins like what is asked for, has all its words, and lies where they say.

        Two words are compared from the beginning: the head of an agency is not that of its sections.
        """
        words, where = self._bodies.written_out(wanted)
        known = self._bodies.words(name)
        if known[: min(len(words), HEAD)] != words[:HEAD] or not set(words) <= set(known):
            return False
        return where is None or (region is not None and self._in(region, where))

    def _in(self, region: str, wanted: str) -> bool:
        codes, asked = set(self._areas.codes(region)), set(self._areas.codes(wanted))
        return bool(codes & asked) or (not (codes and asked) and wanted.casefold() in region.casefold())


def _on(people: Iterable[KnownPerson], day: str) -> Iterator[KnownPerson]:
    people = list(people)
    then = {id(one) for person in people for one in person.holders if one.first and one.last and one.first <= day <= one.last}
    served = {_post(one) for person in people for one in person.holders if id(one) in then}
    last: dict[tuple[str, str | None, str | None], str] = {}
    for one in (one for person in people for one in person.holders):
        if one.last is not None and one.last < day and _post(one) not in served:
            last[_post(one)] = max(last.get(_post(one), ""), one.last)
    for person in people:
        held = tuple(one for one in person.holders if id(one) in then or (one.last is not None and last.get(_post(one)) == one.last))
        if held:
            yield replace(person, holders=held)


def _post(held: Holding) -> tuple[str, str | None, str | None]:
    return held.office, held.institution, held.region
