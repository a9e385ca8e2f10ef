"""Borders of sentences: a stop, question or exclamation mark ends one unless an attribution follows, and so does the end of a line.

Abbreviations keep their stop in one token, so a stop that stands alone is a real one. A degree that ends in its stop ends the sentence only
when an ordinary word follows (`M.Hum. Selanjutnya`), for in lists the stop is often a misprinted comma (`M.Si. Kepala Dinas ...`).
"""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Sheet

STOPS = frozenset(".?!")
CLOSERS = frozenset("\"”’'»)*") | {"’’", "''"}


def _marker(sheet: Sheet, at: int) -> bool:
    """A number or letter at the start of a line, whose stop belongs to the list."""
    starts = at == 0 or "\n" in sheet.words[at - 1]
    return starts and (sheet.words[at].isdigit() or sheet.has(at, "roman") or len(sheet.words[at]) == 1)


def find_sentences(sheet: Sheet, openings: set[int]) -> list[tuple[int, int]]:
    """The (first, last) positions of each sentence, half open, line breaks left out.

    Args:
        openings: positions of marks that open a quotation; they belong to the next sentence.
    """
    words, size = sheet.words, sheet.size
    borders: list[tuple[int, int]] = []
    first, at = 0, 0
    while at < size:
        word = words[at]
        if "\n" in word:
            if at > first:
                borders.append((first, at))
            first = at + 1
        elif word in STOPS or (word[-1] == "." and sheet.has(at, "degrees") and at + 1 < size and sheet.has(at + 1, "not_names")):
            end = at + 1
            while end < size and end not in openings and (words[end] in CLOSERS or words[end] in STOPS):
                end += 1
            if word == "." and at - first == 1 and _marker(sheet, first):
                at = end
                continue
            if word in STOPS and end < size and words[end][0].islower():
                at = end
                continue
            borders.append((first, end))
            first = at = end
            continue
        at += 1
    if size > first:
        borders.append((first, size))
    return borders
