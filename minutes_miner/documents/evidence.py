"""A part of a document's text -> where it stands in the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from minutes_miner.documents.lines import BAR
from minutes_miner.documents.pages.letter_widths import is_fixed, part_of
from minutes_miner.documents.pages.segments import WIDE, same_line
from minutes_miner.documents.pages.words import around, rounded
from minutes_miner.records import Block, Box, CellPlace, Document, Evidence, PageBoxes

_NO_LETTERS = BAR + "\n"
Placed = tuple[int, Box]


class Places:
    """The places of one document, to be asked for one part of the text after the other."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._blocks = document.blocks
        self._block_starts = [block.start for block in document.blocks]
        self._cells = document.cells
        self._cell_starts = [cell.start for cell in document.cells]
        words = document.words
        self._starts = memoryview(words.starts if words else b"").cast("I")
        self._pages = memoryview(words.pages if words else b"").cast("I")
        self._boxes = memoryview(words.boxes if words else b"").cast("f")
        self._confidences = memoryview(words.confidences if words else b"").cast("f")

    def evidence(self, start: int, end: int) -> Evidence | None:
        """Where `text[start:end]` stands: the boxes of its own words, one a line, and its cell; else its paragraph, line or cell.

        Where words share a box with signs that are not part of the text asked for (`Blitar,`), the box is cut where the letters end, by
        what letters are commonly wide. None where the source has no such places.
        """
        cell = self._cell(start)
        pages = self._on_pages(start, end)
        if pages:
            return Evidence(
                page=pages[0].page,
                boxes=pages[0].boxes,
                further=tuple(pages[1:]),
                table=cell.table if cell else None,
                row=cell.row if cell else None,
                cell=cell.cell if cell else None,
                confidence=self._confidence(start, end),
            )
        if cell is not None:
            return Evidence(table=cell.table, row=cell.row, cell=cell.cell)
        block = self._block(start)
        return block.evidence if block is not None else None

    def _on_pages(self, start: int, end: int) -> list[PageBoxes]:
        return [
            PageBoxes(page=page, boxes=tuple(rounded(box) for box in _by_lines(box for _, box in placed)))
            for page, placed in groupby(self._placed(start, end), key=itemgetter(0))
        ]

    def _words(self, start: int, end: int) -> range:
        return range(max(bisect_right(self._starts, start) - 1, 0), bisect_left(self._starts, end))

    def _placed(self, start: int, end: int) -> Iterator[Placed]:
        """Page and box of each word, or part of a word, in the text asked for."""
        for at in self._words(start, end):
            word = self._word(at)
            first, last = max(start - self._starts[at], 0), min(end - self._starts[at], len(word))
            if first >= last:
                continue
            box = self._box(at)
            if last - first < len(word):
                box = part_of(box, word, first, last, fixed=self._is_fixed(at))
            yield self._pages[at], box

    def _word(self, at: int) -> str:
        """The letters of a word; one that is broken over two lines is two words."""
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._text)
        return self._text[self._starts[at] : end].rstrip(_NO_LETTERS)

    def _box(self, at: int) -> Box:
        x0, top, x1, bottom = self._boxes[4 * at : 4 * at + 4]
        return x0, top, x1, bottom

    def _is_fixed(self, at: int) -> bool:
        """Whether the word and those beside it are set as by a typewriter; one alone can be so by chance."""
        beside = range(max(at - 1, 0), min(at + 2, len(self._starts)))
        return all(is_fixed(self._box(place), self._word(place)) for place in beside)

    def _confidence(self, start: int, end: int) -> float | None:
        if not self._confidences:
            return None
        known = [self._confidences[at] for at in self._words(start, end) if self._confidences[at] >= 0]
        return round(min(known), 3) if known else None

    def _cell(self, start: int) -> CellPlace | None:
        """The innermost cell that the text begins in."""
        for at in range(bisect_right(self._cell_starts, start) - 1, -1, -1):
            cell = self._cells[at]
            if start < cell.end:
                return cell
            if cell.start < self._row_start(start):
                break
        return None

    def _row_start(self, start: int) -> int:
        block = self._block(start)
        return block.start if block is not None else start

    def _block(self, start: int) -> Block | None:
        at = bisect_right(self._block_starts, start) - 1
        return self._blocks[at] if at >= 0 and start < self._blocks[at].end else None


def _by_lines(boxes: Iterator[Box]) -> Iterator[Box]:
    """The boxes with those put together that follow one another on a line, less than a column apart."""
    whole: Box | None = None
    for box in boxes:
        if whole is not None and _goes_on(whole, box):
            whole = around((whole, box))
        else:
            if whole is not None:
                yield whole
            whole = box
    if whole is not None:
        yield whole


def _goes_on(before: Box, box: Box) -> bool:
    height = before[3] - before[1]
    return same_line(before, box) and -height <= box[0] - before[2] <= WIDE * height
