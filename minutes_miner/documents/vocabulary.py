"""The words that a document writes, as witnesses of how it spells them."""

from __future__ import annotations

import re
from functools import cached_property

# Parts of addresses are no words.
_WORD = re.compile(r"(?<![\w@./#-])[^\W\d_]+(?![\w@/]|\.\w)")
SHORTEST_PIECE = 3


class Vocabulary:
    """The words of a document's text, gathered when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._text))

    @cached_property
    def _lowered(self) -> frozenset[str]:
        return frozenset(word.lower() for word in self._words)

    def has(self, word: str) -> bool:
        """Whether the document writes the word, in just this case."""
        return word in self._words

    def knows(self, word: str) -> bool:
        """Whether the document writes the word in any case."""
        return word.lower() in self._lowered

    def parted(self, letters: str) -> list[str]:
        """The fewest known words of three letters and more that make up `letters`; all as one word where there are none.

        >>> Vocabulary("Bupati Batang membuka rapat").parted("BUPATIBATANG")
        ['BUPATI', 'BATANG']
        """
        best: list[list[str] | None] = [[], *[None] * len(letters)]
        for end in range(SHORTEST_PIECE, len(letters) + 1):
            ways = (
                [*before, letters[start:end]]
                for start in range(end - SHORTEST_PIECE + 1)
                if (before := best[start]) is not None and self.knows(letters[start:end])
            )
            best[end] = min(ways, key=len, default=None)
        return best[-1] or [letters]
