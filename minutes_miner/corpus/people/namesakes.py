"""People of one name in one region: how many they are, and who is who.

A name in a region is one person until something speaks against it: man and woman, two faiths, two full-time posts of different bodies held
at overlapping times, or a career with a long break and other degrees. One who moves from post to post over the years stays one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from minutes_miner.corpus.people.facts import Held, PersonFacts
from minutes_miner.corpus.people.sets import Sets

LONGEST_BREAK = 12  # years between two posts of one person
NEAR = 1  # years from a time in post in which a mention without post is taken for its holder

PostKey = tuple[object, ...]


@dataclass(slots=True)
class Career:
    """Posts that can have been held one after the other, with the mentions of their holder."""

    members: list[int]
    bodies: set[object] = field(default_factory=set)
    degrees: frozenset[str] = frozenset()
    first: str | None = None
    last: str | None = None


def told_apart(members: Sequence[int], facts: Sequence[PersonFacts], bodies_named: Callable[[int], Iterable[object]]) -> list[list[int]]:
    """The mentions of one name in one region, as people.

    Args:
        members: numbers of the mentions, ascending.
        facts: of all mentions.
        bodies_named: the institutions that a document names.
    """
    if len(members) == 1:
        return [list(members)]
    return [person for group in _by_nature(members, facts) for person in _by_career(group, facts, bodies_named)]


def _by_nature(members: Sequence[int], facts: Sequence[PersonFacts]) -> list[list[int]]:
    """The mentions, parted where some are of a man and others of a woman, or of people of two faiths; doubtful ones go with the most."""
    kinds = Counter((facts[number].gender, facts[number].faith) for number in members)
    if len(kinds) == 1 or (len({g for g, _ in kinds if g}) < 2 and len({f for _, f in kinds if f}) < 2):
        return [list(members)]
    natures: list[tuple[str, str]] = []
    home: dict[tuple[str, str], int] = {}
    for kind in sorted(kinds, key=lambda kind: (-(bool(kind[0]) + bool(kind[1])), -kinds[kind], kind)):
        fitting = [at for at, nature in enumerate(natures) if all(not x or not y or x == y for x, y in zip(kind, nature, strict=True))]
        if not fitting:
            natures.append(kind)
            home[kind] = len(natures) - 1
        else:
            at = home[kind] = fitting[0]
            natures[at] = (natures[at][0] or kind[0], natures[at][1] or kind[1])
    parts: list[list[int]] = [[] for _ in natures]
    for number in members:
        parts[home[(facts[number].gender, facts[number].faith)]].append(number)
    return parts


def _by_career(members: list[int], facts: Sequence[PersonFacts], bodies_named: Callable[[int], Iterable[object]]) -> list[list[int]]:
    lanes = _lanes(members, facts)
    if len(lanes) < 2:
        return [members]
    careers: list[Career] = []
    for lane in sorted(lanes, key=lambda lane: (lane.first or "", lane.last or "", lane.members)):
        career = next((one for one in careers if _follows(one, lane)), None)
        if career is None:
            careers.append(lane)
        else:
            _append(career, lane)
    placed = {number for lane in careers for number in lane.members}
    floating = [number for number in members if number not in placed]
    if len(careers) == 1:
        return [sorted([*careers[0].members, *floating])]
    left = [number for number in floating if not _placed(number, careers, facts, bodies_named)]
    return [*(sorted(career.members) for career in careers), *([left] if left else [])]


def _lanes(members: Sequence[int], facts: Sequence[PersonFacts]) -> list[Career]:
    """One for each full-time post, or for posts that one document says are held together; degrees alone make one of no time."""
    sets: Sets[PostKey] = Sets()
    of: dict[int, PostKey] = {}
    for number in members:
        posts = sorted({_sortable(held.post.key) for held in facts[number].held if _tells(held)})
        if not posts and facts[number].degrees:
            posts = [(("",), tuple(sorted(facts[number].degrees)), "")]
        if posts:
            of[number] = posts[0]
            for other in posts[1:]:
                sets.join(posts[0], other)
    lanes: dict[PostKey, Career] = {}
    for number, post in of.items():
        lane = lanes.setdefault(sets.root(post), Career([]))
        _append(lane, _alone(number, facts[number]))
    return list(lanes.values())


def _tells(held: Held) -> bool:
    """Whether a post is one of which nobody has two."""
    return held.post.public and not held.acting and not held.post.vague


def _sortable(key: tuple[object, ...]) -> PostKey:
    """A key of a post in which nothing is None, so that keys can be ordered."""
    role, body, area = key
    return (role, body or ((), ""), area)


def _alone(number: int, facts: PersonFacts) -> Career:
    bodies = {held.post.body for held in facts.held if held.post.body is not None}
    date = facts.date if any(_tells(held) for held in facts.held) else None
    return Career([number], set(bodies), facts.degrees, date, date)


def _append(career: Career, lane: Career) -> None:
    career.members += lane.members
    career.bodies |= lane.bodies
    career.degrees |= lane.degrees
    career.first = min(filter(None, (career.first, lane.first)), default=None)
    career.last = max(filter(None, (career.last, lane.last)), default=None)


def _follows(career: Career, lane: Career) -> bool:
    """Whether the holder of earlier posts may hold this one later: in the same body at any time, else after it and not too long after."""
    if career.bodies & lane.bodies:
        return True
    if career.degrees and lane.degrees and not career.degrees & lane.degrees:
        return False
    if career.last is None or lane.first is None:
        return True
    return career.last <= lane.first and _year(lane.first) - _year(career.last) <= LONGEST_BREAK


def _placed(number: int, careers: Sequence[Career], facts: Sequence[PersonFacts], bodies_named: Callable[[int], Iterable[object]]) -> bool:
    """Give a mention without full-time post to the only career that its document or its date speaks for."""
    named = set(bodies_named(facts[number].document))
    date = facts[number].date
    by_body = [career for career in careers if career.bodies & named]
    by_date = [career for career in careers if date and career.first and career.last and _near(date, career.first, career.last)]
    for fitting in (by_body, by_date):
        if len(fitting) == 1:
            fitting[0].members.append(number)
            return True
    return False


def _near(date: str, first: str, last: str) -> bool:
    return _year(first) - NEAR <= _year(date) <= _year(last) + NEAR


def _year(date: str) -> int:
    return int(date[:4])


def parted(person: Sequence[int], first: Iterable[int], second: Iterable[int], facts: Sequence[PersonFacts]) -> list[list[int]]:
    """The mentions of a person as two, where people said that `first` and `second` among them are not the same.

    The other mentions go with those of the same post, else of the nearest date.
    """
    mine, others = sorted(set(first) & set(person)), sorted(set(second) & set(person))
    if not mine or not others:
        return [list(person)]
    sides: tuple[list[int], list[int]] = (list(mine), list(others))
    for number in person:
        if number not in sides[0] and number not in sides[1]:
            nearest = min((0, 1), key=lambda side: (min(_distance(facts[number], facts[at]) for at in (mine, others)[side]), side))
            sides[nearest].append(number)
    return [sorted(side) for side in sides]


def _distance(one: PersonFacts, other: PersonFacts) -> tuple[int, int]:
    """Nearer with a post in common, then by years."""
    posts = {held.post.key for held in one.held} & {held.post.key for held in other.held}
    years = abs(int(one.date[:4]) - int(other.date[:4])) if one.date and other.date else 99
    return (0 if posts else 1, years)
