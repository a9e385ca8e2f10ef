"""Clauses of a sentence: where one action ends and the next begins."""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Sheet

HARD = frozenset(";")
MARKS = frozenset("\"“”()*")


def split_clauses(sheet: Sheet, first: int, last: int) -> list[tuple[int, int]]:
    """The (first, last) positions of the clauses between two positions.

    A clause ends at a semicolon, at a sentence stop, and at a comma or dash when a word that opens a new clause follows (`, tetapi`, `, nanti`).
    """
    borders = []
    start = first
    for at in range(first, last):
        word = sheet.words[at]
        if word in HARD or word in (".", "?", "!") or "\n" in word:
            borders.append((start, at))
            start = at + 1
        elif word in (",", "–", "-") and at + 1 < last and sheet.has(at + 1, "clause_openers") and at - start > 1:
            borders.append((start, at))
            start = at + 1
        elif at - start > 3 and last - at > 3 and sheet.has(at, "clause_openers") and sheet.lowers[at] in ("tetapi", "namun", "sedangkan"):
            borders.append((start, at))
            start = at + 1
    borders.append((start, last))
    return [(a, b) for a, b in ((_skip(sheet, a, b), _trim(sheet, a, b)) for a, b in borders) if b - a > 1]


def _skip(sheet: Sheet, first: int, last: int) -> int:
    """The first position behind joining words and signs."""
    while first < last and (sheet.has(first, "clause_skips") or sheet.words[first] in ",:-–•" or sheet.words[first] in MARKS):
        first += 1
    return first


def _trim(sheet: Sheet, first: int, last: int) -> int:
    """The end without final signs; a closing bracket stays when its opening one is inside."""
    while last > first and (sheet.words[last - 1] in ",.:;!?-–" or sheet.words[last - 1] in MARKS):
        if sheet.words[last - 1] == ")" and "(" in sheet.words[first:last]:
            break
        last -= 1
    return last


def cut_reason(sheet: Sheet, first: int, last: int) -> int:
    """The end of a clause without a trailing reason or result (`, sebab ...`, `karena ...`)."""
    for at in range(first + 2, last - 1):
        if sheet.has(at, "reason_words"):
            return _trim(sheet, first, at)
    return last
