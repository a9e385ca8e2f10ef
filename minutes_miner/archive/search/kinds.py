"""What `kind` may say in a search, in English or Indonesian, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from minutes_miner.answers import HitKind
from minutes_miner.errors import UsageError
from minutes_miner.outputs.wording import DOCUMENT_KINDS, ITEM_KINDS


@dataclass(frozen=True, slots=True)
class Sought:
    """What is to be found: hits of one kind, or documents with the people and bodies of that name where `hits` is None."""

    hits: HitKind | None = None
    item_kind: str | None = None
    document_kind: str | None = None


ENTITIES: tuple[HitKind, ...] = ("person", "office", "institution")
KINDS = (*get_args(HitKind), *ITEM_KINDS, *DOCUMENT_KINDS)
_IN_INDONESIAN = {phrase.id.lower(): key for kinds in (ITEM_KINDS, DOCUMENT_KINDS) for key, phrase in kinds.items()}


def sought(kind: str | None) -> Sought:
    """What a kind means.

    Raises:
        UsageError: there is no such kind.
    """
    if kind is None:
        return Sought()
    key = _IN_INDONESIAN.get(kind.casefold(), kind.casefold())
    if key in ITEM_KINDS:
        return Sought(hits="item", item_kind=key)
    if key in DOCUMENT_KINDS:
        return Sought(hits="text", document_kind=key)
    for hits in get_args(HitKind):
        if hits == key:
            return Sought(hits=hits)
    raise UsageError("kind", value=kind, choices=", ".join(KINDS))
