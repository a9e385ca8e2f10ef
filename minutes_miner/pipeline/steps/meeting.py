"""The document as a whole: its kind, date, place and title, and for minutes the header fields."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.events import find_event
from minutes_miner.pipeline.steps.header_fields import HeaderField, chair_of_turns
from minutes_miner.pipeline.steps.titles import find_title
from minutes_miner.pipeline.steps.venues import find_venue
from minutes_miner.records import DocumentKind

REACH, APPOSED, BESIDE = 8, 4, 3


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


def find_meeting(sheet: Sheet, lines: list[Line], fields: list[HeaderField], kind: DocumentKind, day: datetime.date | None) -> Meeting:
    """The remaining facts about the document."""
    meeting = Meeting(kind=kind, day=day, title=find_title(sheet, lines, kind))
    for told in fields:
        _take_field(sheet, told, meeting)
    if kind == "minutes" and meeting.chair is None:
        chair = chair_of_turns(sheet) or _chair_told(sheet)
        meeting.chair = chair.entity if chair is not None else None
    for line in lines:
        if line.section in ("attendees", "attendance") and line.first < line.last:
            meeting.attendees += [sheet.text(m.first, m.last) for m in sheet.between(line.first, line.last) if m.label == "PERSON"]
    meeting.place = _signed_place(sheet, lines, kind) or meeting.place or _place(sheet, lines, kind)
    meeting.time = meeting.time or _time_beside_day(sheet, day)
    meeting.event = meeting.event or find_event(sheet, lines, kind)
    meeting.venue = meeting.venue or find_venue(sheet, lines, kind)
    return meeting


def _chair_told(sheet: Sheet) -> Found | None:
    """The person, else the post, behind `rapat dipimpin oleh`."""
    for at in range(sheet.size):
        if not (sheet.has(at, "B:chairing") or sheet.has(at, "chairing")):
            continue
        behind = [m for m in sheet.between(at, at + REACH) if m.label in ("PERSON", "OFFICE")]
        people = [m for m in behind if m.label == "PERSON"]
        if behind:
            return people[0] if people and people[0].first - behind[0].last <= APPOSED else behind[0]
    return None


def _take_field(sheet: Sheet, told: HeaderField, meeting: Meeting) -> None:
    value = " ".join(sheet.text(told.first, told.last).split()).strip(" .")
    inside = [m for m in sheet.between(told.first, told.last) if m.last <= told.last]
    person = next((m for m in inside if m.label == "PERSON"), None)
    office = next((m for m in inside if m.label == "OFFICE"), None)
    if told.name == "place" and meeting.venue is None:
        meeting.venue = value
        place = next((m for m in reversed(inside) if m.label == "PLACE"), None)
        meeting.place = sheet.text(place.first, place.last) if place is not None else None
    elif told.name == "time" and meeting.time is None:
        meeting.time = value
    elif told.name in ("date", "date+time") and meeting.time is None:
        time = next((m for m in inside if m.label == "TIME"), None)
        meeting.time = sheet.text(time.first, time.last) if time is not None else None
    elif told.name in ("event", "subject") and meeting.event is None and not value[:1].isdigit():
        meeting.event = value
    elif told.name == "chair" and meeting.chair is None and (person or office):
        meeting.chair = (person or office).entity  # type: ignore[union-attr]
    elif person is not None and (told.name == "minute_taker" or (told.name == "secretary" and meeting.secretary is None)):
        meeting.secretary = person.entity
    elif told.name in ("attendees", "attendance"):
        meeting.attendees += [sheet.text(m.first, m.last) for m in inside if m.label == "PERSON"]


def _signed_place(sheet: Sheet, lines: list[Line], kind: DocumentKind) -> str | None:
    """The place of minutes and letters that stands alone with a date, above the signatures or in the head: `Wonosobo, 3 Maret 2025`."""
    if kind == "news":
        return None
    for line in lines:
        inside = sheet.between(line.first, line.last)
        if [m.label for m in inside] != ["PLACE", "DATE"]:
            continue
        place, date = inside
        if place.first == line.content and date.first - place.last == 1 and date.last >= line.last - 1:
            return sheet.text(place.first, place.last)
    return None


def _time_beside_day(sheet: Sheet, day: datetime.date | None) -> str | None:
    """The clock time that follows the day of the event in its sentence (`Kamis, 18 Januari 2024, pukul 14.00 WITA`)."""
    if day is None:
        return None
    for date, time in pairwise(sheet.mentions):
        beside = date.label == "DATE" and time.label == "TIME" and time.first - date.last <= BESIDE
        if beside and not any("\n" in sheet.words[at] for at in range(date.last, time.first)) and date.rule in ("date.full", "date.words"):
            return sheet.text(time.first, time.last)
    return None


def _place(sheet: Sheet, lines: list[Line], kind: DocumentKind) -> str | None:
    places = [m for m in sheet.mentions if m.label == "PLACE"]
    dateline = next((m for m in places if m.rule == "place.dateline"), None)
    chosen = dateline or (places[0] if places else None)
    return sheet.text(chosen.first, chosen.last) if chosen is not None else None
