"""Names of people compared: one written form for all spellings, and how a name may be meant by a shorter or misspelt one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from minutes_miner.rulebook.wordlists import WordList
from minutes_miner.spelling import SHORTEST, one_apart

Words = tuple[str, ...]
Likeness = Literal["same", "spelling", "initials", "shorter", "part"]

SHORTEST_START = 3  # letters by which a nickname begins a name (`Kus` for `Kuswanto`)
TELLING = 3  # letters that a word has at least to be more than an initial
GENDERS = frozenset("oia")  # last letters that tell brother from sister (`Yulianto`, `Yulianti`)
_QUOTES = str.maketrans("", "", "'’‘`´\"“”")
_DOUBLED = re.compile(r"([a-z])\1+")
_BREAKS = re.compile(r"[\s,/()-]+")


class Names:
    """Puts names in one form: small letters, short forms and old spellings as they are written now.

    Args:
        lists: the model's lists `name_spellings` (`Moh.` is `Muhammad`), `old_spellings` (`oe` is `u`) and `given_names`.

    Attributes:
        known: given names in that form; two of them are two names and not one misspelt (`Wahyudi`, `Wahyuni`).
    """

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self._short = {word.lower(): row["full"].lower().split() for word, row in lists["name_spellings"].rows.items()}
        self._old = [(word.lower(), row["now"].lower()) for word, row in lists["old_spellings"].rows.items()]
        self._words: dict[str, Words] = {}
        self._folded: dict[str, str] = {}
        self.known = frozenset(self._fold(word) for word in lists["given_names"].any_case | {w.lower() for w in lists["given_names"].exact})

    def words(self, name: str) -> Words:
        """The words of a name in the form in which names are compared; initials are single letters."""
        known = self._words.get(name)
        if known is None:
            parts = _BREAKS.split(name.lower().translate(_QUOTES))
            known = self._words[name] = tuple(self._fold(word) for part in parts for word in self._written_out(part))
        return known

    def _written_out(self, part: str) -> Iterator[str]:
        """A word as it stands in full; one with stops inside is several (`Y.Lewar`), unless it is a short form (`A.A.`)."""
        bare = part.replace(".", "")
        if bare in self._short:
            yield from self._short[bare]
            return
        for word in filter(None, part.split(".")):
            yield from self._short.get(word, [word])

    def _fold(self, word: str) -> str:
        folded = self._folded.get(word)
        if folded is None:
            folded = word
            for old, now in self._old:
                folded = folded.replace(old, now)
            folded = self._folded[word] = _DOUBLED.sub(r"\1", folded)
        return folded


def likeness(one: Words, other: Words, known: Collection[str] = ()) -> Likeness | None:
    """How the name with fewer letters may mean the other, or None where it may not.

    `same`: the same words. `spelling`: one letter of one long word other, too many or missing, unless both words are `known` names or the
    letter tells a man's name from a woman's. `initials`: some words are their first letters. `shorter`: two words or more of the longer,
    in its order. `part`: one word of it, or the beginning of one.

    >>> likeness(("t", "lewar"), ("tanto", "lewar")), likeness(("kus",), ("kuswanto", "hadi"))
    ('initials', 'part')
    >>> likeness(("yulianto", "sari"), ("yulianti", "sari"))
    """
    if one == other:
        return "same"
    short, long = (one, other) if _fullness(one) < _fullness(other) else (other, one)
    if len(short) == 1:
        return "part" if _is_part(short[0], long) else None
    if len(short) == len(long) and _misspelt(short, long, known):
        return "spelling"
    return _abridged(short, long)


def _fullness(words: Words) -> tuple[int, int, Words]:
    return sum(len(word) > 1 for word in words), sum(map(len, words)), words


def _is_part(word: str, long: Words) -> bool:
    if len(long) == 1:
        return len(word) >= SHORTEST_START and long[0].startswith(word)
    return len(word) >= TELLING and any(other == word or other.startswith(word) for other in long)


def _misspelt(one: Words, other: Words, known: Collection[str]) -> bool:
    unlike = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    if len(unlike) != 1 or not one_apart(*unlike[0]):
        return False
    x, y = unlike[0]
    if x in known and y in known:
        return False
    return not (len(x) == len(y) and x[:-1] == y[:-1] and x[-1] in GENDERS and y[-1] in GENDERS)


def _abridged(short: Words, long: Words) -> Likeness | None:
    """Whether the words of a name stand in another in their order, as they are or as initials; one has to be more."""
    at = 0
    initials = full = 0
    for word in short:
        while at < len(long) and not (long[at] == word or (1 in (len(word), len(long[at])) and long[at][0] == word[0])):
            at += 1
        if at == len(long):
            return None
        initials += long[at] != word
        full += long[at] == word and len(word) >= TELLING
        at += 1
    if initials:
        return "initials" if full else None
    return "shorter" if full > 1 else None


def is_whole(words: Words) -> bool:
    """Whether a name has two words or more that are no initials, so that it can tell by itself who is meant."""
    return sum(len(word) > 1 for word in words) > 1


def keys(words: Words) -> Iterator[Words]:
    """What a name of several words is kept under, so that those which may mean the same share a key.

    Every two of its words, each word with the first letters of those before and behind it, and all its words but one with the beginning or
    the end of that one.
    """
    telling = [word for word in words if len(word) >= TELLING]
    for at, word in enumerate(telling):
        for other in telling[at + 1 :]:
            yield (word, other)
    for at, word in enumerate(words):
        if len(word) >= TELLING:
            if at:
                yield (words[0][0] + ".", word)
            elif len(words) > 1:
                yield (word, words[-1][0] + ".")
    for at, word in enumerate(words):
        if len(word) >= SHORTEST:
            rest = (*words[:at], *words[at + 1 :])
            yield (*rest, f"{at}{word[:2]}-")
            yield (*rest, f"{at}-{word[-2:]}")
