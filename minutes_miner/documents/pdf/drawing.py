"""What is drawn on a PDF page, object by object in the order in which it is painted: texts, pictures, filled boxes, ruling lines.

A drawing inside another one (a form) has a system of coordinates of its own, which is unfolded here.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from minutes_miner.documents.pdf.geometry import Line, Matrix, joined, moved, placed, side, solid_boxes
from minutes_miner.records import Box

MAX_OBJECTS = 50_000
MAX_POINTS = 10_000
MAX_DEPTH = 4
MAX_FIGURES = 50
MAX_FILLS = 3_000
THIN = 3.0
INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
FILLED = (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP)

Colour = tuple[int, int, int]


class Shown(NamedTuple):
    """A text object: its place in the order of painting, its handle, and its colour, None where that cannot be told."""

    order: int
    handle: Any
    colour: Colour | None
    invisible: bool
    clip: Box | None
    form: Matrix | None

    @property
    def box(self) -> Box:
        """Where it stands on the page."""
        return bounds_of(self.handle, self.form) or (0.0, 0.0, 0.0, 0.0)


class Filled(NamedTuple):
    """A filled box or a picture: its place in the order of painting, where it stands, its colour; a picture has none."""

    order: int
    box: Box
    colour: Colour | None
    opaque: bool


@dataclass(slots=True)
class Drawing:
    """Everything on a page; boxes are in the coordinates of the file (left, bottom, right, top)."""

    texts: list[Shown]
    fills: list[Filled]
    pictures: list[Filled]
    lines: list[Line]
    objects: int = 0
    is_cut: bool = False


def drawing_of(page: pypdfium2.PdfPage) -> Drawing:
    """What is drawn on the page; `is_cut` says that there is more than anybody needs who reads."""
    return _Painter().drawing(page)


def address_of(handle: Any) -> int:
    """What two handles of the same object have in common."""
    return ctypes.addressof(handle.contents)


def bounds_of(handle: Any, form: Matrix | None) -> Box | None:
    """The box around an object, which lies in a form with the matrix `form`."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return None
    return placed((left.value, bottom.value, right.value, top.value), form)


class _Painter:
    """Walks the objects in the order of painting."""

    def __init__(self) -> None:
        self._found = Drawing([], [], [], [])
        self._seen = 0
        self._points = 0
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._whole = [ctypes.c_uint() for _ in range(4)]
        self._matrix = pdfium.FS_MATRIX()

    def drawing(self, page: pypdfium2.PdfPage) -> Drawing:
        self._take(page.raw, pdfium.FPDFPage_CountObjects(page.raw), pdfium.FPDFPage_GetObject, None, 0)
        self._found.objects = self._seen
        return self._found

    def _take(self, holder: Any, count: int, get: Callable[[Any, int], Any], form: Matrix | None, depth: int) -> None:
        for place in range(count):
            if self._seen >= MAX_OBJECTS:
                self._found.is_cut = True
                return
            self._seen += 1
            found = get(holder, place)
            kind = pdfium.FPDFPageObj_GetType(found)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._take_text(found, form)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._take_path(found, form)
            elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
                self._take_picture(found, form)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
                inner = joined(self._matrix_of(found), form)
                self._take(found, pdfium.FPDFFormObj_CountObjects(found), pdfium.FPDFFormObj_GetObject, inner, depth + 1)

    def _take_text(self, text: Any, form: Matrix | None) -> None:
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
        invisible, colour = mode in INVISIBLE, None
        if mode in FILLED and pdfium.FPDFPageObj_GetFillColor(text, *self._whole):
            red, green, blue, alpha = (part.value for part in self._whole)
            colour, invisible = (red, green, blue), not alpha
        clip = pdfium.FPDFPageObj_GetClipPath(text)
        paths = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
        self._found.texts.append(Shown(self._seen, text, colour, invisible, self._clip(clip, paths, form) if paths > 0 else None, form))

    def _clip(self, clip: Any, paths: int, form: Matrix | None) -> Box | None:
        """The box that the last of the paths leaves open; the others are wider, as a program narrows them step by step."""
        xs, ys = [], []
        for segment in range(pdfium.FPDFClipPath_CountPathSegments(clip, paths - 1)):
            x, y = self._point(pdfium.FPDFClipPath_GetPathSegment(clip, paths - 1, segment))
            xs.append(x)
            ys.append(y)
            if self._points > MAX_POINTS:
                return None
        return placed((min(xs), min(ys), max(xs), max(ys)), form) if xs else None

    def _take_picture(self, picture: Any, form: Matrix | None) -> None:
        if (box := bounds_of(picture, form)) is not None:
            self._found.pictures.append(Filled(self._seen, box, None, False))

    def _take_path(self, path: Any, form: Matrix | None) -> None:
        """A thin path is a line; the straight sides of any other are lines too, and it may hide what is below it."""
        box = bounds_of(path, form)
        if box is None:
            return
        left, bottom, right, top = box
        if right - left <= THIN or top - bottom <= THIN:
            if right - left > top - bottom:
                middle = (bottom + top) / 2
                self._found.lines.append(Line(left, middle, right, middle))
            else:
                middle = (left + right) / 2
                self._found.lines.append(Line(middle, bottom, middle, top))
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke):
            return
        figures = list(self._subpaths(path, form))
        if fill.value or stroke.value:
            for sides in figures:
                self._found.lines.extend(sides)
        if fill.value and len(figures) <= MAX_FIGURES and len(self._found.fills) < MAX_FILLS:
            for solid in solid_boxes(figures):
                self._take_fill(path, solid)

    def _take_fill(self, path: Any, box: Box) -> None:
        if pdfium.FPDFPageObj_GetFillColor(path, *self._whole):
            red, green, blue, alpha = (part.value for part in self._whole)
            opaque = alpha == 255 and not pdfium.FPDFPageObj_HasTransparency(path)
            self._found.fills.append(Filled(self._seen, box, (red, green, blue), opaque))

    def _subpaths(self, path: Any, form: Matrix | None) -> Iterator[list[Line]]:
        """The level and upright sides of each figure of a path."""
        count = pdfium.FPDFPath_CountSegments(path)
        if self._points + count > MAX_POINTS:
            self._found.is_cut = True
            return
        inner = joined(self._matrix_of(path), form)
        start = before = (0.0, 0.0)
        sides: list[Line] = []
        for place in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, place)
            point = moved(self._point(segment), inner)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                yield sides
                sides, start = [], point
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                sides.extend(side(before, point))
            before = point
            if pdfium.FPDFPathSegment_GetClose(segment):
                sides.extend(side(before, start))
        yield sides

    def _point(self, segment: Any) -> tuple[float, float]:
        self._points += 1
        pdfium.FPDFPathSegment_GetPoint(segment, self._x, self._y)
        return self._x.value, self._y.value

    def _matrix_of(self, found: Any) -> Matrix:
        matrix = self._matrix
        if not pdfium.FPDFPageObj_GetMatrix(found, matrix):
            return 1, 0, 0, 1, 0, 0
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
