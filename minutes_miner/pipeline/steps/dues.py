"""When an item is due and what it costs: the dates and amounts in its clause."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.pipeline.sheet import Found, Sheet

NO_DUE = ("date.year",)


@dataclass(slots=True)
class Due:
    """A deadline by positions: the whole phrase that is read, and the date in it that is shown."""

    first: int
    last: int
    shown: int


def find_due(sheet: Sheet, first: int, last: int, kind: str) -> Due | None:
    """The deadline of an item: a date behind a word of deadline, else for what is to be done the last date that is no budget year."""
    dates = [m for m in sheet.between(first, last) if m.label == "DATE" and m.last <= last]
    for date in dates:
        cue = _cue_before(sheet, first, date)
        if cue is not None and date.rule not in NO_DUE:
            return Due(cue, date.last, date.first)
    open_dates = [d for d in dates if d.rule not in NO_DUE and not _of_data(sheet, d)]
    if kind != "need" and open_dates:
        return Due(open_dates[-1].first, open_dates[-1].last, open_dates[-1].first)
    if kind == "need":
        relative = [d for d in open_dates if d.rule == "date.relative" and sheet.lowers[d.last - 1] in sheet.lexis.ahead]
        if relative:
            return Due(relative[0].first, relative[0].last, relative[0].first)
    return None


def _cue_before(sheet: Sheet, first: int, date: Found) -> int | None:
    """Where a phrase of deadline that leads to the date begins."""
    found = None
    for at in range(date.first - 1, max(first, date.first - 5) - 1, -1):
        if sheet.has(at, "strong_due") or sheet.has(at, "B:strong_due"):
            found = at
    return found


def _of_data(sheet: Sheet, date: Found) -> bool:
    """A year or period that says which budget or data is meant (`APBD 2020`, `tahun anggaran 2026`), no day of delivery."""
    if date.rule == "date.period":
        return sheet.lowers[date.first] in sheet.lexis.budget_words
    return sheet.lowers[date.last - 1] in sheet.lexis.behind


def find_amount(sheet: Sheet, first: int, last: int) -> Found | None:
    """The amount of money in a clause: of several the last (`dari Rp50 juta menjadi Rp500 juta`), but none that says it again (`atau`)."""
    amounts = [m for m in sheet.between(first, last) if m.label == "MONEY" and m.last <= last]
    told = [m for m in amounts if not any(sheet.has(at, "otherwise") for at in range(max(first, m.first - 3), m.first))]
    return (told or amounts)[-1] if amounts else None
