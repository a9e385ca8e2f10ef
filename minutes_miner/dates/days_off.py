"""Public holidays of Indonesia: days on which no office works, and the day of a feast in a year.

The one home of the `holidays` package, which is imported on first use.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_COUNTRY, _LANGUAGE = "ID", "en_US"


def is_day_off(day: datetime.date) -> bool:
    """Whether a day is a weekend, a public holiday, or one of the shared days of leave (`cuti bersama`) that the government sets."""
    return day.isoweekday() > 5 or day in _calendar("public", "government")


def feast_in(year: int, name: str) -> datetime.date:
    """The first day of a feast in a year, by its English name (`Eid al-Fitr`).

    Raises:
        ValueError: the year has no such holiday.
    """
    calendar = _calendar("public")
    first = datetime.date(year, 1, 1)
    _ = first in calendar  # asking for a day makes its year known
    days = (day for day, names in calendar.items() if day.year == year and _is_named(names, name))
    day = min(days, default=None)
    if day is None:
        raise ValueError(f"{year} has no {name}")
    return day


def _is_named(names: str, name: str) -> bool:
    """Whether one of the names of a day is this one; of days that are not yet fixed the names end in `(estimated)`."""
    return any(one == name or one.startswith(f"{name} (") for one in names.split("; "))


@cache
def _calendar(*categories: str) -> HolidayBase:
    from holidays import country_holidays

    return country_holidays(_COUNTRY, categories=categories, language=_LANGUAGE)
