"""Evidence for topics in a sentence: which listed terms stand in it, and how much each says.

The terms are indexed by their first word, so a sentence costs one look-up a word however long the lists are. A word of the text is taken
back to a listed form by dropping Indonesian affixes until a listed word is met; nothing is stemmed that is not listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

# What one term is worth by its list, and how much each further word of it adds: a longer term is more specific.
STRONG, WEAK, FURTHER_WORD = 3.0, 1.0, 0.4
# What is needed mostly stands right after the need cue; what follows `karena` or `selain` is background. Reaches are in words.
AFTER_CUE, ASIDE = 1.5, 0.6
CUE_REACH, ASIDE_REACH = 4, 7

# Two words that speak for a topic where they stand near one another (`dana` and `panti`), and how near that is.
TOGETHER, TOGETHER_REACH = 2.0, 8

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_RUPIAH = re.compile(r"[Rr]p\d")
_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
_PREFIXES = ("di", "ter", "ber", "be", "se", "ke", "non", "meng", "mem", "men", "me", "pra", "antar")
# Verbs with me- lose the first letter of their root: memakai (pakai), menanam (tanam), mengirim (kirim), menyapu (sapu).
_NASALS = (("meny", "s"), ("mem", "p"), ("men", "t"), ("meng", "k"))
_SHORTEST_ROOT = 3


@dataclass(frozen=True, slots=True)
class Term:
    """One listed expression: its words, the topic that it speaks for and its worth (0 for a trap)."""

    words: tuple[str, ...]
    topic: str
    worth: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Words that speak for a topic where one of `left` and one of `right` stand near one another, in whatever order."""

    left: frozenset[str]
    right: frozenset[str]
    topic: str


def term_words(expression: str, *, keep_case: bool) -> tuple[str, ...]:
    """The words of a listed expression; a word with two capitals or more is an abbreviation and keeps its case.

    >>> term_words("hibah LKSA", keep_case=False)
    ('hibah', 'LKSA')
    """
    return tuple(word if keep_case or sum(map(str.isupper, word)) > 1 else word.casefold() for word in _WORD.findall(expression))


def word_forms(word: str) -> Iterator[str]:
    """Forms that `word` may be an inflection of, nearest first.

    >>> [form for form in word_forms("anggarannya") if form == "anggaran"]
    ['anggaran']
    >>> "data" in word_forms("mendata"), "anak" in word_forms("anak-anaknya"), "tanam" in word_forms("ditanami")
    (True, True, True)
    """
    bare = word
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) - len(clitic) >= _SHORTEST_ROOT:
            bare = word.removesuffix(clitic)
            yield bare
    head, hyphen, tail = bare.partition("-")
    if hyphen:
        yield head
        yield tail
    for root in _without_prefix(bare):
        yield root
        for suffix in ("kan", "i"):
            if root.endswith(suffix) and len(root) - len(suffix) >= _SHORTEST_ROOT:
                yield root.removesuffix(suffix)


def _without_prefix(word: str) -> Iterator[str]:
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_ROOT:
            yield word.removeprefix(prefix)
    for prefix, lost in _NASALS:
        if word.startswith(prefix):
            yield lost + word.removeprefix(prefix)


