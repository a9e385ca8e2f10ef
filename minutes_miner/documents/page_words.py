"""What a page holds before it is laid out: words with their boxes, and the cells of drawn tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutes_miner.records import Box


@dataclass(slots=True, kw_only=True)
class Word:
    """A word on a page; `slanted` is text at an angle, such as a stamp; `confidence` (0 to 1) is that of a recognised word."""

    text: str
    box: Box
    slanted: bool = False
    confidence: float | None = None


@dataclass(slots=True, kw_only=True)
class PageContent:
    """One page: its words in the order in which they were drawn, and for each drawn table the boxes of its cells."""

    number: int
    width: float
    height: float
    words: list[Word]
    tables: list[list[Box]]
    has_picture: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether there is anything on it, be it a picture."""
        return bool(self.words) or self.has_picture

    @property
    def has_letters(self) -> bool:
        """Whether there is anything to read."""
        return any(character.isalpha() for word in self.words for character in word.text)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around `boxes`."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def inside(page: PageContent, boxes: Sequence[Box]) -> tuple[Box, ...]:
    """The boxes cut to the page and rounded to a hundredth of a point."""
    return tuple(
        (
            round(min(max(x0, 0), page.width), 2),
            round(min(max(top, 0), page.height), 2),
            round(min(max(x1, 0), page.width), 2),
            round(min(max(bottom, 0), page.height), 2),
        )
        for x0, top, x1, bottom in boxes
    )
