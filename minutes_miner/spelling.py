"""Whether two spellings may be of one name, and which of many words a spelling may be."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

SHORTEST = 5
FEW = 100  # words that are gone through one by one sooner than put in order
LONGEST = 40  # letters of a word that is compared letter by letter; no name is longer


def one_apart(x: str, y: str) -> bool:
    """Whether two long words differ by one letter that is other, too many, or missing.

    >>> one_apart("wilianto", "wilanto")
    True
    >>> one_apart("budi", "budy")
    False
    """
    if min(len(x), len(y)) < SHORTEST or abs(len(x) - len(y)) > 1 or x == y:
        return False
    start = 0
    while start < min(len(x), len(y)) and x[start] == y[start]:
        start += 1
    return x[start + 1 :] == y[start + 1 :] or x[start:] == y[start + 1 :] or x[start + 1 :] == y[start:]


class Spellings:
    """Words of which those that are one letter apart from another, or go on from it, are found without going through all of them.

    Two words are one letter apart when both come out alike with a letter left out, so each is kept under what it is without each of its
    letters.

    >>> words = Spellings(["wilianto", "hartati"])
    >>> words.add("wilanto")
    >>> words.apart("wilianto"), list(words.beginning("har"))
    (['wilanto'], ['hartati'])
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = list(dict.fromkeys(words))
        self._known = set(self._words)
        self._shorter: dict[str, list[str]] = {}
        self._kept = 0
        self._sorted: list[str] = []

    def add(self, word: str) -> None:
        """Keep a word."""
        if word not in self._known:
            self._known.add(word)
            self._words.append(word)
            if self._sorted:
                insort(self._sorted, word)

    def apart(self, word: str) -> list[str]:
        """The words that are one letter apart from this one, each once, in the order of the alphabet."""
        if not SHORTEST <= len(word) <= LONGEST:
            return []
        if len(self._words) <= FEW:
            return sorted(other for other in self._words if one_apart(word, other))
        for other in self._words[self._kept :]:
            if SHORTEST <= len(other) <= LONGEST:
                for key in _less_one(other):
                    self._shorter.setdefault(key, []).append(other)
        self._kept = len(self._words)
        return sorted({other for key in _less_one(word) for other in self._shorter.get(key, ()) if one_apart(word, other)})

    def beginning(self, start: str) -> Iterator[str]:
        """The words that begin with `start`, in the order of the alphabet."""
        if not self._sorted:
            self._sorted = sorted(self._words)
        for at in range(bisect_left(self._sorted, start), len(self._sorted)):
            if not self._sorted[at].startswith(start):
                return
            yield self._sorted[at]


def _less_one(word: str) -> set[str]:
    """The word, and what it is without each of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
