"""Words laid across the text of a page, such as a watermark."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from minutes_miner.documents.page_words import Word

BIG = 2.5
LINES = 2


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
