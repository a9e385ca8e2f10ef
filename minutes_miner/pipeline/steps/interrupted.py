"""Quotations that their attribution interrupts without marks of its own: `“Kami siap, kata dia, membantu.”` is two passages.

Only an attribution that names somebody counts (`kata dia`, `ujar Bupati`), or a clitic that is no hearsay, and only where none stands
beside the marks: a speaker may quote another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.quotes import Quote
from minutes_miner.pipeline.steps.said import REACH, SHORTEST_QUOTE, SIGNS, STOPS, within_mention


def part_interrupted(sheet: Sheet, quotes: list[Quote]) -> Iterator[tuple[Quote, bool]]:
    """The quotations with those parted that are interrupted; beside each whether it goes on with the one before it."""
    for quote in quotes:
        border = _attribution(sheet, quote) if quote.last - quote.first > 2 * SHORTEST_QUOTE else None
        if border is None:
            yield quote, False
            continue
        verb, end = border
        yield Quote(quote.first, verb - 1, quote.opens, verb - 1), False
        yield Quote(end + 1, quote.last, end + 1, quote.closes), True


def _attribution(sheet: Sheet, quote: Quote) -> tuple[int, int] | None:
    """The verb of an attribution inside the marks, and the comma or stop that ends it."""
    for verb in range(quote.first + 2, quote.last - 2):
        if sheet.words[verb - 1] != "," or not (sheet.has(verb, "saying_after") or sheet.lowers[verb] in sheet.lexis.after_nya):
            continue
        end = next((at for at in range(verb + 1, min(quote.last, verb + REACH)) if _ends(sheet, at)), None)
        if end is not None and quote.last - end > 2 and _names(sheet, verb, end) and not _attributed(sheet, quote):
            return verb, end
    return None


def _ends(sheet: Sheet, at: int) -> bool:
    return sheet.words[at] in STOPS or (sheet.words[at] == "," and not within_mention(sheet, at))


def _names(sheet: Sheet, verb: int, end: int) -> bool:
    """Whether somebody is named between the verb and the end of the attribution, or the verb bears a clitic."""
    if sheet.lowers[verb] in sheet.lexis.after_nya:
        return end == verb + 1 and sheet.lowers[verb] not in sheet.lexis.hearsay
    if sheet.has(verb + 1, "pronouns"):
        return end == verb + 2
    return any(m.label in ("PERSON", "OFFICE") and m.last <= end for m in sheet.between(verb + 1, verb + 3))


def _attributed(sheet: Sheet, quote: Quote) -> bool:
    """Whether an attribution stands beside the marks."""
    at = quote.closes
    while at < sheet.size and (sheet.words[at] in SIGNS or sheet.words[at] in STOPS):
        at += 1
    return any(
        0 <= at < sheet.size and (sheet.has(at, "saying_after") or sheet.has(at, "saying") or sheet.lowers[at] in sheet.lexis.after_nya)
        for at in (at, quote.opens - 1, quote.opens - 2)
    )
