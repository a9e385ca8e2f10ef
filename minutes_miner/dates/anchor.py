"""The day from which a text is told, and what it makes of words that leave the year, the month or the week open."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from minutes_miner.dates.periods import DAY, Interval, one_day, possible

Prefer = Literal["past", "future", "nearest"]

GRACE = timedelta(days=31)
_MISPRINTED_YEAR = timedelta(days=300)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A document's day, None where it is not known.

    `prefer` says which of the possible days is meant, `grace` how long ago a day without its year may have passed and still count as
    coming. `event` is the day of what the document prepares (`hari H`), `meeting` that of the next meeting, where it names them.
    """

    day: datetime.date | None
    prefer: Prefer
    grace: timedelta = timedelta(0)
    event: datetime.date | None = None
    meeting: datetime.date | None = None

    @property
    def today(self) -> datetime.date:
        """The day, for what is only asked where it is known."""
        return self.day or datetime.date.min

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

    def in_years(self, make: Callable[[int], Interval], shift: int | None, direction: int | None) -> Interval | None:
        """The days that `make` gives for a year: so many away (`tahun depan`), on that side (`Juni mendatang`), or chosen."""
        if self.day is None:
            return None
        if shift is not None:
            return make(self.today.year + shift)
        candidates = possible(make, range(self.today.year - 1, self.today.year + 2))
        return self.choose(candidates, self.grace) if direction is None else self._turned(candidates, direction)

    def _turned(self, candidates: Sequence[Interval], direction: int) -> Interval | None:
        """The last candidate before the anchor, the one of its year, or the next one after it."""
        if direction > 0:
            return next((days for days in candidates if days.start > self.today), None)
        if direction < 0:
            return next((days for days in reversed(candidates) if days.end < self.today), None)
        return next((days for days in candidates if days.start.year == self.today.year), None)

    def in_months(self, day: int, shift: int | None) -> Interval | None:
        """A day of the month, in the month so many away or the one that `prefer` asks for."""
        month = self.today.year * 12 + self.today.month - 1

        def make(index: int) -> Interval:
            return one_day(datetime.date(index // 12, index % 12 + 1, day))

        return make(month + shift) if shift is not None else self.choose(possible(make, range(month - 1, month + 2)))

    def weekday(self, weekday: int) -> Interval:
        """The last such weekday up to the anchor, the next one after it, or the closest."""
        ahead = (weekday - self.today.isoweekday()) % 7
        if self.prefer == "past" or (self.prefer == "nearest" and ahead > 3):
            ahead -= 7 if ahead else 0
        elif self.prefer == "future":
            ahead = ahead or 7
        return one_day(self.today + ahead * DAY)

    def told_weekday(self, weekday: int, direction: int) -> Interval:
        """The next such weekday after the anchor (`Selasa depan`), the last one (`Senin lalu`), or that of this week (`Jumat ini`)."""
        ahead = (weekday - self.today.isoweekday()) % 7
        if direction > 0:
            return one_day(self.today + (ahead or 7) * DAY)
        if direction < 0:
            return one_day(self.today + (ahead - 7) * DAY)
        return one_day(self.today + (weekday - self.today.isoweekday()) * DAY)

    def checked(self, days: Interval, weekday: int) -> Interval:
        """The days with the word whether their first one is that weekday.

        Where it is not, while the same day of another year is and lies within 31 days of the anchor, from which the written one is most of
        a year away, the year is a misprint.
        """
        if days.start.isoweekday() == weekday:
            return replace(days, weekday_matches=True)
        if self.day is not None and days.start == days.end and abs(days.start - self.today) > _MISPRINTED_YEAR:
            written = days.start
            years = range(self.today.year - 1, self.today.year + 2)
            for other in possible(lambda year: one_day(written.replace(year=year)), years):
                if other.start.isoweekday() == weekday and abs(other.start - self.today) <= GRACE:
                    return replace(other, weekday_matches=True, repaired=True)
        return replace(days, weekday_matches=False)
