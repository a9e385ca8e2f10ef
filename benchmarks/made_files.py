"""Documents made by code, each with the text and the table rows that a person reads in it."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx import Document as WordDocument
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, SimpleDocTemplate, Table, TableStyle

WORDS = (
    "rapat koordinasi dinas sosial kabupaten bantuan operasional lembaga pengasuhan anak pendataan anggaran kecamatan desa kelurahan "
    "perbaikan jalan jembatan irigasi sekolah posyandu tenaga kesehatan petani nelayan koperasi pasar harga beras minyak program kegiatan "
    "laporan pertanggungjawaban pelaksanaan penyaluran verifikasi validasi penerima manfaat keluarga harapan usulan masyarakat tokoh agama "
    "pemuda perempuan ketua sekretaris bendahara anggota forum yang akan telah sedang belum dengan untuk dari pada oleh dalam serta atau"
).split()
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=6)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey)]
HEADS = ("No", "Uraian", "Penanggung jawab", "Tenggat")
PARAGRAPHS, ROWS = 6.75, 26  # that fill a page, nearly


@dataclass(frozen=True, slots=True)
class Made:
    """A file, how many pages it has, its paragraphs in reading order and the rows of its tables, heads once."""

    data: bytes
    pages: int
    text: Sequence[str]
    rows: Sequence[Sequence[str]] = ()


def prose_pdf(pages: int, *, columns: int = 1, seed: int = 1) -> Made:
    """Pages of running text without lines, in one column or in several."""
    source = random.Random(seed)
    text = [_paragraph(source) for _ in range(round(PARAGRAPHS * pages))]
    target = io.BytesIO()
    width = (A4[0] - 120) / columns
    frames = [Frame(60 + place * width, 60, width - 12 * (columns > 1), A4[1] - 120) for place in range(columns)]
    document = BaseDocTemplate(target, pagesize=A4, pageTemplates=[PageTemplate(frames=frames)], invariant=1)
    document.build([Paragraph(part, BODY) for part in text])
    return Made(target.getvalue(), document.page, text)


def tables_pdf(pages: int, *, seed: int = 1) -> Made:
    """On every page a paragraph and a ruled table of four columns with a shaded head."""
    source = random.Random(seed)
    text, flow, rows = [], list[Flowable](), []
    style = TableStyle([*GRID, ("FONTSIZE", (0, 0), (-1, -1), 9)])
    for page in range(pages):
        lead = _paragraph(source)
        found = [HEADS, *_rows(source, page * ROWS)]
        text.extend([lead, *(" ".join(row) for row in found)])
        rows.extend(found)
        flow.extend([Paragraph(lead, BODY), Table(found, colWidths=[30, 205, 185, 70], style=style)])
    target = io.BytesIO()
    document = SimpleDocTemplate(target, pagesize=A4, topMargin=50, bottomMargin=50, invariant=1)
    document.build(flow)
    return Made(target.getvalue(), document.page, text, rows)


def word_file(parts: int, *, seed: int = 1) -> Made:
    """A Word document of so many parts, each a heading, paragraphs, a list and a table; a part fills about a page."""
    source = random.Random(seed)
    document: Any = WordDocument()
    text: list[str] = []
    rows: list[Sequence[str]] = []
    for part in range(parts):
        heading = f"Bagian {part + 1} {_words(source, 3)}"
        document.add_heading(heading, level=1)
        text.append(heading)
        for style, count in (("Normal", 3), ("List Bullet", 4)):
            for _ in range(count):
                text.append(_paragraph(source) if style == "Normal" else _words(source, 8))
                document.add_paragraph(text[-1], style=style)
        found = [HEADS, *_rows(source, part * 5, 5)]
        table = document.add_table(rows=len(found), cols=len(HEADS))
        for row, cells in zip(table.rows, found, strict=True):
            for cell, value in zip(row.cells, cells, strict=True):
                cell.text = value
        rows.extend(found)
        text.extend(" ".join(row) for row in found)
    target = io.BytesIO()
    document.save(target)
    return Made(target.getvalue(), parts, text, rows)


def _rows(source: random.Random, after: int, count: int = ROWS) -> Iterator[tuple[str, ...]]:
    for number in range(after + 1, after + count + 1):
        yield str(number), _words(source, 3), _words(source, 2), f"{source.randint(1, 28)} Mei {source.randint(2020, 2030)}"


def _paragraph(source: random.Random) -> str:
    return " ".join(f"{_words(source, source.randint(8, 18)).capitalize()}." for _ in range(source.randint(5, 7)))


def _words(source: random.Random, count: int) -> str:
    return " ".join(source.choices(WORDS, k=count))
