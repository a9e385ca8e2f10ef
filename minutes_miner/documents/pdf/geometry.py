"""Lines, boxes and matrices of a PDF page, in the coordinates of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from minutes_miner.records import Box

FLAT = 0.5
CORNERS = 4

Matrix = tuple[float, float, float, float, float, float]


class Line(NamedTuple):
    """A straight level or upright stroke, by its ends."""

    x0: float
    y0: float
    x1: float
    y1: float


def side(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Line]:
    """The line between two points if it is level or upright; none otherwise."""
    if one != other and (abs(one[0] - other[0]) <= FLAT or abs(one[1] - other[1]) <= FLAT):
        yield Line(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))


def _around(sides: list[Line]) -> Box:
    x0, y0, x1, y1 = zip(*sides, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def solid_boxes(figures: list[list[Line]]) -> Iterator[Box]:
    """The boxes among the figures of a path, less those that lie in another figure or around one, which make a frame."""
    drawn = [(_around(sides), len(sides)) for sides in figures if sides]
    for place, (box, corners) in enumerate(drawn):
        if corners == CORNERS and not any(_is_nested(box, other) for other, _ in drawn[:place] + drawn[place + 1 :]):
            yield box


def _is_nested(one: Box, other: Box) -> bool:
    """Whether either of two boxes lies in the other."""
    left, bottom, right, top = (one[side] - other[side] for side in range(4))
    return (left <= 0 and bottom <= 0 and right >= 0 and top >= 0) or (left >= 0 and bottom >= 0 and right <= 0 and top <= 0)


def joined(inner: Matrix, outer: Matrix | None) -> Matrix:
    """The matrix of `inner` followed by `outer`."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    k, m, n, o, p, q = outer
    return a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q


def moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    """A point where the matrix puts it."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def placed(box: Box, matrix: Matrix | None) -> Box:
    """A box where the matrix puts it."""
    if matrix is None:
        return box
    x0, y0 = moved((box[0], box[1]), matrix)
    x1, y1 = moved((box[2], box[3]), matrix)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
