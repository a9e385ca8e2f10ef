"""Samples as PDF files with a text layer: letterhead, ruled tables that go over pages, signature columns, and a page of two columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black, whitesmoke
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BalancedColumns,
    CondPageBreak,
    Flowable,
    HRFlowable,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

MARGIN = 2.5 * cm
FRAME_PADDING = 6
TEXT_WIDTH = A4[0] - 2 * MARGIN - 2 * FRAME_PADDING

TEXT = ParagraphStyle(
    "text",
    fontName="Times-Roman",
    fontSize=11,
    leading=14,
    spaceAfter=4,
    alignment=TA_JUSTIFY,
    bulletFontName="Times-Roman",
    bulletFontSize=11,
)
LINE = ParagraphStyle("line", parent=TEXT, spaceAfter=0, alignment=0)
CELL = ParagraphStyle("cell", parent=LINE, fontSize=10.5, leading=13)
ITEM = ParagraphStyle("item", parent=TEXT, leftIndent=18, bulletIndent=0)
UNDER = ParagraphStyle("under", parent=TEXT, leftIndent=36, bulletIndent=18)
SECTION = ParagraphStyle("section", parent=TEXT, fontName="Times-Bold", spaceBefore=8, alignment=0)
CENTRED = ParagraphStyle("centred", parent=LINE, alignment=TA_CENTER)
TITLE = ParagraphStyle("title", parent=CENTRED, fontName="Times-Bold", fontSize=12.5, leading=16, spaceBefore=4, spaceAfter=8)
LETTERHEAD = ParagraphStyle("letterhead", parent=CENTRED, fontName="Times-Bold", fontSize=14.5, leading=18)
ADDRESS = ParagraphStyle("address", parent=CENTRED, fontSize=9.5, leading=13)


def render(source: dict[str, Any]) -> bytes:
    """The bytes of a PDF with the parts of `source["body"]` in order; with `columns`, all parts after the first stand in columns."""
    groups: list[list[Flowable]] = []
    for part in source["body"]:
        ((kind, value),) = part.items()
        groups.append(PARTS[kind](value))
    if "columns" in source:
        body: list[Flowable] = [flowable for group in groups[1:] for flowable in group]
        groups = [groups[0], [BalancedColumns(body, nCols=source["columns"], innerPadding=0.8 * cm)]]
    target = BytesIO()
    pages = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=1.8 * cm,
        bottomMargin=2 * cm,
        title=source["title"],
        author="minutes_miner",
        lang="id",
        invariant=1,
    )
    foot = partial(_foot, text=source["running_foot"])
    pages.build([flowable for group in groups for flowable in group], onFirstPage=foot, onLaterPages=foot)
    return target.getvalue()


def _foot(canvas: Canvas, _pages: SimpleDocTemplate, *, text: str) -> None:
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(MARGIN, 1.3 * cm, text)
    canvas.drawRightString(A4[0] - MARGIN, 1.3 * cm, f"Halaman {canvas.getPageNumber()}")


def _set(style: ParagraphStyle, text: str, label: str | None = None) -> Paragraph:
    return Paragraph(escape(text), style, bulletText=label)


def _letterhead(lines: list[str]) -> list[Flowable]:
    rules = [HRFlowable("100%", 2, color=black, spaceBefore=4, spaceAfter=1.5), HRFlowable("100%", 0.6, color=black, spaceAfter=12)]
    return [*(_set(LETTERHEAD, line) for line in lines[:-1]), _set(ADDRESS, lines[-1]), *rules]


def _title(text: str) -> list[Flowable]:
    return [_set(TITLE, text)]


def _fields(rows: list[tuple[str, str]]) -> list[Flowable]:
    cells = [[_set(LINE, label), _set(LINE, ":"), _set(LINE, value)] for label, value in rows]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    style += [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
    return [Table(cells, colWidths=[3.3 * cm, 0.4 * cm, TEXT_WIDTH - 3.7 * cm], style=style), Spacer(0, 6)]


def _section(text: str) -> list[Flowable]:
    return [CondPageBreak(3 * cm), _set(SECTION, text)]


def _paragraph(text: str) -> list[Flowable]:
    return [_set(TEXT, text)]


def _numbered(items: list[Any]) -> list[Flowable]:
    drawn: list[Flowable] = []
    for number, item in enumerate(items, 1):
        text, under = (item, ()) if isinstance(item, str) else (item["text"], item["under"])
        drawn.append(_set(ITEM, text, f"{number}."))
        drawn += [_set(UNDER, line, f"{letter}.") for letter, line in zip("abcdefgh", under, strict=False)]
    return drawn


def _table(value: dict[str, Any]) -> list[Flowable]:
    head, *rows = value["rows"]
    cells = [[_set(TITLE.clone("head", fontSize=10.5, leading=13, spaceBefore=0, spaceAfter=0), text) for text in head]]
    cells += [[_set(CELL, text) for text in row] for row in rows]
    style = [("GRID", (0, 0), (-1, -1), 0.6, black), ("BACKGROUND", (0, 0), (-1, 0), whitesmoke), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    widths = [TEXT_WIDTH * percent / 100 for percent in value["widths"]]
    return [Table(cells, colWidths=widths, style=style, repeatRows=1, spaceBefore=4, spaceAfter=10)]


def _signatures(columns: list[list[str]]) -> list[Flowable]:
    cells = [[[_set(CENTRED, line) if line else Spacer(0, CENTRED.leading) for line in lines] for lines in columns]]
    table = Table(cells, colWidths=[TEXT_WIDTH / len(columns)] * len(columns), style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    return [Spacer(0, 14), KeepTogether([table])]


PARTS: dict[str, Callable[[Any], list[Flowable]]] = {
    "letterhead": _letterhead,
    "title": _title,
    "fields": _fields,
    "section": _section,
    "paragraph": _paragraph,
    "numbered": _numbered,
    "table": _table,
    "signatures": _signatures,
}
