"""The boxes of a drawn table's cells and the words on the page -> rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes_miner.documents.hyphens import join_lines
from minutes_miner.documents.lines import Line
from minutes_miner.documents.page_segments import same_line
from minutes_miner.documents.page_words import PageContent, Word, around
from minutes_miner.documents.word_places import run_of
from minutes_miner.records import Box

EDGE = 3.0


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

    Boxes that make fewer than two columns, or that hold next to nothing, are frames and drawings; their words stay with the text.
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
    held: dict[Box, list[Word]] = {box: [] for box in boxes}
    rest = []
    for word in words:
        box = _holder(word, boxes)
        if box is None:
            rest.append(word)
        else:
            held[box].append(word)
    if sum(bool(found) for found in held.values()) < 2:
        return None, list(words)
    cells = [_cell(box, _line(page, held[box]), columns, tops) for box in sorted(boxes, key=lambda box: (box[1], box[0]))]
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


def _holder(word: Word, boxes: Sequence[Box]) -> Box | None:
    """The smallest cell with the middle of the word in it."""
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    around_it = [box for box in boxes if box[0] <= x <= box[2] and box[1] <= y <= box[3]]
    return min(around_it, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]), default=None)


def _cell(box: Box, line: Line, columns: Sequence[float], tops: Sequence[float]) -> PageCell:
    column, row = _place(box[0], columns), _place(box[1], tops)
    across = sum(box[0] - EDGE <= edge < box[2] - EDGE for edge in columns)
    down = sum(box[1] - EDGE <= edge < box[3] - EDGE for edge in tops)
    return PageCell(line=line, row=row, column=column, across=max(across, 1), down=max(down, 1))


def _place(value: float, edges: Sequence[float]) -> int:
    return min(range(len(edges)), key=lambda place: abs(edges[place] - value))


def _line(page: PageContent, words: Sequence[Word]) -> Line:
    """The words of a cell line by line, joined to one."""
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
