"""Text that nobody sees is kept beside, and text that somebody sees is not."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from minutes_miner.documents.pdf.reader import read_pdf
from minutes_miner.records import Document

WIDTH, HEIGHT = A4
Draw = Callable[[Canvas], None]


def read(draw: Draw, size: tuple[float, float] = A4) -> Document:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 740, "Rapat dibuka oleh pimpinan.")
    draw(canvas)
    canvas.save()
    return read_pdf(target.getvalue(), id="x", source="notulen.pdf")


def line(canvas: Canvas, text: str = "NIK 3301010101900001 milik saksi", mode: int = 0, x: float = 60, y: float = 700) -> None:
    canvas.drawString(x, y, text, mode=mode)


def covered(canvas: Canvas) -> None:
    line(canvas)
    canvas.rect(50, 690, 300, 25, stroke=0, fill=1)


def painted_white(canvas: Canvas) -> None:
    line(canvas)
    canvas.setFillColor(colors.white)
    canvas.rect(50, 690, 300, 25, stroke=0, fill=1)


def white(canvas: Canvas) -> None:
    canvas.setFillColor(colors.white)
    line(canvas)


def black_on_black(canvas: Canvas) -> None:
    canvas.rect(50, 690, 300, 25, stroke=0, fill=1)
    line(canvas)


def invisible(canvas: Canvas) -> None:
    line(canvas, mode=3)


def clipped(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(60, 100, 40, 40)
    canvas.clipPath(path, stroke=0, fill=0)
    line(canvas)


def off_the_page(canvas: Canvas) -> None:
    line(canvas, x=WIDTH + 40)


def tiny(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 0.4)
    line(canvas)


def transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0)
    line(canvas)


@pytest.mark.parametrize("draw", [covered, painted_white, white, black_on_black, invisible, clipped, off_the_page, tiny, transparent])
def test_hidden_text_is_a_note_with_a_warning(draw: Draw) -> None:
    document = read(draw)
    assert document.text == "Rapat dibuka oleh pimpinan."
    assert [(note.kind, note.text, note.page) for note in document.notes] == [("hidden", "NIK 3301010101900001 milik saksi", 1)]
    assert [(warning.code, warning.page) for warning in document.warnings] == [("hidden_text", 1)]
    assert "halaman 1" in document.warnings[0].message


def test_only_the_covered_words_of_a_line_go() -> None:
    def draw(canvas: Canvas) -> None:
        line(canvas, "Saksi bernama RAHASIA hadir")
        start = 60 + canvas.stringWidth("Saksi bernama ", "Helvetica", 11)
        canvas.rect(start - 1, 696, canvas.stringWidth("RAHASIA", "Helvetica", 11) + 2, 13, stroke=0, fill=1)

    document = read(draw)
    assert document.text.split("\n")[1:] == ["Saksi bernama", "hadir"]
    assert "RAHASIA" not in document.text


def white_on_dark(canvas: Canvas) -> None:
    canvas.setFillColor(colors.darkblue)
    canvas.rect(50, 690, 300, 25, stroke=0, fill=1)
    canvas.setFillColor(colors.white)
    line(canvas)


def on_a_box(canvas: Canvas) -> None:
    canvas.setFillColor(colors.lightgrey)
    canvas.rect(50, 690, 300, 25, stroke=0, fill=1)
    canvas.setFillColor(colors.black)
    line(canvas)


def framed(canvas: Canvas) -> None:
    line(canvas)
    canvas.rect(50, 690, 300, 25)


def framed_by_a_ring(canvas: Canvas) -> None:
    line(canvas)
    path = canvas.beginPath()
    path.rect(50, 690, 300, 25)
    path.rect(51, 691, 298, 23)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=0)


def highlighted(canvas: Canvas) -> None:
    line(canvas)
    canvas.setFillColor(colors.yellow)
    canvas.setFillAlpha(0.4)
    canvas.rect(50, 690, 300, 25, stroke=0, fill=1)


def stamped(canvas: Canvas) -> None:
    line(canvas)
    canvas.drawInlineImage(Image.new("L", (2, 2), 128), 50, 690, 300, 25)


def white_on_a_picture(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("L", (2, 2), 20), 50, 680, 300, 60)
    canvas.setFillColor(colors.white)
    line(canvas)


def clipped_around(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(50, 690, 300, 25)
    canvas.clipPath(path, stroke=0, fill=0)
    line(canvas)


SEEN = [white_on_dark, on_a_box, framed, framed_by_a_ring, highlighted, stamped, white_on_a_picture, clipped_around]


@pytest.mark.parametrize("draw", SEEN)
def test_what_can_be_seen_stays(draw: Draw) -> None:
    document = read(draw)
    assert "NIK 3301010101900001 milik saksi" in document.text
    assert document.warnings == ()


def scan(canvas: Canvas) -> None:
    canvas.drawInlineImage(Image.new("L", (2, 2), 230), 0, 0, WIDTH, HEIGHT)
    line(canvas, mode=3)


def test_the_layer_of_a_scan_is_kept() -> None:
    document = read(scan)
    assert "NIK 3301010101900001" in document.text
    assert document.warnings == ()


def test_what_is_blackened_on_a_scan_is_hidden() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawInlineImage(Image.new("L", (2, 2), 230), 0, 0, WIDTH, HEIGHT)
        canvas.rect(50, 690, 300, 25, stroke=0, fill=1)
        line(canvas, mode=3)
        line(canvas, "Saksi hadir.", mode=3, y=660)

    document = read(draw)
    assert "NIK" not in document.text
    assert "Saksi hadir." in document.text
    assert [warning.code for warning in document.warnings] == ["hidden_text"]


def test_text_printed_over_text_is_kept_apart_with_a_warning() -> None:
    def draw(canvas: Canvas) -> None:
        line(canvas, "Bantuan sebesar Rp 100 juta")
        line(canvas, "Bantuan sebesar Rp 900 juta")
        line(canvas, "Peserta setuju.", y=600)

    document = read(draw)
    assert document.text.split("\n")[1:] == ["Bantuan sebesar Rp 100 juta", "Bantuan sebesar Rp 900 juta", "Peserta setuju."]
    assert [(warning.code, warning.page) for warning in document.warnings] == [("overprinted", 1)]


def test_text_printed_twice_is_bold() -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0, 0.4):
            line(canvas, x=60 + shift)

    document = read(draw)
    assert document.text.split("\n")[1:] == ["NIK 3301010101900001 milik saksi"]
    assert document.warnings == ()
