"""People by their place: names in a list of those present, and later mentions by a part of a name (`Marlina Siregar`, later `Marlina`)."""

from __future__ import annotations

from minutes_miner.pipeline.outline import PEOPLE_LISTS, Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.layers import best, write

RULE = "person.short"
LONGEST = 4


LIST_RULE = "person.listed"
NEVER = frozenset(
    ("not_names", "breaks", "months", "weekdays", "titles", "degrees", "office_heads", "institution_heads", "agencies", "organisations")
)


def listed_people(sheet: Sheet, lines: list[Line]) -> list[Found]:
    """The names at the start of the rows of a list of those present (`- Goreti A-01`)."""
    found = []
    for line in lines:
        if line.section not in PEOPLE_LISTS or line.field or not line.marked:
            continue
        first = line.content
        while first < line.last and (sheet.has(first, "titles") or sheet.has(first, "B:titles") or sheet.has(first, "I:titles")):
            first += 1
        last = first
        while last < line.last and _name_word(sheet, last):
            last += 1
        if last > first:
            found.append(Found("PERSON", first, last, LIST_RULE))
    return found


def _name_like(sheet: Sheet, at: int) -> bool:
    """A capitalised word that may belong to the name beside it."""
    facts = sheet.facts[at]
    return bool(facts & {"Cap", "name_parts"}) and facts.isdisjoint(NEVER)


def _begins(sheet: Sheet, at: int) -> bool:
    """Whether a word begins a sentence, where a capital says nothing."""
    return at == 0 or "\n" in sheet.words[at - 1] or sheet.words[at - 1] in '.?!:”“"'


def _name_word(sheet: Sheet, at: int) -> bool:
    if sheet.has(at, "not_names") or sheet.has(at, "B:OFFICE") or sheet.has(at, "B:INSTITUTION"):
        return False
    return sheet.has(at, "Cap") or sheet.has(at, "UP") or sheet.has(at, "Init") or sheet.has(at, "name_parts")


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
            first, last = at, at + 1
            while last < size and last not in marked and last - at < LONGEST and (sheet.lowers[last] in parts or _name_like(sheet, last)):
                last += 1
            while first and first - 1 not in marked and at - first < 2 and _name_like(sheet, first - 1) and not _begins(sheet, first - 1):
                first -= 1
            later.append(Found("PERSON", first, last, RULE))
            at = last
        else:
            at += 1
    write(sheet, best(later))
