"""Pairs of annotated and found records, and what makes two of them alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, Protocol, TypeVar

Record = TypeVar("Record")


class Placed(Protocol):
    """Whatever stands at offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Matched(Generic[Record]):
    """Records of one layer: pairs of (annotated, found), annotated ones without a partner, and found ones without."""

    pairs: list[tuple[Record, Record]]
    missed: list[Record]
    false: list[Record]

    @property
    def annotated(self) -> int:
        """How many were to be found."""
        return len(self.pairs) + len(self.missed)

    @property
    def found(self) -> int:
        """How many were found."""
        return len(self.pairs) + len(self.false)


def pair(
    annotated: Sequence[Record], found: Sequence[Record], likeness: Callable[[Record, Record], float], least: float
) -> Matched[Record]:
    """Partners by falling likeness, which is at least `least`; among equals the earlier come first."""
    likes = [(likeness(a, b), i, j) for (i, a), (j, b) in product(enumerate(annotated), enumerate(found))]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted((like for like in likes if like[0] >= least), key=lambda like: (-like[0], like[1], like[2])):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Matched(
        [(annotated[i], found[j]) for i, j in partner.items()],
        [record for i, record in enumerate(annotated) if i not in partner],
        [record for j, record in enumerate(found) if j not in taken],
    )


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are equal but for case and punctuation, or all words of one stand in the other; no name is like none.

    >>> same_name("Dinas Sosial (Dinsos) Kabupaten Ngawi", "DINAS SOSIAL")
    True
    """
    words, others = _words(one), _words(other)
    return bool(words and others) and (words <= others or others <= words)


def common_part(one: Placed, other: Placed) -> float:
    """The common characters as a share of all that the two cover from the first to the last, from 0 to 1."""
    common = _common(one, other)
    return common / (max(one.end, other.end) - min(one.start, other.start)) if common else 0.0


def part_of_shorter(one: Placed, other: Placed) -> float:
    """The common characters as a share of the shorter of the two, from 0 to 1."""
    common = _common(one, other)
    return common / min(one.end - one.start, other.end - other.start) if common else 0.0


def _common(one: Placed, other: Placed) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _words(name: str | None) -> set[str]:
    return set(re.findall(r"\w+", (name or "").casefold()))
