"""Lines of running text -> blocks: which are headings, items, rows, paragraphs.

Every reader hands over its lines here, so that a list or a heading means the same whatever the format. A reader that knows better (a style,
an automatic number, a drawn table) sets `kind`, `level`, `label` or `cells` itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from minutes_miner.documents.hyphens import join_lines
from minutes_miner.documents.markers import marker_of, style_of, without_initials
from minutes_miner.documents.pages.places import Run
from minutes_miner.records import Block, BlockKind, CellPlace, Document, Evidence, Repair, Table

BAR = " | "
HEADING = 100
LEAD = 60
DEEPEST = 20  # lists inside lists
SEVERAL_WORDS = 12
_EMPHASIS = "*_ \t"
_SPACED = re.compile(r"(?<!\S)[A-Z](?:[ \xa0]{1,6}[A-Z]){3,}(?!\S)")
_GAPS = re.compile(r"[ \xa0]+")


@dataclass(slots=True, kw_only=True)
class Line:
    """One line, as a reader hands it over.

    `text` has no blanks at its borders unless it is a row, `start` is its offset in the document, `indent` any measure of its left margin.
    `cells` are offsets into `text`, `kind` is None where the words must tell, a `label` given is the marker at the start of `text`.
    `runs` are the words that it was put together from, `places` the table cells in it (an inner one behind the one that it stands in),
    `repairs` what was mended in it; their offsets are offsets into `text`, too.
    """

    text: str
    start: int = 0
    indent: float = 0
    kind: BlockKind | None = None
    level: int | None = None
    label: str | None = None
    evidence: Evidence | None = None
    cells: tuple[tuple[int, int], ...] = ()
    runs: list[Run] = field(default_factory=list)
    places: list[CellPlace] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


def tidy(text: str) -> str:
    """The text with single blanks, and capitals that were typed with blanks between them closed.

    Among such capitals a wider gap parts two words. Four letters at least, and no plain alphabet, which names columns or choices. Many
    with equal gaps may be several words: they are left to the repairs, which know the words of the document.

    >>> tidy("B U P A T I   R A N D U S A R I"), tidy("Kelas  A B C D")
    ('BUPATI RANDUSARI', 'Kelas A B C D')
    """
    if _SPACED.search(text):
        text = _SPACED.sub(_closed, text)
    return " ".join(text.split())


def _closed(run: re.Match[str]) -> str:
    letters = run.group().split()
    if all(ord(later) == ord(letter) + 1 for letter, later in pairwise(letters)):
        return run.group()
    gaps = set(map(len, _GAPS.findall(run.group())))
    usual = min(gaps)
    if len(gaps) == 1 and len(letters) >= SEVERAL_WORDS:
        return run.group()
    return " ".join("".join(word.split()) for word in re.split(rf"[ \xa0]{{{usual + 1},}}", run.group()))


def joined(lines: Iterable[Line]) -> str:
    """The running text of `lines`, one a line; sets their `start`."""
    position = 0
    texts = []
    for line in lines:
        line.start = position
        texts.append(line.text)
        position += len(line.text) + 1
    return "\n".join(texts)


def lines_of(document: Document, tables: list[Table]) -> list[Line]:
    """The lines of a document that is set into another; its tables are added to `tables`, and rows know their places among them."""
    before = len(tables)
    tables.extend(document.tables)
    return [_line_of(block, document, before) for block in document.blocks]


def _line_of(block: Block, document: Document, before: int) -> Line:
    place = block.evidence
    evidence = None if place is None or place.table is None else Evidence(table=place.table + before, row=place.row)
    inside = range(bisect_left(document.cells, block.start, key=_start), bisect_left(document.cells, block.end, key=_start))
    return Line(
        text=document.text[block.start : block.end],
        kind=block.kind,
        level=block.level,
        label=block.label,
        evidence=evidence,
        cells=tuple((first - block.start, last - block.start) for first, last in block.cells),
        places=[_moved(document.cells[at], block.start, before) for at in inside],
    )


def _start(place: CellPlace) -> int:
    return place.start


def _moved(place: CellPlace, by: int, tables: int) -> CellPlace:
    return replace(place, start=place.start - by, end=place.end - by, table=place.table + tables)


def merged(lines: Iterable[Line], between: str = " ") -> Line:
    """The lines as one, with `between` between them; what each knows of its words, cells and repairs is kept, the rest is not."""
    parts = list(lines)
    starts = accumulate((len(line.text) + len(between) for line in parts[:-1]), initial=0)
    return _put_together(parts, between.join(line.text for line in parts), list(starts)[: len(parts)])


def run_on(lines: Iterable[Line]) -> Line:
    """The same for lines that each go on from the one before, as those of a paragraph; empty ones are left out."""
    parts = [line for line in lines if line.text]
    return _put_together(parts, *join_lines([line.text for line in parts]))


def _put_together(parts: Sequence[Line], text: str, starts: Sequence[int]) -> Line:
    whole = Line(text=text)
    for line, by in zip(parts, starts, strict=True):
        whole.runs += [run.moved(by) for run in line.runs]
        whole.places += [replace(place, start=place.start + by, end=place.end + by) for place in line.places]
        whole.repairs += [replace(repair, start=repair.start + by, end=repair.end + by) for repair in line.repairs]
    return whole


def row_line(cells: Sequence[Line], columns: Sequence[int], evidence: Evidence) -> Line:
    """A table row as a line: its cells joined by ` | `, an empty one as nothing.

    Args:
        cells: each cell as one line.
        columns: the column (from 1) at which each of them begins.
        evidence: the table and the row.

    >>> row_line([Line(text="1."), Line(text="Dinas Sosial"), Line(text="")], [1, 2, 3], Evidence(table=1, row=2)).text
    '1. | Dinas Sosial | '
    """
    line = merged(cells, BAR)
    inner = line.places
    line.kind, line.evidence, line.places = "row", evidence, []
    borders = []
    position = 0
    for cell, column in zip(cells, columns, strict=True):
        end = position + len(cell.text)
        borders.append((position, end))
        if cell.text and evidence.table is not None and evidence.row is not None:
            line.places.append(CellPlace(start=position, end=end, table=evidence.table, row=evidence.row, cell=column))
        while inner and inner[0].start < end:
            line.places.append(inner.pop(0))
        position = end + len(BAR)
    line.cells = tuple(borders)
    return line


def blocks_of(lines: Sequence[Line]) -> tuple[Block, ...]:
    """A block for each line, in order.

    A line with cells is a row. Otherwise a number, letter or bullet at its start makes an item, and a short line is a heading when it is in
    capitals or ends in a colon. Levels of headings: as many as there are `#`, else 1 for capitals, 2 with a roman number or a capital
    letter, 3 for a colon. Levels of items: 1 for the outermost list, told by indent and by the style of the marker.
    """
    markers = without_initials([None if line.kind or line.cells or line.label else marker_of(line.text) for line in lines])
    nesting = _Nesting()
    return tuple(_block(line, marker, nesting) for line, marker in zip(lines, markers, strict=True))


def _block(line: Line, marker: str | None, nesting: _Nesting) -> Block:
    kind, level, label = line.kind or ("row" if line.cells else None), line.level, line.label
    if kind is None:
        kind, told_level, label = _told(line.text, label or marker)
        level = level if kind == "item" and level is not None else told_level
    if kind == "item" and level is None:
        level = nesting.level(line.indent, label or "")
    elif kind == "heading":
        nesting.clear()
    start, end = line.start, line.start + len(line.text)
    cells = line.cells
    if cells:
        # An empty cell at the border of a row leaves a blank there, which belongs to no block.
        cells = tuple((start + first, start + last) for first, last in cells)
        start, end = start + len(line.text) - len(line.text.lstrip()), start + len(line.text.rstrip())
        cells = tuple((min(max(first, start), end), min(max(last, start), end)) for first, last in cells)
    return Block(kind=kind, start=start, end=end, level=level, label=label, evidence=line.evidence, cells=cells)


def _told(text: str, marker: str | None) -> tuple[BlockKind, int | None, str | None]:
    """Kind, level and label by the words alone."""
    if text[0] == "#" and (hashes := len(text) - len(text.lstrip("#"))) <= 6 and text[hashes : hashes + 1].isspace():
        return "heading", hashes, "#" * hashes
    if marker is not None:
        rest = text[len(marker) :].strip()
        if style_of(marker) in ("I.", "A.") and 0 < len(rest) <= LEAD and rest[-1] not in ".;,":
            return "heading", 2, marker
        return "item", None, marker
    if len(text) > HEADING:
        return "paragraph", None, None
    plain = text.strip(_EMPHASIS)
    if len(plain) < 3 or ":" in plain[:-1]:
        return "paragraph", None, None
    if plain.isupper() and plain[-1] not in ".,;" and 2 * sum(map(str.isalpha, plain)) > len(plain):
        return "heading", 1, None
    if plain[-1] == ":" and len(plain) <= LEAD:
        return "heading", 3, None
    return "paragraph", None, None


class _Nesting:
    """The lists that are open at a line, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[float, str]] = []

    def clear(self) -> None:
        self._open.clear()

    def level(self, indent: float, label: str) -> int:
        """The depth of an item, from 1: lists further in are closed, then one of the same margin and style goes on or a new one opens."""
        style = style_of(label)
        while self._open and self._open[-1][0] > indent + 1:
            self._open.pop()
        del self._open[DEEPEST:]
        if (indent, style) in self._open:
            while self._open[-1] != (indent, style):
                self._open.pop()
        else:
            self._open.append((indent, style))
        return len(self._open)
