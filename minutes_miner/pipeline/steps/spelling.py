"""Whether two spellings may be of one name, and which of many words a spelling may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

SHORTEST = 5
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
    >>> list(words.apart("wilianto")), list(words.beginning("har"))
    (['wilanto'], ['hartati'])
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._known: set[str] = set()
        self._shorter: dict[str, list[str]] = {}
        self._sorted: list[str] = []
        self._new: list[str] = []
        for word in words:
            self.add(word)

    def add(self, word: str) -> None:
        """Keep a word."""
        if word in self._known:
            return
        self._known.add(word)
        self._new.append(word)
        if SHORTEST <= len(word) <= LONGEST:
            for key in _less_one(word):
                self._shorter.setdefault(key, []).append(word)

    def apart(self, word: str) -> Iterator[str]:
        """The words that are one letter apart from this one, each once."""
        if SHORTEST <= len(word) <= LONGEST:
            found = {other for key in _less_one(word) for other in self._shorter.get(key, ()) if one_apart(word, other)}
            yield from sorted(found)

    def beginning(self, start: str) -> Iterator[str]:
        """The words that begin with `start`, in the order of the alphabet."""
        if self._new:
            self._sorted = sorted([*self._sorted, *self._new])
            self._new = []
        for at in range(bisect_left(self._sorted, start), len(self._sorted)):
            if not self._sorted[at].startswith(start):
                return
            yield self._sorted[at]


def _less_one(word: str) -> set[str]:
    """The word, and what it is without each of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
