"""Lines drawn on a page -> the cells that they enclose.

Lines that nearly coincide (a double rule, the four sides of a thin box) are taken for one, pieces of a line for the whole (a dashed rule,
a border drawn cell by cell). Where a level and an upright line meet is a corner, and a cell is the smallest box between four corners whose
sides are drawn all along; so a rule that is missing within a merged cell makes it one cell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, product

from minutes_miner.records import Box

NEAR = 3.0
SHORT = 3.0
CROSSINGS = 40_000

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A level or upright line: `at` is its place across, `start` and `end` are its ends along."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Rules:
    """The lines of a page by direction."""

    level: list[Rule]
    upright: list[Rule]

    @property
    def may_be_table(self) -> bool:
        """Whether there are enough for two cells."""
        return len(self.level) > 1 and len(self.upright) > 2

    @property
    def are_too_many(self) -> bool:
        """Whether to look for cells would take too long, as on a map."""
        return len(self.level) * len(self.upright) > CROSSINGS


def rules_of(level: Iterable[Rule], upright: Iterable[Rule]) -> Rules:
    """The lines, those that coincide taken together and the short ones left out."""
    return Rules(list(_merged(level)), list(_merged(upright)))


def tables_in(rules: Rules) -> list[list[Box]]:
    """For each table the boxes of its cells, from the top and from the left; cells that share a corner are of one table."""
    if not rules.may_be_table or rules.are_too_many:
        return []
    return _grouped(list(_cells(_Corners(rules))))


def _merged(rules: Iterable[Rule]) -> Iterator[Rule]:
    for group in _clusters(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in group) / len(group)
        group.sort(key=lambda rule: rule.start)
        start, end = group[0].start, group[0].end
        for rule in group[1:]:
            if rule.start > end + NEAR:
                if end - start >= SHORT:
                    yield Rule(at, start, end)
                start, end = rule.start, rule.end
            elif rule.end > end:
                end = rule.end
        if end - start >= SHORT:
            yield Rule(at, start, end)


def _clusters(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Runs of lines each of which is near the one before it."""
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[-1].at > NEAR:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


class _Corners:
    """Where level and upright lines meet: for each corner the upright and the level line it is on, by number."""

    def __init__(self, rules: Rules) -> None:
        self.lines: dict[Point, tuple[int, int]] = {}
        for down, upright in enumerate(rules.upright):
            for across, level in enumerate(rules.level):
                if level.start - NEAR <= upright.at <= level.end + NEAR and upright.start - NEAR <= level.at <= upright.end + NEAR:
                    self.lines.setdefault((upright.at, level.at), (down, across))
        self.below: dict[int, list[float]] = defaultdict(list)
        self.right: dict[int, list[float]] = defaultdict(list)
        for (x, y), (down, across) in self.lines.items():
            self.below[down].append(y)
            self.right[across].append(x)
        for places in (*self.below.values(), *self.right.values()):
            places.sort()


def _cells(corners: _Corners) -> Iterator[Box]:
    lines = corners.lines
    for (x, y), (down, across) in lines.items():
        lower, further = corners.below[down], corners.right[across]
        for bottom, right in product(islice(lower, bisect_right(lower, y), None), islice(further, bisect_right(further, x), None)):
            opposite = lines.get((right, bottom))
            if opposite and lines[right, y][0] == opposite[0] and lines[x, bottom][1] == opposite[1]:
                yield x, y, right, bottom
                break


def _grouped(cells: Sequence[Box]) -> list[list[Box]]:
    """The cells by table; one that stands alone is a frame."""
    leader: dict[Point, Point] = {}

    def find(point: Point) -> Point:
        while (above := leader.setdefault(point, point)) != point:
            leader[point] = leader[above]
            point = above
        return point

    for x0, top, x1, bottom in cells:
        first = find((x0, top))
        for corner in ((x1, top), (x0, bottom), (x1, bottom)):
            leader[find(corner)] = first
    keyed = sorted(cells, key=lambda cell: (find((cell[0], cell[1])), cell[1], cell[0]))
    tables = [list(group) for _, group in groupby(keyed, key=lambda cell: find((cell[0], cell[1])))]
    return sorted((table for table in tables if len(table) > 1), key=lambda table: (table[0][1], table[0][0]))
