"""The words of the calendar, and a text as tokens of them.

Every token has one letter, by what it is: `Selasa (10/12/2024)` becomes `w(d/d/y)`. The words (`Selasa`, `Pebruari`, `pekan depan`) come
from the model's lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

Rows = Sequence[Mapping[str, str]]

# The letter of each class of word. Digits and marks get theirs in `_number_letter` and `_TOKEN`; `x` is a word that is not known.
_LETTERS = {
    "month": "m",
    "weekday": "w",
    "day": "r",
    "shift": "s",
    "part": "p",
    "ordinal": "o",
    "ordinal_mark": "q",
    "date_mark": "t",
    "day_part": "a",
    "zone": "z",
    "clock": "c",
    "open_end": "e",
    "range": "~",
    "one": "S",
    "ahead": "+",
    "by": "v",
    "before": "<",
    "from": ">",
    "within": "i",
    "recurring": "*",
    "feast": "f",
    "event": "h",
    "meeting": "M",
    "revised": "R",
    "filler": "",
}
_UNIT_LETTERS = {"day": "D", "workday": "K", "hour": "J", "week": "P", "month": "B", "year": "T", "quarter": "Q", "third": "Q", "half": "Q"}
# Words with two meanings, told apart by their neighbours: `Minggu` the day and the week, `kemarin` yesterday and last.
_TWOFOLD = {frozenset("wP"): "g", frozenset("rs"): "k"}

_PLAIN = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "×": "x", "'": "", "’": "", "‘": "", "`": "", "ʼ": "", "´": ""})
_TOKEN = re.compile(r"[0-9]+|(?<=[0-9])[.:](?=[0-9])|[^\W\d_](?:[./][^\W\d_])+(?![^\W\d_])|[^\W\d_]+|[-+/()]")
_MOST_TOKENS = 40
_LONGEST_NUMBER = 4


class SpelledNumbers(Protocol):
    """What reads numbers in words: `minutes_miner.numbers.NumberReader`."""

    def leading(self, words: Sequence[str]) -> tuple[float, int] | None:
        """The value of the number that the words begin with and how many of them it takes."""


@dataclass(slots=True)
class Token:
    """One word, number or mark as the forms see it; `text` are the digits of a number."""

    letter: str
    number: int = 0
    until: int = 0
    name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWord:
    """A word or phrase of the calendar.

    `letter` is its class in the forms; `number` what it counts (month 1-12, weekday 1-7 from Monday, days or periods from now, first hour
    of a part of the day); `until` the last hour of a part of the day; `name` its unit, part (`start`, `middle`, `end`), zone or feast.
    """

    word: str
    letter: str
    number: int = 0
    until: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """All words of the calendar, found by their first token, the longest phrase first."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], CalendarWord], ...]]

    @classmethod
    def from_rows(
        cls,
        *,
        months: Rows,
        weekdays: Rows,
        day_parts: Rows,
        time_zones: Rows,
        relative_dates: Rows,
        calendar_words: Rows,
        deadline_words: Rows,
        range_words: Rows,
        feasts: Rows,
    ) -> Calendar:
        """The calendar of the rows of nine lists, each named like its file.

        Raises:
            ValueError: a class that is not known, a value that is no number, or a word with two meanings that nothing tells apart.
        """
        return cls.from_words(
            [
                *_numbered(months, "month", "month"),
                *_numbered(weekdays, "weekday", "weekday"),
                *_numbered(day_parts, "day_part", "first_hour", "last_hour"),
                *(CalendarWord(word=row["word"], letter=_LETTERS["zone"], name=row["zone"]) for row in time_zones),
                *_numbered(relative_dates, "day", "days"),
                *(_classed(row) for row in calendar_words),
                *(_classed(row) for row in deadline_words),
                *(CalendarWord(word=row["word"], letter=_LETTERS["range"]) for row in range_words),
                *(CalendarWord(word=row["word"], letter=_LETTERS["feast"], name=row["feast"]) for row in feasts),
            ]
        )

    @classmethod
    def from_words(cls, words: Iterable[CalendarWord]) -> Calendar:
        """The calendar of these words; a word given twice must be one of those with two meanings."""
        known: dict[tuple[str, ...], CalendarWord] = {}
        for word in words:
            key = tuple(_split(word.word))
            if key in known and known[key].letter != word.letter:
                letter = _TWOFOLD.get(frozenset((known[key].letter, word.letter)))
                if letter is None:
                    raise ValueError(f"{word.word}: stands in two lists of the calendar")
                word = replace(word, letter=letter, number=word.number or known[key].number, name=word.name or known[key].name)
            known[key] = word
        phrases: dict[str, list[tuple[tuple[str, ...], CalendarWord]]] = {}
        for key in sorted(known, key=len, reverse=True):
            phrases.setdefault(key[0], []).append((key, known[key]))
        return cls({first: tuple(entries) for first, entries in phrases.items()})

    def tokens(self, text: str, numbers: SpelledNumbers) -> list[Token]:
        """The text as tokens, without fillers and without numbers that only repeat another one in brackets (`2 (dua)`)."""
        words = _split(text)
        tokens: list[Token] = []
        at = 0
        while at < len(words):
            token, used = self._token(words, at, numbers)
            at += used
            if token.letter == ")" and _repeats(tokens):
                del tokens[-2:]
            elif token.letter:
                tokens.append(token)
        return tokens

    def _token(self, words: Sequence[str], at: int, numbers: SpelledNumbers) -> tuple[Token, int]:
        word = words[at]
        if known := self._longest(words, at):
            entry, used = known
            return Token(entry.letter, entry.number, entry.until, entry.name), used
        if word[0] in "0123456789":
            number = int(word) if len(word) <= _LONGEST_NUMBER else -1
            return Token(_number_letter(number, word), number, text=word), 1
        if not word[0].isalpha():
            return Token(word), 1
        if spelled := numbers.leading(words[at : at + _MOST_TOKENS]):
            value, used = spelled
            number = int(value) if value == int(value) and value < 10**_LONGEST_NUMBER else -1
            return Token(_number_letter(number, str(number)), number, text=str(number)), used
        return Token("x"), 1

    def _longest(self, tokens: Sequence[str], at: int) -> tuple[CalendarWord, int] | None:
        """The longest phrase that stands at `at`, and how many tokens it takes."""
        for key, word in self.phrases.get(tokens[at], ()):
            if len(key) == 1 or tuple(tokens[at : at + len(key)]) == key:
                return word, len(key)
        return None


