"""Who held which post from when to when, as documents tell it, and where two documents cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from minutes_miner.answers import Holding, KnownPerson, Place
from minutes_miner.corpus.people.standing_bodies import Entity


@dataclass(frozen=True, slots=True)
class Told:
    """A document of a day says that a person (an id) holds a post (an id)."""

    person: str
    office: str
    acting: bool
    date: str | None
    place: Place


@dataclass(slots=True)
class _Term:
    person: str
    office: str
    acting: bool
    dates: list[str]
    places: list[tuple[str, Place]]

    @property
    def first(self) -> str | None:
        return min(self.dates, default=None)

    @property
    def last(self) -> str | None:
        return max(self.dates, default=None)


def timelines(people: Iterable[Entity], offices: Iterable[Entity], told: Iterable[Told]) -> list[KnownPerson]:
    """Every person with the posts held, the earliest first; one who acts for a post holds it apart from his own.

    A holding reaches from the first to the last document that tells it. It conflicts with that of another person where both hold in
    earnest a post that one person holds at a time, and the times overlap by more than the day of a handover.

    Args:
        people: whom to give, by id.
        offices: every post that `told` names.
        told: what the documents say; copies of a document are left out by the caller.
    """
    posts = {office.id: office for office in offices}
    terms: dict[tuple[str, str, bool], _Term] = {}
    for one in told:
        term = terms.setdefault((one.person, one.office, one.acting), _Term(one.person, one.office, one.acting, [], []))
        term.places.append((one.date or "", one.place))
        if one.date is not None:
            term.dates.append(one.date)
    rivals = _rivals(terms.values(), posts)
    held: defaultdict[str, list[Holding]] = defaultdict(list)
    for key, term in sorted(terms.items(), key=lambda item: (item[1].first or "9999", item[0])):
        post = posts[term.office]
        held[term.person].append(
            Holding(
                office=post.name,
                institution=post.institution,
                region=post.region,
                first=term.first,
                last=term.last,
                acting=term.acting,
                places=tuple(place for _, place in sorted(term.places, key=_order)),
                conflicts=tuple(sorted(rivals.get(key, ()))),
            )
        )
    return [KnownPerson(person=one.id, name=one.name, names=one.names, holders=tuple(held[one.id])) for one in people]


def _order(told: tuple[str, Place]) -> tuple[str, str, int, int]:
    date, place = told
    return date, place.document, place.start, place.end


def _rivals(terms: Iterable[_Term], posts: dict[str, Entity]) -> dict[tuple[str, str, bool], set[str]]:
    """Who else is said to hold the same post at the time, for each term in earnest of a post for one."""
    of_post: defaultdict[str, list[_Term]] = defaultdict(list)
    for term in terms:
        if not term.acting and term.dates and posts[term.office].single:
            of_post[term.office].append(term)
    rivals: defaultdict[tuple[str, str, bool], set[str]] = defaultdict(set)
    for holders in of_post.values():
        holders.sort(key=lambda term: (term.first or "", term.person))
        for at, one in enumerate(holders):
            for other in holders[at + 1 :]:
                if (other.first or "") > (one.last or ""):
                    break
                if _overlap(one, other):
                    rivals[(one.person, one.office, False)].add(other.person)
                    rivals[(other.person, other.office, False)].add(one.person)
    return rivals


def _overlap(one: _Term, other: _Term) -> bool:
    """Whether two terms have more in common than the day on which one follows the other."""
    first, last = max(one.first or "", other.first or ""), min(one.last or "", other.last or "")
    same = (one.first, one.last) == (other.first, other.last)
    handed_over = one.last == other.first or other.last == one.first
    return first < last or (first == last and (same or not handed_over))
