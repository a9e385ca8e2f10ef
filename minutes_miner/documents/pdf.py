"""PDF documents with a text layer -> Document.

Text and lines are taken with pdfium, which is fast; pdfplumber, which finds the cells of tables, only looks at pages on which enough lines
are drawn to make one.
"""

from __future__ import annotations

import ctypes
import io
import logging
import math
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from minutes_miner.documents.assembling import assembled
from minutes_miner.documents.decoding import whole_characters
from minutes_miner.documents.page_flow import flow_of
from minutes_miner.documents.page_words import PageContent, Word
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.symbols import readable_drawn
from minutes_miner.errors import NoTextLayer, SourceDamaged, SourceEncrypted, SourceTooLarge, WrongFormat
from minutes_miner.records import Box, Document, Warning

# What pdfminer has to say of a damaged file is said by our own errors and warnings.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

MEDIA_TYPE = "application/pdf"
MAX_PAGES = 2000
MAX_OBJECTS = 50_000
MAX_DEPTH = 4
LONG = 8.0
ANGLE = 0.02
ASCENT = 0.75

_WORD = re.compile("[^\\s\ufffe]+\ufffe?")
_HYPHEN = "\ufffe"
_EXPECTED = {"id": "dokumen PDF", "en": "a PDF document"}
_NO_PAGES = {"id": "tidak ada halaman yang dapat dibuka", "en": "no page can be opened"}
_PAGE_UNREAD = "rusak dan dilewati. Minta salinan baru dari sumbernya."
_TABLE_UNREAD = "mungkin memuat tabel yang tidak dapat diuraikan; teksnya dibaca sebagai baris biasa. Periksa halaman itu."
_BROKEN = {"id": "susunan berkasnya tidak utuh", "en": "its structure is not whole"}


