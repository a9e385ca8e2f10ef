"""How right pages are read when they are scanned, faxed and photographed in every way.

    python -m benchmarks.scans [PAGES]

PAGES pages of prose and PAGES with ruled tables (2 by default) are made, drawn, spoilt in the ways below, and read as pictures. A letter is
right when its word is, in its place; `sure` is the mean confidence of the recogniser.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from statistics import mean

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from benchmarks.made_files import Made, prose_pdf, tables_pdf
from benchmarks.printing import table
from benchmarks.reading import Read, letters_right
from minutes_miner.documents.pdf.reader import read_pdf
from minutes_miner.documents.scans.picture import read_picture
from minutes_miner.errors import InputError
from minutes_miner.records import Document

Pixels = NDArray[np.uint8]
Draw = Callable[[int], Pixels]
DICE = np.random.default_rng(1)


def leaning(pixels: Pixels, degrees: float) -> Pixels:
    """The page turned a little, on a white ground."""
    height, width = pixels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)


def grainy(pixels: Pixels, deviation: float) -> Pixels:
    """The page with noise of so many levels."""
    return np.clip(pixels + DICE.normal(0, deviation, pixels.shape), 0, 255).astype(np.uint8)


def shaded(pixels: Pixels) -> Pixels:
    """The page in light that falls to a third from one side to the other."""
    return (pixels * np.linspace(0.35, 1, pixels.shape[1])[None, :]).astype(np.uint8)


def bent(pixels: Pixels) -> Pixels:
    """The page with lines that run in a wave, as in an open book."""
    height, width = pixels.shape
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    return cv2.remap(pixels, x, (y + 14 * np.sin(x / width * np.pi * 1.2)).astype(np.float32), cv2.INTER_CUBIC, borderValue=255)


def faxed(pixels: Pixels) -> Pixels:
    """The page in black and white with specks."""
    black = np.where(pixels > 170, 255, 0).astype(np.uint8)
    black[DICE.random(black.shape) < 0.003] = 0
    return black


WAYS: tuple[tuple[str, int, int, Callable[[Draw], Pixels]], ...] = (
    ("200 dpi", 200, 85, lambda draw: draw(200)),
    ("300 dpi", 300, 85, lambda draw: draw(300)),
    ("150 dpi, JPEG quality 30", 150, 30, lambda draw: draw(150)),
    ("100 dpi", 100, 60, lambda draw: draw(100)),
    ("leaning by 3 degrees", 200, 85, lambda draw: leaning(draw(200), 3)),
    ("leaning by -6 degrees", 200, 85, lambda draw: leaning(draw(200), -6)),
    ("on its side", 200, 85, lambda draw: np.ascontiguousarray(np.rot90(draw(200)))),
    ("upside down", 200, 85, lambda draw: np.ascontiguousarray(np.rot90(draw(200), 2))),
    ("noise of 25 levels", 200, 85, lambda draw: grainy(draw(200), 25)),
    ("dark, little contrast", 200, 85, lambda draw: (draw(200) * 0.4 + 20).astype(np.uint8)),
    ("in shadow", 200, 85, lambda draw: grainy(shaded(draw(200)), 8)),
    ("out of focus", 200, 85, lambda draw: cv2.GaussianBlur(draw(200), (0, 0), 2.2)),
    ("bent", 200, 85, lambda draw: bent(draw(200))),
    ("fax of 100 dpi", 100, 95, lambda draw: faxed(draw(100))),
)


def pages_of(made: Made) -> list[tuple[Made, Draw]]:
    """Each page by itself, with what a perfect reader gives, and how to draw it at so many dots an inch."""
    document = pypdfium2.PdfDocument(made.data)
    return [(_alone(document, number), _drawer(document, number)) for number in range(len(document))]


def _alone(document: pypdfium2.PdfDocument, number: int) -> Made:
    target, single = io.BytesIO(), pypdfium2.PdfDocument.new()
    single.import_pages(document, [number])
    single.save(target)
    text = read_pdf(target.getvalue(), id="", source="").text  # of such pages every letter is read right, as `benchmarks.reading` shows
    return Made(target.getvalue(), 1, text.replace(" | ", " ").split("\n"))


def _drawer(document: pypdfium2.PdfDocument, number: int) -> Draw:
    def draw(dots: int) -> Pixels:
        return np.array(document[number].render(scale=dots / 72, grayscale=True).to_numpy(), np.uint8).squeeze()

    return draw


def _read(pixels: Pixels, dots: int, quality: int) -> Document | None:
    target = io.BytesIO()
    Image.fromarray(pixels).save(target, "JPEG", quality=quality, dpi=(dots, dots))
    try:
        return read_picture(target.getvalue(), id="", source="")
    except InputError:
        return None


def main() -> None:
    """Spoils, reads and prints."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    pages = [page for made in (prose_pdf(count), tables_pdf(count)) for page in pages_of(made)[:count]]
    rows = []
    for name, dots, quality, spoil in WAYS:
        start = time.perf_counter()
        found = [_read(spoil(draw), dots, quality) for _, draw in pages]
        seconds = (time.perf_counter() - start) / len(pages)
        texts = [document.text if document else "" for document in found]
        right = [letters_right(made, Read(text)) for (made, _), text in zip(pages, texts, strict=True)]
        sure = [mean(memoryview(each.words.confidences).cast("f")) for each in found if each and each.words]
        flagged = sum(any(warning.code == "low_confidence" for warning in each.warnings) for each in found if each)
        rows.append((name, f"{mean(right):.4f}", f"{min(right):.4f}", f"{mean(sure):.4f}", f"{flagged}/{len(pages)}", f"{seconds:.1f}"))
    print(table(("page", "letters right", "worst page", "sure", "flagged", "s a page"), rows, markdown=True))


if __name__ == "__main__":
    main()
