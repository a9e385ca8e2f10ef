"""The lines of a sheet with what they are: list rows, headings, the section they stand under, label and value of a header."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.records import Block, BlockKind

EMPHASIS = frozenset("*#_>")
LONGEST_LABEL = 7
LONGEST_TITLE = 4
LABEL_RANK = 8
PEOPLE_LISTS = ("attendees", "attendance", "absentees")
ITEM_SECTIONS = ("section_actions", "section_followup", "section_recommendations", "section_decisions", "section_plans")
LISTS = (*PEOPLE_LISTS, "agenda", "programme")
ROW_RANK = 10


@dataclass(slots=True)
class Line:
    """One line by positions: `content` is where its words begin after a list marker, `value` where they begin after `label :`.

    `field` is what its label means (`date`, `chair`, `section_actions`, ...); `section` the field of the section heading above it.
    """

    first: int
    last: int
    content: int
    kind: BlockKind
    level: int
    marked: bool
    value: int
    field: str = ""
    section: str = ""
    heading: int | None = None
    cells: tuple[tuple[int, int], ...] = ()

    @property
    def section_title(self) -> bool:
        """Whether the line is the title of a section and says no more (`Hasil yang disepakati`)."""
        return self.field.startswith("section_") and self.field != "section_closing" and self.value >= self.last

    def cells_of(self, table: dict[int, dict[str, int]]) -> bool:
        """Whether the line is a row of one of the tables."""
        return self.first in table


def outline(sheet: Sheet, blocks: Sequence[Block]) -> list[Line]:
    """The lines of the document in order, each knowing its section.

    A section lasts until a heading or list row of the same or a higher rank; `a. Sambutan` ends at `b. Pembagian`, not at its own dashes.
    """
    lines = [line for block in blocks if (line := _line(sheet, block)) is not None]
    open_sections: list[tuple[int, str, int]] = []
    titled = titled_rows(sheet, lines)
    for at, line in enumerate(lines):
        line.field = _field(sheet, line)
        rank = _rank(line)
        if _opens(sheet, line):
            open_sections = [section for section in open_sections if section[0] < rank]
            open_sections.append((rank, line.field, at))
        elif open_sections and open_sections[-1][1] in PEOPLE_LISTS and (line.first in titled or _titles(sheet, lines, at)):
            open_sections = []  # nobody's name: the list of people is over
        elif line.kind == "heading" or line.marked:
            open_sections = [section for section in open_sections if section[0] < rank]
        elif line.field and line.value < line.last:
            open_sections = []
        if open_sections:
            _, line.section, line.heading = open_sections[-1]
    return lines


def line_at(lines: Sequence[Line], at: int) -> Line | None:
    """The line that a position lies in, if it lies in one."""
    below = bisect_right(lines, at, key=_first)
    return lines[below - 1] if below and at < lines[below - 1].last else None


def _first(line: Line) -> int:
    return line.first


def _titles(sheet: Sheet, lines: list[Line], at: int) -> bool:
    """Whether a line is a bare title (`Uraian`): few words without marker, label or final sign, a blank line above, marked rows below."""
    line = lines[at]
    if line.marked or line.cells or line.kind != "paragraph" or line.last - line.first > LONGEST_TITLE or at + 1 == len(lines):
        return False
    apart = line.first == 0 or sheet.words[line.first - 1].count("\n") > 1
    return apart and lines[at + 1].marked and sheet.words[line.last - 1][-1].isalnum() and sheet.words[line.first][0].isupper()


def _opens(sheet: Sheet, line: Line) -> bool:
    """Whether the rows below belong to a line: a section heading, a list of people, or an agenda (`Acara : 1. Pembukaan` begins one)."""
    begins = line.value >= line.last or sheet.words[line.value] == "1"
    listed = line.field in ("agenda", "programme", "event") and begins
    return line.field.startswith("section_") or listed or line.field in PEOPLE_LISTS


def _rank(line: Line) -> int:
    """How high a line stands: headings above plain labels above list rows, which go by their level."""
    if line.kind == "heading":
        return line.level
    return ROW_RANK + line.level if line.marked else LABEL_RANK


def _line(sheet: Sheet, block: Block) -> Line | None:
    first = sheet.position(block.start)
    last = sheet.position(block.end)
    if first >= last:
        return None
    content = sheet.position(block.start + len(block.label)) if block.label else first
    while content < last - 1 and sheet.words[content] in EMPHASIS:
        content += 1
    value = last
    for at in range(content, min(last, content + LONGEST_LABEL)):
        if sheet.words[at] == ":":
            value = at + 1
            break
    while value < last and sheet.words[value] in EMPHASIS:
        value += 1
    cells = tuple((sheet.position(a), sheet.position(b)) for a, b in block.cells)
    return Line(
        first,
        last,
        content,
        block.kind,
        block.level or 0,
        block.label is not None and block.label[0] != "#",
        value,
        cells=cells,
    )


def _field(sheet: Sheet, line: Line) -> str:
    """What the words before the colon, or the whole of a heading or short row, stand for."""
    labels = sheet.lexis.labels
    stop = line.value - 1 if line.value < line.last or sheet.words[line.last - 1] == ":" else line.last
    for length in (3, 2, 1):
        if labels.get(" ".join(sheet.lowers[line.content : line.content + length])) == "section_closing":
            return "section_closing"
    words = [word for word in sheet.lowers[line.content : stop] if word not in EMPHASIS and word != ":"]
    if not words or len(words) > LONGEST_LABEL:
        return ""
    text = " ".join(words)
    exact = labels.get(text)
    if exact is not None and (
        line.value < line.last or line.kind != "paragraph" or stop < line.last or exact.startswith("section_") or exact in LISTS
    ):
        return exact
    if line.kind == "heading" or stop == line.last - 1:
        for length in (3, 2, 1):
            field = labels.get(" ".join(words[:length]))
            if field is not None and field.startswith("section_") and len(words) > length:
                return field
    return ""


def titled_rows(sheet: Sheet, lines: list[Line]) -> set[int]:
    """The first positions of short rows without a final sign that stand over a paragraph (`2. Usulan dan keluhan LKSA`)."""
    return {
        line.first
        for line, below in pairwise(lines)
        if line.marked
        and line.last - line.content <= LONGEST_LABEL
        and sheet.words[line.last - 1] not in (".", ":", ";")
        and below.kind == "paragraph"
        and not below.marked
        and below.last - below.first > 2 * (line.last - line.content)
        and sheet.words[below.last - 1] in (".", "”", '"')
    }


def parents(lines: list[Line]) -> dict[int, Line]:
    """The row above that each row is part of, by the first position of the lower one: the nearest marked one of a smaller level."""
    found: dict[int, Line] = {}
    above: list[Line] = []
    for line in lines:
        if line.kind == "heading" or not line.marked:
            above = []
            continue
        while above and above[-1].level >= line.level:
            above.pop()
        if above:
            found[line.first] = above[-1]
        above.append(line)
    return found
