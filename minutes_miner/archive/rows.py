"""An analysis -> the rows of the tables that are asked: what each column holds, written out once.

Rows are without their number and their document, which the store adds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from minutes_miner.corpus.followups.forums import load_forum_names
from minutes_miner.corpus.home_region import home_region
from minutes_miner.paths import model_folder
from minutes_miner.records import Analysis, Evidence, Header, Holder, Institution, Item, Mention, Office, Person, Region, Statement

Values = tuple[Any, ...]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "people": ("id", "name", "prefixes", "degrees", "mentions", "start", "stop", "page"),
    "institutions": ("id", "name", "abbreviation", "type", "region", "mentions", "start", "stop", "page"),
    "offices": ("id", "name", "role", "institution", "region", "mentions", "start", "stop", "page"),
    "regions": ("id", "name", "level", "code", "mentions"),
    "holders": ("person", "office", "acting", "start", "stop", "page", "rule"),
    "statements": ("id", "start", "stop", "page", "text", "direct", "speaker", "speaker_name", "cue", "rule"),
    "items": (
        "id",
        "kind",
        "start",
        "stop",
        "page",
        "text",
        "action",
        "actor",
        "actor_entity",
        "speaker",
        "speaker_entity",
        "deadline",
        "deadline_start",
        "deadline_end",
        "amount",
        "topic",
        "status",
        "confidence",
        "rule",
    ),
}
DOCUMENT_COLUMNS = (
    "id",
    "source",
    "media_type",
    "kind",
    "title",
    "date",
    "place",
    "event",
    "time",
    "venue",
    "chair",
    "secretary",
    "forum",
    "region",
    "pages",
    "characters",
    "warnings",
)


def document_row(analysis: Analysis) -> Values:
    """The row of a document, in the order of `DOCUMENT_COLUMNS`; names of forums are read with the word lists that are shipped."""
    header: Header = analysis.document
    forum = load_forum_names(model_folder(None)).of_document(analysis)
    warnings = [{"code": warning.code, "message": warning.message, "page": warning.page} for warning in header.warnings]
    return (
        header.id,
        header.source,
        header.media_type,
        header.kind,
        header.title,
        header.date,
        header.place,
        header.event,
        header.time,
        header.venue,
        header.chair,
        header.secretary,
        forum.name if forum else None,
        home_region(analysis),
        header.pages,
        len(analysis.text),
        json.dumps(warnings, ensure_ascii=False),
    )


def record_rows(analysis: Analysis) -> Mapping[str, Sequence[Values]]:
    """The rows of each table of `COLUMNS`, in the order of its columns."""
    mentions = {mention.id: mention for mention in analysis.mentions}
    return {
        "people": [_person(person, mentions) for person in analysis.people],
        "institutions": [_institution(institution, mentions) for institution in analysis.institutions],
        "offices": [_office(office, mentions) for office in analysis.offices],
        "regions": [_region(region) for region in analysis.regions],
        "holders": [_holder(holder) for holder in analysis.holders],
        "statements": [_statement(statement) for statement in analysis.statements],
        "items": [_item(item) for item in analysis.items],
    }


def _person(person: Person, mentions: Mapping[str, Mention]) -> Values:
    return person.id, person.name, _listed(person.prefixes), _listed(person.degrees), *_mentioned(person.mentions, mentions)


def _institution(body: Institution, mentions: Mapping[str, Mention]) -> Values:
    return body.id, body.name, body.abbreviation, body.type, body.region, *_mentioned(body.mentions, mentions)


def _office(office: Office, mentions: Mapping[str, Mention]) -> Values:
    return office.id, office.name, office.role, office.institution, office.region, *_mentioned(office.mentions, mentions)


def _region(region: Region) -> Values:
    return region.id, region.name, region.level, region.code, len(region.mentions)


def _holder(holder: Holder) -> Values:
    return holder.person, holder.office, int(holder.acting), holder.start, holder.end, _page(holder.evidence), str(holder.rule)


def _statement(said: Statement) -> Values:
    page = _page(said.evidence)
    return said.id, said.start, said.end, page, said.text, int(said.direct), said.speaker, said.speaker_name, said.cue, str(said.rule)


def _item(item: Item) -> Values:
    deadline = item.deadline
    return (
        item.id,
        item.kind,
        item.start,
        item.end,
        _page(item.evidence),
        item.text,
        item.action,
        item.actor,
        item.actor_entity,
        item.speaker,
        item.speaker_entity,
        deadline.text if deadline else None,
        deadline.start if deadline else None,
        deadline.end if deadline else None,
        item.amount.value if item.amount else None,
        item.topic,
        item.status,
        item.confidence,
        str(item.rule),
    )


def _mentioned(ids: Sequence[str], mentions: Mapping[str, Mention]) -> tuple[int, int, int, int | None]:
    """How often, and where first: start, stop, page."""
    first = mentions[ids[0]] if ids else None
    return len(ids), first.start if first else 0, first.end if first else 0, _page(first.evidence) if first else None


def _page(evidence: Evidence | None) -> int | None:
    return evidence.page if evidence else None


def _listed(words: Sequence[str]) -> str:
    return json.dumps(words, ensure_ascii=False)
