"""Finds the mentions: dates, places, institutions, offices, people, amounts, each layer seeing what the earlier ones found."""

from __future__ import annotations

from minutes_miner.pipeline.lexis import LABELS
from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps import abbreviations, namesakes, places
from minutes_miner.pipeline.steps.layers import best, candidates, clear_of, write

SHORTEST_NAME = 3
LONGEST_HOLDER = 4


def find_mentions(sheet: Sheet, lines: list[Line]) -> None:
    """Fill `sheet.mentions`."""
    write(sheet, best(candidates(sheet, "times")))
    places.find_places(sheet)
    write(sheet, _trimmed(sheet, best(candidates(sheet, "institutions"))))
    abbreviations.find_defined(sheet)
    write(sheet, best(candidates(sheet, "offices")))
    people = candidates(sheet, "people") + namesakes.listed_people(sheet, lines)
    write(sheet, best(clear_of(sheet, people, ("DATE", "TIME", "INSTITUTION", "OFFICE"))))
    namesakes.find_later_names(sheet)
    write(sheet, best(clear_of(sheet, candidates(sheet, "amounts"), LABELS)))
    sheet.mentions = _standing(sheet.mentions)


def _trimmed(sheet: Sheet, found: list[Found]) -> list[Found]:
    """Institutions cut back to a name that stands alone elsewhere, so that a holder's name behind it is set free.

    `Ketua Panti Asuhan Darul Aitam Rusdi Albaar` beside `Panti Asuhan Darul Aitam` loses `Rusdi Albaar`.
    """
    names = {tuple(sheet.lowers[f.first : f.last]) for f in found if f.last - f.first >= SHORTEST_NAME}
    for span in found:
        words = tuple(sheet.lowers[span.first : span.last])
        for length in range(len(words) - 1, SHORTEST_NAME - 1, -1):
            rest = range(span.first + length, span.last)
            if (
                words[:length] in names
                and len(rest) <= LONGEST_HOLDER
                and all(sheet.has(i, "Cap") or sheet.has(i, "name_parts") for i in rest)
            ):
                if not any(sheet.has(i, "B:PLACE") or sheet.has(i, "I:PLACE") for i in rest):
                    span.last = span.first + length
                break
    return found


def _standing(mentions: list[Found]) -> list[Found]:
    """The mentions that count: what lies inside a longer one goes, but an institution inside an office or institution stays (nested)."""
    mentions.sort(key=lambda f: (f.first, -f.last))
    kept: list[Found] = []
    open_spans: list[Found] = []
    for found in mentions:
        open_spans = [span for span in open_spans if span.last > found.first]
        inside = bool(open_spans)
        if inside and found.label != "INSTITUTION":
            continue
        if inside and not all(span.label in ("OFFICE", "INSTITUTION") for span in open_spans):
            continue
        if any(span.first == found.first and span.last == found.last for span in open_spans):
            continue
        found.nested = inside
        kept.append(found)
        open_spans.append(found)
    return kept
