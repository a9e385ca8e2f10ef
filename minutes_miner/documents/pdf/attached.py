"""What is attached to a PDF page and not drawn in its content: values of form fields, which are shown, and comments, which stand beside."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from minutes_miner.documents.decoding import whole_characters
from minutes_miner.documents.pages.segments import same_line
from minutes_miner.documents.pages.words import Word
from minutes_miner.documents.pdf.frame import Frame
from minutes_miner.documents.symbols import readable_drawn
from minutes_miner.records import Box, Note

MAX_ATTACHED = 2_000
UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
SIZE = 11.0
ADVANCE = 0.5
COMMENTS = (
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_CARET,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_CIRCLE,
    pdfium.FPDF_ANNOT_LINE,
)
WRITTEN = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
TICKED = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
PASSWORD_FIELD = 1 << 13


def attached_to(page: pypdfium2.PdfPage, frame: Frame, number: int) -> tuple[list[list[Word]], list[Note]]:
    """The words of each filled-in field and each text box laid upon the page, and its comments."""
    words: list[list[Word]] = []
    notes: list[Note] = []
    for place in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), MAX_ATTACHED)):
        with closing(_Attached(page, place)) as found:
            if not found.is_seen:
                continue
            text = found.value() if found.kind == pdfium.FPDF_ANNOT_WIDGET else found.string("Contents")
            if found.kind in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT):
                words.append(list(_written(text, frame.placed(*found.box()))))
            elif found.kind in COMMENTS and text.strip():
                notes.append(Note(kind="comment", text=" ".join(text.split()), page=number))
    return words, notes


def placed_among(words: Sequence[Word], fields: Sequence[Sequence[Word]]) -> list[Word]:
    """The words of a page with each field where it is read: behind the words on its left, or before those on its right or below it."""
    found = list(words)
    for field in fields:
        if field:
            place = _place(field[0].box, found)
            found[place:place] = field
    return found


def _place(box: Box, words: Sequence[Word]) -> int:
    beside = [place for place, word in enumerate(words) if same_line(word.box, box)]
    left = [place for place in beside if words[place].box[0] < box[0]]
    if left:
        return max(left, key=lambda place: (words[place].box[2], place)) + 1
    below = (place for place, word in enumerate(words) if word.box[1] > box[3])
    return min(beside, default=next(below, len(words)))


class _Attached:
    """One of the things attached to a page."""

    def __init__(self, page: pypdfium2.PdfPage, place: int) -> None:
        self._form = page.formenv.raw if page.formenv is not None else None
        self._raw = pdfium.FPDFPage_GetAnnot(page.raw, place)
        self.kind: int = pdfium.FPDFAnnot_GetSubtype(self._raw) if self._raw else pdfium.FPDF_ANNOT_UNKNOWN

    def close(self) -> None:
        if self._raw:
            pdfium.FPDFPage_CloseAnnot(self._raw)

    @property
    def is_seen(self) -> bool:
        return bool(self._raw) and not pdfium.FPDFAnnot_GetFlags(self._raw) & UNSEEN

    def box(self) -> Box:
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(self._raw, rect)
        return rect.left, rect.bottom, rect.right, rect.top

    def string(self, key: str) -> str:
        name = key.encode()
        return _asked(lambda target, size: pdfium.FPDFAnnot_GetStringValue(self._raw, name, target, size))

    def value(self) -> str:
        """What a field shows: its text, or whether it is ticked."""
        if self._form is None:
            return ""
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, self._raw)
        if kind in TICKED:
            return "☒" if pdfium.FPDFAnnot_IsChecked(self._form, self._raw) else "☐"
        if kind not in WRITTEN or pdfium.FPDFAnnot_GetFormFieldFlags(self._form, self._raw) & PASSWORD_FIELD:
            return ""
        return _asked(lambda target, size: pdfium.FPDFAnnot_GetFormFieldValue(self._form, self._raw, target, size))


def _asked(ask: Any) -> str:
    """A text of pdfium, which is asked first for its size in bytes and then for its UTF-16."""
    size = ask(None, 0)
    if size <= 2:
        return ""
    target = (ctypes.c_ushort * (size // 2))()
    ask(target, size)
    return bytes(target).decode("utf-16-le", "replace").rstrip("\0")


def _written(text: str, box: Box) -> Iterator[Word]:
    """The words of a field, line by line from its top; where each stands in it is told by the number of letters before it."""
    lines = [line.split() for line in whole_characters(readable_drawn(text)).splitlines()]
    height = min((box[3] - box[1]) / max(len(lines), 1), SIZE)
    advance = min((box[2] - box[0]) / max((len(" ".join(line)) for line in lines), default=1), ADVANCE * height) if any(lines) else 0
    top = box[1] if len(lines) > 1 else (box[1] + box[3] - height) / 2
    for number, line in enumerate(lines):
        left = box[0]
        for word in line:
            right = left + len(word) * advance
            yield Word(text=word, box=(left, top + number * height, right, top + (number + 1) * height))
            left = right + advance
