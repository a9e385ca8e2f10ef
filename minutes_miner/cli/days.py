"""Options that name a day: 2024-03-15, or a month or year, whose first or last day is meant."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from minutes_miner.cli.usage import WrongUsage

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def first_day(option: str, value: str | None) -> str | None:
    """The day that `value` names, the first of a month or year.

    Raises:
        WrongUsage: it names none.
    """
    return _day(option, value, last=False)


def last_day(option: str, value: str | None) -> str | None:
    """The day that `value` names, the last of a month or year.

    Raises:
        WrongUsage: it names none.

    >>> first_day("--since", "2024"), last_day("--until", "2024-02")
    ('2024-01-01', '2024-02-29')
    """
    return _day(option, value, last=True)


def _day(option: str, value: str | None, *, last: bool) -> str | None:
    if value is None:
        return None
    written = _DAY.fullmatch(value)
    if written is None:
        raise WrongUsage("day", option, value=value or "''")
    year, month, day = (int(part) if part else None for part in written.groups())
    try:
        month = month or (12 if last else 1)
        return date(year or 0, month, day or (monthrange(year or 0, month)[1] if last else 1)).isoformat()
    except ValueError:
        raise WrongUsage("day", option, value=value) from None
