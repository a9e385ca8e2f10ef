"""The figures that the project holds: a CSV file of layers with the least value that each may have."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from decimal import ROUND_DOWN, Decimal
from pathlib import Path

from benchmarks.comparison import Comparison
from benchmarks.figures import confidence, fields, header, layers

FLOORS = Path(__file__).parent / "floors.csv"
SURE = 0.9


def figures(comparisons: Sequence[Comparison]) -> dict[str, Decimal]:
    """F1 of each layer, shares of fields, header fields, and of the items of high confidence; all from 0 to 1."""
    sure = confidence(comparisons)[SURE]
    shares = {
        **{f"field {name}": counts for name, counts in fields(comparisons).items()},
        **{f"header {name}": counts for name, counts in header(comparisons).items()},
        f"items at {SURE} or more": (sure.right, sure.found),
    }
    values = {name: tally.f1 for name, tally in layers(comparisons).items() if tally.annotated}
    values |= {name: right / of for name, (right, of) in shares.items() if of}
    return {name: Decimal(value).quantize(Decimal("0.001"), ROUND_DOWN) for name, value in values.items()}


def read_floors() -> dict[str, Decimal]:
    """The floors by figure."""
    with FLOORS.open(encoding="utf-8", newline="") as file:
        return {row["figure"]: Decimal(row["floor"]) for row in csv.DictReader(file)}


def raise_floors(found: Mapping[str, Decimal]) -> None:
    """Writes the floors anew, each the higher of what it was and what is reached now. To lower one is left to the hand."""
    old = read_floors() if FLOORS.exists() else {}
    with FLOORS.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("figure", "floor"))
        rows.writerows((name, max(value, old.get(name, value))) for name, value in found.items())
