"""Where the words of a query stand in a text, found as the text index finds them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from typing import NamedTuple

from minutes_miner.archive.search.query import AllOf, AnyOf, Node, Phrase, Without, Word, leaves
from minutes_miner.corpus.word_forms import WORD, WordForms

Leaf = Word | Phrase


class Mark(NamedTuple):
    """`text[start:end]` is what `leaf` asks for."""

    start: int
    end: int
    leaf: Leaf


class Wanted:
    """The words and phrases of a query, ready to be looked for in one text after the other."""

    def __init__(self, query: Node, forms: WordForms) -> None:
        self._query = query
        self._stem = forms.stem
        self._by_stem: dict[str, Leaf] = {}
        self._by_word: dict[str, list[tuple[tuple[str, ...], Leaf]]] = {}
        self._prefixes: list[tuple[str, Leaf]] = []
        for leaf in leaves(query):
            self._take(leaf)

    def marks(self, text: str) -> list[Mark]:
        """Every place of a wanted word or phrase, in order."""
        words = [(match.start(), match.end(), _folded(match[0])) for match in WORD.finditer(text)]
        return [mark for place in range(len(words)) if (mark := self._at(words, place)) is not None]

    def is_in(self, text: str) -> bool:
        """Whether the text is as the query asks, but for what it does not want."""
        return _holds(self._query, {mark.leaf for mark in self.marks(text)})

    def share_of(self, text: str) -> float:
        """The share of the words of a text that are wanted, from 0 to 1."""
        words = [(match.start(), match.end()) for match in WORD.finditer(text)]
        marks = self.marks(text)
        inside = sum(any(mark.start <= start and end <= mark.end for mark in marks) for start, end in words)
        return inside / len(words) if words else 0.0

    def _take(self, leaf: Leaf) -> None:
        words = tuple(_folded(word) for word in (leaf.words if isinstance(leaf, Phrase) else leaf.written.split()))
        if isinstance(leaf, Word):
            self._by_stem.setdefault(_folded(leaf.stem), leaf)
        if isinstance(leaf, Phrase) and leaf.prefix and len(words) == 1:
            self._prefixes.append((words[0], leaf))
        else:
            self._by_word.setdefault(words[0], []).append((words, leaf))

    def _at(self, words: list[tuple[int, int, str]], place: int) -> Mark | None:
        start, end, word = words[place]
        for wanted, leaf in self._by_word.get(word, ()):
            there = [each[2] for each in words[place : place + len(wanted)]]
            if _same(there, wanted, prefix=isinstance(leaf, Phrase) and leaf.prefix):
                return Mark(start, words[place + len(wanted) - 1][1], leaf)
        found = self._by_stem.get(word) or self._by_stem.get(_folded(self._stem(word)))
        if found is None:
            found = next((leaf for beginning, leaf in self._prefixes if word.startswith(beginning)), None)
        return Mark(start, end, found) if found is not None else None


def _same(there: list[str], wanted: tuple[str, ...], *, prefix: bool) -> bool:
    if len(there) < len(wanted) or there[:-1] != list(wanted[:-1]):
        return False
    return there[-1].startswith(wanted[-1]) if prefix else there[-1] == wanted[-1]


def _holds(node: Node, found: Collection[Leaf]) -> bool:
    match node:
        case Word() | Phrase():
            return node in found
        case AllOf(parts):
            return all(_holds(part, found) for part in parts)
        case AnyOf(parts):
            return any(_holds(part, found) for part in parts)
        case Without(wanted, _):
            return _holds(wanted, found)


def _folded(word: str) -> str:
    """A word without capitals and diacritics, as the index keeps it."""
    small = word.casefold()
    return small if small.isascii() else "".join(_bare(small))


def _bare(word: str) -> Iterator[str]:
    return (character for character in unicodedata.normalize("NFD", word) if not unicodedata.combining(character))
