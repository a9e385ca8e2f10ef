"""Recognised lines of an image -> words with boxes and confidences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from minutes_miner.documents.pages.rules import Rule
from minutes_miner.documents.pages.words import Word
from minutes_miner.documents.scans.engine import Letter, letters_in
from minutes_miner.documents.scans.image import Image
from minutes_miner.records import Box

Quad = NDArray[np.float32]

# Shares of the height of a line as the recogniser marks it, which goes a little beyond the letters.
SIZE = 0.78
WORD_GAP = 0.18
USUAL = 0.85  # of the blanks that the recogniser has seen on the line
INNER = 2.0  # times the gap between its letters
FIGURE_GAP = 0.28
DASH = 0.4
FLAT = 0.2
EDGE = 0.25
NARROWEST = 4.0
SLACK = 0.15
CLOSING = frozenset(".,;:)]\u201d")


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without ink on the image of a line, in pixels."""

    start: int
    end: int

    @property
    def width(self) -> int:
        """How wide it is."""
        return self.end - self.start


@dataclass(slots=True)
class Line:
    """A line while it is read: its corners on the page, its letters, and where there is no ink between them."""

    quad: Quad
    width: int
    height: int
    letters: list[Letter]
    ink: Image
    gaps: list[Gap]


def words_on(pixels: Image, ink: Image, quads: Iterable[Quad], upright: Sequence[Rule], scale: float) -> Iterator[Word]:
    """The words of the lines at `quads` on a page of grey `pixels`, with boxes in points (`scale` of them a pixel).

    A line that runs over an upright rule is parted there, as the letters on either side are of two cells.
    """
    for quad in quads:
        for part in _parted(quad, upright, scale):
            line = _line(pixels, ink, part)
            if line is not None:
                yield from _words(line, scale)


def _parted(quad: Quad, upright: Sequence[Rule], scale: float) -> Iterator[Quad]:
    """The quad cut at the rules that go through it."""
    middle = quad.mean(axis=0) * scale
    height = float(np.linalg.norm(quad[3] - quad[0]) + np.linalg.norm(quad[2] - quad[1])) / 2
    left, right = float(quad[[0, 3], 0].mean()), float(quad[[1, 2], 0].mean())
    cuts = [
        rule.at / scale
        for rule in upright
        if rule.start <= middle[1] <= rule.end and left + EDGE * height < rule.at / scale < right - EDGE * height
    ]
    borders = [left, *sorted(cuts), right]
    for start, end in pairwise(borders):
        if end - start >= NARROWEST:
            yield _between(quad, (start - left) / (right - left), (end - left) / (right - left))


def _between(quad: Quad, start: float, end: float) -> Quad:
    top, bottom = quad[1] - quad[0], quad[2] - quad[3]
    return np.array([quad[0] + top * start, quad[0] + top * end, quad[3] + bottom * end, quad[3] + bottom * start], np.float32)


