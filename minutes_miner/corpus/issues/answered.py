"""What became of an issue: whether it was answered, by what, and how much was asked and given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from minutes_miner.corpus.issues.matters import Matter
from minutes_miner.records import IssueAnswer

# An issue that no document has raised for this long before the newest one is dormant.
DORMANT_DAYS = 365

State = Literal["open", "answered", "dormant"]


def state_of(needs: Sequence[Matter], replies: Sequence[Matter], newest: str | None) -> State:
    """Whether the issue of `needs` is open, answered or dormant.

    It is answered when a need or one of `replies` is reported as done in a document of a later date than the last open need, or when all
    needs are done themselves; dormant when no document raised it within a year of the `newest` one.
    """
    still_open = [need for need in needs if need.status == "open"]
    last = max((need.date or "" for need in still_open), default="")
    if not still_open or (last and any(matter.status == "done" and (matter.date or "") > last for matter in (*needs, *replies))):
        return "answered"
    if last and newest and (date.fromisoformat(newest) - date.fromisoformat(last)).days > DORMANT_DAYS:
        return "dormant"
    return "open"


def answers(replies: Iterable[Matter], first_seen: str | None) -> tuple[IssueAnswer, ...]:
    """The `replies` that are not older than the issue, in the order of their days and places."""
    found = [
        IssueAnswer(
            document=reply.document,
            source=reply.source,
            start=reply.start,
            end=reply.end,
            page=reply.page,
            kind=reply.kind,
            text=reply.text,
            date=reply.date,
            actor=reply.actor,
            status=reply.status,
            amount=reply.amount,
        )
        for reply in replies
        if not (reply.date and first_seen and reply.date < first_seen)
    ]
    return tuple(sorted(found, key=lambda answer: (answer.date or "", answer.source, answer.document, answer.start, answer.end)))


def total(matters: Iterable[Matter]) -> float | None:
    """The sum of the amounts, in rupiah; one that a region names again, as minutes after minutes do, counts once."""
    amounts = {(matter.region or matter.document, matter.amount) for matter in matters if matter.amount is not None}
    return sum(sorted(amount for _, amount in amounts)) if amounts else None
