"""Finds people: by the rules, by their place in a list, by a part of a name that stands elsewhere."""

from __future__ import annotations

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps import namesakes, places
from minutes_miner.pipeline.steps.abbreviations import abbreviates
from minutes_miner.pipeline.steps.degrees import mark_degrees
from minutes_miner.pipeline.steps.layers import best, candidates, clear_of, write

LINKS = frozenset(("of", "and", "for", "&"))
NO_PART = frozenset(("not_names", "titles", "degrees", "breaks", "saying_after"))
NAME_LISTS = frozenset(("districts", "name_parts", "public_figures", "regions", "PLACE"))
GIVEN = frozenset(("given_names", "name_parts", "B:name_parts"))


def find_people(sheet: Sheet, lines: list[Line], names: frozenset[str]) -> None:
    """Add the people to the sheet."""
    mark_degrees(sheet)
    found = candidates(sheet, "people")
    for span in found:
        span.first = _start(sheet, span, names)
    found = [span for span in found if not _derived(sheet, span) and not _abbreviation(sheet, span)] + namesakes.listed_people(sheet, lines)
    found += namesakes.nicknames(sheet, found)
    write(sheet, best(clear_of(sheet, found, ("DATE", "TIME", "INSTITUTION", "OFFICE"))))
    places.give_up_names(sheet)
    namesakes.find_later_names(sheet)


def _start(sheet: Sheet, span: Found, names: frozenset[str]) -> int:
    """Where a name begins of which the words before it may be the end of a post or body that no rule knows.

    `Chief Officer Mitratek Ratna Wirawan` gives `Ratna`: words with capitals run on from before the span, so that ordinary words at its
    start are none of the name, nor are others before the first name that is known. Without words before the span it takes two words
    before the known name, the first an ordinary one.
    """
    first = span.first
    while first < span.last - 1 and sheet.has(first, "common_words"):
        first += 1
    given = next((at for at in range(first, span.last) if sheet.facts[at] & GIVEN or sheet.lowers[at] in names), first)
    if span.last - given < 2 or any(sheet.has(at, "Init") for at in range(first, given)):
        given = first
    if _runs_on(sheet, span.first) or (first > span.first and given - span.first >= 2):
        return given
    return span.first


def _runs_on(sheet: Sheet, at: int) -> bool:
    """Whether the word before a position is part of the same run of words with capitals, and no part of a known name or post."""
    if at == 0:
        return False
    if sheet.lowers[at - 1] in LINKS:
        return True
    facts = sheet.facts[at - 1]
    return (
        bool(facts & {"Cap", "UP"})
        and "short" not in facts
        and not facts & NO_PART
        and not any(fact.startswith(("B:", "I:")) for fact in facts)
    )


def _abbreviation(sheet: Sheet, span: Found) -> bool:
    """Whether a span is a bracketed abbreviation of the post before it (`Ketua Forum Warga Pesisir (Fowarsir)`)."""
    first, last = span.first, span.last
    if (
        sheet.has(first, "given_names")
        or last - first > 1
        or last >= sheet.size
        or first < 2
        or sheet.words[first - 1] != "("
        or sheet.words[last] != ")"
    ):
        return False
    begin = first - 2
    while begin > 0 and ("I:OFFICE" in sheet.facts[begin]):
        begin -= 1
    return any(abbreviates(sheet.words[first], sheet.text(at, first - 1)) for at in range(begin, first - 1))


def _derived(sheet: Sheet, span: Found) -> bool:
    """Whether a span holds a phrase of the language (`Rapat Koordinasi`) or is one word that is no name.

    That is a word with a clitic (`Pasukannya`) or one said twice (`Lobi-lobi`).
    """
    marks = {fact[2:] for at in range(span.first, span.last) for fact in sheet.facts[at] if fact.startswith(("B:", "I:"))}
    if marks and marks.isdisjoint(NAME_LISTS):
        return True
    if span.last - span.first > 1:
        return False
    word = sheet.lowers[span.first]
    half, sign, other = word.partition("-")
    return word.endswith(sheet.lexis.affixes("clitic")) or (bool(sign) and half == other)
