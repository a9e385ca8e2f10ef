"""The sheet of paper on a photo: found by its edges, and seen from straight above."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from minutes_miner.documents.scans.image import Scan

SMALL = 600
LEAST, MOST = 0.25, 0.98
APPROXIMATION = 0.02
SQUARE = 0.35
BORDER = 2
SAMPLES = 40
STEP = 7.0
SHARP = 22.0

Corners = NDArray[np.float64]


def flattened(page: Scan) -> Scan:
    """The sheet alone, made a rectangle; the page as it is where no sheet stands out from its ground."""
    corners = _corners(page)
    if corners is None:
        return page
    width = max(np.linalg.norm(corners[1] - corners[0]), np.linalg.norm(corners[2] - corners[3]))
    height = max(np.linalg.norm(corners[3] - corners[0]), np.linalg.norm(corners[2] - corners[1]))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    return page.moved(np.asarray(matrix, np.float64), round(width), round(height))


def _corners(page: Scan) -> Corners | None:
    """The corners of the sheet from the upper left, clockwise; None where there is no such shape or it fills the image."""
    height, width = page.pixels.shape
    factor = SMALL / max(height, width)
    small = cv2.resize(page.pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    small = cv2.copyMakeBorder(cv2.medianBlur(small, 9), BORDER, BORDER, BORDER, BORDER, cv2.BORDER_CONSTANT, value=0)
    _, light = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    light = cv2.morphologyEx(light, cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    shapes, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not shapes:
        return None
    largest = max(shapes, key=cv2.contourArea)
    share = cv2.contourArea(largest) / (small.shape[0] * small.shape[1])
    if not LEAST <= share <= MOST:
        return None
    hull = cv2.convexHull(largest)
    outline = cv2.approxPolyDP(hull, APPROXIMATION * cv2.arcLength(hull, True), True).reshape(-1, 2)
    if len(outline) != 4 or not _is_squarish(outline):
        return None
    corners = _from_upper_left(outline.astype(np.float64))
    return (corners - BORDER) / factor if _has_edges(small, corners) else None


def _has_edges(small: NDArray[Any], corners: Corners) -> bool:
    """Whether all sides that lie within the image are sharp: a shadow over the page fades, and beyond it the page goes on."""
    height, width = small.shape
    middle = corners.mean(axis=0)
    for start, end in pairwise([*corners, corners[0]]):
        along = start + np.linspace(0.1, 0.9, SAMPLES)[:, None] * (end - start)
        outward = (along.mean(axis=0) - middle) / np.linalg.norm(along.mean(axis=0) - middle)
        inside, outside = along - STEP * outward, along + STEP * outward
        on_image = (outside > BORDER).all(axis=1) & (outside < [width - BORDER - 1, height - BORDER - 1]).all(axis=1)
        if on_image.mean() < 0.5:
            continue
        steps = _values(small, inside[on_image]) - _values(small, outside[on_image])
        if np.median(steps) < SHARP:
            return False
    return True


def _values(small: NDArray[Any], places: Corners) -> NDArray[np.float64]:
    x, y = places.round().astype(int).T
    return np.asarray(small[y.clip(0, small.shape[0] - 1), x.clip(0, small.shape[1] - 1)], np.float64)


def _is_squarish(outline: NDArray[Any]) -> bool:
    """Whether all corners are nearly right ones, as those of a sheet are that somebody means to show."""
    around = np.vstack([outline[-1:], outline, outline[:1]]).astype(np.float64)
    sides = [after - before for before, after in pairwise(around)]
    cosines = [abs(one @ other) / (np.linalg.norm(one) * np.linalg.norm(other)) for one, other in pairwise(sides)]
    return bool(max(cosines) < SQUARE)


def _from_upper_left(corners: Corners) -> Corners:
    middle = corners.mean(axis=0)
    turned = sorted(corners, key=lambda corner: np.arctan2(corner[1] - middle[1], corner[0] - middle[0]))
    first = min(range(4), key=lambda place: turned[place].sum())
    return np.array(turned[first:] + turned[:first])
