"""Which people of different written names, or of different regions, are one: misspelt, shortened, with initials, or by a single word.

A likeness of names is never enough: a post, an institution, a circle of people or degrees have to agree as well. Where a shorter name may
mean several people, it means none of them, since a wrong join credits a promise to the wrong man.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from minutes_miner.corpus.people.areas import NATION, UNKNOWN, province, within
from minutes_miner.corpus.people.company import Company
from minutes_miner.corpus.people.joins import Joins, Known
from minutes_miner.corpus.people.names import SHORTEST_START, Likeness, Words, is_whole, keys, likeness

NEAREST = 6  # documents of a person in which a circle of people is looked for
MOST = 60  # people that share a key; more say that the key tells nothing
MOST_HOLDING = 300  # people of a region whose names hold a word
LONG, MANY_LETTERS, FEW_PROVINCES = 3, 18, 2  # words and letters of a name that few people bear, and provinces in which it is met
RANK = ("post", "institution", "company", "degrees")  # what may speak for a join, the surest first


class Kinship:
    """Joins people by the likeness of their names.

    Args:
        people: what is known of each, before anything is joined.
        joins: where they are joined.
        company: the circles of the documents.
        names: given names, which are no misspellings of each other.
    """

    def __init__(self, people: Sequence[Known], joins: Joins, company: Company, names: Collection[str]) -> None:
        self._names = names
        self._people = people
        self._joins = joins
        self._company = company

    def find(self) -> None:
        """Join all that can be joined, the surest likeness first."""
        self._elsewhere()
        pairs = sorted(set(self._alike()))
        self._settle((pair for pair in pairs if pair[2] == "spelling"), misspelt=True)
        self._settle(pair for pair in pairs if pair[2] != "spelling")
        self._settle(self._parts())
        self._by_company_alone()

    def _elsewhere(self) -> None:
        """The same full name in another region: in a province and its regencies, or where a document tells no region."""
        of_name: defaultdict[Words, list[int]] = defaultdict(list)
        for number, person in enumerate(self._people):
            if len(person.words) > 1:
                of_name[person.words].append(number)
        for words, numbers in sorted(of_name.items()):
            if len(numbers) < 2:
                continue
            known = [number for number in numbers if self._people[number].area != UNKNOWN]
            near: defaultdict[str, list[int]] = defaultdict(list)
            for number in known:
                near[province(self._people[number].area)].append(number)
            rare = len(words) >= LONG and sum(map(len, words)) >= MANY_LETTERS and len(near) <= FEW_PROVINCES
            for neighbours in near.values():
                for number in neighbours:
                    area = self._people[number].area
                    others = [other for other in neighbours[:MOST] if self._people[other].area != area]
                    self._to_the_only(number, others, rare=rare and any(within(area, self._people[other].area) for other in others))
            for number in numbers:
                if self._people[number].area == UNKNOWN:
                    self._to_the_only(number, known[:MOST], rare=rare)
            self._to_each_other([number for number in numbers if self._people[number].area == UNKNOWN])

    def _to_the_only(self, number: int, others: Sequence[int], *, rare: bool) -> None:
        """Join a person of a name with the one of that name whose region may be the same, if there is only one."""
        roots = {self._joins.root(other) for other in others} - {self._joins.root(number)}
        if len(roots) != 1:
            return
        (other,) = roots
        reason = self._evidence(number, other) or ("rare" if rare else None)
        if reason is not None:
            self._joins.join(number, other, reason)

    def _to_each_other(self, numbers: Sequence[int]) -> None:
        """Join people of one name in documents without region, where something besides the name speaks for it."""
        for at, number in enumerate(numbers):
            for other in numbers[at + 1 : at + 1 + NEAREST]:
                reason = self._evidence(number, other)
                if reason is not None:
                    self._joins.join(number, other, reason)

    def _alike(self) -> Iterator[tuple[int, int, Likeness]]:
        """People of one region with names of several words that are alike: the lesser name first."""
        of_key: defaultdict[tuple[str, Words], list[int]] = defaultdict(list)
        for number, person in enumerate(self._people):
            if len(person.words) > 1 and person.area not in (UNKNOWN, NATION):
                for key in set(keys(person.words)):
                    of_key[(person.area, key)].append(number)
        for sharing in of_key.values():
            if 1 < len(sharing) <= MOST:
                yield from self._compared(sharing)

    def _compared(self, numbers: Sequence[int]) -> Iterator[tuple[int, int, Likeness]]:
        for at, one in enumerate(numbers):
            for other in numbers[at + 1 :]:
                kind = likeness(self._people[one].words, self._people[other].words, self._names)
                if kind is not None and kind != "same":
                    short, long = sorted((one, other), key=self._weight)
                    yield short, long, kind

    def _weight(self, number: int) -> tuple[int, int, int, Words, int]:
        """How well a name tells who is meant: whole words, letters, how often it is met."""
        person = self._people[number]
        full = sum(len(word) > 1 for word in person.words)
        return full, len(person.members), sum(map(len, person.words)), person.words, number

    def _parts(self) -> Iterator[tuple[int, int, Likeness]]:
        """Mentions by one word, each with the people of its region whose names hold the word or begin with it."""
        holding: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for number, person in enumerate(self._people):
            for word in set(person.words):
                if len(word) >= SHORTEST_START:
                    holding[(person.area, word[:SHORTEST_START])].append(number)
        of_post: defaultdict[object, list[int]] = defaultdict(list)
        for number, person in enumerate(self._people):
            for post in person.posts:
                of_post[post].append(number)
        for number, person in enumerate(self._people):
            word = person.words[0]
            if len(person.words) > 1 or person.area == UNKNOWN or len(word) < SHORTEST_START:
                continue
            near = holding[(person.area, word[:SHORTEST_START])]
            sharing = [other for post in person.posts for other in of_post[post][:MOST_HOLDING]]
            for other in {*sharing, *(near if len(near) <= MOST_HOLDING else ())}:
                words = self._people[other].words
                if other != number and _longer(words, person.words) and likeness(person.words, words) == "part":
                    yield number, other, "part"

    def _settle(self, pairs: Iterable[tuple[int, int, Likeness]], *, misspelt: bool = False) -> None:
        """Join each lesser name with the person that the surest evidence speaks for, where it is only one."""
        candidates: defaultdict[int, dict[str, set[int]]] = defaultdict(dict)
        for short, long, kind in pairs:
            reason = self._evidence(short, long)
            if reason is not None and not (kind == "part" and reason == "degrees"):
                candidates[short].setdefault(reason, set()).add(long)
        chosen = []
        for short, by_reason in sorted(candidates.items()):
            reason = next(reason for reason in RANK if reason in by_reason)
            roots = {self._joins.root(long) for long in by_reason[reason]} - {self._joins.root(short)}
            best = self._best(self._people[short].words, roots, misspelt=misspelt)
            if best is not None:
                chosen.append((RANK.index(reason), short, best, reason))
        for _, short, long, reason in sorted(chosen):
            self._joins.join(short, long, reason)

    def _best(self, words: Words, roots: set[int], *, misspelt: bool) -> int | None:
        """The only person of those that a name may mean; of spellings the one that is met most, of words a first name before others."""
        if misspelt:
            return min(roots, key=lambda root: (-len(self._joins.of(root).members), root), default=None)
        first = {root for root in roots if self._joins.of(root).words[: len(words)] == words}
        whole = {root for root in roots if set(words) <= set(self._joins.of(root).words)}
        fitting = first or whole or roots
        return min(fitting) if len(fitting) == 1 else None

    def _evidence(self, one: int, other: int) -> str | None:
        """What besides the name speaks for two being one, the surest first."""
        first, second = self._joins.of(one), self._joins.of(other)
        if not first.posts.isdisjoint(second.posts):
            return "post"
        if not first.bodies.isdisjoint(second.bodies):
            return "institution"
        if self._same_circle(first, second):
            return "company"
        if len(first.degrees & second.degrees) > 1:
            return "degrees"
        return None

    def _same_circle(self, one: Known, other: Known) -> bool:
        mine, others = sorted(one.documents)[:NEAREST], sorted(other.documents)[:NEAREST]
        return any(self._company.shared(document, second) for document in mine for second in others)

    def _by_company_alone(self) -> None:
        """Mentions by the same single word, or the same word with initials, in the same circle."""
        alike: defaultdict[tuple[str, Words], list[int]] = defaultdict(list)
        for number, person in enumerate(self._people):
            if not is_whole(person.words):
                alike[(person.area, person.words)].append(number)
        for _, unordered in sorted(alike.items()):
            numbers = sorted(unordered, key=lambda number: (self._people[number].date or "", number))
            for at, number in enumerate(numbers):
                for other in numbers[at + 1 : at + 1 + NEAREST]:
                    if self._joins.root(number) != self._joins.root(other) and self._evidence(number, other) in (
                        "post",
                        "institution",
                        "company",
                    ):
                        self._joins.join(number, other, "company")


def _longer(words: Words, than: Words) -> bool:
    return len(words) > 1 or len(words[0]) > len(than[0])
