"""Recurring issues: the needs of all documents, grouped by what is needed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from minutes_miner.corpus.clusters import IssueClusterer
from minutes_miner.corpus.features import load_need_words
from minutes_miner.corpus.labels import phrase_label, telling_words
from minutes_miner.paths import model_folder
from minutes_miner.records import Analysis, Issue, IssueMember, Item
from minutes_miner.rulebook.topics import Topics

# An issue that no document has raised for this long before the newest one is dormant.
DORMANT_DAYS = 365


class _Found(NamedTuple):
    """An item with the document that it stands in."""

    analysis: Analysis
    item: Item


def find_issues(analyses: Sequence[Analysis], topics: Topics, model: str | Path | None = None) -> list[Issue]:
    """The issues that the needs of `analyses` raise, those of most meetings first.

    A need with a topic belongs to that topic's issue; the others are grouped by their words (`IssueClusterer`), and those that hold
    nothing but boilerplate such as coordination are no issue. A meeting is a document, counted once however often it is given.

    An issue is `answered` when an item that reads on it (same topic, or the closest group) has the status done in a document of a later
    date than the last open need; or when all its needs are done themselves. It is `dormant` when no document raised it within a year of
    the newest one.

    Args:
        analyses: the documents, in any order.
        topics: the taxonomy; it gives a topic to needs that came without one.
        model: the model folder with the word lists, the shipped one by default.
    """
    documents = list({analysis.document.id: analysis for analysis in analyses}.values())
    items = [_Found(analysis, item) for analysis in documents for item in analysis.items]
    needs = [found for found in items if found.item.kind == "need"]
    if not needs:
        return []
    words = load_need_words(model_folder(model))
    clusterer = IssueClusterer(words).fit([need.item.text for need in needs], [_topic(need, topics) for need in needs])
    groups: dict[int, list[_Found]] = {}
    for need, label in zip(needs, clusterer.labels_.tolist(), strict=True):
        if label >= 0:
            groups.setdefault(label, []).append(need)
    done = _done_dates([found for found in items if found.item.status == "done"], clusterer, topics)
    newest = max((analysis.document.date for analysis in documents if analysis.document.date), default=None)
    stems = clusterer.vectorizer_.terms_
    regions = _region_names(documents)
    issues = []
    for label, members in groups.items():
        row = clusterer.centroids_[label]
        weights = dict(zip(stems[row.indices].tolist(), row.data.tolist(), strict=True))
        texts = [member.item.text for member in members]
        topic = clusterer.topics_[label]
        terms = telling_words(texts, weights, words)
        name = topics.labels.get(topic, topic) if topic else phrase_label(texts, weights, words)
        issues.append(_issue(topic, name, terms, members, _state(members, done.get(label, []), newest), regions))
    return sorted(issues, key=lambda issue: (-issue.meetings, -len(issue.members), issue.issue))


def _topic(need: _Found, topics: Topics) -> str:
    return need.item.topic or topics.classify(need.item.text, need.analysis.text)


def _done_dates(done: Sequence[_Found], clusterer: IssueClusterer, topics: Topics) -> dict[int, list[str]]:
    labels = clusterer.predict([found.item.text for found in done], [_topic(found, topics) for found in done]).tolist() if done else []
    dates: dict[int, list[str]] = {}
    for found, label in zip(done, labels, strict=True):
        if found.analysis.document.date:
            dates.setdefault(label, []).append(found.analysis.document.date)
    return dates


def _state(members: Sequence[_Found], done: Sequence[str], newest: str | None) -> Literal["open", "answered", "dormant"]:
    still_open = [member for member in members if member.item.status == "open"]
    last = max((need.analysis.document.date or "" for need in still_open), default="")
    if not still_open or (last and any(day > last for day in done)):
        return "answered"
    if last and newest and (date.fromisoformat(newest) - date.fromisoformat(last)).days > DORMANT_DAYS:
        return "dormant"
    return "open"


def _issue(
    topic: str | None,
    label: str,
    terms: tuple[str, ...],
    needs: Sequence[_Found],
    state: Literal["open", "answered", "dormant"],
    names: Mapping[str, str],
) -> Issue:
    members = tuple(sorted((_member(need, names) for need in needs), key=lambda member: (member.date or "", member.source, member.start)))
    dates = [member.date for member in members if member.date]
    regions = Counter(member.region for member in members if member.region)
    return Issue(
        issue=topic or "open-" + hashlib.sha256(" ".join(terms).encode()).hexdigest()[:10],
        label=label,
        topic=topic,
        terms=terms,
        members=members,
        meetings=len({member.document for member in members}),
        first_seen=min(dates, default=None),
        last_seen=max(dates, default=None),
        regions=tuple(sorted(regions, key=lambda region: (-regions[region], region))),
        state=state,
    )


def _member(need: _Found, names: Mapping[str, str]) -> IssueMember:
    document, item = need.analysis.document, need.item
    return IssueMember(
        document=document.id,
        source=document.source,
        start=item.start,
        end=item.end,
        page=item.evidence.page if item.evidence else None,
        text=item.text,
        date=document.date,
        region=_region(need.analysis, names),
        speaker=item.speaker,
    )


def _region_names(documents: Sequence[Analysis]) -> dict[str, str]:
    """Code -> the fullest name that any document gives the region, so that `Wonosobo` and `Kabupaten Wonosobo` count as one."""
    names: dict[str, str] = {}
    for region in (region for analysis in documents for region in analysis.regions):
        if region.code is not None and len(region.name) > len(names.get(region.code, "")):
            names[region.code] = region.name
    return names


def _region(analysis: Analysis, names: Mapping[str, str]) -> str | None:
    """The regency or city that the document names most, the earlier one of equals; else the place of the document."""
    local = [region for region in analysis.regions if region.level in ("regency", "city")]
    if not local:
        return analysis.document.place
    most = max(local, key=lambda region: len(region.mentions))
    return names.get(most.code or "", most.name)
