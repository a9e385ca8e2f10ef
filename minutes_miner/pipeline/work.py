"""Everything that the steps work out about one document, step by step."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.deadlines import Phrase
from minutes_miner.pipeline.steps.holders import Held
from minutes_miner.pipeline.steps.kin import Entity
from minutes_miner.pipeline.steps.meeting import Meeting
from minutes_miner.pipeline.steps.quotes import Quote
from minutes_miner.pipeline.steps.said import Said
from minutes_miner.pipeline.steps.speakers import Cast
from minutes_miner.pipeline.steps.tasks import Task
from minutes_miner.records import Label


@dataclass(slots=True)
class Work:
    """The state of a document between the steps; a step reads what earlier ones filled in and fills in its own."""

    sheet: Sheet
    lines: list[Line] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    meeting: Meeting = field(default_factory=lambda: Meeting(kind="other"))
    held: list[Held] = field(default_factory=list)
    cast: Cast = field(default_factory=lambda: Cast({}))
    said: list[Said] = field(default_factory=list)
    labels: set[int] = field(default_factory=set)
    focus: dict[int, str | None] = field(default_factory=dict)
    tasks: list[Task] = field(default_factory=list)

    def of(self, label: Label) -> list[Entity]:
        """The entities of one kind in the order of the text."""
        return [entity for entity in self.entities.values() if entity.label == label]
