"""Institutions as long as the abbreviation in brackets behind them says: `Himpunan Petani Kopi dan Kakao Nusantara (HPKKN)`.

The rules end a name where they know no further word. Where the letters in the bracket run through what follows, the name goes on to the
bracket. Behind a post a name of unknown words is taken for an institution too, from the word whose initial begins the abbreviation.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.abbreviations import abbreviates

RULE = "institution.led"
LONGEST_NAME = 12
LONGEST_POST = 6
SHORTEST = 2
NAMING = frozenset(("Cap", "UP", "mixed", "Init"))
HEADS = frozenset(mark + "office_heads" for mark in ("", "B:", "I:"))
BARRED = frozenset(mark + label for label in ("DATE", "TIME", "titles", "degrees") for mark in ("", "B:", "I:"))


def lengthen(sheet: Sheet) -> None:
    """Let institutions reach to their bracketed abbreviations, and add those that posts lead, with the region behind the bracket."""
    by_token = {at: found for found in sheet.mentions if found.label == "INSTITUTION" for at in range(found.first, found.last)}
    added = []
    for opening, closing in _brackets(sheet):
        begin = _run(sheet, opening)
        short = sheet.text(opening + 1, closing)
        found = next((by_token[at] for at in range(begin, opening) if at in by_token), None)
        if found is None:
            first = _led(sheet, begin, opening, short)
            if first is not None:
                found = Found("INSTITUTION", first, opening, RULE)
                added.append(found)
        elif found.last < opening and abbreviates(short, sheet.text(found.first, opening)):
            found.last = opening
        else:
            continue
        if found is not None:
            found.last = _with_region(sheet, found.last, closing)
            sheet.mark(found.first, found.last, "INSTITUTION")
    sheet.mentions += added


def _brackets(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Brackets that hold one abbreviation."""
    for at, word in enumerate(sheet.words):
        if word != "(" or at == 0:
            continue
        closing = next((i for i in (at + 2, at + 4) if i < sheet.size and sheet.words[i] == ")"), None)
        if closing is not None and _abbreviation(sheet, at + 1, closing):
            yield at, closing


def _abbreviation(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a bracket holds one word with capitals, or two that a hyphen joins."""
    if last - first > 1 and sheet.words[first + 1] != "-":
        return False
    return sheet.words[first][0].isupper() and len(sheet.words[first]) > SHORTEST and bool(sheet.facts[first] & NAMING)


def _run(sheet: Sheet, opening: int) -> int:
    """Where the words with capitals before a bracket begin; `dan`, `untuk` and the like may stand among them."""
    begin = at = opening
    while at > 0 and opening - at < LONGEST_NAME:
        at -= 1
        facts = sheet.facts[at]
        if facts & HEADS or facts & BARRED:
            break
        if facts & NAMING:
            begin = at
        elif not sheet.has(at, "name_joiners"):
            break
    return begin


def _led(sheet: Sheet, begin: int, opening: int, short: str) -> int | None:
    """Where an institution of unknown words begins that a post stands before."""
    for first in range(opening - 2, begin - 1, -1):
        if sheet.has(first, "given_names"):
            return None
        if sheet.words[first][0] == short[0] and _spells(sheet, first, opening, short) and _posted(sheet, first):
            return first
    return None


def _spells(sheet: Sheet, first: int, last: int, short: str) -> bool:
    """Whether an abbreviation is made of the initials of words, or of their letters where it has small ones."""
    initials = [sheet.lowers[at][0] for at in range(first, last)]
    if not short.isupper():
        return abbreviates(short, sheet.text(first, last)) and sum(sheet.words[at][0].isupper() for at in range(first, last)) <= len(short)
    rest = iter(initials)
    return all(char in rest for char in short.lower() if char.isalpha())


def _posted(sheet: Sheet, first: int) -> bool:
    """Whether a post stands before a position, with nothing between but words with capitals."""
    for at in range(first - 1, max(first - LONGEST_POST, 0) - 1, -1):
        if sheet.facts[at] & HEADS:
            return True
        if not sheet.facts[at] & NAMING:
            return False
    return False


def _with_region(sheet: Sheet, end: int, closing: int) -> int:
    """The end with the bracket and the region behind it, where there is one."""
    at = closing + 1
    if at < sheet.size and sheet.has(at, "B:PLACE"):
        at += 1
        while at < sheet.size and sheet.has(at, "I:PLACE"):
            at += 1
        return at
    return end
