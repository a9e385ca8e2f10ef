"""Who is who in many documents: people, posts and institutions joined, with ids that last."""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from minutes_miner.corpus.people.decisions import Anchored, Decision, new_names, pairs, told_name, without_wrong
from minutes_miner.corpus.people.entity_ids import Nameless, give_ids
from minutes_miner.corpus.people.facts import Gathered, PersonFacts, gather
from minutes_miner.corpus.people.joins import Joins, Known, known
from minutes_miner.corpus.people.kinship import Kinship
from minutes_miner.corpus.people.names import is_whole
from minutes_miner.corpus.people.namesakes import parted, told_apart
from minutes_miner.corpus.people.sightings import DocumentSeen
from minutes_miner.corpus.people.standing_bodies import Entity, bodies_of, offices_of, region_names
from minutes_miner.rulebook.model import Rulebook
from minutes_miner.rulebook.regions import mixed_case

PERSON = "p"


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """Everything that was joined; `reasons` says for (document, id there) of a person what he was joined by (a key of `CONFIDENCE`)."""

    people: tuple[Entity, ...]
    offices: tuple[Entity, ...]
    institutions: tuple[Entity, ...]
    reasons: Mapping[tuple[str, str], str]


def who_is_who(
    documents: Iterable[DocumentSeen],
    rulebook: Rulebook,
    *,
    earlier: Mapping[tuple[str, str], str] | None = None,
    decisions: Sequence[Decision] = (),
) -> WhoIsWho:
    """People, posts and institutions over all documents, the same for any order of documents and decisions of one kind.

    Args:
        documents: what each document says.
        rulebook: the model's lists and regions.
        earlier: (document, id there) -> the id that an earlier run gave.
        decisions: what people said, in the order in which they said it; a later one of two that contradict each other counts.
    """
    with _no_cycles():
        return _joined(documents, rulebook, earlier or {}, decisions)


def _joined(
    documents: Iterable[DocumentSeen], rulebook: Rulebook, earlier: Mapping[tuple[str, str], str], decisions: Sequence[Decision]
) -> WhoIsWho:
    found = gather((without_wrong(document, decisions) for document in documents), rulebook, decisions)
    anchored = Anchored((found.documents[one.document].id, one.seen.spot.start, one.seen.name, at) for at, one in enumerate(found.people))
    groups = _groups(found, pairs(decisions, "person", "not-same", anchored))
    people = [known(group, found.people) for group in groups]
    home = {number: at for at, person in enumerate(people) for number in person.members}
    apart = [(home[x], home[y]) for first, second in pairs(decisions, "person", "not-same", anchored) for x in first for y in second]
    joins = Joins(people, ((x, y) for x, y in apart if x != y))
    for first, second in pairs(decisions, "person", "same", anchored):
        together = [*first, *second]
        for number in together[1:]:
            joins.join(home[together[0]], home[number], "decision", forced=True)
    Kinship(people, joins, found.company, found.names.known).find()
    entities, reasons = _entities(found, people, joins, new_names(decisions, "person", anchored), earlier)
    return WhoIsWho(entities, offices_of(found, earlier, decisions), bodies_of(found, earlier, decisions), reasons)


@contextmanager
def _no_cycles() -> Iterator[None]:
    """Keeps the collector of cycles from walking over millions of rows that hold none, which takes half of the time."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()


def _groups(found: Gathered, apart: Iterable[tuple[list[int], list[int]]]) -> list[list[int]]:
    """The mentions of each person of one name in one region; by a single word and initials, or in no region, each is by itself."""
    alike: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    alone: list[list[int]] = []
    for number, one in enumerate(found.people):
        if is_whole(one.words) and one.area:
            alike[("".join(one.words), one.area)].append(number)  # `Nur Aini` and `Nuraini`
        else:
            alone.append([number])
    named: dict[int, set[object]] = {}

    def bodies_named(document: int) -> set[object]:
        if document not in named:
            named[document] = {found.bodies.root(key) for key in found.body_of[document].values()}
        return named[document]

    groups = [person for members in alike.values() for person in told_apart(members, found.people, bodies_named)] + alone
    for first, second in apart:
        groups = [part for group in groups for part in parted(group, first, second, found.people)]
    return sorted(groups)


def _entities(
    found: Gathered, people: Sequence[Known], joins: Joins, renamed: Mapping[int, str], earlier: Mapping[tuple[str, str], str]
) -> tuple[tuple[Entity, ...], dict[tuple[str, str], str]]:
    members: defaultdict[int, list[int]] = defaultdict(list)
    reasons: dict[tuple[str, str], str] = {}
    for at, person in enumerate(people):
        members[joins.root(at)] += person.members
        for number in person.members:
            reasons[_mark(found, number)] = joins.reasons.get(at, "name")
    everyone = sorted(sorted(numbers) for numbers in members.values())
    regions = region_names(found)
    named = [_name([found.people[number] for number in numbers]) for numbers in everyone]
    nameless = [
        Nameless(PERSON, name, _area(found, numbers), _telling(found, numbers), [_mark(found, number) for number in numbers])
        for name, numbers in zip(named, everyone, strict=True)
    ]
    entities = []
    for id, name, numbers, thing in zip(give_ids(nameless, earlier), named, everyone, nameless, strict=True):
        spellings = tuple(sorted({found.people[number].seen.name for number in numbers}))
        entities.append(Entity(id, told_name(numbers, renamed) or name, spellings, regions.get(thing.area), tuple(sorted(thing.marks))))
    return tuple(sorted(entities, key=lambda entity: entity.id)), reasons


def _mark(found: Gathered, number: int) -> tuple[str, str]:
    one = found.people[number]
    return (found.documents[one.document].id, one.seen.id)


def _name(members: Sequence[PersonFacts]) -> str:
    """The name that is used most, whole names before single words."""
    names = Counter(mixed_case(one.seen.name) for one in members)
    words = {mixed_case(one.seen.name): one.words for one in members}
    return min(names, key=lambda name: (-min(len([word for word in words[name] if len(word) > 1]), 2), -names[name], -len(name), name))


def _area(found: Gathered, numbers: Sequence[int]) -> str:
    """The region that most of the mentions are of."""
    areas = Counter(found.people[number].area for number in numbers)
    return min(areas, key=lambda area: (-areas[area], not area, area))


def _telling(found: Gathered, numbers: Sequence[int]) -> str:
    """What tells a person from namesakes of the region: the posts held."""
    posts = sorted({" ".join(held.post.role) + str(held.post.body) for number in numbers for held in found.people[number].held})
    return posts[0] if posts else ""