def _split(text: str) -> list[str]:
    """Lower-case words, numbers and marks; stops and colons only between digits, apostrophes dropped (`Jum'at`)."""
    found = _TOKEN.finditer(text.translate(_PLAIN).lower())
    return [match.group() for match, _ in zip(found, range(_MOST_TOKENS), strict=False)]


def _repeats(tokens: Sequence[Token]) -> bool:
    """Whether the tokens end in a number and the same one behind an open bracket."""
    return len(tokens) > 2 and tokens[-2].letter == "(" and bool(tokens[-1].text) and tokens[-1].number == tokens[-3].number


def _number_letter(number: int, digits: str) -> str:
    """`y` for a year, `d` for what may be a day, `n` for another number."""
    if len(digits) == 4 and 1800 <= number < 2200:
        return "y"
    return "d" if len(digits) <= 2 and 1 <= number <= 31 else "n"


def _numbered(rows: Rows, kind: str, column: str, until: str = "") -> Iterable[CalendarWord]:
    for row in rows:
        if not all(row[name].lstrip("-").isdecimal() for name in (column, until) if name):
            raise ValueError(f"{row['word']}: {column} is no whole number")
        yield CalendarWord(word=row["word"], letter=_LETTERS[kind], number=int(row[column]), until=int(row[until]) if until else 0)


def _classed(row: Mapping[str, str]) -> CalendarWord:
    """The word of a row with the columns `word`, `class` and, where the class needs one, `value`."""
    word, kind, value = row["word"], row["class"], row.get("value") or ""
    letter = _UNIT_LETTERS.get(value) if kind == "unit" else _LETTERS.get(kind)
    if letter is None or (kind == "part" and value not in ("start", "middle", "end")) or (kind == "one" and value not in _UNIT_LETTERS):
        raise ValueError(f"{word}: class {kind!r} with value {value!r} is not known")
    if kind in ("shift", "ordinal"):
        return next(iter(_numbered([row], kind, "value")))
    return CalendarWord(word=word, letter=letter, name=value)
