"""Values of dates, times, money and quantities."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from minutes_miner.dates import DateReader
from minutes_miner.numbers import NumberReader
from minutes_miner.pipeline.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers of a model's numbers and dates."""

    numbers: NumberReader
    dates: DateReader


def find_values(sheet: Sheet, day: datetime.date | None, readers: Readers) -> None:
    """Set the value of each mention that has one."""
    for mention in sheet.mentions:
        text = sheet.spelled(mention.first, mention.last) if mention.label in ("DATE", "TIME", "MONEY", "QUANTITY") else ""
        if mention.label == "DATE":
            days = readers.dates.date(text, day)
            mention.value = {"start": days.start.isoformat(), "end": days.end.isoformat()} if days else None
        elif mention.label == "TIME":
            clock = readers.dates.clock(text)
            mention.value = {"start": clock.start, "end": clock.end, "zone": clock.zone} if clock else None
        elif mention.label == "MONEY":
            money = readers.numbers.money(text)
            mention.value = {"value": money.value, "currency": money.currency} if money else None
        elif mention.label == "QUANTITY":
            quantity = readers.numbers.quantity(text)
            mention.value = {"value": quantity.value, "unit": quantity.unit} if quantity else None
