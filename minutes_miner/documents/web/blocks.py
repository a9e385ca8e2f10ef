"""The tree of a web page -> lines, as a browser sets them: paragraphs, headings, numbered lists, tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import html

from minutes_miner.documents import tables
from minutes_miner.documents.lines import Line, tidy
from minutes_miner.documents.markers import marker_of
from minutes_miner.documents.symbols import readable
from minutes_miner.documents.tables import Cell, Row
from minutes_miner.documents.web.lists import label_of
from minutes_miner.records import Table

MAX_DEPTH = 150
MAX_REACH = 100  # columns in which a cell may reach down over rows
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_DRAWN = re.compile(r"border(?:-\w+)*\s*:[^;]*\b(?:solid|double|dashed|dotted|inset|outset)", re.IGNORECASE)
_SOFT = str.maketrans("", "", "\u00ad\u200b")


@dataclass(slots=True, kw_only=True)
class Piece:
    """A line with the element that it came from, and how many of its characters stand in links."""

    line: Line
    element: html.HtmlElement
    linked: int = 0


@dataclass(slots=True, kw_only=True)
class Page:
    """The lines of a page in order, and its tables."""

    pieces: list[Piece] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def page_of(root: html.HtmlElement) -> Page:
    """The page whose cleaned tree is `root`."""
    page = Page()
    _Writer(page, page.pieces).block(root, 0)
    return page


class _Writer:
    """Gathers the words of one block after the other."""

    def __init__(self, page: Page, pieces: list[Piece]) -> None:
        self._page = page
        self._pieces = pieces
        self._words: list[str] = []
        self._size = 0
        self._linked = 0
        self._label: tuple[str, int] | None = None
        self._links: dict[int, int] = {}  # of the lines of cells, which live as long as their table is read

    def block(self, element: html.HtmlElement, depth: int, level: int = 0) -> None:
        """Adds all that a block holds; `level` is how many lists it lies in."""
        self._inside(element, element, depth, level)
        self._end(element)

    def _inside(self, element: html.HtmlElement, block: html.HtmlElement, depth: int, level: int) -> None:
        if depth > MAX_DEPTH:
            self._add(" ".join(element.itertext()), kept=False)
            return
        kept = element.tag == "pre"
        self._add(element.text, kept)
        count = label_of(element) if element.tag in _LISTS else None
        for child in element:
            self._child(child, block, depth + 1, level, count)
            self._add(child.tail, kept)

    def _child(self, child: html.HtmlElement, block: html.HtmlElement, depth: int, level: int, count: Label | None) -> None:
        tag = child.tag
        if tag == "br":
            self._add("\n", kept=True)
        elif tag == "input":
            self._add(_box(child), kept=True)
        elif tag == "table":
            self._end(block)
            self._table(child, depth, level)
        elif tag in _BLOCKS:
            self._end(block)
            if tag == "li" and count is not None and (label := count(child)):
                self._label = (label, max(level, 1))
            self.block(child, depth, level + (tag in _LISTS))
        elif tag == "a" and child.get("href") is not None:
            before = self._size
            self._inside(child, block, depth, level)
            self._linked += max(0, self._size - before)
        elif tag == "q":
            self._add("“", kept=True)
            self._inside(child, block, depth, level)
            self._add("”", kept=True)
        else:
            self._inside(child, block, depth, level)

    def _add(self, text: str | None, kept: bool) -> None:
        if text:
            self._words.append(text if kept else text.replace("\n", " "))
            self._size += len(text)

    def _end(self, block: html.HtmlElement) -> None:
        """Ends the line: what was gathered becomes as many lines as there are breaks in it."""
        text, linked = readable("".join(self._words).translate(_SOFT)), self._linked
        self._words, self._size, self._linked = [], 0, 0
        for words in filter(None, map(tidy, text.split("\n"))):
            line = Line(text=words)
            if self._label is not None:
                label, line.level = self._label
                line.label = marker_of(words) or label
                line.text = words if line.label != label or words.startswith(f"{label} ") else f"{label} {words}"
                self._label = None
            if block.tag in _HEADINGS:
                line.kind, line.level = "heading", _HEADINGS[block.tag]
            self._pieces.append(Piece(line=line, element=block, linked=min(linked, len(words))))

    def _table(self, table: html.HtmlElement, depth: int, level: int) -> None:
        """A drawn table as rows; one that only lays the page out as the lines in it."""
        rows = _spread([[self._cell(cell, depth, level) for cell in _cells(row)] for row in _rows(table)])
        if (caption := table.find("caption")) is not None:
            self.block(caption, depth, level)
        width = max((sum(cell.span for cell in row) for row in rows), default=0)
        if width < 2 or not (_is_drawn(table) or tables.is_list(rows)):
            lines = tables.as_lines(tables.in_reading_order(rows))
            self._pieces.extend(Piece(line=line, element=table, linked=self._links.get(id(line), 0)) for line in lines)
            return
        rows = tables.filled(rows)
        self._page.tables.append(Table(rows=tables.grid(rows)))
        self._pieces.extend(Piece(line=line, element=table) for line in tables.row_lines(rows, len(self._page.tables)))

    def _cell(self, cell: html.HtmlElement, depth: int, level: int) -> tuple[Cell, int]:
        """The cell, and how many rows it covers."""
        inside: list[Piece] = []
        _Writer(self._page, inside).block(cell, depth + 2, level)
        self._links.update((id(piece.line), piece.linked) for piece in inside)
        span = min(_count(cell, "colspan"), tables.MAX_SPAN)
        return Cell(lines=[piece.line for piece in inside], span=span), _count(cell, "rowspan")


Label = Callable[[html.HtmlElement], str]


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _cells(row: html.HtmlElement) -> Iterator[html.HtmlElement]:
    yield from row.iterchildren("td", "th")


def _count(cell: html.HtmlElement, name: str) -> int:
    text = (cell.get(name) or "").strip()
    return max(1, min(int(text[:6]), 65534)) if text.isascii() and text.isdigit() else 1


def _spread(rows: list[list[tuple[Cell, int]]]) -> list[Row]:
    """The rows with a place for each cell that reaches down from a row above, up to a width that a page could hold."""
    open_cells: dict[int, tuple[int, int]] = {}
    spread: list[Row] = []
    for row in rows:
        laid: Row = []
        column = 0
        waiting = iter(row)
        cell = next(waiting, None)
        while cell is not None or (column in open_cells and column < MAX_REACH):
            if column in open_cells and column < MAX_REACH:
                left, span = open_cells.pop(column)
                if left > 1:
                    open_cells[column] = (left - 1, span)
                laid.append(Cell(lines=[], span=span, merged=True))
            elif cell is not None:
                laid.append(cell[0])
                span = cell[0].span
                if cell[1] > 1:
                    open_cells[column] = (cell[1] - 1, span)
                cell = next(waiting, None)
            column += span
        spread.append(laid)
    return spread


def _is_drawn(table: html.HtmlElement) -> bool:
    """Whether a browser draws lines in it, or its author says that its cells have heads."""
    if table.find(".//table") is not None:
        return False
    border = (table.get("border") or "").strip()
    if border not in ("", "0") or table.find(".//th") is not None or _DRAWN.search(table.get("style", "")):
        return True
    cells = list(table.iter("td"))
    return 2 * sum(_DRAWN.search(cell.get("style", "")) is not None for cell in cells) > len(cells)


def _box(element: html.HtmlElement) -> str:
    kind = (element.get("type") or "").lower()
    if kind not in ("checkbox", "radio"):
        return ""
    return "☑" if "checked" in element.attrib else "☐"
