"""Who is named with whom: documents that name the same circle of people, such as those of one forum.

First names in the company of the same other first names mean the same people (Bekkerman and McCallum 2005, Disambiguating web appearances
of people in a social network; Mann and Yarowsky 2003).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from minutes_miner.corpus.people.areas import OPEN, UNKNOWN
from minutes_miner.corpus.people.names import Words

START = 3  # letters by which a word of a name is known again (`Kus`, `Kuswanto`)
FEW, USUAL = 20, 0.2  # documents, and share of them, beyond which a word of names tells nothing
ENOUGH = 4  # people that two documents have to share
MOST = 300  # documents that a name is looked up in


class Company:
    """The circles of documents.

    Args:
        people: the names of each document, as `Names.words` gives them.
    """

    def __init__(self, people: Sequence[Sequence[Words]]) -> None:
        self._people = [[frozenset(word[:START] for word in words if len(word) >= START) for words in named] for named in people]
        seen = Counter(start for named in self._people for start in frozenset().union(*named))
        usual = {start for start, documents in seen.items() if documents > max(FEW, len(people) * USUAL)}
        self._people = [[starts - usual for starts in named if starts - usual] for named in self._people]
        self._starts = [frozenset().union(*named) for named in self._people]

    def shared(self, one: int, other: int) -> bool:
        """Whether two documents name the same circle: four people or more, and half of those of the one that names fewer."""
        mine, others = self._starts[one], self._starts[other]
        if len(mine & others) < ENOUGH:
            return False
        both = min(
            sum(not starts.isdisjoint(others) for starts in self._people[one]),
            sum(not starts.isdisjoint(mine) for starts in self._people[other]),
        )
        return both >= ENOUGH and 2 * both >= min(len(self._people[one]), len(self._people[other]))

    def lend(self, homes: Sequence[str], dates: Sequence[str | None]) -> list[str]:
        """The regions of documents, where a document that tells none has that of the one with which it shares most people.

        Args:
            homes: what each document tells of its region.
            dates: of each document; of equals the nearest counts.
        """
        poor = [number for number, home in enumerate(homes) if home == UNKNOWN or home.startswith(OPEN)]
        if not poor:
            return list(homes)
        wanted = {start for number in poor for start in self._starts[number]}
        holding: defaultdict[str, list[int]] = defaultdict(list)
        for number, starts in enumerate(self._starts):
            if homes[number] and not homes[number].startswith(OPEN):
                for start in starts & wanted:
                    holding[start].append(number)
        lent = list(homes)
        for number in poor:
            shared = Counter(other for start in self._starts[number] if len(holding[start]) <= MOST for other in holding[start])
            near = [
                (-count, _apart(dates[number], dates[other]), homes[other]) for other, count in shared.items() if self.shared(number, other)
            ]
            if near:
                lent[number] = min(near)[2]
        return lent


def _apart(one: str | None, other: str | None) -> int:
    """About how many days lie between two dates."""
    if one is None or other is None:
        return 100_000
    return abs(_days(one) - _days(other))


def _days(date: str) -> int:
    year, month, day = (int(part) for part in date.split("-"))
    return year * 372 + month * 31 + day
