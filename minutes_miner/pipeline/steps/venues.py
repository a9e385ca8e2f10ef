"""The hall, room or building in which a meeting was held, where no label names it."""

from __future__ import annotations

from itertools import pairwise

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.records import DocumentKind

LONGEST_VENUE = 14


def find_venue(sheet: Sheet, lines: list[Line], kind: DocumentKind) -> str | None:
    """What stands behind `bertempat di`, below or behind the day, or behind any `di` where it begins with a word of venues."""
    beside = (_venue_below(sheet, lines) or _venue_beside_time(sheet)) if kind == "minutes" else None
    return _venue_of_meeting(sheet) or beside or _venue(sheet)


def _venue_of_meeting(sheet: Sheet) -> str | None:
    """What stands behind `bertempat di`, whatever its words."""
    for at in range(2, sheet.size - 1):
        if sheet.lowers[at - 1] in sheet.lexis.at_places and sheet.lowers[at - 2] in sheet.lexis.at_places:
            return _venue_from(sheet, at)
    return None


def _venue_below(sheet: Sheet, lines: list[Line]) -> str | None:
    """The line that begins with a word of venues below one that holds a day and a time and nothing else."""
    for line, below in pairwise(lines):
        inside = [m for m in sheet.between(line.first, line.last) if m.label in ("DATE", "TIME")]
        covered = sum(m.last - m.first for m in inside)
        if inside and line.last - line.first - covered <= 1 and sheet.enters(below.content, "venue_words"):
            return " ".join(sheet.text(below.content, below.last).split())
    return None


def _venue_beside_time(sheet: Sheet) -> str | None:
    """What stands behind the `di` that follows a day or a clock time (`mulai pukul 20.30 di teras rumah Pak RW`)."""
    for mention in sheet.mentions:
        at = mention.last
        if mention.label in ("DATE", "TIME") and at + 1 < sheet.size and sheet.lowers[at] in sheet.lexis.at_places:
            return _venue_from(sheet, at + 1)
    return None


def _venue(sheet: Sheet) -> str | None:
    """The hall, room or building after `di`, up to the next comma, date or verb."""
    for at in range(1, sheet.size - 1):
        if sheet.lowers[at - 1] not in sheet.lexis.at_places or not sheet.enters(at, "venue_words"):
            continue
        venue = _venue_from(sheet, at)
        if venue is not None:
            return venue
    return None


def _venue_from(sheet: Sheet, first: int) -> str | None:
    """The words from a position on up to the next comma, date or verb, where they are two at least."""
    last = first + 1
    while last < min(sheet.size, first + LONGEST_VENUE) and not (
        sheet.words[last] in ",.;(" or "\n" in sheet.words[last] or sheet.has(last, "B:DATE") or sheet.has(last, "attribution_ends")
    ):
        last += 1
    return " ".join(sheet.text(first, last).split()) if last - first > 1 else None
