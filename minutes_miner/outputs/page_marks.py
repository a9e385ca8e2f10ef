"""The records that stand on a page -> marks to be drawn: kind, label, boxes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from minutes_miner.outputs.wording import Phrase
from minutes_miner.records import Analysis, Box, Evidence, Label

# What a page can be marked with: its name on the command line, and the words of the legend and of a label.
KINDS: Mapping[str, tuple[Phrase, Phrase]] = {
    "people": (Phrase("orang", "people"), Phrase("orang", "person")),
    "offices": (Phrase("jabatan", "offices"), Phrase("jabatan", "office")),
    "institutions": (Phrase("lembaga", "institutions"), Phrase("lembaga", "institution")),
    "places": (Phrase("wilayah", "places"), Phrase("wilayah", "place")),
    "dates": (Phrase("tanggal dan jam", "dates and times"), Phrase("tanggal", "date")),
    "money": (Phrase("uang dan jumlah", "money and quantities"), Phrase("jumlah", "amount")),
    "statements": (Phrase("pernyataan", "statements"), Phrase("pernyataan", "statement")),
    "items": (Phrase("tindak lanjut", "items"), Phrase("tindak lanjut", "item")),
}
MOST_LANES = 8
SPANNING = ("statements", "items")
_OF_LABEL: Mapping[Label, str] = {
    "PERSON": "people",
    "OFFICE": "offices",
    "INSTITUTION": "institutions",
    "PLACE": "places",
    "DATE": "dates",
    "TIME": "dates",
    "MONEY": "money",
    "QUANTITY": "money",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A record on a page: what kind, its id, its boxes there (in points), and whether it begins on this page."""

    kind: str
    id: str
    boxes: tuple[Box, ...]
    begins: bool = True


def marks_on(page: int, analysis: Analysis, kinds: Collection[str]) -> list[Mark]:
    """The marks of a page, mentions first, each in the order of the text."""
    found = []
    for kind, id, evidence in _records(analysis):
        if kind in kinds and evidence is not None and (boxes := _boxes_on(page, evidence)):
            found.append(Mark(kind, id, boxes, evidence.page == page))
    return found


def in_lanes(marks: Sequence[Mark], least: float) -> list[tuple[int, Mark]]:
    """Each mark with a lane (from 0) in which no other stands beside it, as long as there are any; each takes `least` points of height."""
    ends: list[float] = []
    placed = []
    for mark in sorted(marks, key=lambda mark: min(box[1] for box in mark.boxes)):
        top, bottom = min(box[1] for box in mark.boxes), max(box[3] for box in mark.boxes)
        lane = next((lane for lane, end in enumerate(ends) if end <= top), len(ends))
        lane = min(lane, MOST_LANES - 1)
        ends[lane:] = [max(bottom, top + least), *ends[lane + 1 :]]
        placed.append((lane, mark))
    return placed


def _records(analysis: Analysis) -> Iterator[tuple[str, str, Evidence | None]]:
    for mention in analysis.mentions:
        yield _OF_LABEL[mention.label], mention.id, mention.evidence
    for statement in analysis.statements:
        yield "statements", statement.id, statement.evidence
    for item in analysis.items:
        yield "items", item.id, item.evidence
        for passage in item.also:
            yield "items", item.id, passage.evidence


def _boxes_on(page: int, evidence: Evidence) -> tuple[Box, ...]:
    if evidence.page == page:
        return evidence.boxes
    return next((each.boxes for each in evidence.further if each.page == page), ())
