"""Marks degrees that are written with a sign too many, wrong or missing: `M,Pd`, `S. Sos`, `SE.MM`.

A degree is known by its letters alone; its pieces stand beside each other, parted by a stop or comma and at most one blank.
"""

from __future__ import annotations

import re

from minutes_miner.pipeline.sheet import Sheet

LIST = "degrees"
SIGNS = frozenset(".,")
MOST_PIECES = 6
FEWEST_LETTERS = 3


def mark_degrees(sheet: Sheet) -> None:
    """Mark misprinted degrees on the sheet, as the list marks the others."""
    known = sheet.lexis.degree_letters
    done = 0
    for at, word in enumerate(sheet.words):
        if at >= done and word[0].isupper() and (len(word) <= FEWEST_LETTERS + 1 or "." in word[:-1]):
            done = _end(sheet, at, known)
            if done > at:
                sheet.mark(at, done, LIST)


def _end(sheet: Sheet, first: int, known: frozenset[str]) -> int:
    """The end of a degree that begins at a position, or the position itself."""
    facts = sheet.facts[first]
    word = sheet.words[first]
    if LIST in facts or "B:" + LIST in facts or "I:" + LIST in facts or len(word) > MOST_PIECES + 1:
        return first
    if "." in word[:-1] and _all_known(word.lower(), known):
        return first + 1
    if len(word.rstrip(".")) > FEWEST_LETTERS:
        return first
    letters, last, signs = "", first, 0
    found = first
    while last < min(sheet.size, first + MOST_PIECES) and (last == first or sheet.starts[last] - sheet.ends[last - 1] <= 1):
        piece = sheet.words[last]
        signs += piece in SIGNS or piece.endswith(".")
        if piece not in SIGNS and not piece.replace(".", "").isalpha():
            break
        letters += piece.lower().strip(".,")
        last += 1
        if signs and last - first > 1 and piece not in SIGNS and len(letters) >= FEWEST_LETTERS and letters in known:
            found = last
    return found


def _all_known(word: str, known: frozenset[str]) -> bool:
    """Whether a word with stops inside is made of degrees (`se.mm`)."""
    groups = [group for group in re.split(r"[.,]+", word) if group]
    reached = {0}
    for start in range(len(groups)):
        if start in reached:
            reached |= {end for end in range(start + 1, len(groups) + 1) if "".join(groups[start:end]) in known}
    return len(groups) in reached
