"""The passage of a text that answers a query best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_miner.archive.search.query import Phrase
from minutes_miner.archive.search.wanted import Mark, Wanted

# About two lines of a wide terminal.
LONGEST = 240
_BEFORE = 90
# A point behind the number of a list item ends nothing.
_ENDS = re.compile(r"(?<!\s\d)(?<!\s\d\d)[.!?]['\"”’)]*\s+|\n+")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """`text[start:end]`, and the (start, end) of the wanted words, counted from its own beginning."""

    start: int
    end: int
    marks: tuple[tuple[int, int], ...]


def best_passage(text: str, wanted: Wanted | None, longest: int = LONGEST) -> Snippet:
    """The passage with the most different words of the query, phrases before words, the earliest of equals; else the beginning."""
    marks = wanted.marks(text) if wanted is not None else []
    if not marks:
        start = len(text) - len(text.lstrip())
        return Snippet(start, _end(text, start, start, longest), ())
    first, last = _densest(marks, longest - _BEFORE)
    start = _start(text, marks[first].start)
    end = _end(text, start, marks[last].end, longest)
    inside = (mark for mark in marks if mark.start >= start and mark.end <= end)
    return Snippet(start, end, tuple((mark.start - start, mark.end - start) for mark in inside))


def passage_around(text: str, start: int, end: int, longest: int = LONGEST) -> Snippet:
    """The passage around `text[start:end]`, which is marked."""
    first = _start(text, start)
    last = _end(text, first, end, longest)
    return Snippet(first, last, ((start - first, min(end, last) - first),))


def _densest(marks: Sequence[Mark], width: int) -> tuple[int, int]:
    """The first and last of the marks within a width that say most together."""
    best, best_worth = (0, 0), (0, 0)
    last = 0
    for first, mark in enumerate(marks):
        last = max(last, first)
        while last + 1 < len(marks) and marks[last + 1].end - mark.start <= width:
            last += 1
        inside = {each.leaf for each in marks[first : min(last, first + 50) + 1]}
        worth = sum(len(leaf.words) + 1 if isinstance(leaf, Phrase) else 1 for leaf in inside), last - first
        if worth > best_worth:
            best, best_worth = (first, last), worth
    return best


def _start(text: str, place: int) -> int:
    """Where the sentence of a place begins, or a word not too far before it."""
    floor = max(place - _BEFORE, 0)
    starts = [match.end() for match in _ENDS.finditer(text, floor, place)]
    if starts:
        return starts[-1]
    if floor == 0:
        return len(text) - len(text.lstrip())
    blank = _BLANK.search(text, floor, place)
    return blank.end() if blank else place


def _end(text: str, start: int, least: int, longest: int) -> int:
    """Where the passage ends: with a sentence if one ends in time, else with a word."""
    ceiling = max(start + longest, least)
    if ceiling >= len(text):
        return len(text.rstrip()) if len(text.rstrip()) > start else len(text)
    ends = [match.start() + len(match[0].rstrip()) for match in _ENDS.finditer(text, least, ceiling + 1)]
    if ends and ends[-1] > start:
        return ends[-1]
    blanks = [match.start() for match in _BLANK.finditer(text, least, ceiling + 1)]
    return blanks[-1] if blanks and blanks[-1] > start else ceiling
