"""The working sheet of one document: its tokens as symbols, and what the steps have found so far.

Steps work on positions: the tokens without blanks and without line breaks that fall inside a sentence (`soft` breaks of wrapped text).
A hard line break is a position of its own, so that a rule can ask for the start of a line and never runs over its end.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from spacy.attrs import SPACY
from spacy.tokens import Doc

from minutes_miner.pipeline.lexis import Lexis
from minutes_miner.records import Block, Label, Value

FINAL_SIGNS = frozenset(".,:;*")
FEWEST_SOFT = 3
LONG_LINE = 5
BAR = "|"
CLOSED = frozenset('.:;!?"”’)*|')


@dataclass(slots=True)
class Found:
    """A mention while it is being worked on; positions are half open."""

    label: Label
    first: int
    last: int
    rule: str
    value: Value | None = None
    entity: str | None = None
    nested: bool = False


def _first(found: Found) -> int:
    return found.first


@dataclass(slots=True)
class Sheet:
    """Tokens of a document by position, their symbols, and the findings; `whole` is the text, which a Doc would build anew each time.

    `proposals` gathers every span that a rule proposes, where somebody wants to know what became of them.
    """

    whole: str
    lexis: Lexis
    tokens: array[int]
    words: list[str]
    lowers: list[str]
    starts: array[int]
    ends: array[int]
    symbols: list[str]
    facts: list[frozenset[str]]
    mentions: list[Found] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    cache: str | None = None
    proposals: list[Found] | None = None

    @property
    def string(self) -> str:
        """The symbols as one string, which patterns are matched on."""
        if self.cache is None:
            self.cache = "".join(self.symbols)
        return self.cache

    def mark(self, first: int, last: int, label: str) -> None:
        """Let the positions stand for a phrase or span of that label from now on."""
        table, symbols = self.lexis.table, self.symbols
        for at in range(first, last):
            symbols[at] = table.mark(symbols[at], "B:" if at == first else "I:", label)
            self.facts[at] = table.facts(symbols[at])
        self.cache = None

    def text(self, first: int, last: int) -> str:
        """The document's text from one position to before another."""
        return self.whole[self.starts[first] : self.ends[last - 1]]

    def bare_end(self, first: int, last: int) -> int:
        """The end of a span without the signs that close it."""
        while last > first and self.words[last - 1] in FINAL_SIGNS:
            last -= 1
        return last

    def spelled(self, first: int, last: int) -> str:
        """The text on one line, with chat abbreviations in full where it has some (`bsk pagi` -> `besok pagi`)."""
        positions = range(first, last)
        if any(len(self.lowers[at]) != len(self.words[at]) for at in positions):
            return " ".join(self.lowers[first:last])
        return " ".join(self.text(first, last).split())

    def position(self, offset: int) -> int:
        """The first position that begins at or after a character offset."""
        return bisect_left(self.starts, offset)

    def between(self, first: int, last: int) -> list[Found]:
        """The mentions that begin between two positions, once all are found: they stand in the order of the text."""
        begin = bisect_left(self.mentions, first, key=_first)
        return self.mentions[begin : bisect_left(self.mentions, last, key=_first)]

    def places_of(self, names: Collection[tuple[str, ...]]) -> list[tuple[tuple[str, ...], int]]:
        """Where names stand, given as words in lower case: (name, first position), by names and then by positions."""
        if not names:
            return []
        lengths: dict[str, set[int]] = {}
        for name in names:
            lengths.setdefault(name[0], set()).add(len(name))
        lowers = self.lowers
        found = [
            (name, at)
            for at, lower in enumerate(lowers)
            if lower in lengths
            for length in lengths[lower]
            if (name := tuple(lowers[at : at + length])) in names
        ]
        return sorted(found)

    def has(self, at: int, feature: str) -> bool:
        """Whether the token at a position has a feature (a shape, a list, a mark)."""
        return feature in self.facts[at]

    def enters(self, at: int, name: str) -> bool:
        """Whether an entry of a list begins at a position: a word of it, or the first of a phrase."""
        return name in self.facts[at] or "B:" + name in self.facts[at]

    def inside(self, at: int, name: str) -> bool:
        """Whether a position lies in a phrase of a list."""
        return "B:" + name in self.facts[at] or "I:" + name in self.facts[at]

    def passive(self, at: int) -> bool:
        """Whether a token has the form of a passive verb."""
        return self.lowers[at].startswith(self.lexis.affixes("passive"))

    def active(self, at: int) -> bool:
        """Whether a token has the form of an active verb."""
        return self.lowers[at].startswith(self.lexis.affixes("active"))

    def verbal(self, at: int) -> bool:
        """Whether a token has the form of a verb."""
        return self.lowers[at].startswith(self.lexis.affixes("verb"))

    def causative(self, at: int) -> bool:
        """Whether a token is a bare causative verb (`serahkan`, not `menyerahkan`)."""
        return self.lowers[at].endswith(self.lexis.affixes("causative")) and not self.active(at)

    @property
    def size(self) -> int:
        """The number of positions."""
        return len(self.words)


