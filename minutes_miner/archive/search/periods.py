"""A year, a month or a day as written by a user -> its first and last day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

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
    year, first_month, day = (int(part) if part else None for part in match.groups())
    last_month = 12 if first_month is None else first_month
    try:
        first = date(year or 0, 1 if first_month is None else first_month, 1 if day is None else day)
        return first, date(first.year, last_month, monthrange(first.year, last_month)[1] if day is None else day)
    except ValueError:
        raise NoSuchDay(text) from None
