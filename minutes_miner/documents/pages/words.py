"""What a page holds before it is laid out: words with their boxes, and the cells of drawn tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
    """One page: its words in the order in which they were drawn, and for each drawn table the boxes of its cells.

    A recognised page was made straight first; `original` takes boxes back to the page as it lies in the file. `unread` is how many marks on
    it were left out because they are hardly letters.
    """

    number: int
    width: float
    height: float
    words: list[Word]
    tables: list[list[Box]]
    has_picture: bool = False
    original: Callable[[Box], Box] | None = None
    unread: int = 0

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


def clipped(box: Box, page: PageContent) -> Box:
    """The part of the box that is on the page, as the page lies in the file."""
    if page.original is not None:
        return page.original(box)
    x0, top, x1, bottom = box
    if x0 >= 0 and top >= 0 and x1 <= page.width and bottom <= page.height:
        return box
    return min(max(x0, 0), page.width), min(max(top, 0), page.height), min(max(x1, 0), page.width), min(max(bottom, 0), page.height)


def rounded(box: Box) -> Box:
    """The box in hundredths of a point."""
    x0, top, x1, bottom = box
    return round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)
