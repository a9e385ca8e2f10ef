"""What a change of rules changes: the records that a second model adds, drops or alters in the same documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from minutes_miner.miner import Result, mine_paths
from minutes_miner.records import Analysis, Deadline, Evidence, Failure, Holder, Item, Mention, Statement

Progress = Callable[[int, int, str], None]
Kind = Literal["mention", "holder", "statement", "item", "header"]
Way = Literal["added", "dropped", "altered"]
Fields = dict[str, str | None]

HEADER = ("kind", "title", "date", "place", "event", "time", "venue", "chair", "secretary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One record that is not as it was.

    `name` says what it is (a label, `direct`, `need`, a header field), `text` what stands there now or, where it is dropped, stood there.
    `fields` are the fields that differ, old and new; only altered records have them. `rule` is the new rule, of dropped records the old.
    """

    kind: Kind
    way: Way
    name: str
    text: str
    start: int = 0
    rule: str = ""
    evidence: Evidence | None = None
    fields: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs in one document: its changes in the order of the text, none if all is as it was."""

    source: str
    changes: tuple[Change, ...]


def compare_models(
    old: str | Path, new: str | Path, paths: Sequence[str | Path], *, jobs: int = 1, progress: Progress | None = None
) -> Iterator[Difference | Failure]:
    """The difference of each document in input order, mined with two models; a document that cannot be mined is a failure.

    Args:
        old, new: model folders.
        paths: files and folders; folders are walked.
        jobs: how many processes work at once, for each model.
        progress: called with (files done, files in all, name of the last file).

    Raises:
        InputError: a path that is not there, or a folder without documents.
        ModelError: a model has a fault.
    """
    before = mine_paths(paths, model=old, jobs=jobs)
    after = mine_paths(paths, model=new, jobs=jobs, progress=progress)
    for one, other in zip(before, after, strict=True):
        yield compare_results(one, other)


def compare_results(old: Result, new: Result) -> Difference | Failure:
    """The difference of two results on one document; a failure where either is one."""
    if isinstance(old, Failure):
        return old
    if isinstance(new, Failure):
        return new
    every = [*_header(old, new), *_differences(_facts(old), _facts(new))]
    every.sort(key=lambda change: (change.kind != "header", change.start))
    return Difference(source=new.document.source, changes=tuple(every))


class _Fact(NamedTuple):
    """A record as it is compared: two with the same `key` are one and the same; `fields` may differ."""

    kind: Kind
    name: str
    start: int
    end: int
    text: str
    rule: str
    evidence: Evidence | None
    fields: Fields


def _facts(analysis: Analysis) -> list[_Fact]:
    groups = (analysis.people, analysis.institutions, analysis.offices, analysis.regions)
    names = {entity.id: entity.name for group in groups for entity in group}
    return [
        *(_of_mention(mention, names) for mention in analysis.mentions),
        *(_of_holder(holder, names) for holder in analysis.holders),
        *map(_of_statement, analysis.statements),
        *map(_of_item, analysis.items),
    ]


def _of_mention(mention: Mention, names: dict[str, str]) -> _Fact:
    parts = {part: str(value) for part, value in (mention.value or {}).items() if value is not None}
    fields: Fields = {"text": mention.text, "entity": names.get(mention.entity or ""), **parts}
    return _Fact("mention", mention.label, mention.start, mention.end, mention.text, mention.rule, mention.evidence, fields)


def _of_holder(holder: Holder, names: dict[str, str]) -> _Fact:
    name = f"{names.get(holder.person, holder.person)} = {names.get(holder.office, holder.office)}"
    return _Fact("holder", name, holder.start, holder.end, name, holder.rule, holder.evidence, {"acting": str(holder.acting)})


def _of_statement(said: Statement) -> _Fact:
    name = "direct" if said.direct else "indirect"
    return _Fact(
        "statement", name, said.start, said.end, said.text, said.rule, said.evidence, {"text": said.text, "speaker": said.speaker_name}
    )


def _of_item(item: Item) -> _Fact:
    fields: Fields = {
        "text": item.text,
        "kind": item.kind,
        "actor": item.actor,
        "speaker": item.speaker,
        "deadline": _days(item.deadline),
        "amount": item.amount.text if item.amount else None,
        "topic": item.topic,
        "status": item.status,
        "confidence": f"{item.confidence:.2f}",
    }
    return _Fact("item", item.kind, item.start, item.end, item.text, item.rule, item.evidence, fields)


def _days(deadline: Deadline | None) -> str | None:
    if deadline is None:
        return None
    days = [day for day in dict.fromkeys((deadline.start, deadline.end)) if day]
    return f"{deadline.text} ({'/'.join(days)})" if days else deadline.text


def _differences(old: Iterable[_Fact], new: Iterable[_Fact]) -> Iterator[Change]:
    """Records of one sort are partners if their borders are the same, else if they overlap; what has no partner was added or dropped."""
    places: dict[tuple[object, ...], _Fact] = {(_sort(fact), fact.start, fact.end): fact for fact in old}
    added = []
    for fact in new:
        partner = places.pop((_sort(fact), fact.start, fact.end), None)
        if partner is None:
            added.append(fact)
        else:
            yield from _altered(partner, fact)
    rest = list(places.values())
    for fact in added:
        partner = next((one for one in rest if _sort(one) == _sort(fact) and fact.start < one.end and one.start < fact.end), None)
        if partner is None:
            yield _change("added", fact)
        else:
            rest.remove(partner)
            yield from _altered(partner, fact)
    yield from (_change("dropped", fact) for fact in rest)


def _sort(fact: _Fact) -> tuple[str, str]:
    """What two records must have in common to be the same one; an item may change its kind."""
    return fact.kind, "" if fact.kind == "item" else fact.name


def _altered(old: _Fact, new: _Fact) -> Iterator[Change]:
    names = dict.fromkeys((*old.fields, *new.fields))
    fields = {name: (old.fields.get(name), new.fields.get(name)) for name in names if old.fields.get(name) != new.fields.get(name)}
    if fields:
        yield _change("altered", new, fields)


def _change(way: Way, fact: _Fact, fields: dict[str, tuple[str | None, str | None]] | None = None) -> Change:
    return Change(
        kind=fact.kind,
        way=way,
        name=fact.name,
        text=fact.text,
        start=fact.start,
        rule=fact.rule,
        evidence=fact.evidence,
        fields=fields or {},
    )


def _header(old: Analysis, new: Analysis) -> Iterator[Change]:
    for name in HEADER:
        before, after = getattr(old.document, name), getattr(new.document, name)
        if before != after:
            yield Change(kind="header", way="altered", name=name, text=after or "", fields={name: (before, after)})
