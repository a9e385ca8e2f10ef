"""Finds offices: by the rules, and by the abbreviations that the document gives them (`Pejabat Pembuat Komitmen (PPK)`, later `PPK`).

The label of a meeting's role names no post: `Ketua :` among the header lines of minutes says who was in the chair, not who chairs a body.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.abbreviations import abbreviates
from minutes_miner.pipeline.steps.layers import best, candidates, write
from minutes_miner.pipeline.steps.run_ons import cut_before_names

RULE = "office.defined"
ROLES = frozenset(("chair", "secretary", "minute_taker"))
HEADER = frozenset(("section_chairs", "event", "date", "time", "place", "agenda", *ROLES))
SHORTEST = 2


def find_offices(sheet: Sheet, lines: list[Line], names: frozenset[str]) -> None:
    """Add the offices to the sheet, none of them running into the name of a speaker."""
    labels = {at for line in _role_lines(lines) for at in range(line.first, line.value)}
    offices = best([found for found in candidates(sheet, "offices") if found.first not in labels])
    write(sheet, cut_before_names(sheet, offices, names))
    write(sheet, list(_defined(sheet)))


def _role_lines(lines: list[Line]) -> Iterator[Line]:
    for at, line in enumerate(lines):
        if line.field in ROLES and line.value < line.last and any(before.field in HEADER for before in lines[max(at - 2, 0) : at]):
            yield line


def _defined(sheet: Sheet) -> Iterator[Found]:
    """The bracketed abbreviations of offices and their later uses."""
    shorts = set()
    marked = {at for m in sheet.mentions if m.label in ("OFFICE", "INSTITUTION") for at in range(m.first, m.last)}
    for office in [m for m in sheet.mentions if m.label == "OFFICE"]:
        at = office.last
        if at + 2 < sheet.size and sheet.words[at] == "(" and sheet.words[at + 2] == ")" and sheet.has(at + 1, "UP"):
            short = sheet.words[at + 1]
            if len(short) > SHORTEST and abbreviates(short, sheet.text(office.first, office.last)):
                shorts.add(short)
    for at, word in enumerate(sheet.words):
        if word in shorts and at not in marked:
            yield Found("OFFICE", at, at + 1, RULE)
