"""Runs one layer of rules over a sheet and keeps the best of what overlaps."""

from __future__ import annotations

from typing import Protocol, TypeVar

from minutes_miner.pipeline.lexis import LABELS
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.records import Label


class Span(Protocol):
    """Whatever has a first position and a last."""

    first: int
    last: int


S = TypeVar("S", bound=Span)
KNOWN: dict[str, Label] = {label: label for label in LABELS}


def candidates(sheet: Sheet, layer: str) -> list[Found]:
    """Every span that a rule of the layer finds, in no order of merit."""
    string = sheet.string
    found = []
    for entry in sheet.lexis.layers[layer]:
        label = KNOWN[entry.rule.label]
        found += [Found(label, first, last, entry.rule.id) for first, last in entry.matcher.spans(string)]
    if sheet.proposals is not None:
        sheet.proposals += found
    return found


def clear_of(sheet: Sheet, found: list[Found], labels: tuple[Label, ...]) -> list[Found]:
    """The spans that do not touch a mention of one of the labels."""
    marked = {at for m in sheet.mentions if m.label in labels for at in range(m.first, m.last)}
    return [span for span in found if marked.isdisjoint(range(span.first, span.last))]


def best(found: list[S]) -> list[S]:
    """Of spans that overlap the longest, of equally long ones that of the earlier rule; in order of the text."""
    taken: set[int] = set()
    kept = []
    for span in sorted(found, key=lambda f: f.first - f.last):
        if taken.isdisjoint(range(span.first, span.last)):
            taken.update(range(span.first, span.last))
            kept.append(span)
    kept.sort(key=lambda f: f.first)
    return kept


def write(sheet: Sheet, found: list[Found]) -> None:
    """Mark the spans on the sheet, so that later layers see them as one."""
    for span in found:
        sheet.mark(span.first, span.last, span.label)
    sheet.mentions += found
