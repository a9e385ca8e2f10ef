"""How sure an item is: its rule's confidence, and what its place and its parts say for or against it."""

from __future__ import annotations

from typing import Literal

from minutes_miner.pipeline.steps.tasks import Task

Reason = Literal["outside", "owner", "due"]
# Told by nobody in running text; an owner, a deadline.
OUTSIDE, TOLD, SUREST = 0.15, 0.05, 0.99


def reasons(task: Task, minutes: bool) -> list[tuple[Reason, float]]:
    """What is added to the confidence of an item's rule, and why."""
    found: list[tuple[Reason, float]] = []
    in_cells = task.line is not None and bool(task.line.cells)
    if task.cue is not None and task.said is None and not minutes and not in_cells:
        found.append(("outside", -OUTSIDE))
    if task.actor is not None and task.kind != "need":
        found.append(("owner", TOLD))
    if task.due is not None:
        found.append(("due", TOLD))
    return found


def weighed(task: Task, minutes: bool) -> float:
    """The confidence of an item whose parts are all found."""
    return min(SUREST, round(task.confidence + sum(weight for _, weight in reasons(task, minutes)), 2))
