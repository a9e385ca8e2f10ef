"""When an item is due and what it costs: the dates, the phrases of deadlines and the amounts in its clause."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from dataclasses import dataclass

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.deadlines import EVENT_DAY, NEXT_MEETING, Phrase
from minutes_miner.records import ItemKind

NO_DUE = ("date.year",)
LONGEST_CUE = 5
YEARED = ("year", "isodate", "slashdate")


@dataclass(slots=True)
class Due:
    """A deadline by positions: the whole phrase that is read, and the date in it that is shown."""

    first: int
    last: int
    shown: int


class Dues:
    """What is due when in one document.

    Args:
        sheet: the document with its mentions.
        phrases: its phrases of deadlines, in order.
        day: the day of the document.
    """

    def __init__(self, sheet: Sheet, phrases: list[Phrase], day: datetime.date | None) -> None:
        self._sheet = sheet
        self._phrases = [phrase for phrase in phrases if phrase.rule.label == "DUE"]
        self._named = [phrase for phrase in phrases if phrase.rule.label == "DAY"]
        self._today = day.isoformat() if day is not None else ""

    def find(self, first: int, last: int, kind: ItemKind) -> Due | None:
        """The deadline of an item.

        A date behind a word of deadline, else a phrase that is as clear, else for what is to be done the last date that is no budget year
        and not past, else a loose phrase (`segera`). A need is due only by the first two, or by a date that looks ahead (`tahun depan`).
        """
        dates = [m for m in self._sheet.between(first, last) if m.label == "DATE" and m.last <= last]
        phrases = self._phrases_in(first, last)
        clear = [phrase for phrase in phrases if not phrase.loose]
        for date in dates:
            cue = self._cue_before(first, date.first)
            if cue is not None and date.rule not in NO_DUE:
                return self._widened(Due(cue, date.last, date.first), clear)
        if clear:
            return self._of_phrase(first, clear[-1])
        open_dates = [date for date in dates if date.rule not in NO_DUE and not self._of_data(date)]
        if kind == "need":
            open_dates = [date for date in open_dates if self._looks_ahead(date)][:1]
        if open_dates:
            return Due(open_dates[-1].first, open_dates[-1].last, open_dates[-1].first)
        return self._of_phrase(first, phrases[-1]) if phrases and kind != "need" else None

    def stated(self, first: int, last: int) -> Due | None:
        """The first date of a tail or cell (`(PIC: ..., 3 Mei)`), which says when without more words; else its first phrase."""
        dates = [m for m in self._sheet.between(first, last) if m.label == "DATE" and m.last <= last]
        phrases = self._phrases_in(first, last)
        if dates:
            return self._widened(Due(dates[0].first, dates[0].last, dates[0].first), phrases)
        return self._of_phrase(first, phrases[0]) if phrases else None

    def _phrases_in(self, first: int, last: int) -> list[Phrase]:
        begin = bisect_left(self._phrases, first, key=_first)
        inside = self._phrases[begin : bisect_left(self._phrases, last, key=_first)]
        return [phrase for phrase in inside if phrase.last <= last and not self._past(phrase.first, phrase.last)]

    def _of_phrase(self, first: int, phrase: Phrase) -> Due:
        cue = self._cue_before(first, phrase.first)
        return Due(phrase.first if cue is None else cue, phrase.last, phrase.first)

    def _widened(self, due: Due, phrases: list[Phrase]) -> Due:
        """The deadline with the phrase that holds its date (`5 hari setelah 3 Mei`)."""
        for phrase in phrases:
            if phrase.first < due.shown and due.last <= phrase.last:
                return Due(min(due.first, phrase.first), phrase.last, phrase.first)
        return due

    def _cue_before(self, first: int, date: int) -> int | None:
        """Where a phrase of deadline that leads to the date begins."""
        found = None
        for at in range(date - 1, max(first, date - LONGEST_CUE) - 1, -1):
            if self._sheet.has(at, "strong_due") or self._sheet.has(at, "B:strong_due"):
                found = at
        return found

    def _of_data(self, date: Found) -> bool:
        """A year or period that says which budget or data is meant (`APBD 2020`, `tahun anggaran 2026`), or a day that lies behind."""
        if date.rule == "date.period" and self._sheet.lowers[date.first] in self._sheet.lexis.budget_words:
            return True
        return self._sheet.lowers[date.last - 1] in self._sheet.lexis.behind or self._past(date.first, date.last)

    def _looks_ahead(self, date: Found) -> bool:
        """Whether a date is told from today and lies ahead (`tahun depan`)."""
        return date.rule == "date.relative" and self._sheet.lowers[date.last - 1] in self._sheet.lexis.ahead

    def _past(self, first: int, last: int) -> bool:
        """Whether a date with its year between two positions was over on the day of the document."""
        if not any(self._sheet.has(at, shape) for at in range(first, last) for shape in YEARED):
            return False
        dates = (m.value for m in self._sheet.between(first, last) if m.label == "DATE" and m.value)
        return any(isinstance(end := value.get("end"), str) and end < self._today for value in dates)

    def event_day(self) -> datetime.date | None:
        """The day from which `H-7` counts, where the document names one."""
        return self._day_of(EVENT_DAY)

    def next_meeting(self) -> datetime.date | None:
        """The day of the next meeting, likewise."""
        return self._day_of(NEXT_MEETING)

    def _day_of(self, rule: str) -> datetime.date | None:
        """The one day ahead that phrases of the rule name; None where they name none, or several."""
        spans = [(phrase.first, phrase.last) for phrase in self._named if phrase.rule.id == rule]
        values = [m.value for a, b in spans for m in self._sheet.between(a, b) if m.label == "DATE" and m.value]
        days = {str(value["start"]) for value in values if str(value["end"]) >= self._today}
        return datetime.date.fromisoformat(days.pop()) if len(days) == 1 else None


def _first(phrase: Phrase) -> int:
    return phrase.first


def find_amount(sheet: Sheet, first: int, last: int) -> Found | None:
    """The amount of money in a clause: of several the last (`dari Rp50 juta menjadi Rp500 juta`), but none that says it again (`atau`)."""
    amounts = [m for m in sheet.between(first, last) if m.label == "MONEY" and m.last <= last]
    told = [m for m in amounts if not any(sheet.has(at, "otherwise") for at in range(max(first, m.first - 3), m.first))]
    return (told or amounts)[-1] if amounts else None
