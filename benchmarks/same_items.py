"""Whether one document gives the same items as Word file, as PDF and as scan.

    python -m benchmarks.same_items FOLDER

FOLDER holds a folder a document with `truth.txt`, the text that a perfect reader gives, beside `document.docx`, `document.pdf` and perhaps
`scan.pdf`. Each is mined, and the items are compared with those of `truth.txt`: an item is the same when its kind and its deadline are and
its action reads nearly alike (blanks and bars aside, at least 0.9 of the letters in order). The figure is the F1 of the items of all.
"""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Tally
from benchmarks.printing import table
from minutes_miner.library import mine
from minutes_miner.records import Item

FILES = ("document.docx", "document.pdf", "scan.pdf")
ALIKE = 0.9
_GAPS = re.compile(r"[\s|]+")


def compare(wanted: Sequence[Item], found: Sequence[Item]) -> tuple[int, list[str]]:
    """How many items are the same, each counted once, and those that are not."""
    left = list(found)
    missed = []
    for item in wanted:
        same = next((other for other in left if _is_same(item, other)), None)
        if same is None:
            missed.append(f"- {_told(item)}")
        else:
            left.remove(same)
    return len(wanted) - len(missed), missed + [f"+ {_told(item)}" for item in left]


def _is_same(item: Item, other: Item) -> bool:
    return (item.kind, _due(item)) == (other.kind, _due(other)) and _alike(item.action, other.action)


def _alike(text: str, other: str) -> bool:
    one, two = _GAPS.sub(" ", text).strip(), _GAPS.sub(" ", other).strip()
    return one == two or difflib.SequenceMatcher(None, one, two, autojunk=False).ratio() >= ALIKE


def _due(item: Item) -> tuple[str | None, str | None] | None:
    return (item.deadline.start, item.deadline.end) if item.deadline else None


def _told(item: Item) -> str:
    return f"{item.kind} {_due(item)} {item.action[:100]}"


def main() -> None:
    """Mines every document in its forms and prints how many items are the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="name the items that differ")
    arguments = parser.parse_args()
    tallies = {name: Tally() for name in FILES}
    for truth in sorted(arguments.folder.glob("*/truth.txt")):
        wanted = mine(truth).items
        for name in FILES:
            path = truth.with_name(name)
            if path.exists():
                found = mine(path).items
                right, differing = compare(wanted, found)
                tally = tallies[name]
                tally.right, tally.annotated, tally.found = tally.right + right, tally.annotated + len(wanted), tally.found + len(found)
                if arguments.errors and differing:
                    print(f"{path.parent.name}/{name}", *differing, sep="\n  ")
    rows = [(name, f"{tally.annotated}", f"{tally.found}", f"{tally.f1:.3f}") for name, tally in tallies.items()]
    print(table(("form", "items of the text", "items found", "same (F1)"), rows, markdown=True))


if __name__ == "__main__":
    main()
