"""Fields and comments."""

import io
from collections.abc import Callable

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from minutes_miner.documents.pages.words import Word
from minutes_miner.documents.pdf.attached import placed_among
from minutes_miner.documents.pdf.reader import read_pdf
from minutes_miner.records import Document

PdfFile = Callable[..., bytes]
HEIGHT = A4[1]


def form() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    canvas.acroForm.textfield(name="nama", x=150, y=HEIGHT - 110, width=200, height=18, value="Budi Santoso")
    canvas.acroForm.textfield(name="kosong", x=150, y=HEIGHT - 190, width=200, height=18, value="")
    canvas.acroForm.checkbox(name="hadir", x=60, y=HEIGHT - 140, size=12, checked=True)
    canvas.acroForm.checkbox(name="izin", x=60, y=HEIGHT - 160, size=12, checked=False)
    canvas.setFont("Helvetica", 11)
    for x, y, text in (
        (60, 105, "Nama Peserta :"),
        (80, 138, "Hadir"),
        (80, 158, "Izin"),
        (60, 185, "Catatan :"),
        (60, 220, "Demikian daftar ini."),
    ):
        canvas.drawString(x, HEIGHT - y, text)
    canvas.save()
    return target.getvalue()


def annotated(data: bytes, **keys: object) -> Document:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[300, 640, 500, 660], **keys)
        file.pages[0].Annots = pikepdf.Array([file.make_indirect(note)])
        file.save(target)
    return read_pdf(target.getvalue(), id="x", source="x.pdf")


def test_filled_fields_stand_where_they_are_read() -> None:
    document = read_pdf(form(), id="x", source="formulir.pdf")
    assert document.text.split("\n") == ["Nama Peserta : Budi Santoso", "☒ Hadir", "☐ Izin", "Catatan :", "Demikian daftar ini."]


def test_comments_are_notes(pdf_file: PdfFile) -> None:
    page = pdf_file([(60, 100, "Rapat dibuka.")])
    document = annotated(page, Subtype=pikepdf.Name.Text, Contents="Mohon dicek\nlagi")
    assert document.text == "Rapat dibuka."
    assert [(note.kind, note.text, note.page) for note in document.notes] == [("comment", "Mohon dicek lagi", 1)]
    hidden = annotated(page, Subtype=pikepdf.Name.Text, Contents="Mohon dicek", F=2)
    assert hidden.notes == ()
    link = annotated(page, Subtype=pikepdf.Name.Link, Contents="https://contoh.invalid")
    assert link.notes == ()


def test_a_text_box_laid_upon_the_page_is_text(pdf_file: PdfFile) -> None:
    page = pdf_file([(60, 100, "Rapat dibuka."), (60, 250, "Rapat ditutup.")])
    document = annotated(page, Subtype=pikepdf.Name.FreeText, Contents="Peserta lengkap")
    assert document.text.split("\n") == ["Rapat dibuka.", "Peserta lengkap", "Rapat ditutup."]


def test_a_field_on_an_empty_page() -> None:
    field = [Word(text="Budi", box=(60, 100, 90, 110))]
    assert placed_among([], [field, []]) == field
