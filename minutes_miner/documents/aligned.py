"""Columns parted by nothing but blanks -> cells: tables, header fields and signatures that were set with the space bar.

Blanks or a tab inside a line may part two cells. They do when the line above or below has a piece at the same column, or when the gap is
wide. A row that has fewer pieces than the first row of its table has empty cells where none of its pieces stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_miner.documents.lines import Line

# After the end of a sentence two blanks are a habit of typists.
GAP = re.compile(r" *\t[ \t]*|(?<![.,;:!?]) {2,}| {3,}")
WIDE = 6
NEAR = 2
MOST = 30  # pieces of a row: no table of an office is wider, and lines are compared piece by piece

Cells = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Row:
    """A line that may be a row: its pieces as offsets into its text, the columns that they begin at, and whether a gap of it is wide."""

    line: Line
    pieces: Cells
    columns: tuple[float, ...]
    wide: bool

    def meets(self, other: _Row) -> bool:
        """Whether a piece behind the first begins at a column of the other line."""
        return any(abs(column - beside) <= NEAR for column in self.columns[1:] for beside in other.columns[1:])


def mark_columns(lines: Sequence[Line], text: str) -> None:
    r"""Gives the lines of `text` that are rows of aligned columns their cells.

    >>> text = "Ketua         Budi Santoso\nSekretaris    Siti Aminah"
    >>> lines = [Line(text=line, start=text.index(line)) for line in text.split("\n")]
    >>> mark_columns(lines, text)
    >>> [[line.text[a:b] for a, b in line.cells] for line in lines]
    [['Ketua', 'Budi Santoso'], ['Sekretaris', 'Siti Aminah']]
    """
    rows = [_row(line) for line in lines]
    met = [False] * len(rows)
    below = [False] * len(rows)
    for at, (one, other) in enumerate(pairwise(rows), 1):
        below[at] = text.count("\n", one.line.start + len(one.line.text), other.line.start) == 1
        if below[at] and (one.meets(other) or other.meets(one)):
            met[at - 1] = met[at] = True
    head: _Row | None = None
    for row, beside, directly in zip(rows, met, below, strict=True):
        if len(row.pieces) > 1 and (beside or row.wide):
            head = head if directly and head is not None else row
            row.line.cells = _placed(row, head)
        else:
            head = None


def _row(line: Line) -> _Row:
    """The pieces of a line; a label and what follows its colon are one. Lines with known cells or too many gaps have none."""
    if line.cells or line.kind is not None:
        return _Row(line, (), (), False)
    text = line.text
    gaps = [gap for gap in GAP.finditer(text) if ":" not in (text[gap.start() - 1], text[gap.end()])]
    if len(gaps) >= MOST:
        return _Row(line, (), (), False)
    starts = (0, *(gap.end() for gap in gaps))
    ends = (*(gap.start() for gap in gaps), len(text))
    wide = any("\t" in gap.group() or len(gap.group()) >= WIDE for gap in gaps)
    return _Row(line, tuple(zip(starts, ends, strict=True)), tuple(line.indent + start for start in starts), wide)


def _placed(row: _Row, head: _Row) -> Cells:
    """The pieces of a row at the places of its table's first row, empty cells between them; its own where it has as many or more."""
    if len(row.pieces) >= len(head.pieces):
        return row.pieces
    places = [min(range(len(head.columns)), key=lambda place: abs(head.columns[place] - column)) for column in row.columns]
    if len(set(places)) < len(places):
        return row.pieces
    cells: list[tuple[int, int]] = []
    for place in range(len(head.pieces)):
        end = cells[-1][1] if cells else 0
        cells.append(row.pieces[places.index(place)] if place in places else (end, end))
    return tuple(cells)
