"""Spans of days, and the arithmetic of days, weeks, months and years. Weeks run Monday to Sunday."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from minutes_miner.dates.days_off import is_day_off

DAY = timedelta(days=1)
MONTHS_IN = {"month": 1, "quarter": 3, "third": 4, "half": 6, "year": 12}
_DAYS_IN = {"day": 1, "week": 7}
_MOST_WORKDAYS = 260


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


def one_day(day: datetime.date) -> Interval:
    return Interval(start=day, end=day)


def months_of(year: int, first: int, count: int) -> Interval:
    """Whole months of one year; ValueError where it has no such months."""
    last = first + count - 1
    return Interval(start=datetime.date(year, first, 1), end=datetime.date(year, last, monthrange(year, last)[1]))


def period(unit: str, today: datetime.date, shift: int) -> Interval:
    """The calendar period that holds today, or the one so many periods away."""
    if unit == "week":
        start = today + (7 * shift + 1 - today.isoweekday()) * DAY
        return Interval(start=start, end=start + 6 * DAY)
    length = MONTHS_IN[unit]
    index = (today.year * 12 + today.month - 1) // length + shift
    year, month = divmod(index * length, 12)
    return months_of(year, month + 1, length)


def later(today: datetime.date, count: int, unit: str) -> datetime.date:
    """The day so many units after today (before it for a negative count); ValueError for more working days than a year has."""
    if unit == "hour":
        return today - (-count // 24) * DAY
    if unit == "workday":
        return _workdays_later(today, count)
    if unit in _DAYS_IN:
        return today + count * _DAYS_IN[unit] * DAY
    year, month = divmod(today.year * 12 + today.month - 1 + count * MONTHS_IN[unit], 12)
    return datetime.date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _workdays_later(today: datetime.date, count: int) -> datetime.date:
    """The day so many working days away: weekends, public holidays and shared days of leave do not count."""
    if abs(count) > _MOST_WORKDAYS:
        raise ValueError(f"{count} working days")
    step = DAY if count >= 0 else -DAY
    day, rest = today, abs(count)
    while rest:
        day += step
        rest -= not is_day_off(day)
    return day


def week_of(month: Interval, ordinal: int) -> Interval:
    """The week of a month by its number, counted in sevens from the first day; ValueError where it has no such week."""
    if ordinal == -1:
        return Interval(start=month.end - 6 * DAY, end=month.end)
    start = month.start + (ordinal - 1) * 7 * DAY
    if ordinal < 1 or start > month.end:
        raise ValueError(f"no week {ordinal} in {month.start:%Y-%m}")
    return Interval(start=start, end=min(start + 6 * DAY, month.end))


def part_of(days: Interval, part: str) -> Interval | None:
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
        start = days.start + (step if part == "middle" else 0) * DAY
        return replace(days, start=start, end=start + (step - 1) * DAY)
    months = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
    skipped, count = (0, max(1, months // 4)) if part == "start" else ((months - 1) // 2, 2 - months % 2)
    year, month = divmod(days.start.year * 12 + days.start.month - 1 + skipped, 12)
    return months_of(year, month + 1, count)


def possible(make: Callable[[int], Interval], values: range) -> list[Interval]:
    """What `make` gives for each value, without those for which there is no such day (29 February)."""
    made = []
    for value in values:
        try:
            made.append(make(value))
        except ValueError:
            continue
    return made


def full_year(digits: str) -> int | None:
    """The year of two, three (`020`) or four digits; None for three that say nothing (`202`)."""
    if len(digits) == 4:
        return int(digits)
    if len(digits) == 2 or (len(digits) == 3 and digits[0] == "0"):
        return int(digits) + (2000 if int(digits) < 80 else 1900)
    return None
