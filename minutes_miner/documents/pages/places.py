"""Words of pages and where each begins in the text -> packed columns of numbers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from minutes_miner.documents.pages.words import PageContent, Word, around, clipped
from minutes_miner.records import Box, WordPlaces

UNSURE = -1.0


@dataclass(slots=True)
class Run:
    """Successive words of a page, and the offset at which each begins in the text that they are part of."""

    page: PageContent
    words: Sequence[Word]
    starts: list[int]

    def moved(self, by: int) -> Run:
        """The same words in a text that has `by` more characters before them."""
        return Run(self.page, self.words, [start + by for start in self.starts])


def run_of(page: PageContent, words: Sequence[Word], start: int) -> Run:
    """The run of words that stand with one blank between them from `start` on."""
    starts = []
    for word in words:
        starts.append(start)
        start += len(word.text) + 1
    return Run(page, words, starts)


def packed(runs: Sequence[Run]) -> WordPlaces | None:
    """The places of all words, whose offsets are those of the document and ascend; boxes are cut to their page. None without a word."""
    words = [word for run in runs for word in run.words]
    if not words:
        return None
    boxes = [word.box for word in words]
    if not _fit(boxes, runs):
        boxes = [clipped(word.box, run.page) for run in runs for word in run.words]
    recognised = any(word.confidence is not None for word in words)
    confidences = (UNSURE if word.confidence is None else word.confidence for word in words) if recognised else ()
    return WordPlaces(
        starts=array("I", chain.from_iterable(run.starts for run in runs)).tobytes(),
        pages=array("I", chain.from_iterable([run.page.number] * len(run.starts) for run in runs)).tobytes(),
        boxes=array("f", chain.from_iterable(boxes)).tobytes(),
        confidences=array("f", confidences).tobytes(),
    )


def _fit(boxes: Iterable[Box], runs: Sequence[Run]) -> bool:
    """Whether all boxes are sure to be on their pages, as they lie in the file: they are on the smallest, and none was made straight."""
    if any(run.page.original is not None for run in runs):
        return False
    x0, top, x1, bottom = around(boxes)
    return x0 >= 0 and top >= 0 and x1 <= min(run.page.width for run in runs) and bottom <= min(run.page.height for run in runs)
