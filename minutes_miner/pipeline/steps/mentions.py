"""Finds the mentions: dates, places, institutions, offices, people, amounts, each layer seeing what the earlier ones found."""

from __future__ import annotations

from minutes_miner.pipeline.lexis import LABELS
from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps import abbreviations, full_names, institutions, people, places, posts
from minutes_miner.pipeline.steps.introduced import introduced_names
from minutes_miner.pipeline.steps.layers import best, candidates, clear_of, write

SECTION = "institution.section"


def find_times(sheet: Sheet) -> None:
    """Begin `sheet.mentions` with the dates and times."""
    write(sheet, best(candidates(sheet, "times")))


def find_mentions(sheet: Sheet, lines: list[Line]) -> None:
    """Fill `sheet.mentions`, which hold the dates and times already."""
    names = introduced_names(sheet)
    places.find_places(sheet, names)
    institutions.find_institutions(sheet, names)
    full_names.lengthen(sheet)
    abbreviations.find_defined(sheet)
    posts.find_offices(sheet, lines, names)
    people.find_people(sheet, lines, names)
    write(sheet, best(clear_of(sheet, candidates(sheet, "amounts"), LABELS)))
    sheet.mentions = _standing(sheet.mentions)


def _standing(mentions: list[Found]) -> list[Found]:
    """The mentions that count: what lies inside a longer one goes, but an institution inside an office or institution stays (nested).

    A section inside an office is no institution of its own.
    """
    mentions.sort(key=lambda f: (f.first, -f.last))
    kept: list[Found] = []
    open_spans: list[Found] = []
    for found in mentions:
        open_spans = [span for span in open_spans if span.last > found.first]
        inside = bool(open_spans)
        if inside and (found.label != "INSTITUTION" or found.rule == SECTION):
            continue
        if inside and not all(span.label in ("OFFICE", "INSTITUTION") for span in open_spans):
            continue
        if any(span.first == found.first and span.last == found.last for span in open_spans):
            continue
        found.nested = inside
        kept.append(found)
        open_spans.append(found)
    return kept
