"""Labels of a header with their values, in whichever layout they stand.

The layouts: `Tempat : Aula` on a line of its own; label and value in cells of a row; several on one line, as texts taken out of PDF files
have them; a label with its value on the line below, as over a signature; all labels first and all values after them, in two blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import BAR, Found, Sheet

ROLES = ("chair", "secretary", "minute_taker")
FIELDS = frozenset(
    (
        *ROLES,
        "agenda",
        "attendance",
        "attendee_count",
        "attendees",
        "date",
        "date+time",
        "event",
        "meeting_type",
        "place",
        "section_chairs",
        "session",
        "speakers",
        "subject",
        "time",
    )
)
BELOW = frozenset((*ROLES, "date", "event", "place", "time"))
LONGEST_LABEL = 4
LEAST_INLINE = 2
LEAST_COLUMN = 3
LOOK_BELOW = 3
MARKS = frozenset((":", BAR, "*", "=", "-"))
ANCHORS = {"date": "DATE", "time": "TIME", "chair": "PERSON", "secretary": "PERSON", "minute_taker": "PERSON"}


@dataclass(frozen=True, slots=True)
class HeaderField:
    """What a label means, and where its value stands (positions, half open)."""

    name: str
    first: int
    last: int


def header_fields(sheet: Sheet, lines: list[Line]) -> list[HeaderField]:
    """Every label with a value, in order of the text."""
    found: list[HeaderField] = []
    columns = _columns(sheet, lines)
    taken = {field.first for field in columns}
    for number, line in enumerate(lines):
        inline = _inline(sheet, line)
        if line.cells:
            found += _in_cells(sheet, line)
        elif len(inline) >= LEAST_INLINE:
            found += inline
        elif line.field and line.value < line.last:
            found.append(HeaderField(line.field, *_trimmed(sheet, line.value, line.last)))
        elif line.field in BELOW or (line.field == "section_closing" and _role(sheet, line)):
            below = _below(sheet, lines, number)
            if below is not None and below.first not in taken:
                found.append(below)
    found += columns
    return sorted((field for field in found if field.first < field.last), key=lambda field: field.first)


def _trimmed(sheet: Sheet, first: int, last: int) -> tuple[int, int]:
    """A value without the signs around it and without the number of the row that follows it on the same line."""
    while first < last and sheet.words[first] in MARKS:
        first += 1
    while last > first and (sheet.words[last - 1] in MARKS or sheet.words[last - 1] in ".;,"):
        last -= 1
    return first, last


def _label(sheet: Sheet, first: int, last: int) -> str:
    """The field of a label between two positions, empty if they hold none."""
    return sheet.lexis.labels.get(" ".join(sheet.lowers[first:last]), "")


def _inline(sheet: Sheet, line: Line) -> list[HeaderField]:
    """The labels with a colon inside one line, each with what stands before the next."""
    labels: list[tuple[str, int, int]] = []
    for at in range(line.content + 1, line.last):
        if sheet.words[at] != ":":
            continue
        for length in range(min(LONGEST_LABEL, at - line.content), 0, -1):
            name = _label(sheet, at - length, at)
            if name in FIELDS and sheet.words[at - length][0].isupper():
                labels.append((name, at - length, at + 1))
                break
    ends = [*(first for _, first, _ in labels), line.last][1:]
    return [
        HeaderField(name, *_trimmed(sheet, first, _unnumbered(sheet, first, end)))
        for (name, _, first), end in zip(labels, ends, strict=True)
    ]


def _unnumbered(sheet: Sheet, first: int, last: int) -> int:
    """The end of a value before the number of the next row (`... Telanaipura 5. Acara :`)."""
    numbered = last - first > 2 and sheet.words[last - 1] == "." and sheet.words[last - 2].isdigit()
    return last - 2 if numbered else last


def _in_cells(sheet: Sheet, line: Line) -> Iterator[HeaderField]:
    """Cells with a label, each with the next cell that holds more than a colon."""
    for number, (first, last) in enumerate(line.cells):
        first, last = _trimmed(sheet, first, last)
        name = _label(sheet, first, last) if last > first else ""
        if name not in FIELDS:
            continue
        values = (_trimmed(sheet, a, b) for a, b in line.cells[number + 1 :])
        value = next(((a, b) for a, b in values if b > a), None)
        if value is not None and not _label(sheet, *value):
            yield HeaderField(name, *value)


def _role(sheet: Sheet, line: Line) -> str:
    """The role that a line over a signature names (`Notulis,`)."""
    name = _label(sheet, line.content, _trimmed(sheet, line.content, line.last)[1])
    return name if name in ROLES else ""


def _below(sheet: Sheet, lines: list[Line], number: int) -> HeaderField | None:
    """The value under a label that stands alone: the next line, or for a role the first person or post within a few lines."""
    line = lines[number]
    under = [other for other in lines[number + 1 : number + 1 + LOOK_BELOW] if other.last > other.first]
    name = line.field if line.field in BELOW else _role(sheet, line)
    if name in ROLES:
        for other in under:
            if other.field and other.value < other.last:
                return None
            if any(m.label in ("PERSON", "OFFICE") for m in sheet.between(other.first, other.last)):
                return HeaderField(name, other.content, other.last)
        return None
    if not under or under[0].field or under[0].marked or under[0].cells:
        return None
    return HeaderField(name, *_trimmed(sheet, under[0].content, under[0].last))


def _columns(sheet: Sheet, lines: list[Line]) -> list[HeaderField]:
    """A block of labels and the block of values behind it, line by line; or a line of labels, and their values on the next."""
    found: list[HeaderField] = []
    run: list[str] = []
    for number, line in enumerate(lines):
        alone = _label(sheet, *_trimmed(sheet, line.content, line.last)) if not line.cells and line.value >= line.last else ""
        if alone in FIELDS:
            run.append(alone)
            continue
        if len(run) >= LEAST_COLUMN:
            found += _paired(sheet, run, lines[number : number + len(run)])
        run = []
    for line, below in pairwise(_worded(sheet, lines)):
        names = _label_row(sheet, line)
        if len(names) >= LEAST_COLUMN:
            found += _by_kind(sheet, names, below)
    return found


def _worded(sheet: Sheet, lines: list[Line]) -> list[Line]:
    """The lines that hold more than signs; a row of colons alone is passed over, or cut off before the values."""
    return [line for line in lines if _trimmed(sheet, line.first, line.last)[0] < line.last]


def _paired(sheet: Sheet, names: list[str], values: list[Line]) -> Iterator[HeaderField]:
    if len(values) < len(names) or any(value.field for value in values):
        return
    for name, value in zip(names, values, strict=True):
        yield HeaderField(name, *_trimmed(sheet, value.content, value.last))


def _label_row(sheet: Sheet, line: Line) -> list[str]:
    """The fields of a line that holds labels and nothing else."""
    names = []
    at = line.content
    while at < line.last:
        length = next((n for n in range(min(LONGEST_LABEL, line.last - at), 0, -1) if _label(sheet, at, at + n)), None)
        if length is None:
            return []
        names.append(_label(sheet, at, at + length))
        at += length
    return names


def _by_kind(sheet: Sheet, names: list[str], line: Line) -> Iterator[HeaderField]:
    """The values of a row of labels: dates, times and people by what they are, words by the values on both sides of them."""
    places: dict[int, tuple[int, int]] = {}
    at = line.first
    for number, name in enumerate(names):
        if name in ANCHORS:
            mention = next((m for m in sheet.between(at, line.last) if m.label == ANCHORS[name] and _sure(sheet, m)), None)
            if mention is None:
                return
            places[number] = (mention.first, mention.last)
            at = mention.last
    for number, name in enumerate(names):
        if number in places:
            yield HeaderField(name, *places[number])
        elif number - 1 in places and number + 1 in places:
            yield HeaderField(name, *_trimmed(sheet, places[number - 1][1], _before_titles(sheet, places[number + 1][0])))


def _sure(sheet: Sheet, mention: Found) -> bool:
    """Whether a person has a degree or a title, which tells it from the name of a street."""
    behind = mention.last + 1 < sheet.size and sheet.words[mention.last] == "," and sheet.has(mention.last + 1, "degrees")
    return mention.label != "PERSON" or behind or _before_titles(sheet, mention.first) < mention.first


def _before_titles(sheet: Sheet, at: int) -> int:
    while at > 0 and any(sheet.has(at - 1, mark + "titles") for mark in ("", "B:", "I:")):
        at -= 1
    return at


def chair_of_turns(sheet: Sheet) -> Found | None:
    """Whom a verbatim record names behind the label of its chair, which comes back with every turn (`KETUA: ...`, `KETUA RAPAT (...):`)."""
    named = [m for m in sheet.mentions if m.label == "PERSON" and _labelled_chair(sheet, m.first)]
    return named[0] if len(named) > 1 and named[0].entity == named[1].entity else None


def _labelled_chair(sheet: Sheet, first: int) -> bool:
    at = _before_titles(sheet, first)
    while at > 0 and sheet.words[at - 1] in (":", "("):
        at -= 1
    return any(_label(sheet, at - n, at) == "chair" and sheet.words[at - 1].isupper() for n in (2, 1) if at >= n)
