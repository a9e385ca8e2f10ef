"""Samples as a scanner or a telephone gives them: the pages of a PDF as grey pictures that lean, with specks and shadows, without text."""

from __future__ import annotations

import time
from io import BytesIO
from typing import Any

import cv2
import numpy as np
import pypdfium2
import to_pdf
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
POINTS = 72
LONG_AGO = time.struct_time((2025, 1, 1, 0, 0, 0, 2, 1, 0))


def scan(source: dict[str, Any]) -> bytes:
    """A PDF of grey pictures; `scan` gives `dots` an inch, and by how many degrees the sheets `lean`."""
    dots, lean = source["scan"]["dots"], source["scan"]["lean"]
    dice = np.random.default_rng(1)
    pages = [Image.fromarray(_scanned(page, lean, dice)) for page in _drawn(source, dots)]
    target = BytesIO()
    dates = {"creationDate": LONG_AGO, "modDate": LONG_AGO}
    pages[0].save(target, "PDF", resolution=dots, save_all=True, append_images=pages[1:], quality=40, producer="", **dates)
    return target.getvalue()


def photo(source: dict[str, Any]) -> bytes:
    """A JPEG of the first page as it lies on a table, seen from aside in uneven light."""
    dice = np.random.default_rng(2)
    page = cv2.cvtColor(_drawn(source, source["photo"]["dots"])[0], cv2.COLOR_GRAY2RGB)
    height, width = page.shape[:2]
    edge = width // 10
    size = (width + 2 * edge, height + 2 * edge)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = corners + edge + np.array([[0.3, 0.25], [-0.35, 0.1], [0.3, -0.2], [-0.25, 0.15]], np.float32) * edge
    matrix = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    table = np.full((size[1], size[0], 3), (112, 84, 62), np.uint8)
    table = np.clip(table + 12 * np.sin(np.arange(size[0]) / 9)[None, :, None], 0, 255).astype(np.uint8)
    paper = cv2.warpPerspective((page * np.array([0.95, 0.93, 0.88])).astype(np.uint8), matrix, size)
    mask = cv2.warpPerspective(np.full((height, width), 255, np.uint8), matrix, size)
    picture = np.where(mask[..., None] > 0, paper, table)
    light = np.linspace(0.75, 1.05, size[0])[None, :, None] * np.linspace(1.02, 0.85, size[1])[:, None, None]
    lit = np.clip(picture * light + dice.normal(0, 3, picture.shape), 0, 255).astype(np.uint8)
    target = BytesIO()
    Image.fromarray(cv2.GaussianBlur(lit, (0, 0), 0.7)).save(target, "JPEG", quality=55)
    return target.getvalue()


def _drawn(source: dict[str, Any], dots: int) -> list[Pixels]:
    with pypdfium2.PdfDocument(to_pdf.render(source)) as document:
        return [np.array(page.render(scale=dots / POINTS, grayscale=True).to_numpy(), np.uint8).squeeze() for page in document]


def _scanned(page: Pixels, lean: float, dice: np.random.Generator) -> Pixels:
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), lean, 1.0)
    leaning = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=225)
    grey = leaning * 0.9 + 8 + dice.normal(0, 4, page.shape)
    grey[dice.random(page.shape) < 0.00003] = 60
    return np.clip(grey, 0, 255).astype(np.uint8)
