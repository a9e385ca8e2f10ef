"""Who is named with whom: documents that name the same circle of people, such as those of one forum.

First names in the company of the same other first names mean the same people (Bekkerman and McCallum 2005, Disambiguating web appearances of
people in a social network; Mann and Yarowsky 2003).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from minutes_miner.corpus.areas import OPEN, UNKNOWN
from minutes_miner.corpus.names import Words

START = 3  # letters of a first name by which it is known again (`Kus`, `Kuswanto`)
ENOUGH = 4  # people that two documents have to share
MOST = 300  # documents that a name is looked up in


class Company:
    """The circles of documents.

    Args:
        people: the names of each document, as `Names.words` gives them.
    """

    def __init__(self, people: Sequence[Sequence[Words]]) -> None:
        self._starts = [frozenset(words[0][:START] for words in named if words and len(words[0]) >= START) for named in people]

    def shared(self, one: int, other: int) -> bool:
        """Whether two documents name the same circle: four people or more, and half of those of the one that names fewer."""
        mine, others = self._starts[one], self._starts[other]
        both = len(mine & others)
        return both >= ENOUGH and 2 * both >= min(len(mine), len(others))

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
            near = [(-count, _apart(dates[number], dates[other]), homes[other]) for other, count in shared.items() if self.shared(number, other)]
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
