"""Values of Indonesian dates, periods, deadlines and clock times.

The grammar is here, the words (`Selasa`, `Pebruari`, `pekan depan`) come from the model's lists. A text is first turned into tokens with
one letter each, by what they are: `Selasa (10/12/2024)` becomes `w(d/d/y)`. A form is a short pattern over these letters with a method that
works out the days. The forms stand at the end; the first one that fits and gives real days decides.

The text given is already delimited: somebody else has decided that it is a date. Numeric dates are day/month. Weeks run Monday to Sunday.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal, Protocol

Prefer = Literal["past", "future", "nearest"]
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
    "filler": "",
}
_UNIT_LETTERS = {"day": "D", "workday": "K", "hour": "J", "week": "P", "month": "B", "year": "T", "quarter": "Q", "third": "Q", "half": "Q"}
# Words with two meanings, told apart by their neighbours: `Minggu` the day and the week, `kemarin` yesterday and last.
_TWOFOLD = {frozenset("wP"): "g", frozenset("rs"): "k"}
_MONTHS_IN = {"month": 1, "quarter": 3, "third": 4, "half": 6, "year": 12}
_DAYS_IN = {"day": 1, "week": 7}

_PLAIN = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "×": "x", "'": "", "’": "", "‘": "", "`": "", "ʼ": "", "´": ""})
_TOKEN = re.compile(r"[0-9]+|(?<=[0-9])[.:](?=[0-9])|[^\W\d_](?:[./][^\W\d_])+(?![^\W\d_])|[^\W\d_]+|[-/()]")
_MOST_TOKENS = 40
_LONGEST_NUMBER = 4
_GRACE = timedelta(days=31)
_MISPRINTED_YEAR = timedelta(days=300)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The first and last day meant.

    `weekday_matches` says whether the weekday in the text is that of the date, None where it names none. `repaired` marks a year that the
    text misprints and that the weekday or the anchor gave back.
    """

    start: datetime.date
    end: datetime.date
    weekday_matches: bool | None = None
    repaired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTime:
    """A time of day or a span of it: `HH:MM`, no end where none is said or it is open (`selesai`), zone `WIB`, `WITA`, `WIT` or None."""

    start: str
    end: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWord:
    """A word or phrase of the calendar.

    `letter` is its class in the forms; `number` what it counts (month 1-12, weekday 1-7 from Monday, days or periods from now, first hour
    of a part of the day); `until` the last hour of a part of the day; `name` its unit, part (`start`, `middle`, `end`) or zone.
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
    ) -> Calendar:
        """The calendar of the rows of eight lists, each named like its file.

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

    def longest(self, tokens: Sequence[str], at: int) -> tuple[CalendarWord, int] | None:
        """The longest phrase that stands at `at`, and how many tokens it takes."""
        for key, word in self.phrases.get(tokens[at], ()):
            if len(key) == 1 or tuple(tokens[at : at + len(key)]) == key:
                return word, len(key)
        return None


class SpelledNumbers(Protocol):
    """What reads numbers in words: `minutes_miner.numbers.NumberReader`."""

    def leading(self, words: Sequence[str]) -> tuple[float, int] | None:
        """The value of the number that the words begin with and how many of them it takes."""


