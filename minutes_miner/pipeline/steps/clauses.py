"""Clauses of a sentence: where one action ends and the next begins."""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Sheet

HARD = frozenset(";.?!")
PAUSES = frozenset(",–-")
LEAST = 3
JOINING = ("clause_skips", "B:clause_openers", "I:clause_openers")
OPENING = ("clause_openers", "B:clause_openers")
NEAR = 4
ACTORS = ("plural", "group_nouns", "B:INSTITUTION", "B:OFFICE", "B:PERSON")
MARKS = frozenset('"“”()*')


def split_clauses(sheet: Sheet, first: int, last: int) -> list[tuple[int, int]]:
    """The (first, last) positions of the clauses between two positions.

    A clause ends at a semicolon, at a sentence stop, at a comma or dash when a word that opens a new clause follows (`, nanti`; `, dan`
    only with a verb near), and before a word of contrast in a long sentence (`tetapi`).
    """
    borders = []
    start = first
    for at in range(first, last):
        turns = (sheet.has(at, "contrasts") or _says_on(sheet, at, last)) and at - start > LEAST and last - at > LEAST
        if _ends(sheet, at) or turns or (_pauses(sheet, at, last) and at - start > 1):
            borders.append((start, at))
            start = at + 1
    borders.append((start, last))
    return [(a, b) for a, b in ((_skip(sheet, a, b), _trim(sheet, a, b)) for a, b in borders) if b - a > 1]


def _says_on(sheet: Sheet, at: int, last: int) -> bool:
    """Whether a joining word leads to a second verb of saying (`mengeluhkan ... dan mengusulkan ...`)."""
    return sheet.has(at, "joiners") and at + 1 < last and sheet.has(at + 1, "saying")


def _ends(sheet: Sheet, at: int) -> bool:
    word = sheet.words[at]
    return word in HARD or "\n" in word


def _pauses(sheet: Sheet, at: int, last: int) -> bool:
    if sheet.words[at] not in PAUSES or at + 1 >= last:
        return False
    if sheet.has(at + 1, "joiners"):
        return any(sheet.has(i, "low") and sheet.verbal(i) for i in range(at + 2, min(last, at + 2 + NEAR)))
    return any(sheet.has(at + 1, name) for name in OPENING) or (sheet.words[at] == "," and _obliges(sheet, at + 1, last))


def _obliges(sheet: Sheet, first: int, last: int) -> bool:
    """Whether people or a body and what they must do begin at a position (`, setiap guru harus ...`)."""
    if not any(sheet.has(first, name) for name in ACTORS):
        return False
    return any(sheet.has(at, "obliging") for at in range(first + 1, min(last, first + NEAR + 1)))


def _skip(sheet: Sheet, first: int, last: int) -> int:
    """The first position behind joining words, signs and a counting word (`Empat, ...`)."""
    if first + 1 < last and sheet.has(first, "numerals") and sheet.words[first + 1] == ",":
        first += 2
    while first < last and (
        any(sheet.has(first, name) for name in JOINING) or sheet.words[first] in ",:-–•" or sheet.words[first] in MARKS
    ):
        first += 1
    return first


def _trim(sheet: Sheet, first: int, last: int) -> int:
    """The end without final signs; a closing bracket stays when its opening one is inside."""
    while last > first and (sheet.words[last - 1] in ",.:;!?-–,-" or sheet.words[last - 1] in MARKS):
        if sheet.words[last - 1] == ")" and "(" in sheet.words[first:last]:
            if last - first > 4 and sheet.words[last - 3] == "(" and sheet.words[last - 4][-1] in ".-":
                last -= 3  # the reporter's initials behind the last sentence of a news text
                continue
            break
        last -= 1
    return last


def cut_reason(sheet: Sheet, first: int, last: int) -> int:
    """The end of a clause without a trailing reason or result (`, sebab ...`, `karena ...`)."""
    for at in range(first, last - 1):
        if sheet.has(at, "reason_words"):
            return _trim(sheet, first, at)
    return last
