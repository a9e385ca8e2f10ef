"""The words of a PDF page, as pdfium finds them.

Every question to pdfium costs as much as a line of Python, so a word is asked for two boxes only, that of its first and that of its last
letter. Base line, size and direction are asked for once a run: while the boxes of letters keep their height, they are the same.
"""

from __future__ import annotations

import ctypes
import math
import re
import struct
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from minutes_miner.documents.decoding import whole_characters
from minutes_miner.documents.pages.words import Word
from minutes_miner.documents.pdf.frame import Frame
from minutes_miner.documents.symbols import readable_drawn
from minutes_miner.records import Box

ANGLE = 0.02
ASCENT = 0.75

_WORD = re.compile("[^\\s\ufffe]+\ufffe?")
_HYPHEN = "\ufffe"
_PLAIN = re.compile("[\t-\r -~]*")
_RECT = struct.Struct("4f").unpack  # left, top, right, bottom


def words_of(textpage: pypdfium2.PdfTextPage, frame: Frame) -> Iterator[tuple[int, Word]]:
    """The words in the order of the file, each with the place of its first letter.

    pdfium marks a hyphen at a line end, after which the next word follows without a blank.
    """
    text = _characters(textpage)
    plain = _PLAIN.fullmatch(text) is not None
    box_of, placed = _Letters(textpage).box, frame.placed
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        if not plain:
            hyphen = word[-1] == _HYPHEN
            word = whole_characters(readable_drawn(word) + "-" * hyphen)
            if not word.strip("-") and (hyphen or not word):
                continue
            end -= hyphen
        box, slanted = box_of(start, end - 1)
        yield start, Word(text=word, box=placed(*box), slanted=slanted)


class _Letters:
    """Where letters stand on a page of the file.

    The height of a letter's own box depends on its shape (`a` is lower than `g`), so the height of a word is taken from its base line and
    its size: three quarters above the line, one below.
    """

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._page = textpage.raw
        self._rect = pdfium.FS_RECTF()
        self._seen = memoryview(self._rect)
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._run = (0.0, 0.0, 0.0, 0.0)

    def box(self, first: int, last: int) -> tuple[Box, bool]:
        """The box of the word from the letter `first` to the letter `last`, and whether it is drawn at an angle."""
        ask, rect = pdfium.FPDFText_GetLooseCharBox, self._rect
        ask(self._page, first, rect)
        left, top, right, bottom = _RECT(self._seen)
        start, end = left, right
        if last != first:
            ask(self._page, last, rect)
            start, other_top, end, other_bottom = _RECT(self._seen)
            if other_top != top or other_bottom != bottom:
                return self._asked(first, (min(left, start), min(bottom, other_bottom), max(right, end), max(top, other_top)))
        if start < left:
            left = start
        if end > right:
            right = end
        known_top, known_bottom, below, above = self._run
        if top == known_top and bottom == known_bottom:
            return (left, below, right, above), False
        box, slanted = self._asked(first, (left, bottom, right, top))
        if not slanted and box[0] == left and box[2] == right:
            self._run = top, bottom, box[1], box[3]
        return box, slanted

    def _asked(self, first: int, box: Box) -> tuple[Box, bool]:
        if not pdfium.FPDFText_GetMatrix(self._page, first, self._matrix):
            return box, False
        turns = math.atan2(self._matrix.b, self._matrix.a) / (math.pi / 2)
        if abs(turns - round(turns)) > ANGLE:
            return box, True
        size = pdfium.FPDFText_GetFontSize(self._page, first) * math.hypot(self._matrix.c, self._matrix.d)
        if size <= 0 or not pdfium.FPDFText_GetCharOrigin(self._page, first, self._x, self._y):
            return box, False
        return self._on_line(box, round(turns) % 4, size), False

    def _on_line(self, box: Box, turns: int, size: float) -> Box:
        """The box with its borders along the base line; `turns` are the quarter turns of the writing to the left."""
        above, below = ASCENT * size, (1 - ASCENT) * size
        x, y = self._x.value, self._y.value
        if turns == 0:
            return box[0], y - below, box[2], y + above
        if turns == 1:
            return x - above, box[1], x + below, box[3]
        if turns == 2:
            return box[0], y - above, box[2], y + below
        return x - below, box[1], x + above, box[3]


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """The text with one character for each of pdfium's, so that places in it are pdfium's places."""
    count = textpage.count_chars()
    text = textpage.get_text_range() if count else ""
    if len(text) == count:
        return str(text)
    return "".join(chr(pdfium.FPDFText_GetUnicode(textpage.raw, place) or 0xFFFD) for place in range(count))
