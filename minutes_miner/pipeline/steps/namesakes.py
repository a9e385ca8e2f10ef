"""Later mentions of people by a part of their name (`Marlina Siregar`, later `Marlina`)."""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.layers import best, write

RULE = "person.short"


def find_later_names(sheet: Sheet) -> None:
    """Add capitalised words that are part of a name found elsewhere in the document."""
    parts: dict[str, None] = {}
    for found in sheet.mentions:
        if found.label == "PERSON":
            for word in sheet.words[found.first : found.last]:
                if len(word) > 2 and word[0].isupper() and word[-1] != ".":
                    parts[word.lower()] = None
    if not parts:
        return
    marked = {at for m in sheet.mentions for at in range(m.first, m.last)}
    refused = sheet.lexis.rulebook.lists["not_names"].any_case
    later: list[Found] = []
    at, size = 0, sheet.size
    while at < size:
        if at not in marked and sheet.lowers[at] in parts and sheet.words[at][0].isupper() and sheet.lowers[at] not in refused:
            last = at + 1
            while last < size and last not in marked and sheet.lowers[last] in parts and sheet.words[last][0].isupper():
                last += 1
            later.append(Found("PERSON", at, last, RULE))
            at = last
        else:
            at += 1
    write(sheet, best(later))
