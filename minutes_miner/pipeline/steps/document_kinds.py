"""What kind of paper a document is."""

from __future__ import annotations

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.header_fields import HeaderField
from minutes_miner.pipeline.steps.quotes import Quote
from minutes_miner.records import DocumentKind

OPENING = 160
FIRST_LINES = 14
HEADER_FIELDS = (
    "date",
    "time",
    "place",
    "chair",
    "attendees",
    "agenda",
    "event",
    "secretary",
    "minute_taker",
    "date+time",
    "attendee_count",
)


def find_kind(sheet: Sheet, lines: list[Line], fields: list[HeaderField], quotes: list[Quote]) -> DocumentKind:
    """Minutes where the opening says so, or header fields or numbered results stand in it; a letter by its head; else news."""
    opening = range(0, min(sheet.size, OPENING))
    if _heads_letter(sheet, opening) and not any(sheet.enters(line.content, "minutes_words") for line in lines[:FIRST_LINES]):
        return "letter"
    quoted = {at for quote in quotes for at in range(quote.first, quote.last)}
    if any(at not in quoted and (sheet.has(at, "minutes_words") or sheet.has(at, "B:minutes_words")) for at in opening):
        return "minutes"
    if len({told.name for told in fields if told.name in HEADER_FIELDS}) >= 2:
        return "minutes"
    if any(sheet.has(at, "letter_words") or sheet.has(at, "B:letter_words") for at in opening):
        return "letter"
    sections = any(line.field.startswith("section_") for line in lines)
    said = any(sheet.has(at, "saying_after") or sheet.lowers[at] in sheet.lexis.after_nya for at in range(sheet.size))
    marked = sum(line.marked for line in lines)
    if (sections or marked >= 3) and not (quotes and said):
        return "minutes"
    return "news" if sheet.size > 20 else "other"


def _heads_letter(sheet: Sheet, opening: range) -> bool:
    """Whether two different signs of a letter stand in the opening (`Hal : ...` and `Yth.`)."""
    signs = {sheet.lowers[at] for at in opening if sheet.has(at, "letter_words") or sheet.has(at, "B:letter_words")}
    return len(signs) > 1