def read_pdf(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of a PDF file that has text; blocks carry page and boxes.

    Paragraphs are put together from their lines, also over pages; running heads and page numbers become notes. A page without text among
    others gives the warning `no_text_layer`.

    Raises:
        WrongFormat, SourceDamaged, SourceEncrypted, SourceTooLarge: the file cannot be opened.
        NoTextLayer: no page has a letter.
    """
    if b"%PDF-" not in data[:1024]:
        raise WrongFormat(source, expected=_EXPECTED)
    reading = _Reading(data, source)
    with opened(data, source, settings) as document:
        count = len(document)
        if count > MAX_PAGES:
            raise SourceTooLarge(source, size=f"{count} halaman", limit=f"{MAX_PAGES} halaman")
        pages = reading.pages(document)
    reading.find_tables()
    if not pages:
        raise SourceDamaged(source, reason=_NO_PAGES)
    if not any(page.has_letters for page in pages):
        raise NoTextLayer(source, pages=count)
    flow = flow_of(pages)
    return assembled(
        flow.lines,
        id=id,
        source=source,
        media_type=MEDIA_TYPE,
        tables=flow.tables,
        notes=flow.notes,
        pages=count,
        warnings=(*reading.warnings, *_scanned(pages, source)),
    )


def opened(data: bytes, source: str, settings: Settings = DEFAULT) -> pypdfium2.PdfDocument:
    """The file as pdfium opens it.

    Raises:
        SourceDamaged, SourceEncrypted: it cannot.
    """
    try:
        return pypdfium2.PdfDocument(data, password=settings.password)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise SourceEncrypted(source) from None
        raise SourceDamaged(source, reason=_BROKEN) from None


def _scanned(pages: list[PageContent], source: str) -> Iterator[Warning]:
    for page in pages:
        if not page.has_letters and page.has_picture:
            message = f"{source}: halaman {page.number} hanya gambar, tidak ada teks. Jalankan OCR pada halaman itu, lalu baca lagi."
            yield Warning(code="no_text_layer", message=message, page=page.number)


class _Reading:
    """Takes the pages out of one file, and keeps the warnings about those that cannot be had."""

    def __init__(self, data: bytes, source: str) -> None:
        self._data = data
        self._source = source
        self._ruled: dict[int, tuple[PageContent, _Frame]] = {}
        self.warnings: list[Warning] = []

    def pages(self, document: pypdfium2.PdfDocument) -> list[PageContent]:
        """What each page holds; one that is broken is left out with a warning."""
        return [page for number in range(1, len(document) + 1) if (page := self._page(document, number)) is not None]

    def find_tables(self) -> None:
        """Gives the pages that have enough lines the cells of their tables, as pdfplumber finds them."""
        if not self._ruled:
            return
        unread = set(self._ruled)
        try:
            with pdfplumber.open(io.BytesIO(self._data), pages=sorted(self._ruled)) as document:
                for page in document.pages:
                    content, frame = self._ruled[page.page_number]
                    content.tables = [[_cell(page, frame, cell) for cell in table.cells] for table in page.find_tables()]
                    unread.discard(page.page_number)
                    page.close()
        except (PdfminerException, MalformedPDFException, RecursionError):
            for number in sorted(unread):
                self._warn("table_unread", number, _TABLE_UNREAD)

    def _page(self, document: pypdfium2.PdfDocument, number: int) -> PageContent | None:
        try:
            with closing(document[number - 1]) as page, closing(page.get_textpage()) as textpage:
                frame = _Frame(page)
                words = list(_words(textpage, frame))
                drawn = _Drawing()
                drawn.take_page(page)
        except pypdfium2.PdfiumError:
            self._warn("page_unread", number, _PAGE_UNREAD)
            return None
        content = PageContent(number=number, width=frame.width, height=frame.height, words=words, tables=[], has_picture=drawn.has_picture)
        if words and drawn.may_be_table:
            self._ruled[number] = content, frame
        return content

    def _warn(self, code: str, page: int, message: str) -> None:
        self.warnings.append(Warning(code=code, message=f"{self._source}: halaman {page} {message}", page=page))


class _Frame:
    """The visible page: turns positions of the file (origin at the lower left, page unturned) into those of the reader."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._box: Box = page.get_bbox()
        self._turned = page.get_rotation()
        self.width, self.height = page.get_size()
        media = page.get_mediabox()
        self.corner = self.placed(*media)[:2]

    def placed(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the file on the visible page."""
        x0, y0, x1, y1 = self._box
        if self._turned == 90:
            return bottom - y0, left - x0, top - y0, right - x0
        if self._turned == 180:
            return x1 - right, bottom - y0, x1 - left, top - y0
        if self._turned == 270:
            return y1 - top, x1 - right, y1 - bottom, x1 - left
        return left - x0, y1 - top, right - x0, y1 - bottom


def _cell(page: pdfplumber.page.Page, frame: _Frame, box: Box) -> Box:
    """A box as pdfplumber gives it, in whose eyes the whole sheet is the page, on the visible page."""
    left, top = frame.corner[0] - float(page.mediabox[0]), frame.corner[1] - float(page.mediabox[1])
    return box[0] + left, box[1] + top, box[2] + left, box[3] + top


def _words(textpage: pypdfium2.PdfTextPage, frame: _Frame) -> Iterator[Word]:
    """The words in the order of the file; pdfium marks a hyphen at a line end, after which the next word follows without a blank."""
    letters = _Letters(textpage)
    for match in _WORD.finditer(_characters(textpage)):
        hyphen = match.group().endswith(_HYPHEN)
        text = readable_drawn(match.group()) + "-" * hyphen
        if text.strip("-") or (text and not hyphen):
            box, slanted = letters.box(match.start(), match.end() - 1 - hyphen)
            yield Word(text=whole_characters(text), box=frame.placed(*box), slanted=slanted)


class _Letters:
    """Where letters stand on a page of the file.

    The height of a letter's own box depends on its shape (`a` is lower than `g`), so the height of a word is taken from its base line and
    its size: three quarters above the line, one below.
    """

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._page = textpage.raw
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def box(self, first: int, last: int) -> tuple[Box, bool]:
        """The box of the word from the letter `first` to the letter `last`, and whether it is drawn at an angle."""
        (left, bottom, right, top), other = self._loose(first), self._loose(last)
        box = min(left, other[0]), min(bottom, other[1]), max(right, other[2]), max(top, other[3])
        if not pdfium.FPDFText_GetMatrix(self._page, first, self._matrix):
            return box, False
        turns = math.atan2(self._matrix.b, self._matrix.a) / (math.pi / 2)
        if abs(turns - round(turns)) > ANGLE:
            return box, True
        size = pdfium.FPDFText_GetFontSize(self._page, first) * math.hypot(self._matrix.c, self._matrix.d)
        if size <= 0 or not pdfium.FPDFText_GetCharOrigin(self._page, first, self._x, self._y):
            return box, False
        return self._on_line(box, round(turns) % 4, size), False

    def _loose(self, place: int) -> Box:
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._page, place, rect)
        return rect.left, rect.bottom, rect.right, rect.top

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


class _Drawing:
    """What is drawn on a page besides text: pictures, and upright and level lines."""

    def __init__(self) -> None:
        self.has_picture = False
        self._upright: set[int] = set()
        self._level: set[int] = set()
        self._seen = 0

    @property
    def may_be_table(self) -> bool:
        """Whether there are lines for two columns at least; a page with very many objects is a drawing."""
        return len(self._upright) > 2 and len(self._level) > 1 and self._seen < MAX_OBJECTS

    def take_page(self, page: pypdfium2.PdfPage) -> None:
        """Takes note of everything on the page."""
        self._take(page.raw, pdfium.FPDFPage_CountObjects(page.raw), pdfium.FPDFPage_GetObject, 0)

    def _take(self, holder: Any, count: int, get: Callable[[Any, int], Any], depth: int) -> None:
        self._seen += count
        for place in range(min(count, MAX_OBJECTS)):
            found = get(holder, place)
            kind = pdfium.FPDFPageObj_GetType(found)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._take_path(found)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.has_picture = True
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH and self._seen < MAX_OBJECTS:
                self._take(found, pdfium.FPDFFormObj_CountObjects(found), pdfium.FPDFFormObj_GetObject, depth + 1)

    def _take_path(self, path: Any) -> None:
        """A long thin path is a line, a wide and high one a box with four."""
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top):
            return
        wide, high = right.value - left.value, top.value - bottom.value
        if high > LONG:
            self._upright.update({round(left.value / LONG), round(right.value / LONG)})
        if wide > LONG:
            self._level.update({round(bottom.value / LONG), round(top.value / LONG)})
