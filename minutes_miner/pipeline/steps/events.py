"""The event of a document: what minutes say was held, what their title names, else the first event in the text."""

from __future__ import annotations

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.titles import title_line
from minutes_miner.records import DocumentKind

LONGEST_EVENT = 16


def find_event(sheet: Sheet, lines: list[Line], kind: DocumentKind) -> str | None:
    """The name of the event."""
    told = (_event_held(sheet) or _event_in_title(sheet, lines) or _event_behind_title(sheet, lines)) if kind == "minutes" else None
    return told or _event(sheet)


def _event_held(sheet: Sheet) -> str | None:
    """The event that minutes say was held: `telah dilaksanakan rapat kesepakatan ..., dan kami ...`."""
    for at in range(sheet.size - 1):
        if not sheet.has(at, "held") or not sheet.enters(at + 1, "event_words"):
            continue
        last = at + 2
        while last < min(sheet.size, at + LONGEST_EVENT) and not _event_ends(sheet, last):
            last += 1
        if last - at > 2:
            return " ".join(sheet.text(at + 1, last).split())
    return None


def _event_ends(sheet: Sheet, at: int) -> bool:
    outside = sheet.words[at] in ',.;:"“' or "\n" in sheet.words[at] or sheet.has(at, "B:DATE") or sheet.has(at, "relatives")
    return outside or sheet.lowers[at] in sheet.lexis.at_places or sheet.has(at, "attribution_ends")


def _event_in_title(sheet: Sheet, lines: list[Line]) -> str | None:
    """The name of the meeting in the title of minutes: `NOTULEN RAPAT KOORDINASI ...` without its first word."""
    for line in lines[:8]:
        first = _behind_paper(sheet, line)
        if line.last - first > 1 and sheet.enters(first, "event_words") and not (line.field and line.value < line.last):
            return " ".join(sheet.text(first, line.last).split())
    return None


def _event_behind_title(sheet: Sheet, lines: list[Line]) -> str | None:
    """What a title says beside the kind of paper: `BERITA ACARA SERAH TERIMA BARANG`, or the line below it where it says no more."""
    line = title_line(sheet, lines)
    if line is None:
        return None
    first = _behind_paper(sheet, line)
    if first == line.content:
        return None
    if first == line.last:
        below = next((other for other in lines if other.first >= line.last), None)
        if below is None or not _names_event(sheet, below):
            return None
        line, first = below, below.content
    named = any(m.label == "INSTITUTION" for m in sheet.between(first, first + 1)) or sheet.enters(first, "letterhead_words")
    return None if line.last - first < 2 or named else " ".join(sheet.text(first, line.last).split())


def _names_event(sheet: Sheet, line: Line) -> bool:
    """Whether a line below a title may be the name of the event: it begins with a capital and is no field, row or sentence."""
    shape = line.field or line.marked or line.cells or sheet.words[line.last - 1] == "." or ":" in sheet.words[line.first : line.last]
    return not shape and sheet.words[line.content][0].isupper()


def _behind_paper(sheet: Sheet, line: Line) -> int:
    """The first position of a line behind the words for the kind of paper."""
    first = line.content
    while first < line.last and (sheet.has(first, "document_titles") or sheet.inside(first, "document_titles")):
        first += 1
    return first


def _event(sheet: Sheet) -> str | None:
    """The first event named in the text, with its bracket and the names that follow it directly."""
    for first in range(sheet.size - 1):
        if not _begins(sheet, first):
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


def _begins(sheet: Sheet, at: int) -> bool:
    """Whether the name of an event begins, also inside a longer phrase (`hasil rapat koordinasi ...`)."""
    swallowed = sheet.has(at, "I:minutes_words") and sheet.lowers[at] in sheet.lexis.events
    return swallowed or (sheet.enters(at, "event_words") and not sheet.has(at, "I:event_words"))


def _continues(sheet: Sheet, at: int) -> bool:
    if sheet.has(at, "B:DATE") or sheet.has(at, "B:PERSON") or sheet.has(at, "I:PERSON"):
        return False
    return any(sheet.has(at, name) for name in ("Cap", "UP", "mixed", "B:INSTITUTION", "I:INSTITUTION", "B:PLACE", "I:PLACE"))


def _bracket(sheet: Sheet, at: int) -> bool:
    """A bracket that holds one abbreviation."""
    if sheet.words[at] == ")":
        return at > 1 and sheet.words[at - 2] == "("
    return at + 2 < sheet.size and sheet.words[at + 2] == ")"
