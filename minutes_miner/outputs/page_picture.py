"""A page with its records drawn on it, so that a person can look: mentions as coloured boxes, statements and items as bars beside.

Nothing covers the words: labels stand right of the page, level with the line that they speak of, in the order of the line. Every kind
has a colour of the set by Okabe and Ito, which people who see few colours can tell apart, and its name in words.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Sequence

from PIL import Image, ImageDraw, ImageFont

from minutes_miner.outputs.page_colours import COLOURS, FAINT, INK, PAPER, Colour, darker, readable_on
from minutes_miner.outputs.page_labels import Label, by_lines
from minutes_miner.outputs.page_marks import KINDS, SPANNING, Mark, in_lanes, marks_on
from minutes_miner.outputs.places import page_words
from minutes_miner.records import Analysis, Box

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

VEIL = 0.27
DARK = 190
# In points of the page.
LETTERS = 7.0
LINE = 0.8
MARGIN = 8.0
LANE = 17.0
HEAD = 26.0
PANEL = 0.34
OUT = 0.6
LEAST_PANEL = 150.0
# For letters and lines that are ours a point has so many pixels at least, and the page so many points at most.
LEAST_UNIT = 1.3
WIDEST = 900.0


def draw(png: bytes, width: float, height: float, *, analysis: Analysis, page: int, kinds: Collection[str], lang: str) -> bytes:
    """A PNG of the page with its records.

    Args:
        png: the picture of the page.
        width, height: the size of the page in points.
        analysis: what was found in the document.
        page: the page's number, from 1.
        kinds: keys of `page_marks.KINDS` that are to be drawn.
        lang: the language of the legend and the labels, `id` or `en`.
    """
    with Image.open(io.BytesIO(png)) as picture:
        shown = [kind for kind in KINDS if kind in kinds]
        sheet = _Sheet(picture.convert("RGB"), width, marks_on(page, analysis, kinds), shown, lang)
    name = analysis.document.source.replace("\\", "/").rpartition("/")[2]
    sheet.draw_head(f"{name}, {page_words(page, lang)}")
    sheet.draw_mentions()
    sheet.draw_spans()
    sheet.draw_labels()
    return sheet.png()


class _Sheet:
    """The page on a larger sheet: a head above it, lanes for bars left of it, a panel for labels right of it."""

    def __init__(self, page: Image.Image, width: float, marks: Sequence[Mark], kinds: Sequence[str], lang: str) -> None:
        self._scale = page.width / width
        self._unit = max(self._scale, LEAST_UNIT, page.width / WIDEST)
        self._font = ImageFont.load_default(self._px(LETTERS))
        self._lang = lang
        self._mentions = [mark for mark in marks if mark.kind not in SPANNING]
        self._spans = in_lanes([mark for mark in marks if mark.kind in SPANNING], LETTERS * self._unit / self._scale)
        lanes = 1 + max((lane for lane, _ in self._spans), default=-1)
        self._left = self._px(MARGIN + LANE * lanes)
        self._panel = self._left + page.width
        right = self._panel + max(round(PANEL * page.width), self._px(LEAST_PANEL))
        self._legend = list(self._laid_out([(kind, self._counted(kind, marks)) for kind in kinds], right))
        self._top = self._px(HEAD) + max((y for _, y, _, _ in self._legend), default=0)
        size = right, self._top + page.height
        self._page = page
        self._image = Image.new("RGB", size, PAPER)
        self._image.paste(page, (self._left, self._top))
        self._pen = ImageDraw.Draw(self._image)
        self._pen.rectangle((self._left - 1, self._top - 1, self._panel, size[1]), outline=FAINT)

    def png(self) -> bytes:
        target = io.BytesIO()
        self._image.save(target, "PNG", optimize=False)
        return target.getvalue()

    def draw_head(self, title: str) -> None:
        """The name of the file and the page, and below them the legend with how many of each kind there are."""
        margin = self._px(MARGIN)
        self._pen.text((margin, self._px(4)), self._fitting(title, self._image.width - 2 * margin), INK, self._font)
        for x, y, kind, text in self._legend:
            self._tag(x, y, text, kind)

    def _counted(self, kind: str, marks: Sequence[Mark]) -> str:
        return f"{KINDS[kind][0].say(self._lang)} {sum(mark.kind == kind and mark.begins for mark in marks)}"

    def _laid_out(self, texts: Sequence[tuple[str, str]], width: int) -> Iterator[tuple[int, int, str, str]]:
        """Where each part of the legend stands, from the left and in as many rows as it takes."""
        margin = self._px(MARGIN)
        x, y = margin, self._px(4 + 1.6 * LETTERS)
        for kind, text in texts:
            length = round(self._length(text))
            if x > margin and x + length + margin > width:
                x, y = margin, y + self._px(2 * LETTERS)
            yield x, y, kind, text
            x += length + margin

    def draw_mentions(self) -> None:
        """A veil of its colour over each mention, through which the words show, and a line around it."""
        for mark in self._mentions:
            colour = COLOURS[mark.kind]
            for box in mark.boxes:
                x0, top, x1, bottom = (round(value) for value in self._placed(box, out=OUT))
                beneath = self._image.crop((x0, top, x1, bottom))
                self._image.paste(Image.blend(beneath, Image.new("RGB", beneath.size, colour), VEIL), (x0, top))
                self._pen.rectangle((x0, top, x1, bottom), outline=darker(colour), width=self._px(LINE))

    def draw_spans(self) -> None:
        """A bar beside the lines of each statement and item, and a line under its words, dotted for statements."""
        for lane, mark in self._spans:
            boxes = [self._placed(box) for box in mark.boxes]
            colour = COLOURS[mark.kind]
            x = self._left - self._px(MARGIN / 2 + LANE * lane + 3)
            top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
            self._pen.rectangle((x, top, x + self._px(1.8), bottom), fill=colour)
            self._pen.text((x - self._px(1.5), top), mark.id, colour, self._font, anchor="rt")
            dotted = mark.kind == "statements"
            for left, _, right, below in boxes:
                self._under(left, right, below + self._scale * (1.0 if dotted else -0.3), colour, dotted=dotted)

    def draw_labels(self) -> None:
        """The labels of the mentions, level with their lines; what finds no room in the panel is counted."""
        free = self._top
        for row in by_lines([Label(self._words(mark), mark.kind, self._placed(mark.boxes[0])) for mark in self._mentions if mark.boxes]):
            last = max(row, key=lambda label: label.box[2]).box
            middle = (last[1] + last[3]) / 2
            y = max(round(middle - self._px(LETTERS) * 0.8), free)
            free = y + self._px(1.9 * LETTERS)
            self._under(self._end_of_ink(last) + self._px(2), self._panel + self._px(3), middle, FAINT, dotted=True)
            self._row(row, y)

    def _end_of_ink(self, box: Box) -> float:
        """Where the words that stand right of a box on its line end."""
        left, top, bottom = (round(value) for value in (box[2] - self._left, box[1] - self._top, box[3] - self._top))
        beside = self._page.crop((left, top, self._page.width, bottom)).convert("L").point(_is_ink).getbbox()
        return box[2] + (beside[2] if beside else 0)

    def _row(self, row: Sequence[Label], y: int) -> None:
        x = self._panel + self._px(MARGIN / 2)
        room = self._image.width - self._px(MARGIN / 2)
        for at, label in enumerate(row):
            rest = f"+{len(row) - at}"
            if x + self._length(label.text) + (self._length(rest) if at + 1 < len(row) else 0) > room:
                self._pen.text((x, y + self._px(1)), rest, INK, self._font)
                return
            x = self._tag(x, y, label.text, label.kind) + self._px(2.5)

    def _words(self, mark: Mark) -> str:
        return f"{mark.id} {KINDS[mark.kind][1].say(self._lang)}"

    def _tag(self, x: float, y: float, text: str, kind: str) -> int:
        """Words on their colour; where they end on the right."""
        colour = COLOURS[kind]
        right = round(x + self._length(text))
        self._pen.rectangle((x, y, right, y + self._px(1.6 * LETTERS)), fill=colour)
        self._pen.text((x + self._px(2), y + self._px(0.8 * LETTERS)), text, readable_on(colour), self._font, anchor="lm")
        return right

    def _under(self, left: float, right: float, y: float, colour: Colour, *, dotted: bool) -> None:
        thick = self._px(LINE)
        step = self._px(3) if dotted else max(round(right - left), 1)
        for x in range(round(left), round(right), step):
            self._pen.line((x, y, min(x + (step / 2 if dotted else step), right), y), colour, thick)

    def _length(self, text: str) -> float:
        return self._font.getlength(text) + self._px(4)

    def _fitting(self, text: str, room: float) -> str:
        while len(text) > 1 and self._length(text) > room:
            text = "…" + text[2:]
        return text

    def _placed(self, box: Box, out: float = 0.0) -> Box:
        """A box of the page on the sheet, `out` points larger on each side."""
        x0, top, x1, bottom = (self._scale * value for value in box)
        by = self._px(out) if out else 0
        return self._left + x0 - by, self._top + top - by, self._left + x1 + by, self._top + bottom + by

    def _px(self, points: float) -> int:
        return max(round(self._unit * points), 1)


def _is_ink(value: int) -> int:
    return 255 if value < DARK else 0
