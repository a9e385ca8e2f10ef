"""How much of what people annotated is found, and how much of what is found is right.

    python -m benchmarks.accuracy ANNOTATED... [--errors N] [--markdown]

ANNOTATED are JSON files or folders of them (`benchmarks.annotated` says which); each text is mined as a plain text. `benchmarks.comparison`
says when a record counts as found; `attributed` also asks for the right speaker, `with kind` for the right kind. Of items that were found,
each field is counted where the annotation has it: a deadline is right if its last day is, or if the annotation has no day either;
an amount is right if there is one. The last table says what the confidence of an item is worth: right are items with the right kind.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence

from benchmarks.comparison import Comparison, compare_all
from benchmarks.faults import faults
from benchmarks.figures import confidence, fields, layers
from benchmarks.printing import table

# What the founding issue asks for, on news and minutes together.
AIMS = {
    "PERSON": 0.85,
    "OFFICE": 0.75,
    "INSTITUTION": 0.75,
    "PLACE": 0.80,
    "DATE": 0.90,
    "TIME": 0.95,
    "MONEY": 0.95,
    "QUANTITY": 0.80,
    "holders": 0.75,
    "direct statements, attributed": 0.80,
    "indirect statements, attributed": 0.55,
    "items, with kind": 0.50,
}


def report(comparisons: Sequence[Comparison], *, markdown: bool) -> str:
    """The three tables: layers, fields of items, confidence."""
    aims = {name: f"{aim:.2f}" for name, aim in AIMS.items()}
    found = [
        (name, f"{t.precision:.3f}", f"{t.recall:.3f}", f"{t.f1:.3f}", aims.get(name, ""), str(t.annotated), str(t.found))
        for name, t in layers(comparisons).items()
    ]
    right = [(name, str(right), str(asked), _share(right, asked)) for name, (right, asked) in fields(comparisons).items()]
    sure = [
        (f"at least {level}" if level else "any", str(t.found), str(t.right), _share(t.right, t.found), f"{t.recall:.3f}")
        for level, t in confidence(comparisons).items()
    ]
    return "\n\n".join(
        (
            f"{len(comparisons)} documents",
            table(("layer", "P", "R", "F1", "aim", "annotated", "found"), found, markdown=markdown),
            table(("field of items", "right", "of", "share"), right, markdown=markdown),
            table(("confidence", "items", "right", "share", "of annotated"), sure, markdown=markdown),
        )
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def first_faults(comparisons: Sequence[Comparison], most: int) -> str:
    """The first faults of each kind with the document that they are in, at most `most` of a kind."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for comparison in comparisons:
        for kind, words in faults(comparison):
            kinds[kind].append(f"  {comparison.document.id} | {words}")
    return "\n\n".join("\n".join((f"{kind}: {len(lines)}", *lines[:most])) for kind, lines in kinds.items())


def main() -> None:
    """Mines, compares and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotated", nargs="+", help="annotated JSON files or folders of them")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also print the first N errors of each kind")
    parser.add_argument("--markdown", action="store_true", help="tables for RESULTS.md")
    arguments = parser.parse_args()
    comparisons = compare_all(arguments.annotated)
    print(report(comparisons, markdown=arguments.markdown))
    if arguments.errors:
        print("\n" + first_faults(comparisons, arguments.errors))


if __name__ == "__main__":
    main()
