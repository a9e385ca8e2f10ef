"""Counts over compared documents: layers, fields of items, and what the confidence of an item is worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.annotated import Item
from benchmarks.comparison import Comparison
from benchmarks.matching import same_name

CONFIDENCES = (0.9, 0.8, 0.7, 0.6, 0.0)
EQUAL = ("kind", "date")  # header fields that are no names


@dataclass(slots=True)
class Tally:
    """Counts of one layer; the shares are 0 where there is nothing to share."""

    right: int = 0
    annotated: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Right ones among those found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right ones among those annotated."""
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.annotated + self.found) if self.right else 0.0


class Field(NamedTuple):
    """A field of items; it is asked for where the annotated item has a value that is not empty."""

    name: str
    value: Callable[[Item], object]
    right: Callable[[Item, Item], bool]


FIELDS: tuple[Field, ...] = (
    Field("actor", lambda item: item.actors, lambda item, found: _any_same(item.actors, found.actors)),
    Field("speaker", lambda item: item.speakers, lambda item, found: _any_same(item.speakers, found.speakers)),
    Field("deadline", lambda item: item.due, lambda item, found: _same_due(item, found)),
    Field("no deadline", lambda item: item.due is None, lambda item, found: found.due is None),
    Field("amount", lambda item: item.amount, lambda item, found: found.amount),
    Field("topic", lambda item: item.topic, lambda item, found: item.topic == found.topic),
    Field("status", lambda item: item.status, lambda item, found: item.status == found.status),
)


def layers(comparisons: Iterable[Comparison]) -> dict[str, Tally]:
    """The counts of each layer over all documents."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for comparison in comparisons:
        for name, right, annotated, found in _counts(comparison):
            tally = tallies[name]
            tally.right += right
            tally.annotated += annotated
            tally.found += found
    return dict(tallies)


def _counts(comparison: Comparison) -> Iterator[tuple[str, int, int, int]]:
    for label, mentions in comparison.mentions.items():
        yield label, len(mentions.pairs), mentions.annotated, mentions.found
    holders, items = comparison.holders, comparison.items
    yield "holders", len(holders.pairs), holders.annotated, holders.found
    for mode, said in comparison.statements:
        attributed = sum(same_name(statement.speaker, found.speaker) for statement, found in said.pairs)
        yield f"{mode} statements", len(said.pairs), said.annotated, said.found
        yield f"{mode} statements, attributed", attributed, said.annotated, said.found
    yield "items", len(items.pairs), items.annotated, items.found
    yield "items, with kind", sum(item.kind == found.kind for item, found in items.pairs), items.annotated, items.found


def fields(comparisons: Iterable[Comparison]) -> dict[str, tuple[int, int]]:
    """For each field of items that were found: how often it is right, and how often it was asked for."""
    pairs = [pair for comparison in comparisons for pair in comparison.items.pairs]
    asked = {field: [pair for pair in pairs if field.value(pair[0])] for field in FIELDS}
    return {field.name: (sum(field.right(*pair) for pair in asked[field]), len(asked[field])) for field in FIELDS}


def header(comparisons: Iterable[Comparison]) -> dict[str, tuple[int, int]]:
    """For each header field: in how many documents it is right, and how many are annotated with it."""
    counts: dict[str, tuple[int, int]] = {}
    for comparison in comparisons:
        for name, value in comparison.document.header.items():
            right, asked = counts.get(name, (0, 0))
            counts[name] = right + header_right(name, value, comparison.found.header.get(name)), asked + 1
    return counts


def header_right(name: str, value: str, found: str | None) -> bool:
    """Whether a header field was found: equal kinds and days, like names of everything else."""
    return value == found if name in EQUAL else same_name(value, found)


def confidence(comparisons: Sequence[Comparison]) -> dict[float, Tally]:
    """For each level of confidence: the items found at it or above, of which right are those with an annotated partner of the same kind."""
    annotated = sum(comparison.items.annotated for comparison in comparisons)
    judged = [verdict for comparison in comparisons for verdict in _judged(comparison)]
    tallies = {}
    for level in CONFIDENCES:
        verdicts = [right for sure, right in judged if sure >= level]
        tallies[level] = Tally(sum(verdicts), annotated, len(verdicts))
    return tallies


def _judged(comparison: Comparison) -> Iterator[tuple[float, bool]]:
    yield from ((found.confidence, item.kind == found.kind) for item, found in comparison.items.pairs)
    yield from ((found.confidence, False) for found in comparison.items.false)


def _any_same(names: Sequence[str], others: Sequence[str]) -> bool:
    return any(same_name(name, other) for name in names for other in others)


def _same_due(item: Item, found: Item) -> bool:
    return item.due is not None and found.due is not None and item.due.day in (None, found.due.day)
