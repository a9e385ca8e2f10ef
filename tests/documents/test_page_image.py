import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from minutes_miner.documents.page_image import render_page
from minutes_miner.documents.pdf.picture import MOST_PIXELS
from minutes_miner.documents.rendering import page_image
from minutes_miner.errors import NoPages, NoSuchPage, SourceDamaged, SourceNotFound

PdfFile = Callable[..., bytes]


def test_a_page_as_a_picture(pdf_file: PdfFile) -> None:
    image = render_page(pdf_file([(60, 100, "Notulen")]), 1, source="a.pdf")
    assert (image.width, image.height) == pytest.approx(A4, abs=0.1)
    picture = Image.open(io.BytesIO(image.png))
    assert picture.size == pytest.approx((A4[0] * 2.5, A4[1] * 2.5), abs=2)
    dark = picture.convert("L").point(lambda value: 255 if value < 100 else 0).getbbox()
    assert dark is not None
    assert 60 * 2.5 - 2 <= dark[0] <= 60 * 2.5 + 5
    assert 90 * 2.5 <= dark[1] < dark[3] <= 103 * 2.5


def test_a_huge_page_is_drawn_small() -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(14_400, 14_400))
    canvas.drawString(60, 60, "Peta")
    canvas.save()
    picture = Image.open(io.BytesIO(render_page(target.getvalue(), 1, source="a.pdf").png))
    assert picture.width * picture.height <= 1.001 * MOST_PIXELS


def test_a_page_that_is_not_there(pdf_file: PdfFile) -> None:
    with pytest.raises(NoSuchPage, match="no page 2, the document has 1"):
        render_page(pdf_file([(60, 100, "Notulen")]), 2, source="a.pdf")


def test_a_format_without_pages() -> None:
    with pytest.raises(NoPages):
        render_page(b"NOTULEN RAPAT", 1, source="a.txt")


def test_a_broken_file() -> None:
    with pytest.raises(SourceDamaged):
        render_page(b"%PDF-1.7 nothing", 1, source="a.pdf")


def test_the_page_of_a_file_is_drawn_in_a_child(pdf_file: PdfFile, tmp_path: Path) -> None:
    path = tmp_path / "notulen.pdf"
    path.write_bytes(pdf_file([(60, 100, "Notulen")]))
    assert page_image(path, 1).png.startswith(b"\x89PNG")
    with pytest.raises(NoSuchPage):
        page_image(path, 3)
    with pytest.raises(SourceNotFound):
        page_image(tmp_path / "hilang.pdf", 1)
