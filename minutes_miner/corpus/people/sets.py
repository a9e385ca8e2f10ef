"""Things joined into sets two by two, unless somebody said that they are not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", int, tuple[object, ...], tuple[tuple[str, ...], str])  # what has an order


class Sets(Generic[Thing]):
    """Disjoint sets with the smallest member as the one that stands for a set (union by size, path halving).

    Args:
        apart: pairs that may never come into one set.
    """

    def __init__(self, apart: Iterable[tuple[Thing, Thing]] = ()) -> None:
        self._above: dict[Thing, Thing] = {}
        self._least: dict[Thing, Thing] = {}
        self._size: dict[Thing, int] = {}
        self._not: defaultdict[Thing, set[Thing]] = defaultdict(set)
        for one, other in apart:
            self._not[one].add(other)
            self._not[other].add(one)

    def _top(self, thing: Thing) -> Thing:
        above = self._above
        while (up := above.get(thing, thing)) != thing:
            above[thing] = above.get(up, up)
            thing = above[thing]
        return thing

    def root(self, thing: Thing) -> Thing:
        """The smallest thing of the set."""
        top = self._top(thing)
        return self._least.get(top, top)

    def may_join(self, one: Thing, other: Thing) -> bool:
        """Whether nothing keeps the two apart."""
        top, second = self._top(one), self._top(other)
        barred = self._not.get(top)
        return not barred or all(self._top(thing) != second for thing in barred)

    def join(self, one: Thing, other: Thing) -> bool:
        """Make one set of two, if nothing keeps them apart; says whether they are one now."""
        top, second = self._top(one), self._top(other)
        if top == second:
            return True
        if not self.may_join(top, second):
            return False
        if self._size.get(top, 1) < self._size.get(second, 1):
            top, second = second, top
        least = min(self._least.get(top, top), self._least.get(second, second))
        self._above[second] = top
        self._size[top] = self._size.get(top, 1) + self._size.get(second, 1)
        self._least[top] = least
        if second in self._not:
            self._not[top] |= self._not.pop(second)
        return True
