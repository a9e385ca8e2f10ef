"""How much of what people annotated is found, and how much of what is found is right.

    python -m benchmarks.accuracy ANNOTATED... [--half {first,second}] [--errors N] [--markdown]

ANNOTATED are files or folders of them (`benchmarks.annotated` says which); each text is mined as a plain text. `benchmarks.comparison`
says when a record counts as found; `attributed` also asks for the right speaker, `with kind` for the right kind. Of items that were found,
each field is counted where the annotation has it: a deadline is right if its last day is, or if the annotation has no day either;
an amount is right if there is one. The last table says what the confidence of an item is worth: right are items with the right kind.

`--half` takes the documents of one half, told by a checksum of their names, so that a document stays in its half when others come: rules
are written while looking at the errors of the first half, and the second says what they are worth elsewhere.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence

from benchmarks.annotated import LABELS
from benchmarks.comparison import HALVES, Comparison, compare_all
from benchmarks.faults import faults
from benchmarks.figures import confidence, fields, header, layers
from benchmarks.printing import table

# What is aimed at, on news and minutes together.
AIMS = {
    "PERSON": 0.95,
    "OFFICE": 0.88,
    "INSTITUTION": 0.87,
    "PLACE": 0.92,
    "DATE": 0.96,
    "TIME": 0.97,
    "MONEY": 0.97,
    "QUANTITY": 0.90,
    "holders": 0.90,
    "direct statements, attributed": 0.92,
    "indirect statements, attributed": 0.75,
    "items": 0.78,
    "items, with kind": 0.70,
}
AIMS_OF_NAMES_ALONE = {"PERSON": 0.75, "INSTITUTION": 0.60, "PLACE": 0.65}  # in national news where nothing else is annotated
AIMS_OF_FIELDS = {"actor": 0.85, "deadline": 0.93, "topic": 0.85}


def report(comparisons: Sequence[Comparison], *, markdown: bool) -> str:
    """The tables: layers, fields of items, header fields, confidence; only those for which something is annotated."""
    aims = AIMS if any(comparison.document.labels == LABELS for comparison in comparisons) else AIMS_OF_NAMES_ALONE
    found = [
        (name, f"{t.precision:.3f}", f"{t.recall:.3f}", f"{t.f1:.3f}", _aim(aims, name), str(t.annotated), str(t.found))
        for name, t in layers(comparisons).items()
        if t.annotated or t.found
    ]
    right = [
        (name, str(right), str(asked), _share(right, asked), _aim(AIMS_OF_FIELDS, name))
        for name, (right, asked) in fields(comparisons).items()
        if asked
    ]
    heads = [(name, str(right), str(asked), _share(right, asked)) for name, (right, asked) in header(comparisons).items()]
    sure = [
        (f"at least {level}" if level else "any", str(t.found), str(t.right), _share(t.right, t.found), f"{t.recall:.3f}")
        for level, t in confidence(comparisons).items()
        if t.annotated
    ]
    tables = (
        (("layer", "P", "R", "F1", "aim", "annotated", "found"), found),
        (("field of items", "right", "of", "share", "aim"), right),
        (("header field", "right", "of", "share"), heads),
        (("confidence", "items", "right", "share", "of annotated"), sure),
    )
    shown = [table(heads, rows, markdown=markdown) for heads, rows in tables if rows]
    return "\n\n".join((f"{len(comparisons)} documents", *shown))


def _aim(aims: Mapping[str, float], name: str) -> str:
    return f"{aims[name]:.2f}" if name in aims else ""


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
    parser.add_argument("annotated", nargs="+", help="annotated files or folders of them")
    parser.add_argument("--half", choices=HALVES, help="only the documents of this half")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also print the first N errors of each kind")
    parser.add_argument("--markdown", action="store_true", help="tables for RESULTS.md")
    arguments = parser.parse_args()
    comparisons = compare_all(arguments.annotated, arguments.half)
    print(report(comparisons, markdown=arguments.markdown))
    if arguments.errors:
        print("\n" + first_faults(comparisons, arguments.errors))


if __name__ == "__main__":
    main()
