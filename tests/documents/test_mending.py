"""Misprints are mended in drawn text, in paragraphs and cells; offsets and boxes stay exact, and plain text stays as it is."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from minutes_miner.documents.evidence import Places
from minutes_miner.documents.lines import Line
from minutes_miner.documents.mending import Mender
from minutes_miner.documents.pdf.reader import read_pdf
from minutes_miner.documents.plain import document_of_text
from minutes_miner.documents.vocabulary import Vocabulary
from minutes_miner.documents.word.docx import read_docx
from minutes_miner.records import Document

PdfFile = Callable[..., bytes]


def told(document: Document) -> list[tuple[str, str, str, int | None]]:
    return [(each.name, each.original, document.text[each.start : each.end], each.page) for each in document.repairs]


def test_a_drawn_text_is_mended_and_says_so(pdf_file: PdfFile) -> None:
    data = pdf_file(
        [(60, 100, "NOTULEN")], [(60, 100, "Rapat paIing lambat dibuka lrwan di Blitar pada tahun 2O25."), (60, 140, "Selesai.")]
    )
    document = read_pdf(data, id="x", source="notulen.pdf")
    assert document.text.split("\n")[1] == "Rapat paling lambat dibuka Irwan di Blitar pada tahun 2025."
    assert told(document) == [
        ("capital_i_for_l", "paIing", "paling", 2),
        ("l_for_capital_i", "lrwan", "Irwan", 2),
        ("letter_in_year", "2O25", "2025", 2),
    ]
    (warning,) = document.warnings
    assert warning.code == "repaired_text"
    assert "3 salah baca diperbaiki (paIing → paling, lrwan → Irwan, 2O25 → 2025)" in warning.message


def test_a_text_without_misprints_has_no_warning(pdf_file: PdfFile) -> None:
    document = read_pdf(pdf_file([(60, 100, "Rapat dibuka Irwan pada tahun 2025.")]), id="x", source="notulen.pdf")
    assert (document.repairs, document.warnings) == ((), ())


def test_boxes_stay_exact_where_blanks_came_and_went(pdf_file: PdfFile) -> None:
    text = "Penanggungj awab kegiatan Siti Aminah, lalu penanggungjawab lain, kata Budi kepada masyarakat.(GN)"
    data = pdf_file([(60, 100, text)])
    document = read_pdf(data, id="x", source="a.pdf")
    plain = read_pdf(pdf_file([(60, 100, text.replace("j awab", "jxawab"))]), id="x", source="a.pdf")
    assert document.text == text.replace("j awab", "jawab").replace(".(GN)", ". (GN)")
    for part in ("Siti Aminah", "Budi"):
        start, other = document.text.index(part), plain.text.index(part)
        evidence, same = Places(document).evidence(start, start + len(part)), Places(plain).evidence(other, other + len(part))
        assert evidence is not None
        assert same is not None
        shift = evidence.boxes[0][0] - same.boxes[0][0]
        assert abs(shift) < 3  # an `x` for a blank
        assert evidence.boxes[0][2] - same.boxes[0][2] == pytest.approx(shift, abs=0.02)
    joined = Places(document).evidence(0, len("Penanggungjawab"))
    assert joined is not None
    assert joined.boxes[0][0] == pytest.approx(60, abs=0.02)
    assert len(joined.boxes) == 1


def test_cells_are_mended_in_the_table_and_in_the_text() -> None:
    target = io.BytesIO()
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    rows = [["No", "Uraian", "Biaya"], ["1", "Oleh lrwan", "Rp l.500.000"], ["2", "Selesai", "Rp 2.000.000"]]
    SimpleDocTemplate(target, pagesize=A4, invariant=1).build([Table(rows, colWidths=[40, 200, 120], style=style)])
    document = read_pdf(target.getvalue(), id="x", source="a.pdf")
    assert document.tables[0].rows[1] == ("1", "Oleh Irwan", "Rp 1.500.000")
    assert document.text.split("\n")[1] == "1 | Oleh Irwan | Rp 1.500.000"
    assert [repair[2] for repair in told(document)] == ["Irwan", "Rp 1.500.000"]


def test_letters_spaced_out_evenly_are_parted_into_words_of_the_document(pdf_file: PdfFile) -> None:
    document = read_pdf(pdf_file([(60, 100, "B U P A T I B A T A N G"), (60, 140, "Rapat dibuka Bupati Batang.")]), id="x", source="a.pdf")
    assert document.text.split("\n")[0] == "BUPATI BATANG"
    assert told(document)[0][:3] == ("spaced_capitals", "B U P A T I B A T A N G", "BUPATI BATANG")
    evidence = Places(document).evidence(7, 13)
    whole = Places(document).evidence(0, 13)
    assert evidence is not None
    assert whole is not None
    assert whole.boxes[0][0] == pytest.approx(60, abs=0.02)
    assert evidence.boxes[0][2] == whole.boxes[0][2]
    assert evidence.boxes[0][0] > whole.boxes[0][0] + 50


def test_a_word_document_is_mended_too() -> None:
    file = docx.Document()
    file.add_paragraph("B U P A T I   N G A W I")
    file.add_paragraph("Dibuka lrwan.", style="List Number")
    table = file.add_table(1, 2, style="Table Grid")
    table.cell(0, 0).text, table.cell(0, 1).text = "Catatan", "paIing lambat"
    target = io.BytesIO()
    file.save(target)
    document = read_docx(target.getvalue(), id="x", source="a.docx")
    assert document.text == "BUPATI NGAWI\n1. Dibuka Irwan.\nCatatan | paling lambat"
    assert [repair[1:3] for repair in told(document)] == [
        ("lrwan", "Irwan"),
        ("paIing", "paling"),
    ]
    assert document.tables[0].rows == (("Catatan", "paling lambat"),)


def test_plain_text_stays_the_files_own() -> None:
    text = "Rapat paIing lambat dibuka lrwan. B U P A T I"
    document = document_of_text(text, id="a", source="a.txt")
    assert (document.text, document.repairs) == (text, ())


def test_a_doubtful_word_needs_the_document_as_witness() -> None:
    for text, meant in (("tim lSM", "tim ISM"), ("tim lSM, LSM lain", "tim lSM, LSM lain")):
        line = Line(text=text)
        Mender([text]).mend(line)
        assert line.text == meant


@pytest.mark.parametrize(
    ("letters", "words"),
    [("BUPATINGAWI", ["BUPATI", "NGAWI"]), ("BUPATI", ["BUPATI"]), ("NGAWIX", ["NGAWIX"]), ("RAPATKERJA", ["RAPAT", "KERJA"])],
)
def test_letters_are_parted_into_words_of_the_document(letters: str, words: list[str]) -> None:
    assert Vocabulary("Rapat kerja Bupati Ngawi").parted(letters) == words