def _line(pixels: Image, ink: Image, quad: Quad) -> Line | None:
    width = round(max(float(np.linalg.norm(quad[1] - quad[0])), float(np.linalg.norm(quad[2] - quad[3]))))
    height = round(max(float(np.linalg.norm(quad[3] - quad[0])), float(np.linalg.norm(quad[2] - quad[1]))))
    if min(width, height) < NARROWEST:
        return None
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(quad, flat)
    crop = cv2.warpPerspective(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    letters = letters_in(np.asarray(cv2.cvtColor(crop, cv2.COLOR_GRAY2RGB), np.uint8))
    if not letters:
        return None
    mask = np.asarray(cv2.warpPerspective(ink, matrix, (width, height), flags=cv2.INTER_NEAREST), np.uint8)
    return Line(quad, width, height, letters, mask, _gaps(mask))


def _gaps(mask: Image) -> list[Gap]:
    """Where no ink stands in any row, from the left border to the right one."""
    filled = (mask > 0).any(axis=0).astype(np.int8)
    steps = np.diff(np.concatenate([[1], filled, [1]]))
    starts, ends = np.nonzero(steps == -1)[0], np.nonzero(steps == 1)[0]
    return [Gap(int(start), int(end)) for start, end in zip(starts, ends, strict=True)]


def _words(line: Line, scale: float) -> Iterator[Word]:
    """The letters parted into words at blanks and at gaps as wide as blanks."""
    spaced = _spaced(line)
    solid = [letter for letter, _ in spaced]
    between = _gaps_between(line, spaced)
    blanks = [gap.width for gap, (_, is_blank) in zip(between, spaced[1:], strict=True) if gap is not None and is_blank]
    usual = median(blanks) if len(blanks) > 1 else 0.0
    inner = [gap.width if gap else 0 for gap, (_, is_blank) in zip(between, spaced[1:], strict=True) if not is_blank]
    letter_gap = median(inner) if inner else 0.0
    start = 0
    edges: list[tuple[int, int, float, float]] = []
    left = _first_ink(line)
    for place, (gap, (_, is_blank)) in enumerate(zip(between, spaced[1:], strict=True), start=1):
        if _parts(gap, is_blank, line.height, usual, letter_gap, solid[place - 1].text, solid[place].text):
            end = gap.start if gap else line.width * (solid[place - 1].at + solid[place].at) / 2
            edges.append((start, place, left, end))
            start, left = place, gap.end if gap else end
    edges.append((start, len(solid), left, _last_ink(line)))
    for first, last, x0, x1 in edges:
        letters = solid[first:last]
        if letters:
            text = "".join(_dash(line, letter) if letter.text in "-—" else letter.text for letter in letters)
            confidence = sum(letter.confidence for letter in letters) / len(letters)
            yield Word(text=text, box=_box(line, x0, max(x1, x0 + 1), scale), confidence=round(confidence, 4))


def _spaced(line: Line) -> list[tuple[Letter, bool]]:
    """The letters that are no blanks, and whether a blank stands before each."""
    spaced: list[tuple[Letter, bool]] = []
    is_blank = False
    for letter in line.letters:
        if letter.text.isspace():
            is_blank = True
        else:
            spaced.append((letter, is_blank))
            is_blank = False
    return spaced


def _gaps_between(line: Line, spaced: Sequence[tuple[Letter, bool]]) -> list[Gap | None]:
    """For each two successive letters the widest gap between their middles.

    The middles are only known by about half a letter, so that a gap may seem to lie on either side of a thin one; it goes to the pair that
    has a blank between them.
    """
    inner = [gap for gap in line.gaps if gap.start > 0 and gap.end < line.width]
    taken: set[Gap] = set()
    found: list[Gap | None] = [None] * max(len(spaced) - 1, 0)
    for wants_blank in (True, False):
        for place, (_, is_blank) in enumerate(spaced[1:]):
            if is_blank != wants_blank:
                continue
            slack = SLACK * line.height if is_blank else 1
            start, end = spaced[place][0].at * line.width - slack, spaced[place + 1][0].at * line.width + slack
            inside = [gap for gap in inner if gap not in taken and start <= (gap.start + gap.end) / 2 <= end]
            widest = max(inside, key=lambda gap: gap.width, default=None)
            found[place] = widest
            if is_blank and widest is not None:
                taken.add(widest)
    return found


def _parts(gap: Gap | None, is_blank: bool, height: int, usual: float, letter_gap: float, before: str, after: str) -> bool:
    if gap is None or is_blank:
        return is_blank
    # Figures are set in equal widths, so that a narrow 1 has wide gaps on both sides.
    least = FIGURE_GAP if before.isdigit() and after.isdigit() else WORD_GAP
    return after not in CLOSING and gap.width > max(least * height, USUAL * usual, INNER * letter_gap + 1)


def _first_ink(line: Line) -> float:
    first = line.gaps[0] if line.gaps else None
    return first.end if first and first.start == 0 and first.end < line.width else 0.0


def _last_ink(line: Line) -> float:
    last = line.gaps[-1] if line.gaps else None
    return last.start if last and last.end == line.width and last.start > 0 else float(line.width)


def _dash(line: Line, letter: Letter) -> str:
    """The recogniser knows one dash; a hyphen is short, the dash of a range or a pause longer."""
    at = letter.at * line.width
    before = max((gap.end for gap in line.gaps if gap.end <= at), default=0)
    after = min((gap.start for gap in line.gaps if gap.start >= at), default=line.width)
    rows = np.nonzero((line.ink[:, before:after] > 0).any(axis=1))[0]
    is_bare = len(rows) > 0 and rows[-1] - rows[0] < FLAT * line.height
    return "–" if is_bare and DASH * line.height < after - before < line.height else "-"


def _box(line: Line, x0: float, x1: float, scale: float) -> Box:
    """The box of a word, as high as its letters are large."""
    part = _between(line.quad, x0 / line.width, x1 / line.width)
    middle = float(part[:, 1].mean())
    half = SIZE * line.height / 2
    left, right = float(part[[0, 3], 0].mean()), float(part[[1, 2], 0].mean())
    return left * scale, (middle - half) * scale, right * scale, (middle + half) * scale
