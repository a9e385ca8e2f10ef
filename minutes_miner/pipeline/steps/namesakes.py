"""People by their place: names in a list of those present, and later mentions by a part of a name (`Marlina Siregar`, later `Marlina`)."""

from __future__ import annotations

from minutes_miner.pipeline.outline import PEOPLE_LISTS, Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.layers import best, write
from minutes_miner.spelling import Spellings

RULE = "person.short"
LONGEST = 4
NICKNAME_RULE = "person.nickname"
LIST_RULE = "person.listed"
NEVER = frozenset(
    (
        "common_words",
        "not_names",
        "breaks",
        "months",
        "weekdays",
        "titles",
        "degrees",
        "office_heads",
        "institution_heads",
        "agencies",
        "organisations",
    )
)
ORDINARY = frozenset(("common_words", "field_words", "organisation_words"))
KNOWN = frozenset(("given_names", "clan_names", "regions", "districts"))


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


def nicknames(sheet: Sheet, people: list[Found]) -> list[Found]:
    """The other places of nicknames that hold a title (`Gus Wendro` after `akrab disapa Gus Wendro`)."""
    names = {tuple(sheet.lowers[p.first : p.last]) for p in people if p.rule == NICKNAME_RULE and p.last - p.first > 1}
    return [Found("PERSON", at, at + len(name), NICKNAME_RULE) for name, at in sheet.places_of(names)]


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
    """Add capitalised words that are part of a name found elsewhere in the document, also with one letter wrong."""
    parts = _parts(sheet)
    if not parts:
        return
    marked = {at for m in sheet.mentions for at in range(m.first, m.last)}
    own = Spellings(part for part, named in parts.items() if named)
    later: list[Found] = []
    at, size = 0, sheet.size
    while at < size:
        if at not in marked and _again(sheet, at, parts, own):
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


def _parts(sheet: Sheet) -> dict[str, bool]:
    """The words of all names in lower case, and whether each is a word that other things are not called."""
    parts: dict[str, bool] = {}
    refused = sheet.lexis.rulebook.lists["not_names"].any_case
    for found in sheet.mentions:
        if found.label == "PERSON":
            for at in range(found.first, found.last):
                word = sheet.words[at]
                if len(word) > 2 and word[0].isupper() and word[-1] != "." and sheet.lowers[at] not in refused:
                    parts[sheet.lowers[at]] = sheet.facts[at].isdisjoint(ORDINARY)
    return parts


def _again(sheet: Sheet, at: int, parts: dict[str, bool], spellings: Spellings) -> bool:
    """Whether a word is part of a name found elsewhere; an ordinary word only alone, before a small letter, within a sentence."""
    word, lower = sheet.words[at], sheet.lowers[at]
    if not word[0].isupper():
        return False
    own = parts.get(lower)
    if own is None:
        return _misspelt(sheet, at, spellings)
    if own:
        return True
    alone = at + 1 >= sheet.size or not sheet.words[at + 1][0].isupper()
    return alone and not _begins(sheet, at)


def _misspelt(sheet: Sheet, at: int, spellings: Spellings) -> bool:
    facts = sheet.facts[at]
    if "Cap" not in facts or not facts.isdisjoint(NEVER) or not facts.isdisjoint(KNOWN) or _begins(sheet, at):
        return False
    if any(fact.startswith(("B:", "I:")) for fact in facts):
        return False
    lower = sheet.lowers[at]
    return any(part[0] == lower[0] for part in spellings.apart(lower))
