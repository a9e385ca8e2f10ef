"""What people decided about who is who; it wins over the rules.

A decision points to places in documents and not to rows or ids of persons, so that it holds when documents are read anew, others come, or
the rules change.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from minutes_miner.corpus.people.sightings import DocumentSeen

Subject = Literal["person", "office", "institution", "holding"]
Verdict = Literal["same", "not-same", "rename", "wrong"]


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Where a document names someone: its id, the offset of the first mention, and the name there, should the offset have moved."""

    document: str
    start: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`same` and `not-same` say it of `first` and `second`, `rename` gives `first` the name `value`, `wrong` says that `first` is none."""

    subject: Subject
    verdict: Verdict
    first: tuple[Anchor, ...]
    second: tuple[Anchor, ...] = ()
    value: str | None = None


class Anchored:
    """Finds what anchors point to.

    Args:
        named: (document, offset, name, what is found there).
    """

    def __init__(self, named: Iterable[tuple[str, int, str, int]]) -> None:
        self._at: dict[tuple[str, int], int] = {}
        self._called: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for document, start, name, number in named:
            self._at.setdefault((document, start), number)
            self._called[(document, name.casefold())].append(number)

    def find(self, anchors: Sequence[Anchor]) -> list[int]:
        """What stands at the anchors, each once, ascending; those of documents that are not there are passed over."""
        found = set()
        for anchor in anchors:
            number = self._at.get((anchor.document, anchor.start))
            if number is None:
                called = self._called.get((anchor.document, anchor.name.casefold()), [])
                number = called[0] if len(called) == 1 else None
            if number is not None:
                found.add(number)
        return sorted(found)


def without_wrong(document: DocumentSeen, decisions: Sequence[Decision]) -> DocumentSeen:
    """A document without what people said is not there."""
    wrong = {
        (one.subject, anchor.start) for one in decisions if one.verdict == "wrong" for anchor in one.first if anchor.document == document.id
    }
    if not wrong:
        return document
    return replace(
        document,
        people=tuple(one for one in document.people if ("person", one.spot.start) not in wrong),
        offices=tuple(one for one in document.offices if ("office", one.spot.start) not in wrong),
        institutions=tuple(one for one in document.institutions if ("institution", one.spot.start) not in wrong),
        holders=tuple(one for one in document.holders if ("holding", one.spot.start) not in wrong),
    )


def pairs(decisions: Sequence[Decision], subject: Subject, verdict: Verdict, anchored: Anchored) -> Iterator[tuple[list[int], list[int]]]:
    """What decisions of one verdict say of two things each, unless a later decision says the contrary of the same two."""
    last: dict[tuple[tuple[int, ...], tuple[int, ...]], Verdict] = {}
    for one in decisions:
        if one.subject == subject and one.verdict in ("same", "not-same"):
            first, second = sorted((tuple(anchored.find(one.first)), tuple(anchored.find(one.second))))
            last[(first, second)] = one.verdict
    for (first, second), said in sorted(last.items()):
        if said == verdict and first and second:
            yield list(first), list(second)


def new_names(decisions: Sequence[Decision], subject: Subject, anchored: Anchored) -> dict[int, str]:
    """The names that decisions give to things; the last one counts."""
    return {
        number: one.value
        for one in decisions
        if one.subject == subject and one.verdict == "rename" and one.value
        for number in anchored.find(one.first)
    }


def told_name(numbers: Iterable[int], names: Mapping[int, str]) -> str | None:
    """The new name that most of these have, if any has one."""
    told = Counter(names[number] for number in numbers if number in names)
    return min(told, key=lambda name: (-told[name], name)) if told else None
