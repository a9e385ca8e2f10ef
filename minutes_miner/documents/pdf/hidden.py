"""The words of a PDF page that nobody sees who looks at it.

Text can be invisible, of the colour of what is below it, painted over (a redaction that is none), cut away, outside the page, or too small
to be seen. An invisible text over a picture that fills the page is no hidden text but that of a scan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from minutes_miner.documents.pages.words import Word
from minutes_miner.documents.pdf.drawing import Colour, Drawing, Filled, Shown, address_of
from minutes_miner.documents.pdf.frame import Frame
from minutes_miner.records import Box

PAGE_FILLING = 0.5
TINY = 1.0
ALIKE = 24
WHITE: Colour = (255, 255, 255)
SLACK = 2.0
BAND = 20.0


@dataclass(slots=True)
class Seen:
    """The words of a page, those that can be seen and those that cannot."""

    words: list[Word]
    hidden: list[Word]


def parted_by_sight(words: Iterable[tuple[int, Word]], drawing: Drawing, textpage: pypdfium2.PdfTextPage, frame: Frame) -> Seen:
    """The words, each given with the place of its first letter, parted by whether they can be seen."""
    sight = _Sight(drawing, textpage, frame)
    seen = Seen([], [])
    width, height = 2 * frame.width, 2 * frame.height
    for place, word in words:
        x0, top, x1, bottom = word.box
        on_page = 0 <= x0 + x1 <= width and 0 <= top + bottom <= height  # its middle; no comparison holds for what is no number
        hidden = not on_page or bottom - top < TINY or (sight.is_needed and sight.hides(place, word))
        (seen.hidden if hidden else seen.words).append(word)
    return seen


class _Sight:
    """What on a page may hide words; `is_needed` is False where nothing does, as on most pages."""

    def __init__(self, drawing: Drawing, textpage: pypdfium2.PdfTextPage, frame: Frame) -> None:
        self._textpage = textpage.raw
        self._frame = frame
        self._texts = drawing.texts
        self._scan = next((picture.order for picture in drawing.pictures if frame.share(picture.box) >= PAGE_FILLING), None)
        self._covers = self._late_fills(drawing.fills)
        self._unseen = {address_of(text.handle) for text in self._unseen_texts(drawing)}
        self._clips = {address_of(text.handle): frame.placed(*clip) for text, clip in self._cut(drawing.texts)}
        self.is_needed = bool(self._covers or self._unseen or self._clips)
        self._orders = {address_of(text.handle): self._order(text) for text in drawing.texts} if self._covers else {}

    def hides(self, place: int, word: Word) -> bool:
        """Whether the word whose first letter is at `place` of the text page cannot be seen."""
        box = word.box
        covers = self._covers.get(int((box[1] + box[3]) / 2 // BAND), ())
        last = max((order for order, cover in covers if _holds(cover, box)), default=0)
        if not (last or self._unseen or self._clips):
            return False
        text = pdfium.FPDFText_GetTextObject(self._textpage, place)
        if not text:
            return False
        owner = address_of(text)
        clip = self._clips.get(owner)
        return owner in self._unseen or last > self._orders.get(owner, last) or (clip is not None and not _holds(clip, box))

    def _late_fills(self, fills: Sequence[Filled]) -> dict[int, list[tuple[int, Box]]]:
        """The opaque boxes that are painted after some text, by the bands of the page that they touch."""
        first = self._texts[0].order if self._texts else 0
        if self._scan is not None:
            first = min(first, self._scan)
        bands: dict[int, list[tuple[int, Box]]] = defaultdict(list)
        for fill in fills:
            box = self._frame.placed(*fill.box)
            if fill.opaque and fill.order > first and box[1] < self._frame.height and box[3] > 0:
                for band in range(int(max(box[1], 0) // BAND), int(min(box[3], self._frame.height) // BAND) + 1):
                    bands[band].append((fill.order, box))
        return bands

    def _order(self, text: Shown) -> int:
        """When a text was painted; what an invisible one says was painted with the picture that it belongs to."""
        return self._scan if self._scan is not None and text.invisible else text.order

    def _unseen_texts(self, drawing: Drawing) -> Iterator[Shown]:
        """The texts that are invisible, or of the colour of what is below them; on a scan the picture shows what they say."""
        if self._scan is not None:
            return
        colours = {fill.colour for fill in drawing.fills}
        for text in drawing.texts:
            if text.invisible or ((text.colour in colours or _is_pale(text.colour)) and _is_alike(text, drawing)):
                yield text

    def _cut(self, texts: Sequence[Shown]) -> Iterator[tuple[Shown, Box]]:
        for text in texts:
            if text.clip is None:
                continue
            box, clip = text.box, text.clip
            outside = box[0] < clip[0] - SLACK or box[1] < clip[1] - SLACK or box[2] > clip[2] + SLACK or box[3] > clip[3] + SLACK
            if outside:
                yield text, clip


def _is_pale(colour: Colour | None) -> bool:
    return colour is not None and min(colour) >= 255 - ALIKE


def _is_alike(text: Shown, drawing: Drawing) -> bool:
    """Whether a text has the colour of what was painted last below its middle; over a picture that cannot be said."""
    x0, y0, x1, y1 = text.box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    below = Filled(0, (0, 0, 0, 0), WHITE, True)
    for fill in (*drawing.fills, *drawing.pictures):
        box = fill.box
        if below.order < fill.order < text.order and box[0] <= x <= box[2] and box[1] <= y <= box[3]:
            below = fill
    if text.colour is None or below.colour is None:
        return False
    return max(abs(one - other) for one, other in zip(text.colour, below.colour, strict=True)) <= ALIKE


def _holds(outer: Box, box: Box) -> bool:
    """Whether the middle of a box is in another one."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]
