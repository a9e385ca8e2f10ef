"""The boxes of a drawn table's cells and the words on the page -> rows of cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from minutes_miner.documents.hyphens import join_lines
from minutes_miner.documents.lines import Line
from minutes_miner.documents.pages.places import run_of
from minutes_miner.documents.pages.segments import same_line
from minutes_miner.documents.pages.words import PageContent, Word, around
from minutes_miner.records import Box

EDGE = 3.0
REST_COLUMNS = 3
TOP = 0.2
Span = tuple[int, int, int, int]  # the first row and the one after the last, and so the columns


@dataclass(slots=True, kw_only=True)
class PageCell:
    """A cell as one line, with the first place of the grid that it covers and how many places down and across."""

    line: Line
    row: int
    column: int
    down: int
    across: int


@dataclass(slots=True, kw_only=True)
class PageTable:
    """A table on one page: its cells by grid places, the boxes of its rows, and where its columns begin."""

    page: int
    box: Box
    cells: list[PageCell]
    rows: list[Box]
    columns: list[float]

    def grid(self) -> list[list[str]]:
        """The text of every place; a merged cell stands in each place that it covers."""
        places = [[""] * len(self.columns) for _ in self.rows]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.down):
                places[row][cell.column : cell.column + cell.across] = [cell.line.text] * cell.across
        return places

    def running(self) -> list[list[PageCell]]:
        """The cells of each row as it is read: one merged across stands once, one merged down in every row."""
        rows: list[list[PageCell]] = [[] for _ in self.rows]
        for cell in sorted(self.cells, key=lambda cell: cell.column):
            for row in range(cell.row, cell.row + cell.down):
                rows[row].append(cell)
        return rows


def tables_of(page: PageContent) -> tuple[list[PageTable], list[Word]]:
    """The tables of a page, and the words that stand in none of them.

    Boxes that make fewer than two columns, or that hold next to nothing, are frames and drawings; their words stay with the text. At the
    top of a page a row with a single word may be the rest of one that began on the page before.
    """
    tables = []
    words = page.words
    for boxes in page.tables:
        table, rest = _table(page, boxes, words)
        if table is not None:
            tables.append(table)
            words = rest
    return sorted(tables, key=lambda table: table.box[1]), words


def _table(page: PageContent, boxes: Sequence[Box], words: Sequence[Word]) -> tuple[PageTable | None, list[Word]]:
    columns = _edges([box[0] for box in boxes])
    tops = _edges([box[1] for box in boxes])
    rest = list(words)
    if len(columns) < 2:
        return None, rest
    spans = {box: (*_span(box[1], box[3], tops), *_span(box[0], box[2], columns)) for box in sorted(boxes, key=lambda box: box[1::-1])}
    held: dict[Box, list[Word]] = {box: [] for box in spans}
    holders = _Holders(spans, columns, tops)
    rest = []
    for word in words:
        box = holders.of(word)
        if box is None:
            rest.append(word)
        else:
            held[box].append(word)
    may_be_rest = len(columns) >= REST_COLUMNS and tops[0] < TOP * page.height
    if sum(bool(found) for found in held.values()) < (1 if may_be_rest else 2):
        return None, list(words)
    cells = [_cell(span, _line(page, held[box])) for box, span in spans.items()]
    outer = around(boxes)
    bottoms = [*tops[1:], outer[3]]
    rows = [(outer[0], top, outer[2], bottom) for top, bottom in zip(tops, bottoms, strict=True)]
    return PageTable(page=page.number, box=outer, cells=cells, rows=rows, columns=columns), rest


def _edges(values: Sequence[float]) -> list[float]:
    """The distinct places in `values`, those closer than an edge is wide taken together."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > EDGE:
            edges.append(value)
    return edges


class _Holders:
    """Which cell holds a word: found by the places of the grid that each cell covers."""

    def __init__(self, spans: dict[Box, Span], columns: Sequence[float], tops: Sequence[float]) -> None:
        self._columns, self._tops = columns, tops
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box, (row, last_row, column, last_column) in spans.items():
            for place in product(range(row, last_row), range(column, last_column)):
                self._cells[place].append(box)

    def of(self, word: Word) -> Box | None:
        """The smallest cell with the middle of the word in it; one beside the place in the grid, as edges are not quite straight."""
        x0, top, x1, bottom = word.box
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        row, column = bisect_right(self._tops, y) - 1, bisect_right(self._columns, x) - 1
        for place in ((row, column), (row + 1, column), (row, column + 1), (row + 1, column + 1)):
            found = [box for box in self._cells.get(place, ()) if box[0] <= x <= box[2] and box[1] <= y <= box[3]]
            if found:
                return found[0] if len(found) == 1 else min(found, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
        return None


def _span(start: float, end: float, edges: Sequence[float]) -> tuple[int, int]:
    """The first place of the grid that a cell covers, and the one after the last."""
    first = _place(start, edges)
    return first, max(bisect_left(edges, end - EDGE), first + 1)


def _cell(span: Span, line: Line) -> PageCell:
    row, last_row, column, last_column = span
    return PageCell(line=line, row=row, column=column, across=last_column - column, down=last_row - row)


def _place(value: float, edges: Sequence[float]) -> int:
    """The place of the edge that is nearest to `value`."""
    after = bisect_left(edges, value)
    if after == 0 or (after < len(edges) and edges[after] - value <= value - edges[after - 1]):
        return after
    return after - 1


def _line(page: PageContent, words: Sequence[Word]) -> Line:
    """The words of a cell line by line, joined to one."""
    if len(words) < 2:
        return Line(text=words[0].text, runs=[run_of(page, words, 0)]) if words else Line(text="")
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box[1] + word.box[3]):
        if lines and same_line(lines[-1][0].box, word.box):
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=lambda word: word.box[0])
    text, starts = join_lines([" ".join(word.text for word in line) for line in lines])
    return Line(text=text, runs=[run_of(page, line, start) for line, start in zip(lines, starts, strict=True)])