def make_sheet(docs: Iterable[Doc], text: str, lexis: Lexis, blocks: Sequence[Block] = ()) -> Sheet:
    """The sheet of a text, tokenised in pieces that are let go one by one, with list phrases marked.

    Where nothing but blanks parts two cells of a row, a position with the word `|` stands for them, so that nothing is found across.
    """
    words, lowers, symbols, starts = _tokens(docs, lexis)
    facts = lexis.table.facts
    for i in _blank_borders(words, starts, blocks):
        words[i] = lowers[i] = BAR
        symbols[i] = lexis.table.symbol(BAR)
    kept = [i for i, word in enumerate(words) if not word[0].isspace()]
    breaks = [i for i, word in enumerate(words) if "\n" in word]
    soft = {i for i in breaks if _soft(words, i)}
    if len(soft) >= FEWEST_SOFT and len(soft) * 8 >= len(breaks):
        soft.update(i for i in breaks if _wrapped(words, i))
    kept = sorted([*kept, *(i for i in breaks if i not in soft)])
    sheet = Sheet(
        whole=text,
        lexis=lexis,
        tokens=array("i", kept),
        words=[words[i] for i in kept],
        lowers=[lowers[i] for i in kept],
        starts=array("i", [starts[i] for i in kept]),
        ends=array("i", [starts[i] + len(words[i]) for i in kept]),
        symbols=[symbols[i] for i in kept],
        facts=[facts(symbols[i]) for i in kept],
    )
    _mark_phrases(sheet)
    return sheet


def _tokens(docs: Iterable[Doc], lexis: Lexis) -> tuple[list[str], list[str], list[str], array[int]]:
    """Of all tokens: the texts, the same in lower case, the symbols, and the places in the text."""
    words: list[str] = []
    lowers: list[str] = []
    symbols: list[str] = []
    starts = array("i")
    at = 0
    for doc in docs:
        texts, small, signs = lexis.tokens(doc)
        for word, blank in zip(texts, doc.to_array(SPACY).tolist(), strict=True):
            starts.append(at)
            at += len(word) + blank
        words += texts
        lowers += small
        symbols += signs
    return words, lowers, symbols, starts


def _blank_borders(words: list[str], starts: array[int], blocks: Sequence[Block]) -> list[int]:
    """The tokens of blanks that part two cells by themselves."""
    ends = [end for block in blocks for _, end in block.cells[:-1]]
    tokens = {bisect_left(starts, end) for end in ends}
    return [i for i in tokens if i + 1 < len(words) and words[i].isspace() and BAR not in (words[i - 1], words[i + 1])]


def _soft(words: list[str], at: int) -> bool:
    """Whether a line break falls inside a sentence: one break, nothing closed before it, a small letter after it."""
    if words[at].count("\n") != 1 or at == 0 or at + 1 >= len(words):
        return False
    before, after = words[at - 1], words[at + 1]
    return before[-1] not in CLOSED and after[0].islower() and len(after) > 1


def _wrapped(words: list[str], at: int) -> bool:
    """Whether, in a text whose lines are cut at the margin, a break before a capital falls inside a name or sentence."""
    if words[at].count("\n") != 1 or at < LONG_LINE or at + 2 >= len(words):
        return False
    full = not any("\n" in word for word in words[at - LONG_LINE : at])
    after = words[at + 1 : at + 4]
    return full and words[at - 1][-1] not in CLOSED and after[0][0].isupper() and ":" not in after and not after[0].isupper()


def _mark_phrases(sheet: Sheet) -> None:
    """Mark list entries of several words, the longest first, left to right."""
    phrases, lowers, words = sheet.lexis.phrases, sheet.lowers, sheet.words
    at, size = 0, sheet.size
    while at < size - 1:
        seconds = phrases.get(lowers[at])
        step = 1
        if seconds is not None:
            for phrase in seconds.get(lowers[at + 1], ()):
                length = len(phrase.words)
                if at + length <= size and tuple(lowers[at : at + length]) == phrase.words:
                    capital = words[at][0].isupper() and words[at + length - 1][0].isupper()
                    label = phrase.capital_label if capital else phrase.label
                    if not label:
                        continue
                    sheet.mark(at, at + length, label)
                    step = length
                    break
        at += step
