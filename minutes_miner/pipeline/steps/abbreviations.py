"""Abbreviations that a document defines: `Tim Pengendalian Inflasi Pusat (TPIP)`, `TPIP (Tim ...)`, `... disingkat TPIP`; later `TPIP`.

An abbreviation belongs to the name beside it when its letters are found in the name in their order, beginning with the first
letter; that also takes the syllabic kind (`Dinas Sosial (Dinsos)`), which the algorithm of Schwartz and Hearst (2003) leaves out.
"""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.layers import best, write

RULE = "institution.defined"
LONGEST_PREFACE = 5
LONGEST_SHORT = 3
OPENING = frozenset("(,“\"'‘")
CLOSING = frozenset("”\"'’")


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
    """Add the abbreviations of institutions that the document defines, and their later uses, to the sheet."""
    defined: dict[str, str] = {}
    inside: list[Found] = []
    beside: list[Found] = []
    institutions = [m for m in sheet.mentions if m.label == "INSTITUTION"]
    marked = {at for m in institutions for at in range(m.first, m.last)}
    for found in institutions:
        for first, last in _brackets_inside(sheet, found):
            inside.append(Found("INSTITUTION", first, last, RULE, nested=True))
            defined[sheet.text(first, last)] = sheet.text(found.first, first - 1)
        name = sheet.text(found.first, found.last)
        for first, last in (_short_behind(sheet, found.last), _short_before(sheet, found)):
            if first < last and abbreviates(sheet.text(first, last), name):
                defined.setdefault(sheet.text(first, last), name)
                if marked.isdisjoint(range(first, last)):
                    beside.append(Found("INSTITUTION", first, last, RULE))
    sheet.mentions += inside
    write(sheet, best(beside))
    sheet.definitions.update(defined)
    write(sheet, best(_later(sheet, defined)))


def _brackets_inside(sheet: Sheet, found: Found) -> list[tuple[int, int]]:
    """What stands in brackets inside a name."""
    words = sheet.words
    spans = []
    for at in range(found.first + 1, found.last - 1):
        if words[at] == "(":
            close = next((i for i in range(at + 1, found.last) if words[i] == ")"), None)
            if close is not None and sheet.lowers[at + 1] not in sheet.lexis.rulebook.lists["institution_ends"].any_case:
                spans.append((at + 1, close))
    return spans


def _short_behind(sheet: Sheet, at: int) -> tuple[int, int]:
    """Where an abbreviation may stand behind a name: in brackets (`(FLKS)`, `(selanjutnya disebut FLKS)`) or after `atau`, `disingkat`."""
    first = at
    while first < sheet.size and first - at < LONGEST_PREFACE and (sheet.words[first] in OPENING or sheet.has(first, "renamings")):
        first += 1
    if first == at or first >= sheet.size or sheet.words[first - 1] == "," or not _short(sheet, first):
        return at, at
    bracketed = "(" in sheet.words[at:first]
    last = first + 1
    while bracketed and last < sheet.size and last - first < LONGEST_SHORT and _short(sheet, last):
        last += 1
    if bracketed:
        closed = last < sheet.size and (sheet.words[last] == ")" or sheet.words[last] in CLOSING)
    else:
        closed = "UP" in sheet.facts[first] and not (last < sheet.size and sheet.words[last][0].isupper())
    return (first, last) if closed else (at, at)


def _short_before(sheet: Sheet, found: Found) -> tuple[int, int]:
    """Where an abbreviation may stand before its name: `FLKS (Forum Lembaga Kesejahteraan Sosial)`, `TEPRA atau Tim Evaluasi ...`."""
    at = found.first - 1
    bracketed = at > 0 and sheet.words[at] == "(" and found.last < sheet.size and sheet.words[found.last] == ")"
    named = at > 0 and sheet.has(at, "renamings")
    if not (bracketed or named) or not _short(sheet, at - 1) or "UP" not in sheet.facts[at - 1]:
        return at, at
    return at - 1, at


def _short(sheet: Sheet, at: int) -> bool:
    return sheet.words[at][0].isupper() and not sheet.has(at, "institution_ends")


def _later(sheet: Sheet, defined: dict[str, str]) -> list[Found]:
    marked = {at for m in sheet.mentions if m.label == "INSTITUTION" for at in range(m.first, m.last)}
    later = []
    names = {tuple(short.split()) for short in defined}
    lengths: dict[str, set[int]] = {}
    for parts in names:
        lengths.setdefault(parts[0], set()).add(len(parts))
    for at, word in enumerate(sheet.words):
        if word in lengths and at not in marked and not _in_number(sheet, at) and not sheet.has(at, "group_nouns"):
            for length in sorted(lengths[word]):
                if tuple(sheet.words[at : at + length]) in names:
                    last = at + length
                    if last < sheet.size and sheet.has(last, "B:PLACE"):
                        last += 1
                        while last < sheet.size and sheet.has(last, "I:PLACE"):
                            last += 1
                    later.append(Found("INSTITUTION", at, last, RULE))
    return later


def _in_number(sheet: Sheet, at: int) -> bool:
    """Whether a token is a part of the number of a letter (`141/BPD/2025`)."""
    slashes = [i for i in (at - 1, at + 1) if 0 <= i < sheet.size and sheet.words[i] in "/-"]
    return any(any(char.isdigit() for word in sheet.words[max(0, i - 1) : i + 2] for char in word) for i in slashes)
