"""What a misprint is meant to be, for each kind of misprint; None where that is not sure."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from minutes_miner.documents.vocabulary import Vocabulary

VOWELS = frozenset("aeiouAEIOU")
VOICED = VOWELS | {"y", "Y"}
CONSONANTS = "bcdfghklmnpqrstvwxz"
SHORTEST_BROKEN = 7
SHORTEST_SPACED = 5
LONGEST_SPACED = 60
MARKS = frozenset("ABCDE")
MOST_LETTERS_A_VOWEL = 4
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_ENDS_AS_NO_WORD = re.compile(r"[^\W\d_]{3,}[bcdfghklmnpqrstvwxyz]j", re.IGNORECASE)
_AS_DIGITS = str.maketrans("lIO", "110")


Mend = Callable[["re.Match[str]", Vocabulary], "str | None"]


def capital_i(match: re.Match[str], _: Vocabulary) -> str:
    return "I" + match.group()[1:]


def capital_i_of_capitals(match: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """Not where the document writes the same letters with an L."""
    rest = match.group()[1:]
    return None if vocabulary.has("L" + rest) else "I" + rest


def small_l(match: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """Sure before a vowel; else where the document writes the word elsewhere."""
    word = match.group()
    mended = word.replace("I", "l")
    return mended if word[word.index("I") + 1 :][:1] in VOWELS or vocabulary.knows(mended) else None


def letter_of_one(match: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """The letter that `1` stands for: `l` between vowels, `i` between consonants, elsewhere the one that the document writes."""
    word = match.group()
    before, _, after = word.partition("1")
    if before and after and (before[-1] in VOWELS) == (after[0] in VOWELS):
        return before + ("l" if after[0] in VOWELS else "i") + after
    return next((mended for letter in "li" if vocabulary.knows(mended := before + letter + after)), None)


def letter_of_zero(match: re.Match[str], vocabulary: Vocabulary) -> str | None:
    mended = match.group().replace("0", "O" if match.group().isupper() else "o")
    return mended if vocabulary.knows(mended) else None


def roman(match: re.Match[str], _: Vocabulary) -> str | None:
    mended = match.group().replace("l", "I")
    return mended if _ROMAN.fullmatch(mended) else None


def among_capitals(match: re.Match[str], _: Vocabulary) -> str:
    return match.group().replace("l", "I")


def year(match: re.Match[str], _: Vocabulary) -> str | None:
    mended = match.group().replace("O", "0")
    return mended if "1900" <= mended <= "2099" else None


def amount(match: re.Match[str], _: Vocabulary) -> str | None:
    """A number with dots at its thousands; of the digits that stand there most must be digits, or `Rp` must stand before them."""
    mended = match["amount"].translate(_AS_DIGITS)
    digits = sum(letter.isdigit() for letter in match["amount"])
    sure = digits > (0 if match["sign"] else sum(letter.isdigit() for letter in mended) - digits)
    return (match["sign"] or "") + mended if sure and _THOUSANDS.fullmatch(mended) else None


def parted_at_end(match: re.Match[str], vocabulary: Vocabulary) -> str | None:
    return parted(match, vocabulary) if not match.string[match.end() :].strip() else None


def parted(match: re.Match[str], _: Vocabulary) -> str:
    return f"{match['before']} {match['after']}"


def joined(match: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """One word, where the first piece ends as no word does or a piece has no vowel, and the document writes the whole elsewhere."""
    before, after = match["before"], match["after"]
    whole = before + after
    odd = VOICED.isdisjoint(before) or VOICED.isdisjoint(after) or _ENDS_AS_NO_WORD.fullmatch(before)
    return whole if odd and len(whole) >= SHORTEST_BROKEN and vocabulary.knows(whole) else None


def closed(match: re.Match[str], vocabulary: Vocabulary) -> str | None:
    """Letters that were spaced out evenly as words that the document writes elsewhere, else as one."""
    letters = match.group().replace(" ", "")
    if len(letters) > LONGEST_SPACED or not (_is_word(letters) or vocabulary.knows(letters)):
        return None
    return " ".join(vocabulary.parted(letters))


def _is_word(letters: str) -> bool:
    """Whether capitals make a word, and no list of marks or of classes (`A B A C`), of days or of initials."""
    vowels = sum(letter in VOWELS for letter in letters)
    rising = all(before < after for before, after in pairwise(letters))
    return (
        len(letters) >= SHORTEST_SPACED and len(letters) <= MOST_LETTERS_A_VOWEL * vowels and not rising and len(set(letters) - MARKS) > 1
    )
