"""What is in a document, once as a person annotated it and once as the product found it, in one form that can be compared.

Annotated documents are JSON files with `id`, `text`, `document` (the header fields), `mentions`, `holders`, `statements`, `items`, and in
some of them `optional`: places that count neither for nor against anybody; or texts with quoted annotations beside them
(`benchmarks.quoted`), as in `tests/quality/documents`; or JSON Lines with `text` and `spans` of the labels PER, ORG and LOC. There people
and offices stand by name, in our records by id; here all stand by name. Only what was found has a rule and a confidence of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from benchmarks.quoted import read_quoted
from minutes_miner.miner import Miner
from minutes_miner.records import Analysis, Deadline, Label
from minutes_miner.records import Item as FoundItem

Json = dict[str, Any]

LABELS: tuple[Label, ...] = get_args(Label)
NAMES: dict[str, Label] = {"PER": "PERSON", "ORG": "INSTITUTION", "LOC": "PLACE"}
HEADER = ("kind", "date", "place", "event", "time", "venue", "chair", "secretary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where something is named; `label` is empty in an optional place of any label."""

    label: str
    start: int
    end: int
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person with an office."""

    person: str
    office: str
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody is reported to have said."""

    start: int
    end: int
    direct: bool
    speaker: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """That there is a deadline, and its last day where one can be told."""

    day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something to be done or asked for; `actors` and `speakers` are names of one and the same, of which any may be met."""

    start: int
    end: int
    kind: str
    actors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    due: Due | None = None
    amount: bool = False
    topic: str | None = None
    status: str = "open"
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is compared of one document."""

    id: str
    text: str
    mentions: tuple[Mention, ...] = ()
    holders: tuple[Holder, ...] = ()
    statements: tuple[Statement, ...] = ()
    items: tuple[Item, ...] = ()
    header: dict[str, str] = field(default_factory=dict)
    optional: tuple[Mention, ...] = ()
    labels: tuple[Label, ...] = LABELS  # of which mentions are annotated


def read_annotated(paths: Sequence[str | Path]) -> list[Facts]:
    """The annotated documents in files and folders, by path; files that hold something else are passed over."""
    files = [file for path in map(Path, paths) for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    return [facts for file in files for facts in _read(file)]


def _read(file: Path) -> Iterator[Facts]:
    if file.suffix == ".yml" and file.with_suffix(".txt").exists():
        yield by_hand(read_quoted(file), file.stem)
    elif file.suffix == ".jsonl":
        for line in file.read_text(encoding="utf-8").splitlines():
            content = json.loads(line)
            yield _names_only(content)
    elif file.suffix == ".json":
        content = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(content, dict) and "mentions" in content and "text" in content:
            yield by_hand(content, content.get("id", file.stem))


def _names_only(content: Json) -> Facts:
    spans = [span for span in content["spans"] if span["label"] in NAMES]
    return Facts(
        id=content["id"],
        text=content["text"],
        mentions=tuple(Mention(label=NAMES[span["label"]], start=span["start"], end=span["end"]) for span in spans),
        labels=tuple(NAMES.values()),
    )


def by_hand(content: Json, id: str) -> Facts:
    """The facts of an annotated document."""
    return Facts(
        id=id,
        text=content["text"],
        mentions=tuple(Mention(label=m["label"], start=m["start"], end=m["end"]) for m in content["mentions"]),
        holders=tuple(Holder(person=h["person"], office=h["office"]) for h in content["holders"]),
        statements=tuple(
            Statement(start=s["start"], end=s["end"], direct=bool(s["direct"]), speaker=s["speaker"]) for s in content["statements"]
        ),
        items=tuple(_item_by_hand(item) for item in content["items"]),
        header={name: value for name in HEADER if (value := content.get("document", {}).get(name))},
        optional=tuple(Mention(label=o.get("label", ""), start=o["start"], end=o["end"]) for o in content.get("optional", ())),
    )


def _item_by_hand(item: Json) -> Item:
    deadline = item.get("deadline")
    return Item(
        start=item["start"],
        end=item["end"],
        kind=item["kind"],
        actors=_names(item.get("actor")),
        speakers=_names(item.get("speaker")),
        due=Due(day=deadline["date"].split("/")[-1] if deadline.get("date") else None) if deadline else None,
        amount=bool(item.get("amount")),
        topic=item.get("topic"),
        status=item.get("status", "open"),
    )


def by_product(miner: Miner, document: Facts) -> Facts:
    """What the product finds in the plain text of an annotated document."""
    return facts_of(miner.mine_text(document.text, id=document.id))


def facts_of(analysis: Analysis) -> Facts:
    """The facts of an analysis, with names in the place of ids."""
    people, bodies, offices, regions = analysis.people, analysis.institutions, analysis.offices, analysis.regions
    names = {entity.id: entity.name for entities in (people, bodies, offices, regions) for entity in entities}
    return Facts(
        id=analysis.document.id,
        text=analysis.text,
        mentions=tuple(Mention(label=m.label, start=m.start, end=m.end, rule=m.rule) for m in analysis.mentions),
        holders=tuple(Holder(person=names[h.person], office=names[h.office], rule=h.rule) for h in analysis.holders),
        statements=tuple(
            Statement(start=s.start, end=s.end, direct=s.direct, speaker=names.get(s.speaker or "", s.speaker_name or ""), rule=s.rule)
            for s in analysis.statements
        ),
        items=tuple(_item_found(item, names) for item in analysis.items),
        header={name: value for name in HEADER if (value := getattr(analysis.document, name))},
    )


def _item_found(item: FoundItem, names: dict[str, str]) -> Item:
    return Item(
        start=item.start,
        end=item.end,
        kind=item.kind,
        actors=_names(item.actor, names.get(item.actor_entity or "")),
        speakers=_names(item.speaker, names.get(item.speaker_entity or "")),
        due=_due(item.deadline),
        amount=item.amount is not None,
        topic=item.topic,
        status=item.status,
        confidence=item.confidence,
        rule=item.rule,
    )


def _due(deadline: Deadline | None) -> Due | None:
    return Due(day=deadline.end or deadline.start) if deadline is not None else None


def _names(*names: str | None) -> tuple[str, ...]:
    return tuple(name for name in names if name)
