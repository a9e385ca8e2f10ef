"""People who turn out to be one, joined two by two, as long as nothing that is known of them speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from minutes_miner.corpus.people.facts import PersonFacts
from minutes_miner.corpus.people.names import Words
from minutes_miner.corpus.people.posts import Post
from minutes_miner.corpus.people.sets import Sets

# Why mentions are one person, and how sure that is: as a person decided; by the whole name and the region; by a post, an institution, a
# circle of people or degrees besides a name that is alike; by a long name of which the archive knows one.
CONFIDENCE = {"decision": 1.0, "name": 0.95, "post": 0.95, "institution": 0.9, "company": 0.85, "degrees": 0.85, "rare": 0.8}
NEAREST = 6  # documents of a person that are looked at for a shared circle


@dataclass(slots=True)
class Known:
    """What is known of one person: names, region, posts with the time in them, documents."""

    words: Words
    area: str
    members: list[int] = field(default_factory=list)
    posts: set[object] = field(default_factory=set)
    bodies: set[object] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    faiths: set[str] = field(default_factory=set)
    degrees: set[str] = field(default_factory=set)
    documents: set[int] = field(default_factory=set)
    date: str | None = None
    spans: dict[object, tuple[str, str]] = field(default_factory=dict)


def known(members: Sequence[int], facts: Sequence[PersonFacts]) -> Known:
    """What is known of a person by these mentions."""
    first = facts[members[0]]
    person = Known(first.words, first.area, list(members), date=min((facts[at].date or "" for at in members), default=None) or None)
    for one in (facts[number] for number in members):
        person.documents.add(one.document)
        person.degrees |= one.degrees
        if one.gender:
            person.genders.add(one.gender)
        if one.faith:
            person.faiths.add(one.faith)
        for held in one.held:
            _add_post(person, held.post, one.date if not held.acting else None)
    return person


def _add_post(person: Known, post: Post, date: str | None) -> None:
    if post.body is not None:
        person.bodies.add(post.body)
    if post.vague:
        return
    person.posts.add(post.key)
    if post.public and date is not None:
        where = post.body or post.key
        first, last = person.spans.get(where, (date, date))
        person.spans[where] = (min(first, date), max(last, date))


class Joins:
    """People by their numbers, joined.

    Args:
        people: all of them, each with other mentions.
        apart: numbers of people that somebody said are not the same.
    """

    def __init__(self, people: Sequence[Known], apart: Iterable[tuple[int, int]] = ()) -> None:
        self._sets: Sets[int] = Sets(apart)
        self._people = list(people)
        self.reasons: dict[int, str] = {}

    def root(self, number: int) -> int:
        """The number that stands for all that were joined with this one."""
        return self._sets.root(number)

    def of(self, number: int) -> Known:
        """What is known of all that were joined with this one."""
        return self._people[self.root(number)]

    def join(self, one: int, other: int, reason: str, *, forced: bool = False) -> bool:
        """Make one of two, unless what is known of them speaks against it; says whether they are one."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return True
        if not forced and at_odds(self._people[first], self._people[second]):
            return False
        if not self._sets.join(first, second):
            return False
        smaller = max((first, second), key=lambda number: (-len(self._people[number].members), number))
        self.reasons.setdefault(smaller, reason)
        merged = self._people[first], self._people[second]
        self._people[self.root(first)] = _merged(*merged)
        return True


def at_odds(one: Known, other: Known) -> bool:
    """Whether two cannot be one: named side by side in a document, man and woman, of two faiths, or in two full-time posts at a time."""
    if len(one.genders | other.genders) > 1 or len(one.faiths | other.faiths) > 1:
        return True
    if not one.documents.isdisjoint(other.documents):
        return True
    return any(
        where != place and max(first, begin) < min(last, end)
        for where, (first, last) in one.spans.items()
        for place, (begin, end) in other.spans.items()
    )


def _merged(one: Known, other: Known) -> Known:
    fuller = min((one, other), key=lambda person: (-len(person.words), -len(person.members), person.words))
    spans = dict(one.spans)
    for where, (first, last) in other.spans.items():
        begin, end = spans.get(where, (first, last))
        spans[where] = (min(first, begin), max(last, end))
    return Known(
        words=fuller.words,
        area=fuller.area,
        members=[*one.members, *other.members],
        posts=one.posts | other.posts,
        bodies=one.bodies | other.bodies,
        genders=one.genders | other.genders,
        faiths=one.faiths | other.faiths,
        degrees=one.degrees | other.degrees,
        documents=one.documents | other.documents,
        date=min(filter(None, (one.date, other.date)), default=None),
        spans=spans,
    )
