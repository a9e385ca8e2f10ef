"""Pictures of pages, drawn here and spoilt as scanners and telephones spoil them; each page is recognised once."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

from minutes_miner.documents.pages.words import PageContent
from minutes_miner.documents.pdf.reader import read_pdf
from minutes_miner.documents.scans import engine
from minutes_miner.documents.scans.picture import read_picture
from minutes_miner.documents.scans.recogniser import warnings_about
from minutes_miner.documents.settings import Settings
from minutes_miner.errors import NoTextLayer, NothingRecognised, RecogniserMissing, SourceDamaged, SourceTooLarge
from minutes_miner.guard.limits import Limits
from minutes_miner.records import Document

Pixels = NDArray[np.uint8]
DOTS = 150
PROSE = (
    "NOTULEN RAPAT",
    "Dinas Sosial akan menyalurkan bantuan sebesar Rp 350.000",
    "untuk setiap anak asuh paling lambat tanggal 30 Juni 2025",
    "kepada 14 LKSA.",
)
ROWS = (("No", "Uraian", "Tenggat"), ("1", "Mendata anak asuh", "5 Juni 2025"), ("2", "-", "9 Juli 2025"))


def draw(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 13)
    for place, text in enumerate(PROSE):
        canvas.drawString(40, 540 - 16 * place - (10 if place else 0), text)
    left, right = (40, 80, 260, 380), 460
    for row in range(len(ROWS) + 1):
        canvas.line(left[0], right - 24 * row, left[-1], right - 24 * row)
    for x in left:
        canvas.line(x, right, x, right - 24 * len(ROWS))
    for row, cells in enumerate(ROWS):
        for x, text in zip(left, cells, strict=False):
            canvas.drawString(x + 6, right - 16 - 24 * row, text)
    for x, lines in ((50, ("Ketua,", "Slamet Widodo")), (250, ("Notulis,", "Ani Lestari"))):
        canvas.drawString(x, 330, lines[0])
        canvas.drawString(x, 270, lines[1])


@lru_cache
def page() -> Pixels:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A5, invariant=1)
    draw(canvas)
    canvas.save()
    with pypdfium2.PdfDocument(target.getvalue()) as document:
        return np.array(document[0].render(scale=DOTS / 72, grayscale=True).to_numpy(), np.uint8).squeeze()


def saved(pixels: Pixels, form: str = "PNG", **options: object) -> bytes:
    target = io.BytesIO()
    Image.fromarray(pixels).save(target, form, dpi=(DOTS, DOTS), **options)
    return target.getvalue()


def read(data: bytes, **settings: object) -> Document:
    return read_picture(data, id="x", source="pindaian.png", settings=Settings(**settings))  # type: ignore[arg-type]


def lines(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


EXPECTED = [
    "NOTULEN RAPAT",
    " ".join(PROSE[1:]),
    "No | Uraian | Tenggat",
    "1 | Mendata anak asuh | 5 Juni 2025",
    "2 | - | 9 Juli 2025",
    "Ketua,",
    "Slamet Widodo",
    "Notulis,",
    "Ani Lestari",
]


def as_it_is(pixels: Pixels) -> Pixels:
    return pixels


def leaning_and_grey(pixels: Pixels) -> Pixels:
    height, width = pixels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 2.5, 1.0)
    return cv2.warpAffine((pixels * 0.8 + 20).astype(np.uint8), turn, (width, height), borderValue=224)


def upside_down(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(pixels[::-1, ::-1])


def on_its_side_in_shadow(pixels: Pixels) -> Pixels:
    light = np.linspace(0.4, 1, pixels.shape[1])[None, :]
    return np.ascontiguousarray(np.rot90((pixels * light).astype(np.uint8)))


def on_a_table(pixels: Pixels) -> Pixels:
    height, width = pixels.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = corners + 60 + np.array([[20, 10], [-25, 0], [30, -10], [-20, 15]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, seen)
    return cv2.warpPerspective(pixels, matrix, (width + 120, height + 120), borderValue=70)


@pytest.mark.parametrize("spoil", [as_it_is, leaning_and_grey, upside_down, on_its_side_in_shadow, on_a_table])
def test_a_page_is_read_however_it_lies(spoil: Callable[[Pixels], Pixels]) -> None:
    document = read(saved(spoil(page())))
    # A dash alone in its cell is the least that can be seen; on a photo it may be lost.
    blind = str.maketrans("", "", " -") if spoil is on_a_table else {}
    assert [line.translate(blind) for line in lines(document)] == [line.translate(blind) for line in EXPECTED]
    assert [len(row) for row in document.tables[0].rows] == [3, 3, 3]
    assert [warning.code for warning in document.warnings if warning.code != "marks_unread"] == ["recognised"]


def test_boxes_are_those_of_the_page_as_it_lies() -> None:
    document = read(saved(leaning_and_grey(page()), "JPEG", quality=80))
    assert document.media_type == "image/jpeg"
    evidence = document.blocks[0].evidence
    assert evidence is not None
    ((x0, top, x1, bottom),) = evidence.boxes
    ink = leaning_and_grey(page())[int(top * DOTS / 72) : int(bottom * DOTS / 72), int(x0 * DOTS / 72) : int(x1 * DOTS / 72)]
    assert 0.05 < (ink < 120).mean() < 0.5
    assert document.words is not None
    assert min(memoryview(document.words.confidences).cast("f")) > 0.8


def test_a_pdf_page_without_text_is_recognised_among_others() -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A5, invariant=1)
    draw(canvas)
    canvas.showPage()
    canvas.drawInlineImage(Image.fromarray(page()), 0, 0, *A5)
    canvas.save()
    document = read_pdf(target.getvalue(), id="x", source="campuran.pdf")
    assert next(warning.message for warning in document.warnings if warning.code == "recognised").startswith("campuran.pdf: halaman 2 ")
    assert document.text.count("Slamet Widodo") == 2
    off = read_pdf(target.getvalue(), id="x", source="campuran.pdf", settings=Settings(ocr="off"))
    assert [(warning.code, warning.page) for warning in off.warnings] == [("no_text_layer", 2)]


def test_a_page_that_is_hard_to_read_is_flagged() -> None:
    small = cv2.resize(page(), None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA)
    spoilt = np.clip(cv2.GaussianBlur(small, (0, 0), 0.9) + np.random.default_rng(3).normal(0, 40, small.shape), 0, 255).astype(np.uint8)
    document = read(saved(spoilt, "JPEG", quality=15))
    assert ("low_confidence", 1) in [(warning.code, warning.page) for warning in document.warnings]


def test_a_tiff_has_pages_up_to_the_limit() -> None:
    target = io.BytesIO()
    sheet = Image.fromarray(page()[:400])
    sheet.save(target, "TIFF", save_all=True, append_images=[sheet, sheet], dpi=(DOTS, DOTS))
    document = read(target.getvalue(), limits=Limits(pages=2))
    assert document.pages == 2
    assert document.text.count("NOTULEN RAPAT") == 2
    assert {warning.code for warning in document.warnings} >= {"pages_cut", "recognised"}


def test_what_is_no_page_is_refused_with_a_reason() -> None:
    with pytest.raises(NothingRecognised):
        read(saved(np.full((300, 300), 240, np.uint8)))
    with pytest.raises(NoTextLayer):
        read(saved(page()), ocr="off")
    with pytest.raises(SourceDamaged):
        read(b"\x89PNG\r\n\x1a\n" + bytes(40))
    huge = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(huge, "PNG")
    with pytest.raises(SourceTooLarge, match="megapixel"):
        read(huge.getvalue())


def test_a_picture_cut_off_is_read_as_far_as_it_goes() -> None:
    data = saved(page(), "JPEG", quality=80)
    document = read(data[: int(len(data) * 0.6)])
    assert "NOTULEN RAPAT" in document.text
    assert "picture_cut" in [warning.code for warning in document.warnings]


def test_a_model_that_is_missing_is_never_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "files", lambda _: tmp_path)
    with pytest.raises(RecogniserMissing, match="--ocr off"):
        engine._model(engine.DETECTOR)


def test_a_picture_of_a_single_row_of_dots_holds_nothing() -> None:
    with pytest.raises(NothingRecognised):
        read(saved(np.full((1, 400), 20, np.uint8)))


def test_a_scribble_is_no_text() -> None:
    scribbled = page().copy()
    x = np.arange(120, 380)
    for shift in range(4):
        y = (900 + 28 * np.sin(x / 7) + shift).astype(int)
        scribbled[y, x] = 30
    document = read(saved(scribbled))
    assert lines(document) == EXPECTED


def test_marks_that_were_left_out_are_told() -> None:
    pages = [PageContent(number=number, width=400, height=600, words=[], tables=[], unread=count) for number, count in ((1, 0), (2, 3))]
    told = [(warning.code, warning.page) for warning in warnings_about(pages, "a.pdf")]
    assert told == [("recognised", None), ("marks_unread", 2)]
