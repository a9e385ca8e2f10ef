"""Ids of issues that stay when documents come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from minutes_miner.corpus.issues.clusters import OPEN
from minutes_miner.records import IssueChange


class Settled(NamedTuple):
    """`ids` is the id of each group in the order given; `changes` are sorted by id."""

    ids: tuple[str, ...]
    changes: tuple[IssueChange, ...]


def settle_ids(own: Sequence[str], members: Sequence[Collection[str]], earlier: Mapping[str, str], known: Collection[str] = ()) -> Settled:
    """The id of each group: its own, or the one that most of its members had before.

    A group's own id is a function of what it is about; that of a topic is never changed. An open group whose members had an id before takes
    it, the pair with the most members in common first, so that an id goes to one group only, and equals are decided by id. What is then
    new, split off, merged or gone is told.

    Args:
        own: the id that each group has by itself, all different.
        members: the keys of the members of each group.
        earlier: key of a member -> the id of its issue before.
        known: all ids of before, also those of which no member is left.
    """
    shared = [Counter(earlier[key] for key in keys if key in earlier) for keys in members]
    ids = [name if not name.startswith(OPEN) else "" for name in own]
    pairs = sorted(
        (-count, name != own[at], name, own[at], at)
        for at, counts in enumerate(shared)
        for name, count in counts.items()
        if name.startswith(OPEN) and not ids[at]
    )
    taken = set(filter(None, ids))
    for *_, name, _, at in pairs:
        if not ids[at] and name not in taken:
            ids[at] = name
            taken.add(name)
    for at in sorted(range(len(own)), key=lambda at: own[at]):
        if not ids[at]:
            ids[at] = _free(own[at], taken)
            taken.add(ids[at])
    return Settled(tuple(ids), _changes(ids, shared, {*earlier.values(), *known}))


def _free(name: str, taken: Collection[str]) -> str:
    tried, number = name, 2
    while tried in taken:
        tried, number = f"{name}-{number}", number + 1
    return tried


def _changes(ids: Sequence[str], shared: Sequence[Counter[str]], before: Collection[str]) -> tuple[IssueChange, ...]:
    now, changes = set(ids), []
    went: dict[str, Counter[str]] = {}
    for name, counts in zip(ids, shared, strict=True):
        for old, count in counts.items():
            went.setdefault(old, Counter())[name] += count
        if name not in before:
            others = tuple(sorted(old for old in counts if old in now))
            changes.append(IssueChange(issue=name, change="split" if others else "new", others=others))
        ended = tuple(sorted(old for old in counts if old not in now))
        if ended:
            changes.append(IssueChange(issue=name, change="merged", others=ended))
    changes += [IssueChange(issue=old, change="gone", others=tuple(sorted(went.get(old, ())))) for old in before if old not in now]
    return tuple(sorted(changes, key=lambda change: (change.issue, change.change)))
