"""The image of a page -> what the page holds, in the form in which a drawn page gives it."""

from __future__ import annotations

from functools import partial
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from minutes_miner.documents.pages.rules import tables_in
from minutes_miner.documents.pages.words import PageContent, Word
from minutes_miner.documents.scans.engine import letters_in, lines_on
from minutes_miner.documents.scans.image import Image, Quads, Scan, evened, grey, ink_of, resized, straightened, turned
from minutes_miner.documents.scans.marks import marks_on
from minutes_miner.documents.scans.rules import rules_on
from minutes_miner.documents.scans.sheet import flattened
from minutes_miner.documents.scans.words import words_on
from minutes_miner.records import Box

LEAST = 24  # dots, in which no line of text has room
DETECTION = 1280
WORKING = 2400
FEWEST = 3
SAMPLE = 5
UPRIGHT = 1.5
WIDEST_LETTER = 1.3
DOUBTFUL, UNSURE = 0.45, 0.75
LARGE = 1.25
SAME_SIZE = 0.22


def recognised(image: Image, *, number: int, width: float, height: float) -> PageContent:
    """What is printed on the image (height, width[, 3]) of page `number`, which is `width` times `height` points large.

    The content is that of the page made straight; its `original` leads back to the points of the image.
    """
    if min(image.shape[:2]) < LEAST:
        return PageContent(number=number, width=width, height=height, words=[], tables=[], has_picture=True)
    page, quads = _upright(flattened(grey(image)))
    scale = max(width, height) / max(page.pixels.shape)
    points = max(width, height) / max(image.shape[:2])
    ink = ink_of(page)
    rules, mask = rules_on(ink, scale)
    ink[mask > 0] = 0
    tables = tables_in(rules)
    words = list(words_on(page.pixels, ink, quads, rules.upright, scale))
    words += marks_on(ink, mask, quads, [cell for table in tables for cell in table], scale)
    likely = _likely(words)
    rows, columns = page.pixels.shape
    return PageContent(
        number=number,
        width=columns * scale,
        height=rows * scale,
        words=_even(likely),
        tables=tables,
        has_picture=True,
        original=partial(_original, page, scale, points, (width, height)),
        unread=len(words) - len(likely),
    )


def _original(page: Scan, scale: float, points: float, size: tuple[float, float], box: Box) -> Box:
    """A box in points of the page made straight -> the box around it in points of the image, cut to its size."""
    x0, top, x1, bottom = page.original((box[0] / scale, box[1] / scale, box[2] / scale, box[3] / scale))
    width, height = size
    return max(x0 * points, 0.0), max(top * points, 0.0), min(x1 * points, width), min(bottom * points, height)


def _likely(words: list[Word]) -> list[Word]:
    """The words less what is made of scribbles, stamps and specks: letters too wide to be any, or doubtful ones larger than the others."""
    usual = median(map(_height, words)) if words else 0.0
    return [word for word in words if not _is_scribble(word, usual)]


def _even(words: list[Word]) -> list[Word]:
    """The words with boxes of one height where they are nearly so: how high a line seems depends on its letters, not on its size alone."""
    usual = median(map(_height, words)) if words else 0.0
    for word in words:
        if abs(_height(word) - usual) <= SAME_SIZE * usual:
            x0, top, x1, bottom = word.box
            middle = (top + bottom) / 2
            word.box = x0, middle - usual / 2, x1, middle + usual / 2
    return words


def _is_scribble(word: Word, usual: float) -> bool:
    confidence = word.confidence or 0.0
    too_wide = word.box[2] - word.box[0] > WIDEST_LETTER * _height(word) * len(word.text)
    return too_wide or confidence < DOUBTFUL or (confidence < UNSURE and _height(word) > LARGE * usual)


def _height(word: Word) -> float:
    return word.box[3] - word.box[1]


def _upright(page: Scan) -> tuple[Scan, Quads]:
    """The page even, straight and the right way up, at a size that suits the recogniser, with the lines of text on it."""
    page = evened(resized(page, WORKING / max(page.pixels.shape)))
    page = straightened(page)
    quads = _lines(page)
    if _stand(quads):
        page = straightened(turned(page, 1))
        quads = _lines(page)
    if _is_upside_down(page, quads):
        page = turned(page, 2)
        quads = _lines(page)
    return page, quads


def _lines(page: Scan) -> Quads:
    factor = DETECTION / max(page.pixels.shape)
    small = resized(page, factor)
    quads = lines_on(np.asarray(cv2.cvtColor(small.pixels, cv2.COLOR_GRAY2RGB), np.uint8))
    return np.asarray(quads / factor, np.float32)


def _stand(quads: Quads) -> bool:
    """Whether most lines are higher than wide."""
    wide, high = _sizes(quads)
    long = np.maximum(wide, high) > UPRIGHT * np.minimum(wide, high)
    return bool(long.sum() >= FEWEST and (high > wide)[long].mean() > 0.5)


def _sizes(quads: Quads) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    return np.ptp(quads[:, :, 0], axis=1), np.ptp(quads[:, :, 1], axis=1)


def _is_upside_down(page: Scan, quads: Quads) -> bool:
    """Whether some of the longest lines read better when they are turned round."""
    wide, high = _sizes(quads)
    longest = np.argsort(-wide)[:SAMPLE]
    upright = turned_round = 0.0
    for place in longest:
        x, y = quads[place].min(axis=0).astype(int).clip(0)
        crop = page.pixels[y : y + int(high[place]) + 1, x : x + min(int(wide[place]), int(12 * high[place])) + 1]
        if min(crop.shape) < 4:
            continue
        upright += _sureness(crop)
        turned_round += _sureness(np.ascontiguousarray(crop[::-1, ::-1]))
    return turned_round > upright


def _sureness(crop: Image) -> float:
    letters = letters_in(np.asarray(cv2.cvtColor(crop, cv2.COLOR_GRAY2RGB), np.uint8))
    return sum(letter.confidence for letter in letters) / len(letters) if letters else 0.0