class DateReader:
    """Reads dates, deadlines and clock times with the calendar of a model.

    Args:
        calendar: the words.
        numbers: reads days and years that are written in words.

    >>> from minutes_miner.numbers import NumberReader
    >>> words = [CalendarWord(word="Agustus", letter="m", number=8), CalendarWord(word="akhir", letter="p", name="end")]
    >>> reader = DateReader(Calendar.from_words(words), NumberReader({}, {}))
    >>> str(reader.deadline("akhir Agustus", datetime.date(2024, 6, 8)).end)
    '2024-08-31'
    """

    def __init__(self, calendar: Calendar, numbers: SpelledNumbers) -> None:
        self._calendar = calendar
        self._numbers = numbers

    def date(self, text: str, anchor: datetime.date | None, prefer: Prefer = "nearest") -> Interval | None:
        """The days that a text means; None where it is no date, names no real day, or needs an anchor that is not there.

        Args:
            text: `Selasa (10/12/2024)`, `akhir bulan ini`, `7 s/d 13 Juli 2024`, `triwulan I 2025`, with or without a word of time before
                (`sebelum`, `mulai`).
            anchor: the document's day, from which `besok` and `14 Maret` are told.
            prefer: which of the possible days or years is meant where the text leaves it open: the last one up to the anchor, the next one,
                or the closest. A bare weekday in the future is never the anchor itself.
        """
        return _Reading(self._tokens(text), anchor, prefer).whole()

    def deadline(self, text: str, anchor: datetime.date | None) -> Interval | None:
        """The days by which, or in which, something is due; None where they cannot be told (`segera`, `H-3`, `tiap bulan`).

        What has no year lies ahead, unless it passed at most 31 days ago: then it is overdue. `sebelum X` is the day before, `akhir X` its
        last day, a duration (`14 hari sejak rapat ini`) the day on which it ends. Other words before the cue are passed over
        (`selesai paling lambat 5 Juni`).
        """
        tokens = self._tokens(text)
        due = _Reading(tokens, anchor, "future", grace=_GRACE, durations=True).whole()
        if due is None and (start := _FIRST_CUE.match("".join(token.letter for token in tokens))):
            due = _Reading(tokens[start.end() :], anchor, "future", grace=_GRACE, durations=True).whole()
        return due

    def clock(self, text: str) -> ClockTime | None:
        """The time of day that a text means: `pukul 09.00 WIB`, `10.00 - 12.00 WITA`, `jam 7 malam`, `14.00 s.d. selesai`.

        A bare number is a time only with a word that says so (`pukul`, `pagi`, `WIB`). A part of the day said once holds for both ends
        (`pukul 2 sampai 4 sore`). Midnight at the end is `00:00`.
        """
        tokens = self._tokens(text)
        match = _CLOCK.match("".join(token.letter for token in tokens))
        if match is None or not any(match[group] for group in ("cue", "i", "a", "z", "end_z", "end_a")):
            return None
        found = {name: tokens[match.start(name)] for name, letter in match.groupdict().items() if letter}
        day_part, end_part = found.get("a"), found.get("end_a")
        start = _clock(found["h"], found.get("i"), day_part or end_part)
        end = _clock(found["end_h"], found.get("end_i"), end_part) if "end_h" in found else None
        if start is None or ("end_h" in found and end is None):
            return None
        zone = found.get("z") or found.get("end_z")
        return ClockTime(start=start, end=end, zone=zone.name if zone else None)

    def _tokens(self, text: str) -> list[_Token]:
        """The text as tokens, without fillers and without numbers that only repeat another one in brackets (`2 (dua)`)."""
        words = _split(text)
        tokens: list[_Token] = []
        at = 0
        while at < len(words):
            token, used = self._token(words, at)
            at += used
            if token.letter == ")" and _repeats(tokens):
                del tokens[-2:]
            elif token.letter:
                tokens.append(token)
        return tokens

    def _token(self, words: Sequence[str], at: int) -> tuple[_Token, int]:
        word = words[at]
        if known := self._calendar.longest(words, at):
            entry, used = known
            return _Token(entry.letter, entry.number, entry.until, entry.name), used
        if word[0] in "0123456789":
            number = int(word) if len(word) <= _LONGEST_NUMBER else -1
            return _Token(_number_letter(number, word), number, text=word), 1
        if not word[0].isalpha():
            return _Token(word), 1
        if spelled := self._numbers.leading(words[at : at + _MOST_TOKENS]):
            value, used = spelled
            number = int(value) if value == int(value) and value < 10**_LONGEST_NUMBER else -1
            return _Token(_number_letter(number, str(number)), number, text=str(number)), used
        return _Token("x"), 1


