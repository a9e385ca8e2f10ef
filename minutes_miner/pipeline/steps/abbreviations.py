"""Abbreviations that a document defines in brackets: `Tim Pengendalian Inflasi Pusat (TPIP)`, later `TPIP`.

An abbreviation belongs to the name before the bracket when its letters are found in the name in their order, beginning with the first
letter; that also takes the syllabic kind (`Dinas Sosial (Dinsos)`), which the algorithm of Schwartz and Hearst (2003) leaves out.
"""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.layers import best, write

RULE = "institution.defined"


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of `short` stand in `name` in their order, the first ones alike.

    >>> abbreviates("Dinsos", "Dinas Sosial")
    True
    >>> abbreviates("KBB", "Dinas Sosial Kabupaten Bandung Barat")
    False
    """
    letters = [char for char in short.lower() if char.isalpha()]
    rest = iter(name.lower())
    return bool(letters) and name[:1].lower() == letters[0] and all(char in rest for char in letters)


def find_defined(sheet: Sheet) -> None:
    """Add the bracketed abbreviations of institutions and their later uses to the sheet."""
    defined: dict[str, str] = {}
    inside: list[Found] = []
    beside: list[Found] = []
    for found in [m for m in sheet.mentions if m.label == "INSTITUTION"]:
        words = sheet.words
        for at in range(found.first + 1, found.last - 1):
            if words[at] == "(":
                close = next((i for i in range(at + 1, found.last) if words[i] == ")"), None)
                if close is not None:
                    inside.append(Found("INSTITUTION", at + 1, close, RULE, nested=True))
                    defined[sheet.text(at + 1, close)] = sheet.text(found.first, at)
        at = found.last
        if at + 2 < sheet.size and words[at] == "(":
            close = next((i for i in range(at + 2, min(at + 4, sheet.size)) if words[i] == ")"), None)
            if (
                close is not None
                and words[at + 1][0].isupper()
                and abbreviates(sheet.text(at + 1, close), sheet.text(found.first, found.last))
            ):
                beside.append(Found("INSTITUTION", at + 1, close, RULE))
                defined[sheet.text(at + 1, close)] = sheet.text(found.first, found.last)
    sheet.mentions += inside
    write(sheet, beside)
    sheet.definitions.update(defined)
    write(sheet, best(_later(sheet, defined)))


def _later(sheet: Sheet, defined: dict[str, str]) -> list[Found]:
    marked = {at for m in sheet.mentions if m.label == "INSTITUTION" for at in range(m.first, m.last)}
    later = []
    names = {tuple(short.split()): short for short in defined}
    starts = {parts[0] for parts in names}
    for at, word in enumerate(sheet.words):
        if word in starts and at not in marked:
            for parts in names:
                if tuple(sheet.words[at : at + len(parts)]) == parts:
                    last = at + len(parts)
                    if last < sheet.size and sheet.has(last, "B:PLACE"):
                        last += 1
                        while last < sheet.size and sheet.has(last, "I:PLACE"):
                            last += 1
                    later.append(Found("INSTITUTION", at, last, RULE))
    return later
