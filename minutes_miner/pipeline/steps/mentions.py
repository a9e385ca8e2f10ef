"""Finds the mentions: dates first, then places, institutions, offices, people and amounts, each layer seeing what the earlier ones found."""

from __future__ import annotations

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps import abbreviations, namesakes, places
from minutes_miner.pipeline.steps.layers import best, candidates, write


def find_mentions(sheet: Sheet, lines: list[Line]) -> None:
    """Fill `sheet.mentions`."""
    write(sheet, best(candidates(sheet, "times")))
    places.find_places(sheet)
    write(sheet, best(candidates(sheet, "institutions")))
    abbreviations.find_defined(sheet)
    write(sheet, best(candidates(sheet, "offices")))
    write(sheet, best(candidates(sheet, "people") + namesakes.listed_people(sheet, lines)))
    namesakes.find_later_names(sheet)
    write(sheet, best(candidates(sheet, "amounts")))
    sheet.mentions = _standing(sheet.mentions)


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
