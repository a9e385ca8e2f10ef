"""The output contract: one JSON object a line, a document each, in input order.

A source that failed is a line too. It has the same keys, so that a reader of records does not stumble; `document` has an `error` as well,
and `id` and whatever else only a document that was read can tell are null:
`{"document": {"id": null, "source": "a.pdf", ..., "error": {"code": "damaged", "message": "..."}}, "text": "", "mentions": [], ...}`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from minutes_miner.outputs.report import Report, Result
from minutes_miner.records import Amount, Analysis, Box, Deadline, Evidence, Failure, Header, Item, Mention, Statement

Json = dict[str, Any]

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_SURROGATE = re.compile("[\ud800-\udfff]")
# Many readers split at these as well as at the line feed; inside a JSON string they may be written as escapes.
_LINE_BREAKS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def to_json(analysis: Analysis) -> Json:
    """The analysis in the form and the key order of the contract, made of what JSON knows."""
    return {
        "document": _header(analysis.document),
        "text": analysis.text,
        "mentions": [_mention(mention) for mention in analysis.mentions],
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "prefixes": list(person.prefixes),
                "degrees": list(person.degrees),
                "mentions": list(person.mentions),
            }
            for person in analysis.people
        ],
        "institutions": [
            {
                "id": institution.id,
                "name": institution.name,
                "abbreviation": institution.abbreviation,
                "type": institution.type,
                "region": institution.region,
                "mentions": list(institution.mentions),
            }
            for institution in analysis.institutions
        ],
        "offices": [
            {
                "id": office.id,
                "name": office.name,
                "role": office.role,
                "institution": office.institution,
                "region": office.region,
                "mentions": list(office.mentions),
            }
            for office in analysis.offices
        ],
        "regions": [
            {"id": region.id, "name": region.name, "level": region.level, "code": region.code, "mentions": list(region.mentions)}
            for region in analysis.regions
        ],
        "holders": [
            {
                "person": holder.person,
                "office": holder.office,
                "acting": holder.acting,
                "start": holder.start,
                "end": holder.end,
                "rule": holder.rule,
                "evidence": evidence_to_json(holder.evidence),
            }
            for holder in analysis.holders
        ],
        "statements": [_statement(statement) for statement in analysis.statements],
        "items": [_item(item) for item in analysis.items],
    }


def failure_to_json(failure: Failure) -> Json:
    """A source that failed, in the same form, with its `error`."""
    document = dict.fromkeys(_FIELDS) | {"source": failure.source, "attendees": [], "warnings": []}
    document["error"] = {"code": failure.code, "message": failure.message}
    return {"document": document, "text": ""} | {records: [] for records in _RECORDS}


def line(result: Result) -> str:
    """One result as one line, without the line feed; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD, so that offsets hold."""
    text = _encode(to_json(result) if isinstance(result, Analysis) else failure_to_json(result))
    for character, escape in _LINE_BREAKS.items():
        text = text.replace(character, escape)
    return _SURROGATE.sub("\ufffd", text)


def lines(results: Sequence[Result]) -> Iterator[str]:
    """The results as lines."""
    return map(line, results)


def write(report: Report, stream: BinaryIO) -> None:
    """Writes the results; issues have an output of their own."""
    for text in lines(report.results):
        stream.write(text.encode() + b"\n")


def evidence_to_json(evidence: Evidence | None) -> Json | None:
    """One of the three forms of a place, or null: a page with boxes, a table cell, a paragraph.

    What else is known stands beside it: `further` (page and boxes of each later page), the cell of a table on a page, the `line` of a text
    file, the `confidence` of recognised words.
    """
    if evidence is None:
        return None
    if evidence.page is not None:
        place = _page(evidence.page, evidence.boxes)
        if evidence.further:
            place["further"] = [_page(each.page, each.boxes) for each in evidence.further]
        if evidence.table is not None:
            place |= _cell(evidence)
        if evidence.confidence is not None:
            place["confidence"] = evidence.confidence
        return place
    if evidence.table is not None:
        return _cell(evidence)
    if evidence.paragraph is None:
        return None
    return {"paragraph": evidence.paragraph} | ({"line": evidence.line} if evidence.line is not None else {})


def _page(page: int, boxes: Sequence[Box]) -> Json:
    return {"page": page, "boxes": [list(box) for box in boxes]}


def _cell(evidence: Evidence) -> Json:
    return {"table": evidence.table, "row": evidence.row, "cell": evidence.cell}


_FIELDS = (
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
    "attendees",
    "language",
    "pages",
    "warnings",
)
_RECORDS = ("mentions", "people", "institutions", "offices", "regions", "holders", "statements", "items")


def _header(header: Header) -> Json:
    document: Json = {field: getattr(header, field) for field in _FIELDS}
    document["attendees"] = list(header.attendees)
    document["warnings"] = [{"code": warning.code, "message": warning.message, "page": warning.page} for warning in header.warnings]
    return document


def _mention(mention: Mention) -> Json:
    return {
        "id": mention.id,
        "label": mention.label,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "value": _value(mention.value),
        "entity": mention.entity,
        "rule": mention.rule,
        "evidence": evidence_to_json(mention.evidence),
    }


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
        "direct": statement.direct,
        "speaker": statement.speaker,
        "speaker_name": statement.speaker_name,
        "cue": statement.cue,
        "rule": statement.rule,
        "evidence": evidence_to_json(statement.evidence),
    }


def _item(item: Item) -> Json:
    return {
        "id": item.id,
        "kind": item.kind,
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "action": item.action,
        "actor": item.actor,
        "actor_entity": item.actor_entity,
        "speaker": item.speaker,
        "speaker_entity": item.speaker_entity,
        "deadline": _deadline(item.deadline),
        "amount": _amount(item.amount),
        "topic": item.topic,
        "status": item.status,
        "statement": item.statement,
        "confidence": item.confidence,
        "rule": item.rule,
        "evidence": evidence_to_json(item.evidence),
        "also": [{"start": one.start, "end": one.end, "evidence": evidence_to_json(one.evidence)} for one in item.also],
    }


def _deadline(deadline: Deadline | None) -> Json | None:
    return {"text": deadline.text, "start": deadline.start, "end": deadline.end} if deadline else None


def _amount(amount: Amount | None) -> Json | None:
    return {"text": amount.text, "value": _number(amount.value), "currency": amount.currency} if amount else None


def _value(value: dict[str, str | float | None] | None) -> Json | None:
    return {key: _number(part) if isinstance(part, float) else part for key, part in value.items()} if value else None


def _number(value: float) -> float | int:
    """A whole number without `.0`: rupiah are whole."""
    return int(value) if value.is_integer() else value
