"""Cues of items: which words in a clause say that something is to be done or is lacking, and which of several counts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.records import ItemKind
from minutes_miner.rulebook.rules import Rule

KINDS: dict[str, ItemKind] = {"commitment": "commitment", "instruction": "instruction", "decision": "decision", "need": "need"}


@dataclass(slots=True)
class Cue:
    """A cue by positions with its rule."""

    first: int
    last: int
    rule: Rule

    @property
    def kind(self) -> ItemKind | None:
        """The kind of item that it makes, None for one that only holds others back."""
        return KINDS.get(self.rule.kind)


def find_cues(sheet: Sheet) -> list[Cue]:
    """The cues of the whole sheet in order, of overlapping ones the first and longest."""
    string = sheet.string
    found = [Cue(a, b, entry.rule) for entry in sheet.lexis.layers["items"] for a, b in entry.matcher.spans(string)]
    found.sort(key=lambda cue: (cue.first, cue.first - cue.last))
    kept: list[Cue] = []
    for cue in found:
        if not kept or cue.first >= kept[-1].last:
            kept.append(cue)
    return kept


def choose(sheet: Sheet, cues: list[Cue], first: int, last: int) -> Cue | None:
    """The cue that counts between two positions.

    The first one, but a cue in a relative clause (`warga yang belum punya KTP`) or a noun (`usulan`) gives way to a later verb, and a
    decision that others wait for (`sebelum APBD ditetapkan`) does not count.
    """
    begun = cues[bisect_left(cues, first, key=_first) : bisect_left(cues, last, key=_first)]
    inside = [cue for cue in begun if cue.last <= last and not _awaited(sheet, cue, first)]
    if not inside:
        return None
    strong = [cue for cue, before in zip(inside, [None, *inside], strict=False) if not _weak(sheet, cue, first, before)]
    if not strong:
        return inside[0]
    before = [cue for cue in inside if cue.first < strong[0].first]
    return strong[0] if strong[0].kind is not None or not before else before[0]


def _awaited(sheet: Sheet, cue: Cue, first: int) -> bool:
    return cue.kind == "decision" and any(sheet.has(at, "before_it") for at in range(max(first, cue.first - 4), cue.first))


def _weak(sheet: Sheet, cue: Cue, first: int, before: Cue | None) -> bool:
    """Whether a cue is a noun or stands in a relative clause that no earlier cue fills (`yang sudah terdaftar wajib ...`)."""
    if sheet.has(cue.first, "noun_cues"):
        return True
    start = max(first, cue.first - 3, before.last if before is not None else 0)
    return any(sheet.has(at, "relatives") for at in range(start, cue.first))


def verb_before(sheet: Sheet, cues: list[Cue], first: int) -> Cue | None:
    """The saying verb before an indirect statement, where it is a cue itself (`berharap ...`, `meminta ...`)."""
    back = first - 1
    while back >= 0 and (sheet.has(back, "complementisers") or sheet.has(back, "adverbs_said") or sheet.words[back] in ",:"):
        back -= 1
    before = bisect_right(cues, back, key=_first)
    return cues[before - 1] if before and back < cues[before - 1].last else None


def _first(cue: Cue) -> int:
    return cue.first
