"""The day of a document: that of the meeting, of the event, of the letter."""

from __future__ import annotations

import datetime

from minutes_miner.dates import DateReader, Interval
from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.header_fields import HeaderField
from minutes_miner.records import DocumentKind

YEARS_BACK = 5
LONGEST_PLACE = 4
CAPTION_REACH = 6


def find_day(sheet: Sheet, lines: list[Line], fields: list[HeaderField], kind: DocumentKind, reader: DateReader) -> datetime.date | None:
    """The day of the meeting or event: the header's date, else the first full date with a weekday, else the first full date.

    That of a letter is the one beside its place.
    """
    dates = [m for m in sheet.mentions if m.label == "DATE"]
    if kind == "letter":
        written = next(
            (m for line in lines for m in sheet.between(line.first, line.last) if m.rule == "date.full" and _dated(line, m)), None
        )
        if written is not None and (day := _first_day(sheet, [written], reader, None)) is not None:
            return day
    if kind == "minutes":
        for told in fields:
            if told.name in ("date", "date+time"):
                inside = [m for m in sheet.between(told.first, told.last) if m.label == "DATE"]
                day = _first_day(sheet, inside, reader, None)
                if day is not None:
                    return day
    full = [m for m in dates if m.rule in ("date.full", "date.words") and not _is_deadline(sheet, m)]
    if not full:
        return None
    published = _published(sheet, lines, full, reader)
    anchor = published or _last_year(sheet)
    body = [m for m in full if not _in_caption(sheet, m) and _with_weekday(sheet, m)]
    for pool in (body, full):
        for mention in pool:
            days = _read(sheet, mention, reader, anchor)
            if days is not None and days.start == days.end and not (published and days.start > published + datetime.timedelta(days=1)):
                if kind == "news" and days.start == published and mention is full[0] and len(pool) > 1:
                    continue
                return days.start
    return published


def _dated(line: Line, mention: Found) -> bool:
    """Whether a date ends a line that holds little else, as `Wonosobo, 3 Maret 2025` does."""
    return mention.last >= line.last - 1 and mention.first - line.first <= LONGEST_PLACE


def _is_deadline(sheet: Sheet, mention: Found) -> bool:
    """Whether a date is the end of a time that is set (`paling lambat 20 Maret 2025`), which says nothing about the document's day."""
    return any(sheet.has(at, "strong_due") or sheet.has(at, "B:strong_due") for at in range(max(0, mention.first - 3), mention.first))


def _published(sheet: Sheet, lines: list[Line], full: list[Found], reader: DateReader) -> datetime.date | None:
    """The date of a line that holds nothing but a date and a clock time."""
    for line in lines[:14]:
        inside = [m for m in full if line.first <= m.first and m.last <= line.last]
        covered = sum(m.last - m.first for m in sheet.between(line.first, line.last) if m.last <= line.last)
        if inside and line.last - line.first - covered <= 4:
            return _first_day(sheet, inside, reader, None)
    return None


def _last_year(sheet: Sheet) -> datetime.date | None:
    years = [int(word) for word in sheet.words if len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")]
    return datetime.date(max(years), 12, 31) if years else None


def _with_weekday(sheet: Sheet, mention: Found) -> bool:
    return sheet.has(mention.first, "B:DATE") and not sheet.words[mention.first][0].isdigit()


def _in_caption(sheet: Sheet, mention: Found) -> bool:
    # Looked up by the word: `Foto :` is a phrase of another list as well, and a phrase hides the lists of its words.
    words = sheet.lexis.rulebook.lists["caption_words"].any_case
    return any(word in words for word in sheet.lowers[mention.last : mention.last + CAPTION_REACH])


def _first_day(sheet: Sheet, mentions: list[Found], reader: DateReader, anchor: datetime.date | None) -> datetime.date | None:
    for mention in mentions:
        days = _read(sheet, mention, reader, anchor)
        if days is not None and days.start == days.end:
            return days.start
    return None


def _read(sheet: Sheet, mention: Found, reader: DateReader, anchor: datetime.date | None) -> Interval | None:
    """The days of a date; where the year is left out, the latest one up to the anchor in which the weekday is right."""
    text = sheet.text(mention.first, mention.last)
    if anchor is None:
        return reader.date(text, None)
    first = reader.date(text, anchor, "past")
    days = first
    for back in range(1, YEARS_BACK):
        if days is None or days.weekday_matches is not False:
            break
        days = reader.date(text, datetime.date(anchor.year - back, 12, 31), "past")
    return days if days is not None and days.weekday_matches is not False else first
