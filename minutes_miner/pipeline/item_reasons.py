"""How an item came about: why it is of its kind, who is to act and who said it, when it is due and how sure it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from minutes_miner.dates import DateReader
from minutes_miner.pipeline.language import Pipeline
from minutes_miner.pipeline.steps.confidence import reasons
from minutes_miner.pipeline.steps.dues import Dues
from minutes_miner.pipeline.steps.standing import standings
from minutes_miner.pipeline.steps.tasks import Task
from minutes_miner.pipeline.work import Work
from minutes_miner.records import Item

MEANT = ("own", "we", "me", "pronouns")
Reason = tuple[str, dict[str, object]]


def item_reasons(work: Work, task: Task, item: Item, pipeline: Pipeline) -> Iterator[Reason]:
    """Each part of an item with where it comes from, as a key and its facts."""
    yield _kind(work, task, pipeline)
    yield _actor(work, task, item)
    if item.speaker is not None:
        yield "speaker.said", {"speaker": item.speaker, "statement": item.statement or "-"}
    else:
        yield "speaker.none", {}
    yield from _due(work, task, item, pipeline.readers.dates)
    if item.amount is not None:
        yield "amount", {"text": item.amount.text, "value": f"{item.amount.value:.0f}"}
    if item.status == "done":
        yield "done", {}
    yield from _confidence(work, task, pipeline)


def _kind(work: Work, task: Task, pipeline: Pipeline) -> Reason:
    if task.cue is None:
        section = task.line.section if task.line is not None else ""
        return ("kind.section", {"kind": task.kind, "section": section}) if section else ("kind.row", {"kind": task.kind})
    cue = " ".join(work.sheet.text(*task.cue).split())
    rule = pipeline.rulebook.rule(task.rule)
    if rule is not None and "request" in rule.traits:
        asked = task.actor.name if task.actor is not None else None
        mine, theirs = standings(work.sheet, work.cast, asked, task.speaker)
        facts = {"kind": task.kind, "cue": cue, "asks": work.cast.name(task.speaker) or "?", "asked": asked or "?"}
        return "kind.request", {**facts, "mine": _level(mine), "theirs": _level(theirs)}
    if rule is not None and rule.kind != task.kind:
        return "kind.settled", {"kind": task.kind, "cue": cue, "other": rule.kind}
    return "kind.cue", {"kind": task.kind, "cue": cue}


def _level(standing: int | None) -> str:
    return "?" if standing is None else str(standing)


def _actor(work: Work, task: Task, item: Item) -> Reason:
    sheet, actor = work.sheet, task.actor
    if actor is None:
        return "actor.none", {}
    if any(sheet.has(actor.first, name) for name in MEANT):
        return "actor.meant", {"actor": actor.name, "word": sheet.words[actor.first], "speaker": item.speaker or "?"}
    if actor.name == item.speaker and actor.name not in " ".join(sheet.text(task.first, task.last).split()):
        return "actor.speaker", {"actor": actor.name}
    if not task.first <= actor.first < task.last:
        return "actor.beside", {"actor": actor.name}
    return "actor.subject" if task.cue is None or actor.first < task.cue[0] else "actor.behind", {"actor": actor.name}


def _due(work: Work, task: Task, item: Item, reader: DateReader) -> Iterator[Reason]:
    if task.due is None or item.deadline is None:
        yield "deadline.none", {}
        return
    words = " ".join(work.sheet.text(task.due.first, task.due.last).split())
    if item.deadline.start is None:
        yield "deadline.open", {"words": words}
        return
    days = item.deadline.end if item.deadline.start == item.deadline.end else f"{item.deadline.start} – {item.deadline.end}"
    yield _base(work, task, reader, {"words": words, "days": days})


def _base(work: Work, task: Task, reader: DateReader, facts: dict[str, object]) -> Reason:
    """The day from which a deadline was told: none, the document's, that of the event, that of the next meeting."""
    assert task.due is not None
    dues = Dues(work.sheet, work.phrases, work.meeting.day)
    phrase = work.sheet.spelled(task.due.first, task.due.last).replace("*", "")
    today, event = work.meeting.day, dues.event_day()
    if reader.deadline(phrase, None) is not None:
        return "deadline.told", facts
    if reader.deadline(phrase, today) is not None:
        return "deadline.from_day", {**facts, "day": _iso(today)}
    if reader.deadline(phrase, today, event) is not None:
        return "deadline.from_event", {**facts, "day": _iso(event)}
    return "deadline.from_meeting", {**facts, "day": _iso(dues.next_meeting())}


def _iso(day: datetime.date | None) -> str:
    return day.isoformat() if day is not None else "-"


def _confidence(work: Work, task: Task, pipeline: Pipeline) -> Iterator[Reason]:
    rule = pipeline.rulebook.rule(task.rule)
    yield "confidence", {"confidence": task.confidence, "base": rule.confidence if rule is not None else task.confidence}
    for reason, weight in reasons(task, work.meeting.kind == "minutes"):
        yield f"weight.{reason}", {"weight": f"{weight:+.2f}"}
