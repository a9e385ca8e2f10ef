"""A table of a Word document laid out on its grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from minutes_miner.documents.lines import Line, merged
from minutes_miner.documents.word_styles import Styles, has_borders
from minutes_miner.documents.word_xml import VAL, W, is_on, local, number, value

MAX_SPAN = 64
MAX_REPEATED = 10_000
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_LAYOUT_ROWS = 4
_MOST = 0.8


@dataclass(slots=True, kw_only=True)
class Cell:
    """One cell as it stands in its row: its lines, the grid columns that it covers, and whether it goes on from the row above."""

    lines: list[Line]
    span: int = 1
    merged: bool = False

    @property
    def text(self) -> str:
        """Its lines joined by a blank."""
        return " ".join(line.text for line in self.lines if line.text)

    @property
    def line(self) -> Line:
        """The same as one line."""
        return merged(line for line in self.lines if line.text)


Row = list[Cell]


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """The rows that are shown: a row that was deleted under tracked changes is not."""
    for row in _inside(table, "tr"):
        if not is_on(row.find(f"{W}trPr"), "del"):
            yield row


def cells_of(row: etree._Element) -> Iterator[etree._Element | int]:
    """The cells of a row in order; a number stands for so many empty grid columns."""
    properties = row.find(f"{W}trPr")
    if before := min(number(value(properties, "gridBefore"), 0) or 0, MAX_SPAN):
        yield before
    yield from _inside(row, "tc")
    if after := min(number(value(properties, "gridAfter"), 0) or 0, MAX_SPAN):
        yield after


def span_of(cell: etree._Element) -> int:
    """How many grid columns the cell says that it covers, at least 1 and not more than a page could hold."""
    return max(1, min(number(value(cell, "tcPr/gridSpan"), 1) or 1, MAX_SPAN))


def goes_on(cell: etree._Element) -> bool:
    """Whether the cell continues the one above (`vMerge` without `restart`)."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(VAL, "continue") != "restart"


def is_ruled(table: etree._Element, styles: Styles) -> bool:
    """Whether lines are drawn between the cells: by the table, by its style, or by most of its cells."""
    properties = table.find(f"{W}tblPr")
    drawn = has_borders(properties)
    if drawn is None:
        drawn = styles.borders(value(properties, "tblStyle"))
    if drawn:
        return True
    cells = [cell for row in rows_of(table) for cell in cells_of(row) if not isinstance(cell, int)]
    return 2 * sum(map(_draws, cells)) > len(cells)


def filled(rows: Sequence[Row]) -> list[Row]:
    """The rows with each cell that goes on holding the lines of the cell above it."""
    above: dict[int, list[Line]] = {}
    for row in rows:
        column = 0
        for cell in row:
            if cell.merged and not cell.lines:
                cell.lines = above.get(column, [])
            repeatable = sum(len(line.text) for line in cell.lines) <= MAX_REPEATED
            above[column] = cell.lines if repeatable else []
            column += cell.span
    return list(rows)


def grid(rows: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    """The text of every place of the grid: a merged cell stands in each place that it covers, short rows are filled up with nothing."""
    texts = [[text for cell in row for text in [cell.text] * cell.span] for row in rows]
    width = max(map(len, texts), default=0)
    return tuple((*row, *[""] * min(width - len(row), MAX_SPAN)) for row in texts)


def is_list(rows: Sequence[Row]) -> bool:
    """Whether it looks like a table whose lines were left off: many rows, each cell filled with one line."""
    cells = [cell for row in rows for cell in row]
    single = sum(len(cell.lines) == 1 for cell in cells)
    empty_row = any(not any(cell.lines for cell in row) for row in rows)
    labelled = sum(map(_is_labelled, rows))
    return len(rows) >= _LAYOUT_ROWS and not empty_row and 2 * labelled < len(rows) and single >= _MOST * len(cells)


def in_reading_order(rows: Sequence[Row]) -> list[list[Line]]:
    """The lines of a table that only lays text out, as groups that make one line each.

    A row with a colon is `Label : value`: the first lines of its cells make one line, further lines stand below. Anything else, such as two
    signatures side by side, is read column by column.
    """
    if any(_is_labelled(row) for row in rows):
        return [group for row in rows for group in _labelled(row)]
    width = max((len(row) for row in rows), default=0)
    return [[line] for column in range(width) for row in rows if column < len(row) for line in row[column].lines]


def _inside(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    for child in parent:
        name = local(child)
        if name == wanted:
            yield child
        elif name in _WRAPPERS:
            yield from _inside(child, wanted)


def _draws(cell: etree._Element) -> bool:
    borders = cell.find(f"{W}tcPr/{W}tcBorders")
    return borders is not None and sum(side.get(VAL) not in (None, "nil", "none") for side in borders) >= 2


def _is_labelled(row: Row) -> bool:
    texts = [cell.text for cell in row if cell.lines]
    return len(texts) > 1 and (texts[0].endswith(":") or texts[1].startswith(":"))


def _labelled(row: Row) -> Iterator[list[Line]]:
    if not _is_labelled(row):
        yield from ([line] for cell in row for line in cell.lines)
        return
    yield [cell.lines[0] for cell in row if cell.lines]
    yield from ([line] for cell in row for line in cell.lines[1:])
