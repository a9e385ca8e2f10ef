"""Words of pages and where each begins in the text -> packed columns of numbers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from minutes_miner.documents.page_words import PageContent, Word, around, clipped
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


def packed(runs: Iterable[Run]) -> WordPlaces | None:
    """The places of all words, whose offsets are those of the document and ascend; boxes are cut to their page. None without a word."""
    starts, pages, places, confidences = array("I"), array("I"), array("f"), array("f")
    recognised = False
    for run in runs:
        starts.extend(run.starts)
        pages.extend([run.page.number] * len(run.starts))
        places.extend(chain.from_iterable(_boxes(run)))
        sure = [word.confidence for word in run.words]
        recognised = recognised or sure.count(None) < len(sure)
        confidences.extend(UNSURE if confidence is None else confidence for confidence in sure)
    if not starts:
        return None
    return WordPlaces(
        starts=starts.tobytes(),
        pages=pages.tobytes(),
        boxes=places.tobytes(),
        confidences=confidences.tobytes() if recognised else b"",
    )


def _boxes(run: Run) -> list[Box]:
    boxes = [word.box for word in run.words]
    whole = around(boxes)
    return boxes if clipped(whole, run.page) == whole else [clipped(box, run.page) for box in boxes]
