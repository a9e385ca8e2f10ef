"""What a spaCy `Doc` carries: the names of its span groups and of its one extension."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from spacy.tokens import Doc, Span

from minutes_miner.pipeline.sheet import Found
from minutes_miner.pipeline.work import Work

FACTS = "minutes"
GROUPS = ("mentions", "statements", "items")


def write(doc: Doc, work: Work) -> None:
    """Put the findings on the Doc: `doc.ents` without overlaps, `doc.spans[...]`, and plain facts in `doc._.minutes`.

    A span's `label_` is what it is, `id_` the rule that made it, `kb_id_` the entity that it means.
    """
    if not Doc.has_extension(FACTS):
        Doc.set_extension(FACTS, default=None)
    sheet = work.sheet
    mentions = [_span(doc, sheet.tokens, m.first, m.last, m.label, m.rule, m.entity) for m in sheet.mentions]
    doc.spans["mentions"] = mentions
    doc.spans["statements"] = [
        _span(doc, sheet.tokens, s.first, s.last, "DIRECT" if s.direct else "INDIRECT", s.rule, s.speaker) for s in work.said
    ]
    doc.spans["items"] = [
        _span(doc, sheet.tokens, t.first, t.last, t.kind.upper(), t.rule, t.actor.entity if t.actor else None) for t in work.tasks
    ]
    doc.set_ents(list(_outer(sheet.mentions, mentions)))
    doc._.set(FACTS, _facts(work))


def _span(doc: Doc, tokens: Sequence[int], first: int, last: int, label: str, rule: str, entity: str | None) -> Span:
    return Span(doc, tokens[first], tokens[last - 1] + 1, label=label, span_id=rule, kb_id=entity or "")


def _outer(found: list[Found], spans: list[Span]) -> Iterable[Span]:
    end = 0
    for mention, span in zip(found, spans, strict=True):
        if not mention.nested and span.start >= end:
            end = span.end
            yield span


def _facts(work: Work) -> dict[str, Any]:
    """Who did what, as plain values that survive serialisation."""
    return {
        "kind": work.meeting.kind,
        "date": work.meeting.day.isoformat() if work.meeting.day else None,
        "entities": {entity.id: entity.name for entity in work.entities.values()},
        "holders": [{"person": h.person, "office": h.office, "acting": h.acting} for h in work.held],
    }
