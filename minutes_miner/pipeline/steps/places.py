"""Finds places: by the rules, and then the names that the document itself has made known (`Kecamatan Marbau`, later `Marbau`)."""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.layers import best, candidates, write

MAKES_KNOWN = ("place.prefixed", "place.dateline")
KNOWN_RULE = "place.known"


def find_places(sheet: Sheet) -> None:
    """Add the places to the sheet."""
    spans = candidates(sheet, "places")
    names = set()
    for found in best(spans):
        if found.rule in MAKES_KNOWN:
            bare = _bare(sheet, found)
            if bare and len(bare[0]) > 2:
                names.add(bare)
    marked = {at for found in sheet.mentions for at in range(found.first, found.last)}
    for bare in sorted(names):
        spans += [Found("PLACE", at, at + len(bare), KNOWN_RULE) for at in _occurrences(sheet, bare, marked)]
    write(sheet, best(spans))


def _bare(sheet: Sheet, found: Found) -> tuple[str, ...]:
    """The name without its `Kecamatan`, `Desa` and the like."""
    first = found.first
    prefixes = sheet.lexis.rulebook.lists["place_prefixes"]
    while first < found.last - 1 and prefixes.row(sheet.words[first]) is not None:
        first += 1
    return tuple(word.lower() for word in sheet.words[first : found.last])


def _occurrences(sheet: Sheet, bare: tuple[str, ...], marked: set[int]) -> list[int]:
    length = len(bare)
    return [
        at
        for at, lower in enumerate(sheet.lowers)
        if lower == bare[0]
        and tuple(sheet.lowers[at : at + length]) == bare
        and sheet.words[at][0].isupper()
        and marked.isdisjoint(range(at, at + length))
    ]
