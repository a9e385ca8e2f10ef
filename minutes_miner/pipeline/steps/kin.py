"""The entities of one kind, kept so that the one which a shorter or misspelt name means is found without going through all of them.

A document of thousands of pages names tens of thousands of people: entities are kept by each word of their names, by each two words, and by
their initials, and each of these keeps in order where its entities are mentioned.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, islice

from minutes_miner.records import Label
from minutes_miner.spelling import Spellings

HEADS: dict[Label, int] = {"PERSON": 0, "INSTITUTION": 1, "OFFICE": 2}
LONGEST = 40  # words of a name by which it is kept
MOST_PAIRED = 8  # words of a person's name by which it is kept two by two
SHORTEST_START = 3
INITIALS = range(2, 5)
MOST = 500  # mentions, or entities, that are looked at for one name

Words = tuple[str, ...]


@dataclass(slots=True)
class Entity:
    """One thing of the document with its mentions (indices into `sheet.mentions`)."""

    id: str
    label: Label
    name: str
    words: Words
    mentions: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Shelf:
    """Entities that have something in common, the oldest first, and in order where they are mentioned."""

    entities: list[Entity] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)


class Kin:
    """The entities of one kind by their words.

    A shorter name means an entity when all its words stand in the entity's name and both begin with the same words (none for people, one
    for institutions, two for posts). A person is also meant by a name with one letter wrong, by the beginning of one word (`Leo` or
    `Leonardos` for `Leonardus Bala`), and by initials (`IGA Rai Sukreni` for `I Gusti Ayu Rai Sukreni`). Of several the one counts that
    was mentioned last, or where none was, the oldest.
    """

    def __init__(self, label: Label) -> None:
        self.entities: list[Entity] = []
        self._head = HEADS.get(label)
        self._people = label == "PERSON"
        self._by_words: dict[Words, Entity] = {}
        self._of: dict[int, Entity] = {}
        self._age: dict[int, int] = {}
        self._on: dict[int, list[_Shelf]] = {}
        self._shelves: dict[Words, _Shelf] = {}
        self._initials: dict[str, list[Entity]] = {}
        self._spellings = Spellings()

    def add(self, entity: Entity) -> None:
        """Keep a new entity, which has no mentions yet."""
        self._age[id(entity)] = len(self.entities)
        self.entities.append(entity)
        self._by_words[entity.words] = entity
        self._on[id(entity)] = [self._shelves.setdefault(key, _Shelf()) for key in self._keys(entity.words)]
        for shelf in self._on[id(entity)]:
            shelf.entities.append(entity)
        if self._people:
            for word in entity.words[:LONGEST]:
                self._spellings.add(word)
            for length in INITIALS:
                self._initials.setdefault("".join(word[:1] for word in entity.words[:length]), []).append(entity)

    def mention(self, entity: Entity, index: int) -> None:
        """Give an entity one more mention, by its index."""
        entity.mentions.append(index)
        self._of[index] = entity
        for shelf in self._on[id(entity)]:
            insort(shelf.mentions, index)

    def home(self, words: Words, index: int) -> Entity | None:
        """The entity that a name means which is mentioned at `index`, if it means any."""
        same = self._by_words.get(words)
        if same is not None or self._head is None:
            return same
        last, oldest = -1, None
        for shelf, sure in self._fitting(words):
            before = bisect_left(shelf.mentions, index)
            for at in islice(reversed(range(before)), MOST):
                if shelf.mentions[at] <= last:
                    break
                if sure or self._holds(self._of[shelf.mentions[at]], words):
                    last = shelf.mentions[at]
                    break
            first = next((one for one in islice(shelf.entities, MOST) if sure or self._holds(one, words)), None)
            if first is not None and (oldest is None or self._age[id(first)] < self._age[id(oldest)]):
                oldest = first
        return self._of[last] if last >= 0 else oldest

    def _keys(self, words: Words) -> Iterator[Words]:
        """What an entity is kept by: the words that names begin with, and those with another of its words; for people every two words."""
        if self._head is None:
            return
        yield from (words[:length] for length in range(min(self._head, len(words)) + 1))
        if len(words) >= self._head:
            others = tuple(dict.fromkeys(words[:LONGEST]))
            yield from ((*words[: self._head], other) for other in others)
            if self._people:
                yield from combinations(sorted(others[:MOST_PAIRED]), 2)

    def _fitting(self, words: Words) -> Iterator[tuple[_Shelf, bool]]:
        """Shelves with entities that a name may mean, and whether it may mean any of the shelf's entities."""
        others = tuple(dict.fromkeys(words[self._head or 0 :]))
        if len(words) <= (self._head or 0) or len(others) <= 1 + self._people:
            yield from self._shelved((*words[: self._head], *(sorted(others) if self._people else others)))
        else:
            keys = self._keys(words) if self._people else ((*words[: self._head], other) for other in others[:LONGEST])
            shelves = [self._shelves.get(key) for key in keys]
            if None not in shelves:
                yield min((shelf for shelf in shelves if shelf is not None), key=lambda shelf: len(shelf.mentions)), False
        if self._people and len(words) == 1 and len(words[0]) >= SHORTEST_START:
            parts = (*islice(self._spellings.beginning(words[0]), MOST), *self._spellings.apart(words[0]))
            for part in parts:
                yield from self._shelved((part,))
        elif self._people:
            yield _alone([*self._misspelt(words), *self._shortened(words)]), True

    def _shelved(self, key: Words) -> Iterator[tuple[_Shelf, bool]]:
        shelf = self._shelves.get(key)
        if shelf is not None:
            yield shelf, True

    def _holds(self, entity: Entity, words: Words) -> bool:
        """Whether all words stand in an entity's name."""
        return set(words) <= set(entity.words)

    def _misspelt(self, words: Words) -> Iterator[Entity]:
        """Entities whose name has one letter of one long word other, too many or missing."""
        if len(words) < 2:
            return
        for at, word in enumerate(words):
            for other in self._spellings.apart(word):
                found = self._by_words.get((*words[:at], other, *words[at + 1 :]))
                if found is not None:
                    yield found

    def _shortened(self, words: Words) -> Iterable[Entity]:
        """Entities whose first words a name has as initials."""
        head = words[0] if words else ""
        if len(head) not in INITIALS:
            return []
        alike = islice(self._initials.get(head, ()), MOST)
        return [one for one in alike if len(one.words) > len(words) and set(words[1:]) <= set(one.words)]


def _alone(entities: list[Entity]) -> _Shelf:
    """A few entities as a shelf."""
    return _Shelf(entities, sorted(index for entity in entities for index in entity.mentions))
