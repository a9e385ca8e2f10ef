"""A table laid out on its grid, whatever format it came in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from minutes_miner.documents.lines import Line, merged, row_line
from minutes_miner.records import Evidence

MAX_SPAN = 64
MAX_REPEATED = 10_000
MAX_REPEATED_IN_ALL = 1_000_000
_LAYOUT_ROWS = 4
_SIGNATURE_ROWS = 8
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


def filled(rows: Sequence[Row]) -> list[Row]:
    """The rows with each cell that goes on holding the lines of the cell above it, as long as the table does not swell by it."""
    above: dict[int, list[Line]] = {}
    left = MAX_REPEATED_IN_ALL
    for row in rows:
        column = 0
        for cell in row:
            size = sum(len(line.text) for line in cell.lines)
            if cell.merged and not cell.lines:
                lines = above.get(column, [])
                size = sum(len(line.text) for line in lines)
                cell.lines = lines if size <= left else []
                left -= size if cell.lines else 0
            above[column] = cell.lines if size <= MAX_REPEATED else []
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
    return (
        len(rows) >= _LAYOUT_ROWS
        and not empty_row
        and not _are_signatures(rows)
        and 2 * labelled < len(rows)
        and single >= _MOST * len(cells)
    )


def in_reading_order(rows: Sequence[Row]) -> list[list[Line]]:
    """The lines of a table that only lays text out, as groups that make one line each.

    A row with a colon is `Label : value`: the first lines of its cells make one line, further lines stand below. Anything else, such as two
    signatures side by side, is read column by column.
    """
    if any(_is_labelled(row) for row in rows):
        return [group for row in rows for group in _labelled(row)]
    width = max((len(row) for row in rows), default=0)
    return [[line] for column in range(width) for row in rows if column < len(row) for line in row[column].lines]


def row_lines(rows: Sequence[Row], table: int) -> Iterator[Line]:
    """The rows that hold anything as lines, with their places in the table that is number `table` of the document."""
    for place, row in enumerate(rows, start=1):
        cells = [cell.line for cell in row]
        if any(cell.text for cell in cells):
            columns = accumulate((cell.span for cell in row[:-1]), initial=1)
            yield row_line(cells, list(columns), Evidence(table=table, row=place))


def as_lines(groups: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """One line a group: the first line of the group, with the text of the others behind it."""
    for group in groups:
        if group and len(group) > 1:
            line = merged(group)
            line.label, line.level = group[0].label, group[0].level
            yield line
        elif group:
            yield group[0]


def _are_signatures(rows: Sequence[Row]) -> bool:
    """Whether a short table ends in a row whose cells all begin with one word and hold figures, as the numbers below signatures do."""
    last = [cell.text.split() for cell in rows[-1]]
    return (
        len(rows) <= _SIGNATURE_ROWS
        and len(last) > 1
        and all(len(words) > 1 and words[0] == last[0][0] and words[0][0].isalpha() and words[1][0].isdigit() for words in last)
    )


def _is_labelled(row: Row) -> bool:
    texts = [cell.text for cell in row if cell.lines]
    return len(texts) > 1 and (texts[0].endswith(":") or texts[1].startswith(":"))


def _labelled(row: Row) -> Iterator[list[Line]]:
    if not _is_labelled(row):
        yield from ([line] for cell in row for line in cell.lines)
        return
    yield [cell.lines[0] for cell in row if cell.lines]
    yield from ([line] for cell in row for line in cell.lines[1:])
