"""Finds people: by the rules, by their place in a list, by a part of a name that stands elsewhere."""

from __future__ import annotations

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps import namesakes, places
from minutes_miner.pipeline.steps.layers import best, candidates, clear_of, write

LINKS = frozenset(("of", "and", "for", "&"))
NO_PART = frozenset(("not_names", "titles", "degrees", "breaks", "saying_after"))
GIVEN = frozenset(("given_names", "name_parts", "B:name_parts"))


def find_people(sheet: Sheet, lines: list[Line], names: frozenset[str]) -> None:
    """Add the people to the sheet."""
    found = candidates(sheet, "people")
    for span in found:
        span.first = _start(sheet, span, names)
    found = [span for span in found if not _derived(sheet, span)] + namesakes.listed_people(sheet, lines)
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


def _derived(sheet: Sheet, span: Found) -> bool:
    """Whether a span is one word with a clitic (`Pasukannya`) or a word said twice (`Lobi-lobi`)."""
    if span.last - span.first > 1:
        return False
    word = sheet.lowers[span.first]
    half, sign, other = word.partition("-")
    return word.endswith(sheet.lexis.affixes("clitic")) or (bool(sign) and half == other)
