"""How often each rule is right, the worst first: where to look when figures are to rise.

    python -m benchmarks.rules ANNOTATED... [--least N] [--markdown]

A mention is right if its borders are those of an annotated one, a holder if person and office are, a statement if it is found and its
speaker is right, an item if it is found and its kind is right (`benchmarks.comparison`). What a rule failed to find is not counted.
Rules of equal share stand in the order of their wrong records; `--least N` leaves out rules with fewer than N records.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.comparison import Comparison, compare_all
from benchmarks.matching import same_name
from benchmarks.printing import table


class Verdict(NamedTuple):
    """Records of one rule."""

    rule: str
    right: int
    wrong: int

    @property
    def share(self) -> float:
        """Right ones among all."""
        return self.right / (self.right + self.wrong)


def verdicts(comparisons: Iterable[Comparison]) -> list[Verdict]:
    """The records of each rule, the smallest share of right ones first."""
    counts: Counter[tuple[str, bool]] = Counter()
    for comparison in comparisons:
        counts.update(_judged(comparison))
    rules = {rule for rule, _ in counts}
    found = [Verdict(rule, counts[rule, True], counts[rule, False]) for rule in rules]
    return sorted(found, key=lambda verdict: (verdict.share, -verdict.wrong, verdict.rule))


def _judged(comparison: Comparison) -> Iterator[tuple[str, bool]]:
    for mentions in comparison.mentions.values():
        yield from ((found.rule, True) for _, found in mentions.pairs)
        yield from ((found.rule, False) for found in mentions.false)
    yield from ((found.rule, True) for _, found in comparison.holders.pairs)
    yield from ((found.rule, False) for found in comparison.holders.false)
    for _, said in comparison.statements:
        yield from ((found.rule, same_name(statement.speaker, found.speaker)) for statement, found in said.pairs)
        yield from ((found.rule, False) for found in said.false)
    yield from ((found.rule, item.kind == found.kind) for item, found in comparison.items.pairs)
    yield from ((found.rule, False) for found in comparison.items.false)


def main() -> None:
    """Mines, compares and prints a line for each rule."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotated", nargs="+", help="annotated JSON files or folders of them")
    parser.add_argument("--least", type=int, default=1, metavar="N", help="leave out rules with fewer than N records")
    parser.add_argument("--markdown", action="store_true", help="a table for a page")
    arguments = parser.parse_args()
    rows = [
        (verdict.rule, str(verdict.right), str(verdict.wrong), f"{verdict.share:.2f}")
        for verdict in verdicts(compare_all(arguments.annotated))
        if verdict.right + verdict.wrong >= arguments.least
    ]
    print(table(("rule", "right", "wrong", "share"), rows, markdown=arguments.markdown))


if __name__ == "__main__":
    main()
