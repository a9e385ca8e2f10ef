"""The image of a page made straight, even and of a fit size, and the way back to the places of the original."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from minutes_miner.records import Box

Image = NDArray[np.uint8]
Quads = NDArray[np.float32]  # the corners of lines from the upper left, clockwise: (n, 4, 2)
Matrix = NDArray[np.float64]

SKEW_WIDTH = 800
LARGEST_SKEW = 8.0
FINEST = 0.025
SMALLEST_SKEW = 0.04
FEWEST_DOTS = 100
BACKGROUND = 0.04


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as grey pixels (height, width), and the matrix (3, 3) that takes places of the original image there."""

    pixels: Image
    matrix: Matrix

    def moved(self, matrix: Matrix, width: int, height: int) -> Scan:
        """The page seen through `matrix`, on a sheet of so many pixels; what lies beyond its edge is white."""
        pixels = cv2.warpPerspective(
            self.pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=255
        )
        return Scan(np.asarray(pixels, np.uint8), matrix @ self.matrix)

    def original(self, box: Box) -> Box:
        """The box of the original image around a box of this one."""
        x0, top, x1, bottom = box
        corners = np.array([[[x0, top], [x1, top], [x1, bottom], [x0, bottom]]], np.float64)
        moved = cv2.perspectiveTransform(corners, np.linalg.inv(self.matrix))[0]
        (left, upper), (right, lower) = moved.min(axis=0), moved.max(axis=0)
        return float(left), float(upper), float(right), float(lower)


def grey(image: Image) -> Scan:
    """The image (height, width) or (height, width, 3) as grey, in place."""
    pixels = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    return Scan(np.ascontiguousarray(pixels, np.uint8), np.eye(3))


def resized(page: Scan, factor: float) -> Scan:
    """The page at `factor` times its size."""
    height, width = page.pixels.shape
    size = max(round(width * factor), 1), max(round(height * factor), 1)
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    matrix = np.diag([size[0] / width, size[1] / height, 1.0])
    return Scan(np.asarray(cv2.resize(page.pixels, size, interpolation=how), np.uint8), matrix @ page.matrix)


def turned(page: Scan, quarters: int) -> Scan:
    """The page turned to the right by so many quarters."""
    height, width = page.pixels.shape
    quarters %= 4
    if quarters == 0:
        return page
    pixels = np.ascontiguousarray(np.rot90(page.pixels, -quarters))
    matrices = {
        1: [[0, -1, height], [1, 0, 0], [0, 0, 1]],
        2: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        3: [[0, 1, 0], [-1, 0, width], [0, 0, 1]],
    }
    return Scan(pixels, np.array(matrices[quarters], np.float64) @ page.matrix)


def evened(page: Scan) -> Scan:
    """The page with light ground all over: shadows, yellowed paper and grey fills are taken away, ink stays dark."""
    height, width = page.pixels.shape
    size = max(int(max(height, width) * BACKGROUND) | 1, 15)
    small = cv2.resize(page.pixels, (max(width // 4, 1), max(height // 4, 1)), interpolation=cv2.INTER_AREA)
    ground = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), min(max(size // 4 | 1, 3), 255))
    ground = cv2.resize(ground, (width, height), interpolation=cv2.INTER_LINEAR)
    even = cv2.divide(page.pixels, ground, scale=255)
    return Scan(np.asarray(even, np.uint8), page.matrix)


def ink_of(page: Scan) -> Image:
    """The ink of an evened page as a mask: 255 where there is ink, 0 elsewhere."""
    _, mask = cv2.threshold(page.pixels, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    return np.asarray(mask, np.uint8)


def straightened(page: Scan) -> Scan:
    """The page turned so that its lines are level, where they lean by some degrees."""
    angle = skew_of(page)
    if abs(angle) < SMALLEST_SKEW:
        return page
    height, width = page.pixels.shape
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]])
    return page.moved(turn, width, height)


def skew_of(page: Scan) -> float:
    """By how many degrees the lines of an evened page run down to the right.

    The ink is projected to the left edge along lines of every angle; where the profile has the sharpest steps, the lines of text are met
    along their whole length (Postl 1986).
    """
    width = page.pixels.shape[1]
    small = resized(page, SKEW_WIDTH / width) if width > SKEW_WIDTH else page
    ink = (ink_of(small) > 0).astype(np.uint8)
    rows, columns = np.nonzero(ink)
    if len(rows) < FEWEST_DOTS:
        return 0.0
    best = 0.0
    for span, step in ((LARGEST_SKEW, 0.5), (0.5, 0.1), (0.1, FINEST)):
        angles = np.arange(best - span, best + span + step / 2, step)
        scores = [_sharpness(rows, columns, angle, ink.shape) for angle in angles]
        best = float(angles[int(np.argmax(scores))])
    return best


def _sharpness(rows: NDArray[np.intp], columns: NDArray[np.intp], angle: float, shape: tuple[int, ...]) -> float:
    height = shape[0] + shape[1]
    moved = rows - columns * np.tan(np.radians(angle)) + shape[1] / 2
    profile = np.bincount(moved.astype(np.intp).clip(0, height - 1), minlength=height).astype(np.float64)
    return float(np.square(np.diff(profile)).sum())
