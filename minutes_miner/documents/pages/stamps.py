"""Words laid across the text of a page, such as a watermark, and text printed over other text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from minutes_miner.documents.pages.words import Word
from minutes_miner.records import Box

BIG = 2.5
LINES = 2
SAME_LINE = 0.3
MOST = 0.5


def parted_by_stamp(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The words of the text, and those that are written across it: at an angle, or so big that lines of text run through them."""
    text = [word for word in words if not word.slanted]
    stamps = [word for word in words if word.slanted]
    usual = median(word.box[3] - word.box[1] for word in text) if text else 0.0
    big = [word for word in text if word.box[3] - word.box[1] >= BIG * usual]
    if big and len(big) < len(text) / 2:
        small = [word for word in text if word.box[3] - word.box[1] < BIG * usual]
        across = {id(word) for word in big if _lines_in(word, small) >= LINES}
        stamps.extend(word for word in text if id(word) in across)
        text = [word for word in text if id(word) not in across]
    return text, stamps


def _lines_in(big: Word, small: Sequence[Word]) -> int:
    """How many lines of small words run through a big one."""
    x0, top, x1, bottom = big.box
    heights = (round((box[1] + box[3]) / 2) for box in (word.box for word in small) if x0 < (box[0] + box[2]) / 2 < x1)
    return len({height for height in heights if top < height < bottom})


def is_overprinted(words: Sequence[Word]) -> bool:
    """Whether a line of text is printed over another one, so that a person can hardly read either."""
    return any(_covers(above, below) for above, below in pairwise(sorted(_runs(words), key=lambda box: (round(box[1]), box[0]))))


def _runs(words: Sequence[Word]) -> list[Box]:
    """The boxes of words that follow closely on one another at one height."""
    runs: list[Box] = []
    x0 = x1 = top = bottom = -1.0
    for word in words:
        if word.slanted:
            continue
        left, upper, right, lower = word.box
        if upper == top and abs(left - x1) <= lower - upper:
            x1 = right
        else:
            runs.append((x0, top, x1, bottom))
            x0, top, x1, bottom = left, upper, right, lower
    return [*runs[1:], (x0, top, x1, bottom)]


def _covers(one: Box, other: Box) -> bool:
    height = min(one[3] - one[1], other[3] - other[1])
    if abs(one[1] - other[1]) > SAME_LINE * height or abs(one[3] - other[3]) > SAME_LINE * height:
        return False
    return min(one[2], other[2]) - max(one[0], other[0]) > MOST * min(one[2] - one[0], other[2] - other[0])
