"""Reads dates, deadlines and clock times.

The text given is already delimited: somebody else has decided that it is a date.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from minutes_miner.dates.anchor import GRACE, Anchor, Prefer
from minutes_miner.dates.clock import ClockTime, clock_time
from minutes_miner.dates.forms import FORMS, FORMS_WITH_ANCHOR, Found
from minutes_miner.dates.periods import DAY, Interval
from minutes_miner.dates.words import Calendar, SpelledNumbers, Token

_CUE = re.compile(r"[v~<>i]+")
# `selesai paling lambat ...`: other words up to the first cue.
_FIRST_CUE = re.compile(r"[xehM]+(?=[v<>~])")
_RANGE_MARKS = re.compile(r"~|-")
_BARE_DAYS = re.compile(r"t?d+")


class DateReader:
    """Reads dates, deadlines and clock times with the calendar of a model.

    Args:
        calendar: the words.
        numbers: reads days and years that are written in words.

    >>> from minutes_miner.dates import CalendarWord
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
        return _Reading(self._tokens(text), Anchor(anchor, prefer)).whole()

    def deadline(
        self, text: str, anchor: datetime.date | None, event: datetime.date | None = None, meeting: datetime.date | None = None
    ) -> Interval | None:
        """The days by which, or in which, something is due; None where they cannot be told (`segera`, `tiap bulan`).

        What has no year lies ahead, unless it passed at most 31 days ago: then it is overdue. `sebelum X` is the day before, `akhir X` its
        last day, a duration (`14 hari sejak rapat ini`) the day on which it ends. Other words before the cue are passed over
        (`selesai paling lambat 5 Juni`).

        Args:
            text: the words of the deadline.
            anchor: the document's day.
            event: the day from which `H-7` counts, None where it is not known.
            meeting: the day of the `rapat berikutnya`, likewise.
        """
        tokens, coming = self._tokens(text), Anchor(anchor, "future", GRACE, event, meeting)
        due = _Reading(tokens, coming, durations=True).whole()
        if due is None and (start := _FIRST_CUE.match("".join(token.letter for token in tokens))):
            due = _Reading(tokens[start.end() :], coming, durations=True).whole()
        return due

    def clock(self, text: str) -> ClockTime | None:
        """The time of day that a text means: `pukul 09.00 WIB`, `10.00 - 12.00 WITA`, `jam 7 malam`, `14.00 s.d. selesai`.

        A bare number is a time only with a word that says so (`pukul`, `pagi`, `WIB`). A part of the day said once holds for both ends
        (`pukul 2 sampai 4 sore`). Midnight at the end is `00:00`.
        """
        return clock_time(self._tokens(text))

    def _tokens(self, text: str) -> list[Token]:
        return self._calendar.tokens(text, self._numbers)


class _Reading:
    """One text while its days are worked out. Spans are half-open ranges of tokens."""

    def __init__(self, tokens: Sequence[Token], anchor: Anchor, durations: bool = False, ranges: bool = True) -> None:
        self.tokens = tokens
        self.letters = "".join(token.letter for token in tokens)
        self.anchor = anchor
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
        return replace(days, start=days.start - DAY, end=days.start - DAY)

    def _is_last_day(self, start: int) -> bool:
        """`sebelum akhir tahun` is before the year is over: its last day stays."""
        return self.tokens[start].letter == "p" and self.tokens[start].name == "end"

    def read(self, start: int, end: int) -> Interval | None:
        """The days of a span, as one of the forms or as a range between two of them; a range holds no ranges."""
        return self.single(start, end) or (self._range(start, end) if self.ranges else None)

    def single(self, start: int, end: int) -> Interval | None:
        """The days of the first form that fits a span and gives real days."""
        for pattern, work_out in FORMS_WITH_ANCHOR if self.anchor.day else FORMS:
            if match := pattern.fullmatch(self.letters, start, end):
                try:
                    days = work_out(Found(match, self.tokens, self.anchor, self.read, self.durations))
                except (ValueError, OverflowError):  # a day that does not exist, or one before year 1 or after year 9999
                    continue
                if days is not None:
                    return days
        return None

    def _range(self, start: int, end: int) -> Interval | None:
        """The days from one form to another; what the first leaves open is told from the second (`28 s.d. 30 Januari`)."""
        after = _Reading(self.tokens, self.anchor, ranges=False)
        for mark in _RANGE_MARKS.finditer(self.letters, start, end):
            last = after.single(mark.end(), end)
            if last is None:
                continue
            before = _Reading(self.tokens, Anchor(last.start, "past"), ranges=False)
            first = before.single(start, mark.start()) or before._bare_day(start, mark.start())
            if first is not None and first.start <= last.end:
                return Interval(start=first.start, end=last.end, weekday_matches=first.weekday_matches)
        return None

    def _bare_day(self, start: int, end: int) -> Interval | None:
        """The first of one or more day numbers (`12, 13 dan 14 Juni`), which mean a date only before a fuller one."""
        return self.anchor.in_months(self.tokens[start].number, None) if _BARE_DAYS.fullmatch(self.letters, start, end) else None