class TermIndex:
    """Weighs a sentence against all listed terms at once.

    At each word the longest listed term wins and uses its words up, so a phrase is not counted again by its parts. A trap silences its
    own topic for the words that it covers and leaves the others free to speak: `izin operasional` is no operational aid, but it is a
    licence. A term that several topics list is shared out among them. Pairs of words are heard
    where no strong term speaks.
    """

    def __init__(self, terms: Iterable[Term], cues: Iterable[str], asides: Iterable[str], pairs: Iterable[Pair] = ()) -> None:
        self._pairs = tuple(pairs)
        self._paired = frozenset(word for pair in self._pairs for word in pair.left | pair.right)
        self._cues = frozenset(cues)
        self._asides = frozenset(asides)
        worths: dict[tuple[str, ...], dict[str, float]] = {}
        for term in terms:
            worths.setdefault(term.words, {})[term.topic] = term.worth
        self._by_first: dict[str, list[_Listed]] = {}
        for words in sorted(worths, key=lambda words: (-len(words), words)):
            self._by_first.setdefault(words[0], []).append(_listed(words, worths[words]))
        self._known = frozenset(word for words in worths for word in words) | self._cues | self._asides | self._paired
        self._form = lru_cache(maxsize=50_000)(self._known_form)

    def weigh(self, text: str) -> dict[str, float]:
        """Topic -> evidence in `text`; topics of which nothing is said are left out."""
        form = self._form
        words = [form(word) for word in _WORD.findall(text)]
        found: dict[str, float] = {}
        silenced: dict[str, int] = {}
        cue_at = aside_at = -99
        fresh_cue = True
        at, end = 0, len(words)
        while at < end:
            word = words[at]
            if word in self._cues:
                cue_at, aside_at, fresh_cue = at, -99, True
            elif word in self._asides:
                aside_at = at
            listed = self._longest(words, at, silenced) if word in self._by_first else None
            if listed is None:
                at += 1
                continue
            place = 1.0
            if fresh_cue and at - cue_at <= CUE_REACH:
                place, fresh_cue = AFTER_CUE, False
            elif at - aside_at <= ASIDE_REACH:
                place = ASIDE
            at += listed.size
            for topic, worth in listed.shares:
                if silenced.get(topic, 0) < at:
                    found[topic] = found.get(topic, 0.0) + worth * place
        if max(found.values(), default=0.0) < STRONG:
            for topic in self._near(words) - silenced.keys():
                found[topic] = found.get(topic, 0.0) + TOGETHER
        return found

    def _near(self, words: list[str]) -> set[str]:
        """The topics of the pairs whose two sides stand near one another in `words`."""
        found: set[str] = set()
        paired = [(at, word) for at, word in enumerate(words) if word in self._paired]
        for pair in self._pairs if len(paired) > 1 else ():
            right = [at for at, word in paired if word in pair.right]
            if right and any(0 < abs(one - at) <= TOGETHER_REACH for one, word in paired if word in pair.left for at in right):
                found.add(pair.topic)
        return found

    def _longest(self, words: list[str], at: int, silenced: dict[str, int]) -> _Listed | None:
        longest = None
        for listed in self._by_first[words[at]]:
            if listed.size == 1 or words[at : at + listed.size] == listed.words:
                for topic in listed.traps:
                    silenced[topic] = max(at + listed.size, silenced.get(topic, 0))
                if longest is None and listed.shares:
                    longest = listed
        return longest

    def _known_form(self, word: str) -> str:
        if word in self._known:
            return word
        small = word.casefold()
        if small in self._known:
            return small
        if small.startswith("ber-") and word[4:] in self._known:
            return word[4:]
        head, _, clitic = word.partition("-")
        if clitic in _CLITICS and head in self._known:
            return head
        if _RUPIAH.match(word) and "rp" in self._known:
            return "rp"
        return next((form for form in word_forms(small) if form in self._known), "")


@dataclass(frozen=True, slots=True)
class _Listed:
    """A listed expression with all that the topics say about it: what it is worth to which, and whom it is a trap for."""

    size: int
    words: list[str]
    shares: tuple[tuple[str, float], ...]
    traps: tuple[str, ...]


def _listed(words: tuple[str, ...], worths: dict[str, float]) -> _Listed:
    speaking = {topic: worth for topic, worth in worths.items() if worth}
    further = FURTHER_WORD * (len(words) - 1)
    shares = tuple((topic, (worth + further) / len(speaking) ** 0.5) for topic, worth in sorted(speaking.items()))
    return _Listed(len(words), list(words), shares, tuple(sorted(worths.keys() - speaking.keys())))
