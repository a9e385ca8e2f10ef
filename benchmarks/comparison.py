"""Annotated facts beside found ones, layer by layer: which belong together, which were missed, which are false.

What belongs together:
- mentions of one label with the same borders. A mention inside a longer one of its label does not count, nor does a found one that shares
  half of the shorter with an optional place or with an annotated mention that does not count, unless its own borders are annotated;
- holders whose person and office have the same names;
- statements of one mode, and items, whose common part is at least half of what the two cover together.

Each record belongs to at most one other.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

from benchmarks.annotated import LABELS, Facts, Holder, Item, Mention, Statement, by_product, read_annotated
from benchmarks.matching import Matched, common_part, pair, part_of_shorter, same_name
from minutes_miner.miner import Miner
from minutes_miner.records import Label

HALF = 0.5
HALVES = ("first", "second")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One document, layer by layer."""

    document: Facts
    found: Facts
    mentions: dict[Label, Matched[Mention]]
    holders: Matched[Holder]
    direct: Matched[Statement]
    indirect: Matched[Statement]
    items: Matched[Item]

    @property
    def statements(self) -> tuple[tuple[str, Matched[Statement]], ...]:
        """Both modes with their names."""
        return ("direct", self.direct), ("indirect", self.indirect)


def compare_all(paths: Sequence[str | Path], half: str | None = None) -> list[Comparison]:
    """The annotated documents at `paths`, or one half of them, mined and compared; the program ends if there are none."""
    documents = [document for document in read_annotated(paths) if half in (None, half_of(document))]
    if not documents:
        sys.exit(f"no annotated documents in {', '.join(map(str, paths))}; name JSON files with text and mentions, or folders of them")
    miner = Miner()
    return [compare(document, by_product(miner, document)) for document in documents]


def half_of(document: Facts) -> str:
    """Which half a document belongs to, by its name alone."""
    return HALVES[crc32(document.id.encode()) % 2]


def compare(annotated: Facts, found: Facts) -> Comparison:
    """The comparison of a document's annotation with what was found in it.

    Raises:
        ValueError: the two texts differ, so that offsets mean different things.
    """
    if annotated.text != found.text:
        raise ValueError(f"{annotated.id}: the text that was mined is not the annotated one")
    if annotated.labels != LABELS:
        found = _names_alone(annotated, found)
    return Comparison(
        document=annotated,
        found=found,
        mentions={label: _mentions(label, annotated, found) for label in annotated.labels},
        holders=pair(annotated.holders, found.holders, _same_holder, 1.0),
        direct=_statements(annotated, found, direct=True),
        indirect=_statements(annotated, found, direct=False),
        items=pair(annotated.items, found.items, common_part, HALF),
    )


def _names_alone(annotated: Facts, found: Facts) -> Facts:
    """What was found of a document in which nothing but names is annotated: there a name inside an office belongs to no layer."""
    offices = [mention for mention in found.mentions if mention.label == "OFFICE"]
    wanted = {(mention.start, mention.end) for mention in annotated.mentions}
    kept = (
        mention
        for mention in found.mentions
        if mention.label == "PERSON"
        or (mention.start, mention.end) in wanted
        or not any(part_of_shorter(mention, office) == 1 for office in offices)
    )
    return replace(found, mentions=tuple(kept), holders=(), statements=(), items=())


def _mentions(label: Label, annotated: Facts, found: Facts) -> Matched[Mention]:
    every = [mention for mention in annotated.mentions if mention.label == label]
    wanted = {(mention.start, mention.end): mention for mention in _outermost(every)}
    inside = [mention for mention in every if (mention.start, mention.end) not in wanted]
    uncounted = [place for place in annotated.optional if place.label in ("", label)] + inside
    claimed: dict[tuple[int, int], Mention] = {}
    for mention in _outermost([mention for mention in found.mentions if mention.label == label]):
        borders = mention.start, mention.end
        if borders in wanted or not any(part_of_shorter(mention, place) >= HALF for place in uncounted):
            claimed.setdefault(borders, mention)
    return Matched(
        [(mention, claimed[borders]) for borders, mention in wanted.items() if borders in claimed],
        [mention for borders, mention in wanted.items() if borders not in claimed],
        [mention for borders, mention in claimed.items() if borders not in wanted],
    )


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    return [mention for mention in mentions if not any(_holds(other, mention) for other in mentions)]


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.end - outer.start > inner.end - inner.start


def _same_holder(one: Holder, other: Holder) -> float:
    return float(same_name(one.person, other.person) and same_name(one.office, other.office))


def _statements(annotated: Facts, found: Facts, *, direct: bool) -> Matched[Statement]:
    wanted = [statement for statement in annotated.statements if statement.direct == direct]
    claimed = [statement for statement in found.statements if statement.direct == direct]
    return pair(wanted, claimed, common_part, HALF)
