"""Pages -> the lines and tables of the whole document, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from minutes_miner.documents.lines import Line, row_line, run_on
from minutes_miner.documents.mending import Mender
from minutes_miner.documents.pages.order import go_on_in_column, in_reading_order
from minutes_miner.documents.pages.paragraphs import Margins, PageLine, Paragraph, line_of, margins_of, paragraphs_of
from minutes_miner.documents.pages.places import run_of
from minutes_miner.documents.pages.running_heads import without_running
from minutes_miner.documents.pages.segments import Segment, segments_of
from minutes_miner.documents.pages.stamps import parted_by_stamp
from minutes_miner.documents.pages.tables import PageCell, PageTable, tables_of
from minutes_miner.documents.pages.words import PageContent, Word, around, clipped, rounded
from minutes_miner.records import Box, Evidence, Note, PageBoxes, Table

EDGE = 6.0
SHIFT = 40.0


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
    """The running text of `pages`: paragraphs and tables joined over lines and pages, in their place, misprints mended."""
    mender = Mender(word.text for page in pages for word in page.words)
    tables: list[list[PageTable]] = []
    segments: list[list[Segment]] = []
    stamps: list[Note] = []
    for page in pages:
        found, words = tables_of(page)
        for table in found:
            mender.mend_all(cell.line for cell in table.cells)
        tables.append(found)
        running, across = parted_by_stamp(words)
        segments.append(in_reading_order(segments_of(running)))
        stamps.extend(_stamp(page, across))
    segments, notes = without_running(pages, segments)
    go_on_in_column(segments)
    parts = [list(_in_order(page.number, text, drawn)) for page, text, drawn in zip(pages, segments, tables, strict=True)]
    lines = [part for page in parts for part in page if isinstance(part, PageLine)]
    margins = margins_of(lines, max((page.width for page in pages), default=0.0))
    builder = _Builder({page.number: page for page in pages}, margins, mender)
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


class _Builder:
    """Takes the parts in reading order; lines wait until the paragraphs that they make are complete."""

    def __init__(self, pages: dict[int, PageContent], margins: Margins, mender: Mender) -> None:
        self._pages = pages
        self._margins = margins
        self._mender = mender
        self._waiting: list[PageLine] = []
        self._lines: list[Line] = []
        self._tables: list[tuple[int, list[list[str]]]] = []
        self._row: list[PageCell] = []
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
        line = paragraph.joined(self._pages)
        self._mender.mend(line)
        on_page = [self._boxes(page, [each.box for each in lines]) for page, lines in groupby(paragraph.lines, key=lambda each: each.page)]
        line.evidence = Evidence(page=on_page[0].page, boxes=on_page[0].boxes, further=tuple(on_page[1:]))
        return line

    def _boxes(self, page: int, boxes: Sequence[Box]) -> PageBoxes:
        return PageBoxes(page=page, boxes=tuple(rounded(clipped(box, self._pages[page])) for box in boxes))

    def _evidence(self, page: int, box: Box, row: int) -> Evidence:
        return Evidence(page=page, boxes=self._boxes(page, [box]).boxes, table=len(self._tables), row=row)

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
                self._add_rest(table, running[skipped], rows[skipped], table.rows[skipped])
                skipped += 1
        else:
            self._tables.append((table.page, []))
        numbered = self._tables[-1][1]
        for cells, places, box in zip(running[skipped:], rows[skipped:], table.rows[skipped:], strict=True):
            numbered.append(places)
            self._row = cells
            if any(cell.line.text for cell in cells):
                evidence = self._evidence(table.page, box, len(numbered))
                self._lines.append(row_line([cell.line for cell in cells], [cell.column + 1 for cell in cells], evidence))

    def _is_rest(self, cells: Sequence[PageCell], places: Sequence[str]) -> bool:
        """Whether the first row on a page is the rest of the last one on the page before: without a number, and going on within a cell."""
        before = self._tables[-1][1][-1]
        last = [cell.line.text for cell in self._row]
        goes_on = any(cell.line.text[:1].islower() and above for cell, above in zip(cells, last, strict=False))
        return len(cells) == len(last) and any(last) and bool(before[0]) and not places[0] and goes_on

    def _add_rest(self, table: PageTable, cells: Sequence[PageCell], places: Sequence[str], box: Box) -> None:
        """Adds the rest of a row that a page break cut in two."""
        rows = self._tables[-1][1]
        for above, cell in zip(self._row, cells, strict=True):
            above.line = run_on([above.line, cell.line])
        rows[-1] = [run_on([Line(text=above), Line(text=below)]).text for above, below in zip(rows[-1], places, strict=True)]
        evidence = replace(self._lines[-1].evidence or Evidence(), further=(self._boxes(table.page, [box]),))
        self._lines[-1] = row_line([cell.line for cell in self._row], [cell.column + 1 for cell in self._row], evidence)

    def _goes_on(self, table: PageTable) -> bool:
        before = self._before
        if not isinstance(before, PageTable) or before.page + 1 != table.page or len(before.columns) != len(table.columns):
            return False
        # A sheet lies a little otherwise in the scanner than the one before it.
        is_scan = self._pages[table.page].original is not None
        shift = table.columns[0] - before.columns[0] if is_scan else 0.0
        return abs(shift) <= SHIFT and all(
            abs(other - shift - one) <= EDGE for one, other in zip(before.columns, table.columns, strict=True)
        )

    def _add_row(self, row: Row) -> None:
        cells = [Line(text=cell.text, runs=[run_of(self._pages[row.page], cell.words, 0)]) for cell in row.cells]
        self._mender.mend_all(cells)
        goes_on = isinstance(self._before, Row) and self._before.page == row.page and len(self._tables[-1][1][-1]) == len(cells)
        if not goes_on:
            self._tables.append((row.page, []))
        self._tables[-1][1].append([cell.text for cell in cells])
        evidence = self._evidence(row.page, around([cell.box for cell in row.cells]), len(self._tables[-1][1]))
        self._lines.append(row_line(cells, range(1, len(cells) + 1), evidence))
