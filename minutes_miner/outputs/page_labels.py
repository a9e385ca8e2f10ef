"""Labels beside a page, in the order of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minutes_miner.records import Box

SAME_LINE = 0.6


@dataclass(slots=True)
class Label:
    """A label: its words, the kind of record that it speaks of, and the box of that record on the sheet."""

    text: str
    kind: str
    box: Box


def by_lines(labels: Sequence[Label]) -> list[list[Label]]:
    """The labels by lines from the top, each line from the left."""
    rows: list[list[Label]] = []
    for label in sorted(labels, key=lambda label: label.box[1] + label.box[3]):
        first = rows[-1][0].box if rows else None
        if first is not None and (label.box[1] + label.box[3] - first[1] - first[3]) / 2 < SAME_LINE * (first[3] - first[1]):
            rows[-1].append(label)
        else:
            rows.append([label])
    return [sorted(row, key=lambda label: label.box[0]) for row in rows]
