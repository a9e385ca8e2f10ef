"""Ids of people, posts and institutions that stay what they are when documents come or go."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

DIGITS = 6
LONGEST = 60  # letters of a name in an id


@dataclass(frozen=True, slots=True)
class Nameless:
    """Something that is to have an id: its kind and name, the key of its region, what tells it from namesakes, its marks.

    `marks` are those of its mentions; an earlier archive may have known some of them under an id.
    """

    kind: str
    name: str
    area: str
    telling: str
    marks: Collection[tuple[str, str]]


def give_ids(things: Sequence[Nameless], earlier: Mapping[tuple[str, str], str]) -> list[str]:
    """One id for each thing, no two the same.

    A thing keeps the earlier id that most of its mentions had, unless another thing has more of them. Else the id is made of kind, name and
    region (`p:sri-lestari@35.21`); of those that come out alike all have a digest of what tells them apart besides.

    Args:
        things: in an order that depends on their content only.
        earlier: mark of a mention -> the id that it had.
    """
    claims = sorted(
        (-count, id, at)
        for at, thing in enumerate(things)
        for id, count in Counter(earlier[mark] for mark in thing.marks if mark in earlier).items()
    )
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for _, id, at in claims:
        if at not in ids and id not in taken:
            ids[at] = id
            taken.add(id)
    plain = {at: f"{thing.kind}:{slug(thing.name)}@{thing.area.replace(' ', '-')}" for at, thing in enumerate(things) if at not in ids}
    alike = Counter(plain.values())
    for at, id in plain.items():
        telling = [things[at].telling, *(f"{document}:{own}" for document, own in sorted(things[at].marks))]
        ids[at] = id if alike[id] == 1 and id not in taken else _told_apart(id, telling, taken)
        taken.add(ids[at])
    return [ids[at] for at in range(len(things))]


def _told_apart(id: str, telling: Iterable[str], taken: Collection[str]) -> str:
    more = ""
    for one in telling:
        more += one
        longer = f"{id}.{hashlib.sha256(more.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"
        if longer not in taken:
            return longer
    return f"{id}.{len(taken)}"


def slug(name: str) -> str:
    """A name as part of an id, in letters and hyphens (`Moh. Rofi'i` is `moh-rofii`)."""
    parts = ("".join(char for char in part if char.isalnum()) for part in name.casefold().split())
    return "-".join(part for part in parts if part)[:LONGEST]
