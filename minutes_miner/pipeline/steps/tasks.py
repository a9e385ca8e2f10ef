"""An item while it is being worked on."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found
from minutes_miner.pipeline.steps.actors import Actor
from minutes_miner.pipeline.steps.dues import Due
from minutes_miner.records import ItemKind


@dataclass(slots=True)
class Task:
    """An item by positions; actor and speaker by name and, where they are one, entity; `also` holds the other places that tell it."""

    kind: ItemKind
    first: int
    last: int
    cue: tuple[int, int] | None
    rule: str
    confidence: float
    actor: Actor | None = None
    speaker: str | None = None
    due: Due | None = None
    amount: Found | None = None
    done: bool = False
    said: int | None = None
    line: Line | None = None
    also: list[tuple[int, int]] = field(default_factory=list)
