"""Where a part of the text stands: boxes of exactly its own words, cells, paragraphs, lines."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import docx
import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4

from minutes_miner import mine
from minutes_miner.documents.assembling import assembled
from minutes_miner.documents.evidence import Places
from minutes_miner.documents.pages.flow import flow_of
from minutes_miner.documents.pages.words import PageContent, Word
from minutes_miner.documents.pdf.reader import read_pdf
from minutes_miner.documents.plain import document_of_text
from minutes_miner.documents.reading import read
from minutes_miner.documents.word.docx import read_docx
from minutes_miner.records import Document, Evidence, PageBoxes

PdfFile = Callable[..., bytes]
SAMPLES = Path(__file__).parents[2] / "samples"
INSET = 0.5  # pdfium counts a letter that a box only touches
PROSE = "Rapat dibuka oleh Kepala Dinas Sosial Kabupaten Ngawi pada pukul sembilan dan dilanjutkan dengan pe-"


class Drawn:
    """A PDF, and what is drawn in the boxes of a place."""

    def __init__(self, data: bytes) -> None:
        self._pages = [(page, page.get_textpage()) for page in pypdfium2.PdfDocument(data)]

    def text(self, evidence: Evidence) -> str:
        assert evidence.page is not None
        places = [PageBoxes(page=evidence.page, boxes=evidence.boxes), *evidence.further]
        return letters("".join(self._in_box(place.page, box) for place in places for box in place.boxes))

    def _in_box(self, number: int, box: tuple[float, float, float, float]) -> str:
        page, textpage = self._pages[number - 1]
        height = page.get_height()
        return str(textpage.get_text_bounded(box[0] + INSET, height - box[3] + INSET, box[2] - INSET, height - box[1] - INSET))


def letters(text: str) -> str:
    """The text without blanks, bars between cells and hyphens, which may be at a line end."""
    return "".join(letter for letter in text if not letter.isspace() and letter not in "|-\ufffe\x02")


def of(document: Document, part: str) -> Evidence:
    start = document.text.index(part)
    evidence = Places(document).evidence(start, start + len(part))
    assert evidence is not None
    return evidence


def test_every_record_of_the_samples_has_the_boxes_of_exactly_its_words() -> None:
    wrong = []
    count = 0
    for path in sorted(path for path in SAMPLES.glob("*/*.pdf") if not path.name.startswith("pindaian")):
        analysis, drawn = mine(path), Drawn(path.read_bytes())
        for record in (*analysis.mentions, *analysis.statements, *analysis.items, *analysis.holders):
            count += 1
            assert record.evidence is not None
            text = analysis.text[record.start : record.end]
            if drawn.text(record.evidence) != letters(text):
                wrong.append((path.name, text, drawn.text(record.evidence)))
    assert count > 250
    assert len(wrong) <= 0.01 * count, wrong


@pytest.mark.parametrize("part", ["Kepala Dinas Sosial Kabupaten Ngawi", "pemaparan", "Siti Aminah", "bantuan"])
def test_a_part_of_a_paragraph_over_lines(pdf_file: PdfFile, part: str) -> None:
    data = pdf_file([(60, 100, PROSE), (60, 114, "maparan tentang anak asuh oleh (Siti Aminah), yang juga membahas bantuan.")])
    document = read_pdf(data, id="x", source="a.pdf")
    assert Drawn(data).text(of(document, part)) == letters(part)


def test_a_broken_word_has_a_box_on_each_line(pdf_file: PdfFile) -> None:
    data = pdf_file([(60, 100, PROSE), (60, 114, "maparan tentang anak asuh.")])
    document = read_pdf(data, id="x", source="a.pdf")
    assert [box[1] for box in of(document, "pemaparan").boxes] == pytest.approx([100 - 0.75 * 11, 114 - 0.75 * 11], abs=0.01)
    assert len(of(document, "pemaparan tentang anak").boxes) == 2


def test_words_that_go_on_on_the_next_page(pdf_file: PdfFile) -> None:
    head = "Dinas Sosial akan menyalurkan bantuan operasional kepada semua lembaga kesejahteraan sosial anak"
    data = pdf_file([(60, 60, "Notulen"), (60, 780, head)], [(60, 60, "di Kabupaten Ngawi pada bulan Maret."), (60, 90, "Penutup.")])
    document = read_pdf(data, id="x", source="a.pdf")
    evidence = of(document, "lembaga kesejahteraan sosial anak di Kabupaten Ngawi")
    assert (evidence.page, [each.page for each in evidence.further]) == (1, [2])
    assert Drawn(data).text(evidence) == letters("lembaga kesejahteraan sosial anak di Kabupaten Ngawi")
    assert document.blocks[1].evidence is not None
    assert [each.page for each in document.blocks[1].evidence.further] == [2]


def test_a_font_of_one_width(pdf_file: PdfFile) -> None:
    data = pdf_file(
        [], draw=lambda canvas: (canvas.setFont("Courier", 11), canvas.drawString(60, 700, "rapat di Blitar, (Kediri), dan Ngawi."))
    )
    document = read_pdf(data, id="x", source="a.pdf")
    for part in ("Blitar", "Kediri", "Ngawi"):
        assert Drawn(data).text(of(document, part)) == part


def test_the_place_of_a_cell_is_that_in_the_table() -> None:
    document = read(SAMPLES / "minutes" / "evaluasi-sampah-kupang.pdf")
    places = Places(document)
    assert document.cells
    for cell in document.cells:
        evidence = places.evidence(cell.start, cell.end)
        assert evidence is not None
        assert (evidence.table, evidence.row, evidence.cell) == (cell.table, cell.row, cell.cell)
        assert document.tables[cell.table - 1].rows[cell.row - 1][cell.cell - 1] == document.text[cell.start : cell.end]


@pytest.mark.parametrize("name", ["berita-acara-bontang.docx", "rakor-banjir-lamongan.docx", "flksa-wonosobo-2-2024-10-17.docx"])
def test_cells_and_paragraphs_of_a_word_document(name: str) -> None:
    document = read(SAMPLES / "minutes" / name)
    places = Places(document)
    for cell in document.cells:
        assert places.evidence(cell.start, cell.start + 1) == Evidence(table=cell.table, row=cell.row, cell=cell.cell)
        assert document.tables[cell.table - 1].rows[cell.row - 1][cell.cell - 1] == document.text[cell.start : cell.end]
    for block in document.blocks:
        if block.kind != "row":
            assert places.evidence(block.start, block.end) == block.evidence


def test_a_table_within_a_cell_of_a_word_document() -> None:
    file = docx.Document()
    outer = file.add_table(1, 3, style="Table Grid")
    outer.cell(0, 0).merge(outer.cell(0, 1)).text = "Rincian"
    outer.cell(0, 2).text = "Dinas Sosial"
    inner = outer.cell(0, 2).add_table(2, 2)
    inner.style = "Table Grid"
    inner.cell(1, 1).text = "Rp 5.000.000"
    inner.cell(0, 0).text = "Biaya"
    target = io.BytesIO()
    file.save(target)
    document = read_docx(target.getvalue(), id="x", source="a.docx")
    assert of(document, "Rincian") == Evidence(table=2, row=1, cell=1)
    assert of(document, "Dinas Sosial") == Evidence(table=2, row=1, cell=3)
    assert of(document, "Rp 5.000.000") == Evidence(table=1, row=2, cell=2)
    assert of(document, "Biaya") == Evidence(table=1, row=1, cell=1)
    assert document.tables[0].rows[1][1] == "Rp 5.000.000"


def test_lines_of_a_text_file() -> None:
    document = document_of_text("NOTULEN\n\n\nDinsos akan mendata LKSA.", id="a", source="a.txt")
    assert of(document, "mendata") == Evidence(paragraph=2, line=4)
    assert Places(document).evidence(8, 9) is None


def test_the_confidence_of_recognised_words_is_that_of_the_least_sure_one() -> None:
    words = [Word(text=text, box=(60.0 + 50 * at, 100.0, 105.0 + 50 * at, 111.0)) for at, text in enumerate(["Rapat", "di", "Ngawi"])]
    words[0].confidence, words[1].confidence = 0.91, 0.5
    page = PageContent(number=1, width=A4[0], height=A4[1], words=words, tables=[])
    document = assembled(flow_of([page]).lines, id="a", source="a.pdf", media_type="application/pdf")
    assert of(document, "Rapat").confidence == pytest.approx(0.91)
    assert of(document, "Rapat di Ngawi").confidence == pytest.approx(0.5)
    assert of(document, "Ngawi").confidence is None


def test_a_row_that_a_page_break_cuts_in_two_has_boxes_on_both_pages() -> None:
    def page(number: int, top: float, texts: list[str]) -> PageContent:
        lefts = [60.0, 100.0, 300.0, 500.0]
        cells = [(x0, top, x1, top + 20) for x0, x1 in pairwise(lefts)]
        words = [
            Word(text=text, box=(left + 3 + 60 * at, top + 4, left + 53 + 60 * at, top + 15))
            for left, cell in zip(lefts, texts, strict=False)
            for at, text in enumerate(cell.split())
        ]
        return PageContent(number=number, width=A4[0], height=A4[1], words=words, tables=[cells])

    pages = [page(1, 780, ["1.", "Mendata anak", "Dinas Sosial"]), page(2, 60, ["", "asuh baru", ""])]
    flow = flow_of(pages)
    document = assembled(flow.lines, tables=flow.tables, id="a", source="a.pdf", media_type="application/pdf")
    assert document.text == "1. | Mendata anak asuh baru | Dinas Sosial"
    assert document.tables[0].rows == (("1.", "Mendata anak asuh baru", "Dinas Sosial"),)
    evidence = of(document, "anak asuh")
    assert (evidence.page, evidence.table, evidence.row, evidence.cell) == (1, 1, 1, 2)
    assert evidence.boxes == ((163.0, 784.0, 213.0, 795.0),)
    assert evidence.further == (PageBoxes(page=2, boxes=((103.0, 64.0, 153.0, 75.0),)),)
    assert of(document, "Dinas Sosial").further == ()
    row = document.blocks[0].evidence
    assert row is not None
    assert [each.page for each in row.further] == [2]


def test_boxes_stay_on_the_page() -> None:
    page = PageContent(number=1, width=200.0, height=100.0, words=[Word(text="Rapat", box=(-5.0, 90.0, 30.0, 120.0))], tables=[])
    document = assembled(flow_of([page]).lines, id="a", source="a.pdf", media_type="application/pdf")
    assert of(document, "Rapat").boxes == ((0.0, 90.0, 30.0, 100.0),)
