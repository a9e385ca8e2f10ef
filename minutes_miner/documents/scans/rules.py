"""The ruling lines of a scanned page."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from minutes_miner.documents.pages.rules import Rule, Rules, rules_of
from minutes_miner.documents.scans.image import Image

LONG = 0.025
SHORT = 0.01
SLACK = 0.003
GAP = 0.004
THICK = 0.006
LEAN = 0.02
SPECK = 3


def rules_on(ink: Image, scale: float) -> tuple[Rules, Image]:
    """The level and upright lines in a mask of ink, in points (`scale` of them a pixel), and the mask of their pixels."""
    unit = max(ink.shape)
    across = np.ascontiguousarray(ink.T)
    level, level_mask = _lines(ink, unit, LONG)
    upright, upright_mask = _lines(across, unit, LONG)
    bars, bars_mask = _lines(across, unit, SHORT)
    short = [bar for bar in bars if _is_border(bar, upright, level, SLACK * unit)]
    rules = rules_of(_scaled(level, scale), _scaled([*upright, *short], scale))
    mask = np.maximum(level_mask, upright_mask.T)
    for bar in short:
        rows, columns = slice(round(bar.start), round(bar.end)), slice(max(round(bar.at) - 3, 0), round(bar.at) + 4)
        mask[rows, columns] = np.maximum(mask[rows, columns], bars_mask.T[rows, columns])
    return rules, mask


def _is_border(bar: Rule, upright: list[Rule], level: list[Rule], slack: float) -> bool:
    """Whether a short upright line, which could be a letter, is the border of a low cell.

    It is when it goes from one level rule to another, in line with a longer border above or below.
    """
    if not any(abs(line.at - bar.at) <= slack for line in upright):
        return False
    ends = [line.at for line in level if line.start - slack <= bar.at <= line.end + slack]
    return all(any(abs(end - at) <= slack for at in ends) for end in (bar.start, bar.end))


def _scaled(lines: list[Rule], scale: float) -> list[Rule]:
    return [Rule(line.at * scale, line.start * scale, line.end * scale) for line in lines]


def _lines(ink: Image, unit: int, length: float) -> tuple[list[Rule], Image]:
    """The level lines: runs of ink much longer than letters are, gaps of specks closed, no thicker than a rule is."""
    long, gap, thick = int(length * unit), max(int(GAP * unit), 1), max(int(THICK * unit), 3)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, SPECK), np.uint8))
    runs = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    joined = cv2.dilate(runs, np.ones((3, gap), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    kept: list[Rule] = []
    mask = np.zeros_like(ink)
    for label in range(1, count):
        x, y, width, height, _area = stats[label]
        if height - 2 > thick + LEAN * width:
            continue
        part = labels[y : y + height, x : x + width] == label
        kept.append(Rule(*_axis(runs[y : y + height, x : x + width] * part, x, y)))
        mask[y : y + height, x : x + width][part] = 255
    return kept, np.asarray(cv2.bitwise_and(mask, closed), np.uint8)


def _axis(run: NDArray[np.uint8], x: int, y: int) -> tuple[float, float, float]:
    rows, columns = np.nonzero(run)
    return float(y + rows.mean()), float(x + columns.min()), float(x + columns.max() + 1)
