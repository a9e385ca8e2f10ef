"""Lines of pages -> paragraphs.

A line goes on in the next one when the next word would not have fitted behind it: then the writer did not break it, the page did.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_miner.documents.hyphens import join_lines
from minutes_miner.documents.lines import Line
from minutes_miner.documents.markers import marker_of
from minutes_miner.documents.pages.places import run_of
from minutes_miner.documents.pages.segments import Segment
from minutes_miner.documents.pages.words import PageContent, Word
from minutes_miner.records import Box

CELL = 3.0
SPACE = 0.3
MANY_LINES = 3
SHARE = 0.15
NEAR = 0.1
COMMON_BORDER = 0.88
ASIDE = 0.35
CENTRE = 8.0
LABEL_WORDS = 6
VALUE_SLACK = 0.1
PITCH = 1.25
LOOSE_PITCH = 2.2
SAME_SIZE = 0.15
INDENT = 50.0
_LABEL = re.compile(r"\S{1,30}(?: \S{1,30}){0,4} :(?: |$)")
_END = (".", "!", "?", ":", ";")
_ANNOUNCING = (":", ";")


@dataclass(slots=True)
class PageLine:
    """A line of running text and where it stands; `value` is where the value begins in `Label : value`, the rest as in its segment."""

    page: int
    words: list[Word]
    text: str
    box: Box
    first_word: float
    value: float | None = None
    edge: float | None = None
    alone: bool = False

    @property
    def height(self) -> float:
        """Its height, which goes with the size of the letters."""
        return self.box[3] - self.box[1]


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[PageLine]

    def joined(self, pages: Mapping[int, PageContent]) -> Line:
        """The lines as one text, broken words joined, which knows where its words stand on their pages."""
        text, starts = join_lines([line.text for line in self.lines])
        runs = [run_of(pages[line.page], line.words, start) for line, start in zip(self.lines, starts, strict=True)]
        return Line(text=text, indent=round(self.lines[0].box[0]), runs=runs)


@dataclass(frozen=True, slots=True)
class Margins:
    """Borders of the text: where many lines begin, where many end, and the outermost ones on either side.

    `pitches` say how far apart the lines of each page stand, in line heights; in justified text many lines end at the outermost border.
    """

    lefts: tuple[float, ...]
    rights: tuple[float, ...]
    pitches: dict[int, float]
    is_justified: bool

    @property
    def width(self) -> float:
        """From the outermost border on the left to that on the right."""
        return self.rights[-1] - self.lefts[0]

    def right(self, line: PageLine) -> float:
        """The border that the line runs against: the nearest one that it does not go beyond."""
        if line.edge is not None:
            return line.edge
        return next((edge for edge in self.rights if edge >= line.box[2] - CELL), line.box[2])

    def is_aside(self, line: PageLine) -> bool:
        """Whether the line stands apart on the right, as a signature does, and not in a column."""
        if line.edge is not None:
            return line.alone
        inset = line.box[0] - max((edge for edge in self.lefts if edge <= line.box[0] + CELL), default=line.box[0])
        return line.box[0] - self.lefts[0] > ASIDE * self.width and inset > CELL

    def is_centred(self, line: PageLine) -> bool:
        """Whether the line stands in the middle, away from both borders."""
        if line.edge is not None:
            return False
        middle = (self.lefts[0] + self.rights[-1]) / 2
        return line.box[0] > self.lefts[0] + CENTRE and abs((line.box[0] + line.box[2]) / 2 - middle) < CENTRE


def line_of(segment: Segment, page: int) -> PageLine:
    """The line that a segment makes up."""
    words = segment.words
    first = words[0].box
    value = next((after.box[0] for word, after in pairwise(words[: LABEL_WORDS + 1]) if word.text.endswith(":")), None)
    return PageLine(page, words, segment.text, segment.box, first[2] - first[0], value, segment.edge, segment.alone)


def margins_of(lines: Sequence[PageLine], page_width: float) -> Margins:
    """The borders that show in all lines of a document.

    Where few lines come near the outermost border, the text is a list of short lines, and its border is taken to be that of a common page.
    """
    lefts = _edges([line.box[0] for line in lines], outermost=min)
    rights = _edges([line.box[2] for line in lines], outermost=max)
    near = sum(line.box[2] > rights[-1] - NEAR * (rights[-1] - lefts[0]) for line in lines)
    if near < max(MANY_LINES, SHARE * len(lines)):
        rights[-1] = max(rights[-1], COMMON_BORDER * page_width)
    justified = sum(abs(line.box[2] - rights[-1]) < CELL for line in lines) >= max(MANY_LINES, SHARE * len(lines))
    return Margins(tuple(lefts), tuple(rights), _pitches(lines), justified)


def _edges(values: Sequence[float], outermost: Callable[[Iterable[float]], float]) -> list[float]:
    """The places that a good share of `values` come to, and the outermost that more than one comes to."""
    places: dict[int, list[float]] = {}
    for value in values:
        places.setdefault(round(value / CELL), []).append(value)
    shared = [outermost(found) for found in places.values() if len(found) >= max(MANY_LINES, SHARE * len(values))]
    repeated = [outermost(found) for found in places.values() if len(found) > 1] or list(values) or [0.0]
    return sorted({*shared, outermost(repeated)})


def paragraphs_of(lines: Iterable[PageLine], margins: Margins) -> list[Paragraph]:
    """The paragraphs of `lines`, which are in reading order."""
    paragraphs: list[Paragraph] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1], line, margins):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(Paragraph([line]))
    return paragraphs


def _pitches(lines: Sequence[PageLine]) -> dict[int, float]:
    counts: dict[int, Counter[float]] = {}
    for before, after in pairwise(lines):
        if before.page == after.page and (pitch := _pitch(before, after)) > 0:
            counts.setdefault(before.page, Counter())[round(pitch, 1)] += 1
    return {page: min(found, key=lambda pitch: (-found[pitch], pitch)) for page, found in counts.items()}


def _pitch(before: PageLine, after: PageLine) -> float:
    return (after.box[1] - before.box[1]) / max(before.height, 1.0)


def _continues(paragraph: Paragraph, line: PageLine, margins: Margins) -> bool:
    last = paragraph.lines[-1]
    if marker_of(line.text) is not None or abs(line.height - last.height) > SAME_SIZE * last.height:
        return False
    if _LABEL.match(line.text) or (last.text.isupper() and not line.text.isupper()):
        return False
    if not _is_near(paragraph, line, margins):
        return False
    return _is_full(paragraph, line, margins) and _is_aligned(paragraph, line, margins)


def _is_near(paragraph: Paragraph, line: PageLine, margins: Margins) -> bool:
    """Whether the line stands right below; on a new page and in a new column, whether the text before it may be unfinished.

    Over a page the end of a sentence says little: full lines that end with one go on more often than paragraphs end with them. In columns,
    whose lines are short and which may hold two articles side by side, it parts.
    """
    last = paragraph.lines[-1]
    column = _is_next_column(last, line)
    if line.page != last.page or column:
        finished = last.text.endswith(_END if column or len(paragraph.lines) == 1 else _ANNOUNCING)
        return line.page <= last.page + 1 and (not finished or line.text[:1].islower())
    usual = min(margins.pitches.get(line.page, 1.0), LOOSE_PITCH)
    return 0 < _pitch(last, line) <= max(usual, 1.0) * PITCH


def _is_next_column(last: PageLine, line: PageLine) -> bool:
    """Whether a line begins the next column of prose, on the right or on a new page."""
    if last.edge is None or line.edge is None or last.alone or line.alone:
        return False
    return line.page > last.page or (line.box[0] > last.edge and line.box[1] < last.box[1])


def _in_last_column(paragraph: Paragraph) -> list[PageLine]:
    """The lines of a paragraph since it went on in a new column."""
    lines = paragraph.lines
    if lines[-1].edge is None:
        return lines
    starts = (place for place in range(len(lines) - 1, 0, -1) if _is_next_column(lines[place - 1], lines[place]))
    return lines[next(starts, 0) :]


def _is_full(paragraph: Paragraph, line: PageLine, margins: Margins) -> bool:
    """Whether the first word of `line` would not have fitted behind the paragraph's last line.

    The value of a label stands in a column of its own, whose border on the right is often short of that of the text. After the end of a
    sentence it takes more where text is justified: there all lines but the last one reach the border.
    """
    first, last = paragraph.lines[0], paragraph.lines[-1]
    needed = line.first_word + SPACE * last.height
    if margins.is_centred(last) and marker_of(first.text) is None:
        return last.box[2] - last.box[0] + needed > margins.width
    if margins.is_aside(last):
        return False
    if last.text.endswith(_END) and not line.text[0].islower() and margins.is_justified:
        return last.box[2] > margins.right(last) - CELL
    in_value = first.value is not None and abs(line.box[0] - first.value) <= CELL
    return last.box[2] + needed > margins.right(last) - (VALUE_SLACK * margins.width if in_value else 0)


def _is_aligned(paragraph: Paragraph, line: PageLine, margins: Margins) -> bool:
    """Whether the line begins where the paragraph's lines do: below its second line, or below or right of its first one."""
    if _is_next_column(paragraph.lines[-1], line):
        return True
    lines = _in_last_column(paragraph)
    if len(lines) > 1 or len(lines) < len(paragraph.lines):
        below = lines[min(1, len(lines) - 1)]
        return abs(line.box[0] - below.box[0]) <= CELL or (margins.is_centred(line) and margins.is_centred(below))
    first = paragraph.lines[0]
    if margins.is_centred(first):
        return margins.is_centred(line) or abs(line.box[0] - first.box[0]) <= INDENT
    if marker_of(first.text) is not None and line.box[0] < first.box[0] - CELL:
        return False
    return first.box[0] - INDENT <= line.box[0] < first.box[2]