@dataclass(slots=True)
class _Token:
    """One word, number or mark as the forms see it; `text` are the digits of a number."""

    letter: str
    number: int = 0
    until: int = 0
    name: str = ""
    text: str = ""


class _Reading:
    """One text while its days are worked out. Spans are half-open ranges of tokens."""

    def __init__(
        self,
        tokens: Sequence[_Token],
        anchor: datetime.date | None,
        prefer: Prefer,
        grace: timedelta = timedelta(0),
        durations: bool = False,
        ranges: bool = True,
    ) -> None:
        self.tokens = tokens
        self.letters = "".join(token.letter for token in tokens)
        self.anchor = anchor
        self.anchored = anchor is not None
        self.today = anchor or datetime.date.min
        self.prefer = prefer
        self.grace = grace
        self.durations = durations
        self.ranges = ranges

    def whole(self) -> Interval | None:
        """The days of all tokens, behind the cue words of a deadline if there are any."""
        cue = _CUE.match(self.letters)
        start = cue.end() if cue else 0
        self.durations = self.durations or start > 0
        days = self.read(start, len(self.tokens))
        if days is None or "<" not in self.letters[:start] or self._is_last_day(start):
            return days
        if days.start == datetime.date.min:
            return None
        return replace(days, start=days.start - _DAY, end=days.start - _DAY)

    def _is_last_day(self, start: int) -> bool:
        """`sebelum akhir tahun` is before the year is over: its last day stays."""
        return self.tokens[start].letter == "p" and self.tokens[start].name == "end"

    def read(self, start: int, end: int) -> Interval | None:
        """The days of a span, as one of the forms or as a range between two of them; a range holds no ranges."""
        return self.single(start, end) or (self._range(start, end) if self.ranges else None)

    def single(self, start: int, end: int) -> Interval | None:
        """The days of the first form that fits a span and gives real days."""
        for pattern, work_out in _FORMS_WITH_ANCHOR if self.anchored else _FORMS:
            if match := pattern.fullmatch(self.letters, start, end):
                try:
                    days = work_out(self, match)
                except (ValueError, OverflowError):  # a day that does not exist, or one before year 1 or after year 9999
                    continue
                if days is not None:
                    return days
        return None

    def _range(self, start: int, end: int) -> Interval | None:
        """The days from one form to another; what the first leaves open is told from the second (`28 s.d. 30 Januari`)."""
        after = _Reading(self.tokens, self.anchor, self.prefer, self.grace, ranges=False)
        for mark in _RANGE_MARKS.finditer(self.letters, start, end):
            last = after.single(mark.end(), end)
            if last is None:
                continue
            before = _Reading(self.tokens, last.start, "past", ranges=False)
            first = before.single(start, mark.start()) or before._bare_day(start, mark.start())
            if first is not None and first.start <= last.end:
                return Interval(start=first.start, end=last.end, weekday_matches=first.weekday_matches)
        return None

    def _bare_day(self, start: int, end: int) -> Interval | None:
        """The first of one or more day numbers (`12, 13 dan 14 Juni`), which mean a date only before a fuller one."""
        return self._in_months(self.tokens[start].number, None) if _BARE_DAYS.fullmatch(self.letters, start, end) else None

    # -- what a match holds

    def number(self, match: re.Match[str], group: str) -> int | None:
        """The number of the token that a group of the form matched, None where it matched nothing or the form has no such group."""
        at = match.start(group) if group in match.re.groupindex else -1
        return self.tokens[at].number if at >= 0 else None

    def name(self, match: re.Match[str], group: str) -> str:
        return self.tokens[match.start(group)].name

    # -- choosing among the possible days

    def choose(self, candidates: Sequence[Interval], grace: timedelta = timedelta(0)) -> Interval | None:
        """The candidate that `prefer` asks for, the closest where none lies on that side."""
        today = self.today
        if self.prefer == "past" and (passed := [days for days in candidates if days.start <= today]):
            return passed[-1]
        if self.prefer == "future" and (
            coming := [days for days in candidates if days.end >= today - min(grace, today - datetime.date.min)]
        ):
            return coming[0]
        return min(candidates, key=self._distance, default=None)

    def _distance(self, days: Interval) -> timedelta:
        return max(days.start - self.today, self.today - days.end, timedelta(0))

    def in_years(self, match: re.Match[str], make: Callable[[int], Interval]) -> Interval | None:
        """The days that `make` gives for the year of a match: written, said (`tahun depan`), or chosen."""
        written = "y" in match.re.groupindex and match["y"]
        if written:
            digits = self.tokens[match.start("y")].text
            year = _full_year(digits)
            if year is not None:
                return replace(make(year), repaired=len(digits) == 3)
        if not self.anchored:
            return None
        if (shift := self.number(match, "s")) is not None:
            return make(self.today.year + shift)
        candidates = _possible(make, range(self.today.year - 1, self.today.year + 2))
        direction = self.number(match, "n")
        if direction is not None:
            return self._turned(candidates, direction)
        chosen = self.choose(candidates, self.grace)
        return replace(chosen, repaired=bool(written)) if chosen else None

    def _turned(self, candidates: Sequence[Interval], direction: int) -> Interval | None:
        """The last candidate before the anchor, the one of its year, or the next one after it."""
        if direction > 0:
            return next((days for days in candidates if days.start > self.today), None)
        if direction < 0:
            return next((days for days in reversed(candidates) if days.end < self.today), None)
        return next((days for days in candidates if days.start.year == self.today.year), None)

    def _in_months(self, day: int, shift: int | None) -> Interval | None:
        """A day of the month, in the month told from the anchor or the one that `prefer` asks for."""
        if not self.anchored:
            return None
        month = self.today.year * 12 + self.today.month - 1

        def make(index: int) -> Interval:
            return _one(datetime.date(index // 12, index % 12 + 1, day))

        return make(month + shift) if shift is not None else self.choose(_possible(make, range(month - 1, month + 2)))

    # -- calendar dates

    def day_and_month(self, match: re.Match[str]) -> Interval | None:
        """`10 Desember 2024`, `16/02/20`, `2024-06-08`, `14 Maret`."""
        day, month = self.number(match, "d") or 0, self.number(match, "m") or 0
        return self.in_years(match, lambda year: _one(datetime.date(year, month, day)))

    def day_of_month(self, match: re.Match[str]) -> Interval | None:
        """`tanggal 10`, `tanggal 10 bulan depan`."""
        return self._in_months(self.number(match, "d") or 0, self.number(match, "s"))

    def month(self, match: re.Match[str]) -> Interval | None:
        """`Desember 2025`, `bulan Juni mendatang`, `Januari`."""
        month = self.number(match, "m") or 0
        return self.in_years(match, lambda year: _months(year, month, 1))

    def month_in_digits(self, match: re.Match[str]) -> Interval | None:
        """`2023-03`."""
        return _months(self.number(match, "y") or 0, self.number(match, "m") or 0, 1)

    def year(self, match: re.Match[str]) -> Interval | None:
        """`2024`, `tahun anggaran 2024`."""
        return _months(self.number(match, "y") or 0, 1, 12)

    def counted_period(self, match: re.Match[str]) -> Interval | None:
        """`triwulan I 2025`, `semester satu`."""
        length, ordinal = _MONTHS_IN[self.name(match, "u")], self.number(match, "o") or 0
        first = 13 - length if ordinal == -1 else (ordinal - 1) * length + 1
        return self.in_years(match, lambda year: _months(year, first, length))

    def week_of_month(self, match: re.Match[str]) -> Interval | None:
        """`minggu ke 3 bulan Januari 2024`: days 15 to 21; a fifth week is what is left, the last one the last seven days."""
        month, ordinal = self.number(match, "m") or 0, self.number(match, "o") or 0
        return self.in_years(match, lambda year: _week(_months(year, month, 1), ordinal))

    def week_of_told_month(self, match: re.Match[str]) -> Interval | None:
        """`minggu pertama bulan depan`."""
        return _week(_period("month", self.today, self.number(match, "s") or 0), self.number(match, "o") or 0)

    def part_of_period(self, match: re.Match[str]) -> Interval | None:
        """`akhir Juli`, `pertengahan tahun 2023`, `awal pekan depan`."""
        days = self.read(match.start("rest"), match.end("rest"))
        return _part(days, self.name(match, "p")) if days else None

    def part_of_this_period(self, match: re.Match[str]) -> Interval | None:
        """`akhir tahun`, `awal bulan`: of this one, or of the next where the future is meant and this one's has passed."""
        unit, part = self.name(match, "u"), self.name(match, "p")
        days = [part_days for shift in (0, 1) if (part_days := _part(_period(unit, self.today, shift), part))]
        return self.choose(days if self.prefer == "future" else days[:1])

    # -- dates told from the anchor

    def told_day(self, match: re.Match[str]) -> Interval | None:
        """`besok`, `hari ini`, `kemarin sore`."""
        return _one(self.today + (self.number(match, "r") or 0) * _DAY)

    def told_day_with_weekday(self, match: re.Match[str]) -> Interval | None:
        """`besok Selasa`."""
        return self.checked(_one(self.today + (self.number(match, "r") or 0) * _DAY), self.number(match, "w") or 0)

    def this_part_of_day(self, match: re.Match[str]) -> Interval | None:
        """`siang ini`."""
        return _one(self.today) if self.number(match, "s") == 0 else None

    def told_period(self, match: re.Match[str]) -> Interval | None:
        """`minggu depan`, `tahun lalu`."""
        return _period(self.name(match, "u"), self.today, self.number(match, "s") or 0)

    def weekday(self, match: re.Match[str]) -> Interval | None:
        """`Sabtu`: the last one up to the anchor, the next one after it, or the closest."""
        ahead = ((self.number(match, "w") or 0) - self.today.isoweekday()) % 7
        if self.prefer == "past" or (self.prefer == "nearest" and ahead > 3):
            ahead -= 7 if ahead else 0
        elif self.prefer == "future":
            ahead = ahead or 7
        return _one(self.today + ahead * _DAY)

    def told_weekday(self, match: re.Match[str]) -> Interval | None:
        """`Selasa depan` (the next one), `Senin lalu`, `Jumat ini` (of this week)."""
        weekday, direction = self.number(match, "w") or 0, self.number(match, "s") or 0
        ahead = (weekday - self.today.isoweekday()) % 7
        if direction > 0:
            return _one(self.today + (ahead or 7) * _DAY)
        if direction < 0:
            return _one(self.today + (ahead - 7) * _DAY)
        return _one(self.today + (weekday - self.today.isoweekday()) * _DAY)

    def weekday_of_told_week(self, match: re.Match[str]) -> Interval | None:
        """`Jumat pekan depan`."""
        week = _period("week", self.today, self.number(match, "s") or 0)
        return _one(week.start + ((self.number(match, "w") or 0) - 1) * _DAY)

    def duration(self, match: re.Match[str]) -> Interval | None:
        """`dua minggu lagi`, `14 hari sejak rapat ini`: the day on which it ends. Without a word for the direction only a deadline."""
        if not (self.durations or match["ahead"]):
            return None
        count, unit = self._counted(match)
        return _one(_later(self.today, count, unit))

    def told_duration(self, match: re.Match[str]) -> Interval | None:
        """`dua tahun lalu` (that whole month or year), `3 hari yang lalu`, `tiga hari mendatang`."""
        direction = self.number(match, "s") or 0
        count, unit = self._counted(match)
        if direction < 0 and unit in _MONTHS_IN:
            return _period(unit, self.today, -count)
        return _one(_later(self.today, direction * count, unit)) if direction else None

    def _counted(self, match: re.Match[str]) -> tuple[int, str]:
        if match["one"]:
            return 1, self.name(match, "one")
        count = self.number(match, "count")
        if count is None or count < 0:
            raise ValueError("a number too large to count with")
        return count, self.name(match, "u")

    def times_24_hours(self, match: re.Match[str]) -> Interval | None:
        """`1x24 jam`."""
        return _one(self.today + (self.number(match, "count") or 0) * _DAY)

    # -- dates with a second statement that checks the first

    def after_weekday(self, match: re.Match[str]) -> Interval | None:
        """`Kamis, 31 Juli 2025`, `Senin - Rabu, 4-6 Agustus`."""
        days = self.read(match.start("rest"), match.end("rest"))
        return self.checked(days, self.number(match, "w") or 0) if days else None

    def with_brackets(self, match: re.Match[str]) -> Interval | None:
        """`Selasa (10/12/2024)`, `kemarin (7/2)`, `besok (Selasa)`: the date in the brackets, or the one before them if that is all."""
        inner = _WEEKDAY_ONLY.fullmatch(self.letters, *match.span("inner"))
        outer_weekday = _WEEKDAY.search(self.letters, *match.span("outer"))
        days = None if inner and match["outer"] else self.read(*match.span("inner"))
        if days is None:
            days, outer_weekday = self.read(*match.span("outer")), inner
        if days is None or outer_weekday is None:
            return days
        return self.checked(days, self.tokens[outer_weekday.start("w")].number)

    def checked(self, days: Interval, weekday: int) -> Interval:
        """The days with the word whether their first one is that weekday.

        Where it is not, while the same day of another year is and lies within 31 days of the anchor, from which the written one is most of
        a year away, the year is a misprint.
        """
        if days.start.isoweekday() == weekday:
            return replace(days, weekday_matches=True)
        if self.anchored and days.start == days.end and abs(days.start - self.today) > _MISPRINTED_YEAR:
            written = days.start
            years = range(self.today.year - 1, self.today.year + 2)
            for other in _possible(lambda year: _one(written.replace(year=year)), years):
                if other.start.isoweekday() == weekday and abs(other.start - self.today) <= _GRACE:
                    return replace(other, weekday_matches=True, repaired=True)
        return replace(days, weekday_matches=False)


# -- arithmetic of the calendar


def _one(day: datetime.date) -> Interval:
    return Interval(start=day, end=day)


def _months(year: int, first: int, count: int) -> Interval:
    """Whole months of one year; ValueError where it has no such months."""
    last = first + count - 1
    return Interval(start=datetime.date(year, first, 1), end=datetime.date(year, last, monthrange(year, last)[1]))


def _period(unit: str, today: datetime.date, shift: int) -> Interval:
    """The calendar period that holds today, or the one so many periods away."""
    if unit == "week":
        start = today + (7 * shift + 1 - today.isoweekday()) * _DAY
        return Interval(start=start, end=start + 6 * _DAY)
    length = _MONTHS_IN[unit]
    index = (today.year * 12 + today.month - 1) // length + shift
    year, month = divmod(index * length, 12)
    return _months(year, month + 1, length)


def _later(today: datetime.date, count: int, unit: str) -> datetime.date:
    """The day so many units after today (before it for a negative count); working days are Monday to Friday."""
    if unit == "hour":
        return today - (-count // 24) * _DAY
    if unit == "workday":
        return _workdays_later(today, count)
    if unit in _DAYS_IN:
        return today + count * _DAYS_IN[unit] * _DAY
    year, month = divmod(today.year * 12 + today.month - 1 + count * _MONTHS_IN[unit], 12)
    return datetime.date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _workdays_later(today: datetime.date, count: int) -> datetime.date:
    """The day so many working days away; a weekend counts as the working day on its near side."""
    step = _DAY if count >= 0 else -_DAY
    day = today
    while day.isoweekday() > 5:
        day -= step
    weeks, rest = divmod(abs(count), 5)
    day += weeks * 7 * step
    while rest:
        day += step
        rest -= day.isoweekday() <= 5
    return day


def _week(month: Interval, ordinal: int) -> Interval:
    """The week of a month by its number, counted in sevens from the first day; ValueError where it has no such week."""
    if ordinal == -1:
        return Interval(start=month.end - 6 * _DAY, end=month.end)
    start = month.start + (ordinal - 1) * 7 * _DAY
    if ordinal < 1 or start > month.end:
        raise ValueError(f"no week {ordinal} in {month.start:%Y-%m}")
    return Interval(start=start, end=min(start + 6 * _DAY, month.end))


def _part(days: Interval, part: str) -> Interval | None:
    """The start, middle or end of a period of a week or more.

    The end is its last day. Of a week: first two days, third and fourth. Of a month: days 1-10, 11-20. Of longer periods whole months: the
    first quarter of them (of a year January to March), the middle one or two (of a year June and July).
    """
    length = (days.end - days.start).days + 1
    if length < 7:
        return None
    if part == "end":
        return replace(days, start=days.end)
    if length <= 31:
        step = 2 if length == 7 else 10
        start = days.start + (step if part == "middle" else 0) * _DAY
        return replace(days, start=start, end=start + (step - 1) * _DAY)
    months = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
    skipped, count = (0, max(1, months // 4)) if part == "start" else ((months - 1) // 2, 2 - months % 2)
    year, month = divmod(days.start.year * 12 + days.start.month - 1 + skipped, 12)
    return _months(year, month + 1, count)


def _possible(make: Callable[[int], Interval], values: range) -> list[Interval]:
    """What `make` gives for each value, without those for which there is no such day (29 February)."""
    made = []
    for value in values:
        try:
            made.append(make(value))
        except ValueError:
            continue
    return made


def _full_year(digits: str) -> int | None:
    """The year of two, three (`020`) or four digits; None for three that say nothing (`202`)."""
    if len(digits) == 4:
        return int(digits)
    if len(digits) == 2 or (len(digits) == 3 and digits[0] == "0"):
        return int(digits) + (2000 if int(digits) < 80 else 1900)
    return None


def _clock(hour: _Token, minute: _Token | None, day_part: _Token | None) -> str | None:
    """`HH:MM`, the hour moved into its part of the day (`7 malam` → 19), None where there is no such time."""
    hours, minutes = hour.number, minute.number if minute else 0
    if minute is not None and len(minute.text) != 2:
        return None
    if day_part is not None and hours <= 12:
        hours = next((moved for moved in range(hours, 36, 12) if day_part.number <= moved <= day_part.until), hours) % 24
    if not (0 <= hours <= 24 and 0 <= minutes < 60) or (hours == 24 and minutes):
        return None
    return f"{hours % 24:02}:{minutes:02}"


# -- from text to letters


def _split(text: str) -> list[str]:
    """Lower-case words, numbers and marks; stops and colons only between digits, apostrophes dropped (`Jum'at`)."""
    found = _TOKEN.finditer(text.translate(_PLAIN).lower())
    return [match.group() for match, _ in zip(found, range(_MOST_TOKENS), strict=False)]


def _repeats(tokens: Sequence[_Token]) -> bool:
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


# -- the forms

_Form = tuple[re.Pattern[str], Callable[[_Reading, re.Match[str]], Interval | None]]

_CUE = re.compile(r"[v~<>i]+")
# `selesai paling lambat ...`: other words up to the first cue.
_FIRST_CUE = re.compile(r"[xe]+(?=[v<>~])")
_RANGE_MARKS = re.compile(r"~|-")
_BARE_DAYS = re.compile(r"t?d+")
_WEEKDAY = re.compile(r"(?P<w>[wg])")
_WEEKDAY_ONLY = re.compile(r"D?(?P<w>[wg])")

# The year of a date: written, told (`tahun depan`), or the date itself told (`Juni mendatang`).
_YEAR = r"(?:[-/]?T?(?P<y>{})|T(?P<s>[sk])|(?P<n>[sk]))?"
_FULL_YEAR = _YEAR.format("y")
_ANY_YEAR = _YEAR.format("[ydn]")
_COUNT = r"(?:(?P<count>[dn])(?P<u>[DKgPBTJ])|(?P<one>S))"
# `minggu 3 Januari` is a Sunday, `minggu ke-3 Januari` and `minggu III Januari` are weeks.
_ORDINAL = r"(?:q-?(?=[od])|(?=o))(?P<o>[od])"

_FORMS: tuple[_Form, ...] = tuple(
    (re.compile(pattern), work_out)
    for pattern, work_out in (
        (rf"t?(?P<d>d)[-/]?B?(?P<m>m){_ANY_YEAR}", _Reading.day_and_month),
        (r"t?(?P<d>d)(?P<mark>[-/.])(?P<m>d)(?P=mark)(?P<y>[ydn])", _Reading.day_and_month),
        (r"(?P<y>y)[-/.](?P<m>d)[-/.](?P<d>d)", _Reading.day_and_month),
        (r"(?P<m>m)(?P<d>d)(?P<y>y)", _Reading.day_and_month),
        (r"t?(?P<d>d)/(?P<m>d)(?P<n>[sk])?", _Reading.day_and_month),
        (rf"B?(?P<m>m){_FULL_YEAR}", _Reading.month),
        (r"(?P<y>y)-(?P<m>d)", _Reading.month_in_digits),
        (r"T?(?P<y>y)", _Reading.year),
        (rf"(?P<u>Q)(?:q-?)?(?P<o>[od]){_FULL_YEAR}", _Reading.counted_period),
        (rf"[gP]{_ORDINAL}B?(?P<m>m){_FULL_YEAR}", _Reading.week_of_month),
        (r"(?P<p>p)(?P<rest>[^p].*)", _Reading.part_of_period),
        (r"D?(?P<w>[wg])(?:[-~]?D?[wg])?a?[-/]?(?P<rest>(?!D?[wg]|[-~]).+)", _Reading.after_weekday),
        (r"(?P<outer>[^()x*<>v]*)\((?P<inner>[^()]*)\)[sk]?", _Reading.with_brackets),
    )
)

_FORMS_WITH_ANCHOR: tuple[_Form, ...] = (
    *(
        (re.compile(pattern), work_out)
        for pattern, work_out in (
            (r"(?P<u>[gPBTQ])(?P<s>[sk])", _Reading.told_period),
            (r"D?(?P<r>[rk])a?", _Reading.told_day),
            (r"D?(?P<w>[wg])a?", _Reading.weekday),
            (r"(?:D?(?=w)|D(?=g))(?P<w>[wg])a?(?P<s>[sk])", _Reading.told_weekday),
            (r"D?(?P<w>[wg])a?[gP](?P<s>[sk])", _Reading.weekday_of_told_week),
            (r"[gP](?P<s>[sk])D?(?P<w>[wg])a?", _Reading.weekday_of_told_week),
            (r"D?(?P<r>[rk])D?(?P<w>[wg])", _Reading.told_day_with_weekday),
            (r"a(?P<s>s)", _Reading.this_part_of_day),
            (r"t(?P<d>d)(?:B(?P<s>[sk]))?", _Reading.day_of_month),
            (rf"[gP]{_ORDINAL}B(?P<s>[sk])", _Reading.week_of_told_month),
            (r"(?P<p>p)(?P<u>[gPBTQ])", _Reading.part_of_this_period),
            (rf"{_COUNT}(?P<ahead>\+?)", _Reading.duration),
            (rf"{_COUNT}(?P<s>[sk])", _Reading.told_duration),
            (r"(?P<count>d)x[dn]J", _Reading.times_24_hours),
        )
    ),
    *_FORMS,
)

_TIME = r"(?P<{0}h>[dn])(?:[.:](?P<{0}i>[dn]))?(?P<{0}a>a)?(?P<{0}z>z)?"
_CLOCK = re.compile(rf"(?P<cue>[cJ])?{_TIME.format('')}(?:[-~]+(?:[cJ]?{_TIME.format('end_')}|e))?(?:\(|$)")
