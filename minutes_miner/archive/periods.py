"""A year, a month or a day as written by a user -> its first and last day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from minutes_miner.archive.errors import NoSuchDay

_FORM = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


def first_day(text: str) -> str:
    """The first day of what is written.

    Raises:
        NoSuchDay: it is no year, month or day.

    >>> first_day("2024"), first_day("2024-2"), first_day("2024-02-09")
    ('2024-01-01', '2024-02-01', '2024-02-09')
    """
    return _days(text)[0].isoformat()


def last_day(text: str) -> str:
    """The last day of what is written.

    Raises:
        NoSuchDay: it is no year, month or day.

    >>> last_day("2024"), last_day("2024-2"), last_day("2024-02-09")
    ('2024-12-31', '2024-02-29', '2024-02-09')
    """
    return _days(text)[1].isoformat()


def _days(text: str) -> tuple[date, date]:
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise NoSuchDay(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        return first, first if day else _end_of_month(first) if month else date(first.year, 12, 31)
    except (ValueError, OverflowError):
        raise NoSuchDay(text) from None


def _end_of_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
