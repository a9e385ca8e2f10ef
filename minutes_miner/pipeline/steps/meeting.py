"""The document as a whole: its kind, date, place and title, and for minutes the header fields."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from minutes_miner.dates import DateReader, Interval
from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.quotes import Quote
from minutes_miner.records import DocumentKind

OPENING = 160
LONGEST_TITLE = 25
YEARS_BACK = 5
LONGEST_VENUE = 14
LONGEST_EVENT = 16
TITLE_MARKS = ("minutes_words", "B:minutes_words")
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


@dataclass(slots=True)
class Meeting:
    """What the document is about: day, place, and who led and recorded the meeting (positions of values, or entity ids)."""

    kind: DocumentKind
    title: str | None = None
    day: datetime.date | None = None
    place: str | None = None
    event: str | None = None
    time: str | None = None
    venue: str | None = None
    chair: str | None = None
    secretary: str | None = None
    attendees: list[str] = field(default_factory=list)


def find_kind(sheet: Sheet, lines: list[Line], quotes: list[Quote]) -> DocumentKind:
    """Minutes where the opening says so, or header fields or numbered results stand in it; a letter by its salutation; else news."""
    opening = range(0, min(sheet.size, OPENING))
    quoted = {at for quote in quotes for at in range(quote.first, quote.last)}
    if any(at not in quoted and (sheet.has(at, "minutes_words") or sheet.has(at, "B:minutes_words")) for at in opening):
        return "minutes"
    fields = {line.field for line in lines if line.field in HEADER_FIELDS and line.value < line.last}
    if len(fields) >= 2:
        return "minutes"
    if any(sheet.has(at, "letter_words") or sheet.has(at, "B:letter_words") for at in opening):
        return "letter"
    sections = any(line.field.startswith("section_") for line in lines)
    said = any(sheet.has(at, "saying_after") or sheet.lowers[at] in sheet.lexis.after_nya for at in range(sheet.size))
    marked = sum(line.marked for line in lines)
    if (sections or marked >= 3) and not (quotes and said):
        return "minutes"
    return "news" if sheet.size > 20 else "other"


def find_day(sheet: Sheet, lines: list[Line], kind: DocumentKind, reader: DateReader) -> datetime.date | None:
    """The day of the meeting or event: the header's date, else the first full date with a weekday, else the first full date."""
    dates = [m for m in sheet.mentions if m.label == "DATE"]
    if kind == "minutes":
        for line in lines:
            if line.field in ("date", "date+time"):
                inside = [m for m in dates if line.first <= m.first < line.last]
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
    years = [int(word) for word in sheet.words if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")]
    return datetime.date(max(years), 12, 31) if years else None


def _with_weekday(sheet: Sheet, mention: Found) -> bool:
    return sheet.has(mention.first, "B:DATE") and not sheet.words[mention.first][0].isdigit()


def _in_caption(sheet: Sheet, mention: Found) -> bool:
    return any(sheet.has(at, "caption_words") for at in range(mention.last, min(sheet.size, mention.last + 6)))


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


def find_meeting(sheet: Sheet, lines: list[Line], kind: DocumentKind, day: datetime.date | None) -> Meeting:
    """The remaining facts about the document."""
    meeting = Meeting(kind=kind, day=day, title=_title(sheet, lines, kind))
    for line in lines:
        _take_field(sheet, line, meeting)
    for line in lines:
        if line.section in ("attendees", "attendance") and line.first < line.last:
            meeting.attendees += [sheet.text(m.first, m.last) for m in sheet.between(line.first, line.last) if m.label == "PERSON"]
    meeting.place = meeting.place or _place(sheet, lines, kind)
    meeting.event = meeting.event or _event_in_title(sheet, lines, kind) or _event(sheet)
    meeting.venue = meeting.venue or _venue(sheet)
    return meeting


def _event_in_title(sheet: Sheet, lines: list[Line], kind: DocumentKind) -> str | None:
    """The name of the meeting in the title of minutes: `NOTULEN RAPAT KOORDINASI ...` without its first word."""
    if kind != "minutes":
        return None
    for line in lines[:8]:
        first = line.content
        while first < line.last and (sheet.has(first, "document_titles") or _phrase(sheet, first, "document_titles")):
            first += 1
        if line.last - first > 1 and _named(sheet, first, "event_words") and not (line.field and line.value < line.last):
            return " ".join(sheet.text(first, line.last).split())
    return None


def _event(sheet: Sheet) -> str | None:
    """The first event named in the text, with its bracket and the names that follow it directly."""
    for first in range(sheet.size - 1):
        if not _named(sheet, first, "event_words") or sheet.has(first, "I:event_words"):
            continue
        last = first + 1
        while (
            last < sheet.size
            and last - first < LONGEST_EVENT
            and (sheet.has(last, "I:event_words") or _continues(sheet, last) or (sheet.words[last] in "()" and _bracket(sheet, last)))
        ):
            last += 1
        if last - first > 1:
            return " ".join(sheet.text(first, last).split())
    return None


def _continues(sheet: Sheet, at: int) -> bool:
    if sheet.has(at, "B:DATE") or sheet.has(at, "B:PERSON") or sheet.has(at, "I:PERSON"):
        return False
    return any(sheet.has(at, name) for name in ("Cap", "UP", "mixed", "B:INSTITUTION", "I:INSTITUTION", "B:PLACE", "I:PLACE"))


def _bracket(sheet: Sheet, at: int) -> bool:
    """A bracket that holds one abbreviation."""
    if sheet.words[at] == ")":
        return at > 1 and sheet.words[at - 2] == "("
    return at + 2 < sheet.size and sheet.words[at + 2] == ")"


def _venue(sheet: Sheet) -> str | None:
    """The hall, room or building after `di`, up to the next comma, date or verb."""
    for at in range(1, sheet.size - 1):
        if sheet.lowers[at - 1] not in sheet.lexis.at_places or not _named(sheet, at, "venue_words"):
            continue
        last = at + 1
        while last < min(sheet.size, at + LONGEST_VENUE) and not (
            sheet.words[last] in ",.;(" or "\n" in sheet.words[last] or sheet.has(last, "B:DATE") or sheet.has(last, "attribution_ends")
        ):
            last += 1
        if last - at > 1:
            return " ".join(sheet.text(at, last).split())
    return None


def _named(sheet: Sheet, at: int, name: str) -> bool:
    return sheet.has(at, name) or sheet.has(at, "B:" + name)


def _phrase(sheet: Sheet, at: int, name: str) -> bool:
    return sheet.has(at, "B:" + name) or sheet.has(at, "I:" + name)


def _take_field(sheet: Sheet, line: Line, meeting: Meeting) -> None:
    if not line.field or line.value >= line.last:
        return
    value = " ".join(sheet.text(line.value, line.last).split()).strip(" .")
    inside = [m for m in sheet.between(line.value, line.last) if m.last <= line.last]
    person = next((m for m in inside if m.label == "PERSON"), None)
    office = next((m for m in inside if m.label == "OFFICE"), None)
    if line.field == "place" and meeting.venue is None:
        meeting.venue = value
        place = next((m for m in reversed(inside) if m.label == "PLACE"), None)
        meeting.place = sheet.text(place.first, place.last) if place is not None else None
    elif line.field == "time" and meeting.time is None:
        meeting.time = value
    elif line.field in ("event", "subject") and meeting.event is None and not value[:1].isdigit():
        meeting.event = value
    elif line.field == "chair" and meeting.chair is None and (person or office):
        meeting.chair = (person or office).entity  # type: ignore[union-attr]
    elif person is not None and (line.field == "minute_taker" or (line.field == "secretary" and meeting.secretary is None)):
        meeting.secretary = person.entity
    elif line.field in ("attendees", "attendance"):
        meeting.attendees += [sheet.text(m.first, m.last) for m in inside if m.label == "PERSON"]


def _title(sheet: Sheet, lines: list[Line], kind: DocumentKind) -> str | None:
    """The line that says what the document is (`NOTULEN RAPAT ...`), else the first line where it is short and no sentence."""
    if kind == "minutes":
        for line in lines[:14]:
            named = any(sheet.has(at, name) for at in range(line.content, min(line.last, line.content + 3)) for name in TITLE_MARKS)
            if named and line.last - line.first <= LONGEST_TITLE and not (line.field and line.value < line.last):
                return _with_subtitle(sheet, lines, line)
    for line in _behind_letterhead(sheet, lines)[:3]:
        if (
            line.last - line.first <= LONGEST_TITLE
            and sheet.words[line.last - 1] not in (".", "”", '"')
            and not (line.field and line.value < line.last)
        ):
            return " ".join(sheet.text(line.content, line.last).split())
        if kind == "news":
            return None
    return None


def _with_subtitle(sheet: Sheet, lines: list[Line], line: Line) -> str:
    """A title with the line below it where it only says what kind of paper this is (`BERITA ACARA` / `VERIFIKASI ...`)."""
    last = line.last
    below = next((other for other in lines if other.first >= line.last), None)
    if (
        below is not None
        and all(_phrase(sheet, at, "document_titles") or sheet.has(at, "document_titles") for at in range(line.content, line.last))
        and not below.field
        and sheet.text(below.first, below.last).isupper()
        and below.last - line.first <= LONGEST_TITLE
    ):
        last = below.last
    return " ".join(sheet.text(line.content, last).split())


def _behind_letterhead(sheet: Sheet, lines: list[Line]) -> list[Line]:
    """The lines without those at the top that hold an institution and nothing else, an address, a kind of paper or a header field."""
    start = 0
    for number, line in enumerate(lines[:10]):
        names = [m for m in sheet.between(line.first, line.first + 1) if m.label == "INSTITUTION"]
        told = sheet.has(line.first, "B:letterhead_words") or (start > 0 and sheet.has(line.first, "letterhead_words"))
        if told or any(m.last >= line.last for m in names) or (line.field and line.value < line.last):
            start = number + 1
        else:
            break
    return lines[start:] if start < len(lines) else lines


def _place(sheet: Sheet, lines: list[Line], kind: DocumentKind) -> str | None:
    places = [m for m in sheet.mentions if m.label == "PLACE"]
    dateline = next((m for m in places if m.rule == "place.dateline"), None)
    chosen = dateline or (places[0] if places else None)
    return sheet.text(chosen.first, chosen.last) if chosen is not None else None
