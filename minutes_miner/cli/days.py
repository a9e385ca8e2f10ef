"""Options that name a day: 2024-03-15, or a month or year, whose first or last day is meant."""

from __future__ import annotations

from collections.abc import Callable

from minutes_miner.cli.usage import WrongUsage


def first_day(option: str, value: str | None) -> str | None:
    """The day that `value` names, the first of a month or year.

    Raises:
        WrongUsage: it names none.
    """
    from minutes_miner.archive.search import periods

    return _day(option, value, periods.first_day)


def last_day(option: str, value: str | None) -> str | None:
    """The day that `value` names, the last of a month or year.

    Raises:
        WrongUsage: it names none.

    >>> first_day("--since", "2024"), last_day("--until", "2024-02")
    ('2024-01-01', '2024-02-29')
    """
    from minutes_miner.archive.search import periods

    return _day(option, value, periods.last_day)


def _day(option: str, value: str | None, meant: Callable[[str], str]) -> str | None:
    from minutes_miner.archive.errors import NoSuchDay

    if value is None:
        return None
    try:
        return meant(value)
    except NoSuchDay:
        raise WrongUsage("day", option, value=value or "''") from None
