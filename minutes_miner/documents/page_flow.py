"""Pages -> the lines and tables of the whole document, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from minutes_miner.documents.hyphens import join_lines
from minutes_miner.documents.lines import Line, row_line
from minutes_miner.documents.page_order import go_on_in_column, in_reading_order
from minutes_miner.documents.page_segments import Segment, segments_of
from minutes_miner.documents.page_stamps import parted_by_stamp
from minutes_miner.documents.page_tables import PageTable, tables_of
from minutes_miner.documents.page_words import PageContent, Word, around, inside
from minutes_miner.documents.paragraphs import Margins, PageLine, Paragraph, line_of, margins_of, paragraphs_of
from minutes_miner.documents.running_heads import without_running
from minutes_miner.records import Box, Evidence, Note, Table

EDGE = 6.0


@dataclass(slots=True)
class Row:
    """A row of a table without rules."""

    page: int
    cells: list[Segment]


Part = PageLine | PageTable | Row


@dataclass(slots=True)
class Flow:
    """What a document of pages says: its running text, its tables, and what stands beside them."""

    lines: list[Line]
    tables: list[Table]
    notes: list[Note]


def flow_of(pages: Sequence[PageContent]) -> Flow:
    """The running text of `pages`: paragraphs joined over lines and pages, tables in their place and joined over pages."""
    tables: list[list[PageTable]] = []
    segments: list[list[Segment]] = []
    stamps: list[Note] = []
    for page in pages:
        found, words = tables_of(page)
        tables.append(found)
        running, across = parted_by_stamp(words)
        segments.append(in_reading_order(segments_of(running)))
        stamps.extend(_stamp(page, across))
    segments, notes = without_running(pages, segments)
    go_on_in_column(segments)
    parts = [list(_in_order(page.number, text, drawn)) for page, text, drawn in zip(pages, segments, tables, strict=True)]
    lines = [part for page in parts for part in page if isinstance(part, PageLine)]
    margins = margins_of(lines, max((page.width for page in pages), default=0.0))
    builder = _Builder({page.number: page for page in pages}, margins)
    for part in chain.from_iterable(parts):
        builder.add(part)
    return builder.finished([*notes, *stamps])


def _stamp(page: PageContent, words: Sequence[Word]) -> Iterator[Note]:
    if words:
        yield Note(kind="watermark", text=" ".join(word.text for word in words), page=page.number)


def _in_order(page: int, segments: Sequence[Segment], tables: Sequence[PageTable]) -> Iterator[Part]:
    """The text of a page with each table before the first line that stands below it."""
    waiting = list(tables)
    row: list[Segment] = []
    for segment in segments:
        if row and row[0].row != segment.row:
            yield Row(page, row)
            row = []
        while waiting and segment.box[1] >= waiting[0].box[3] - EDGE:
            yield waiting.pop(0)
        if segment.row is None:
            yield line_of(segment, page)
        else:
            row.append(segment)
    if row:
        yield Row(page, row)
    yield from waiting


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """The cells of a row whose lower part stands on the next page."""
    return [join_lines([text for text in pair if text]) for pair in zip(above, below, strict=True)]


class _Builder:
    """Takes the parts in reading order; lines wait until the paragraphs that they make are complete."""

    def __init__(self, pages: dict[int, PageContent], margins: Margins) -> None:
        self._pages = pages
        self._margins = margins
        self._waiting: list[PageLine] = []
        self._lines: list[Line] = []
        self._tables: list[tuple[int, list[list[str]]]] = []
        self._before: Part | None = None

    def add(self, part: Part) -> None:
        if isinstance(part, PageLine):
            self._waiting.append(part)
        else:
            self._flush()
            if isinstance(part, PageTable):
                self._add_table(part)
            else:
                self._add_row(part)
        self._before = part

    def finished(self, notes: list[Note]) -> Flow:
        self._flush()
        tables = [Table(page=page, rows=tuple(map(tuple, rows))) for page, rows in self._tables]
        return Flow(self._lines, tables, notes)

    def _flush(self) -> None:
        self._lines.extend(map(self._line, paragraphs_of(self._waiting, self._margins)))
        self._waiting = []

    def _line(self, paragraph: Paragraph) -> Line:
        first = paragraph.lines[0]
        boxes = [line.box for line in paragraph.lines if line.page == first.page]
        return Line(text=paragraph.text, indent=round(first.box[0]), evidence=self._evidence(first.page, boxes))

    def _evidence(self, page: int, boxes: Sequence[Box], row: int | None = None) -> Evidence:
        table = len(self._tables) if row is not None else None
        return Evidence(page=page, boxes=inside(self._pages[page], boxes), table=table, row=row)

    def _add_table(self, table: PageTable) -> None:
        """Adds a table, or its rows to the one that it goes on from: less the rows at its head that repeat those of the first page."""
        rows = table.grid()
        running = table.running()
        skipped = 0
        if self._goes_on(table):
            known = self._tables[-1][1]
            while skipped < min(len(rows), len(known)) and rows[skipped] == known[skipped]:
                skipped += 1
            if skipped < len(rows) and self._is_rest(running[skipped], rows[skipped]):
                self._add_rest(running[skipped], rows[skipped])
                skipped += 1
        else:
            self._tables.append((table.page, []))
        numbered = self._tables[-1][1]
        for cells, places, box in zip(running[skipped:], rows[skipped:], table.rows[skipped:], strict=True):
            numbered.append(places)
            if any(cells):
                self._lines.append(row_line(cells, self._evidence(table.page, [box], len(numbered))))

    def _is_rest(self, cells: Sequence[str], places: Sequence[str]) -> bool:
        """Whether the first row on a page is the rest of the last one on the page before: without a number, and going on within a cell."""
        before = self._tables[-1][1][-1]
        last = [self._lines[-1].text[start:end] for start, end in self._lines[-1].cells]
        goes_on = any(cell and cell[0].islower() and above for cell, above in zip(cells, last, strict=False))
        return len(cells) == len(last) and bool(before[0]) and not places[0] and goes_on

    def _add_rest(self, cells: Sequence[str], places: Sequence[str]) -> None:
        """Adds the rest of a row that a page break cut in two."""
        line, before = self._lines[-1], self._tables[-1][1]
        last = [line.text[start:end] for start, end in line.cells]
        self._lines[-1] = row_line(_joined(last, cells), line.evidence or Evidence())
        before[-1] = _joined(before[-1], places)

    def _goes_on(self, table: PageTable) -> bool:
        before = self._before
        if not isinstance(before, PageTable) or before.page + 1 != table.page or len(before.columns) != len(table.columns):
            return False
        return all(abs(one - other) <= EDGE for one, other in zip(before.columns, table.columns, strict=True))

    def _add_row(self, row: Row) -> None:
        cells = [cell.text for cell in row.cells]
        goes_on = isinstance(self._before, Row) and self._before.page == row.page and len(self._tables[-1][1][-1]) == len(cells)
        if not goes_on:
            self._tables.append((row.page, []))
        self._tables[-1][1].append(cells)
        box = around([cell.box for cell in row.cells])
        self._lines.append(row_line(cells, self._evidence(row.page, [box], len(self._tables[-1][1]))))
