"""Dashes and bullets that stand alone, which are too small for the recogniser to see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from minutes_miner.documents.pages.words import Word
from minutes_miner.documents.scans.image import Image, Quads
from minutes_miner.documents.scans.words import SIZE
from minutes_miner.records import Box

# In heights of the page's usual line.
DASH_WIDE, DASH_HIGH = (0.14, 0.75), 0.2
BESIDE = 0.25
FLAT = 1.7
DOT = (0.16, 0.5)
ROUND = 1.35
FULL = 0.6
NEAREST, FURTHEST = 0.2, 4.0
LEVEL = 0.3
# What its form says is not as sure as what a model reads.
CONFIDENCE = 0.9


def marks_on(ink: Image, ruled: Image, quads: Quads, cells: Sequence[Box], scale: float) -> Iterator[Word]:
    """The marks outside the lines at `quads`: before a line, as those of a list, or alone in a cell (boxes in points, `scale` a pixel).

    Beside the pixels of rules (the mask `ruled`) there are none, but bits of the rules.
    """
    if not len(quads):
        return
    lines = np.concatenate([quads.min(axis=1), quads.max(axis=1)], axis=1)
    height = float(np.median(lines[:, 3] - lines[:, 1]))
    free = np.where(_known(ruled, quads, height) > 0, 0, ink).astype(np.uint8)
    _, _, stats, middles = cv2.connectedComponentsWithStats(free)
    for (x, _, wide, high, area), (_, y) in zip(stats[1:], middles[1:], strict=True):
        text = _mark(wide / height, high / height, area / (wide * high))
        left, middle = float(x), float(y)
        half = SIZE * height / 2
        box = (left * scale, (middle - half) * scale, (left + float(wide)) * scale, (middle + half) * scale)
        if text and (_leads(x + wide, y, lines, height) or (text == "-" and _is_alone(box, cells, lines * scale))):
            yield Word(text=text, box=box, confidence=CONFIDENCE)


def _known(ruled: Image, quads: Quads, height: float) -> Image:
    """The pixels of rules and lines and a little around them, where bits of rules and of letters lie that are no marks."""
    known = ruled.copy()
    cv2.fillPoly(known, [quad.astype(np.int32) for quad in quads], 255)
    beside = 2 * int(BESIDE * height) + 1
    return np.asarray(cv2.dilate(known, np.ones((beside, beside), np.uint8)), np.uint8)


def _mark(wide: float, high: float, full: float) -> str:
    if full < FULL:
        return ""
    if DASH_WIDE[0] <= wide <= DASH_WIDE[1] and high <= DASH_HIGH and wide >= FLAT * high:
        return "-"
    if DOT[0] <= min(wide, high) and max(wide, high) <= min(DOT[1], ROUND * min(wide, high)):
        return "•"
    return ""


def _leads(right: float, middle: float, lines: NDArray[np.float32], height: float) -> bool:
    """Whether a line begins a little to the right, level with the mark, and nothing else stands there."""
    level = np.abs((lines[:, 1] + lines[:, 3]) / 2 - middle) <= LEVEL * height
    distance = lines[:, 0] - right
    before = level & (lines[:, 2] < right) & (right - lines[:, 2] < height)
    return bool((level & (distance >= NEAREST * height) & (distance <= FURTHEST * height)).any() and not before.any())


def _is_alone(box: Box, cells: Sequence[Box], lines: NDArray[Any]) -> bool:
    """Whether the mark is all that its cell holds."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for x0, top, x1, bottom in cells:
        if x0 <= x <= x1 and top <= y <= bottom:
            across, down = (lines[:, 0] + lines[:, 2]) / 2, (lines[:, 1] + lines[:, 3]) / 2
            return not bool(((x0 <= across) & (across <= x1) & (top <= down) & (down <= bottom)).any())
    return False
