"""Recurring issues: the needs of all documents, grouped by what is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import numpy as np

from minutes_miner.corpus.answered import answers, state_of, total
from minutes_miner.corpus.clusters import IssueClusterer
from minutes_miner.corpus.features import THING
from minutes_miner.corpus.issue_ids import settle_ids
from minutes_miner.corpus.labels import phrase_label, telling_words
from minutes_miner.corpus.matters import Matter, matters_of
from minutes_miner.corpus.sentences import best_sentences, centre
from minutes_miner.corpus.strands import strands_of
from minutes_miner.records import Analysis, Issue, IssueChange, IssueMember
from minutes_miner.rulebook.topics import Topics

_NOTHING: Mapping[str, str] = {}
# Document, start, end, text: where a matter stands, whatever came first.
_PLACE = itemgetter(0, 1, 2, 4)


class Grouped(NamedTuple):
    """The issues, those of most meetings first, and what became of the ids of before."""

    issues: tuple[Issue, ...]
    changes: tuple[IssueChange, ...]


def find_issues(analyses: Sequence[Analysis], topics: Topics, model: str | Path | None = None) -> list[Issue]:
    """The issues that the needs of `analyses` raise, as `group_matters` finds them."""
    return list(group_matters(matters_of(analyses), topics, model).issues)


def group_matters(
    matters: Iterable[Matter], topics: Topics, model: str | Path | None = None, earlier: Mapping[str, str] = _NOTHING
) -> Grouped:
    """The issues that the needs among `matters` raise.

    A need with a topic belongs to that topic's issue; the others are grouped by what they ask for (`IssueClusterer`), and those that hold
    nothing but boilerplate such as coordination are no issue. A meeting is a document. What is no need, or is reported as done, answers the
    issue of its topic or thing if it names something that the issue's needs name too. The order of `matters` makes no difference.

    Args:
        matters: items of all documents, each once.
        topics: the taxonomy; it gives a topic to items that came without one.
        model: the model folder with the word lists, the shipped one by default.
        earlier: `Matter.key` -> the id of its issue before, so that ids are kept.
    """
    ordered = sorted(matters, key=_PLACE)
    needs = [matter for matter in ordered if matter.kind == "need"]
    clusterer = IssueClusterer(model).fit([need.text for need in needs], [need.topic or topics.classify(need.text) for need in needs])
    order = np.argsort(clusterer.labels_, kind="stable")
    labels = clusterer.labels_[order]
    edges = np.searchsorted(labels, np.arange(len(clusterer.ids_) + 1))
    groups = [order[edges[at] : edges[at + 1]] for at in range(len(clusterer.ids_))]
    keys = [[needs[row].key for row in group.tolist()] for group in groups] if earlier else [[] for _ in groups]
    settled = settle_ids(clusterer.ids_, keys, earlier)
    view = _View(needs, ordered, clusterer, topics)
    issues = [view.issue(label, group, settled.ids[label]) for label, group in enumerate(groups)]
    return Grouped(tuple(sorted(issues, key=lambda issue: (-issue.meetings, -len(issue.members), issue.issue))), settled.changes)


class _View:
    """All that the issues are made of."""

    def __init__(self, needs: Sequence[Matter], matters: Sequence[Matter], clusterer: IssueClusterer, topics: Topics) -> None:
        self._needs = needs
        self._clusterer = clusterer
        self._words = clusterer.words_
        self._labels = topics.labels
        self._vectors = clusterer.stems_.weighed()
        self._newest = max((matter.date for matter in matters if matter.date), default=None)
        self._replies = self._replies_of(matters, topics)

    def _replies_of(self, matters: Sequence[Matter], topics: Topics) -> dict[int, list[Matter]]:
        replies = [matter for matter in matters if matter.kind != "need" or matter.status == "done"]
        keys = [reply.topic or topics.classify(reply.text) for reply in replies]
        found: dict[int, list[Matter]] = {}
        for reply, label in zip(replies, self._clusterer.predict([reply.text for reply in replies], keys).tolist(), strict=True):
            found.setdefault(label, []).append(reply)
        return found

    def issue(self, label: int, rows: np.ndarray[tuple[int], np.dtype[np.intp]], name: str) -> Issue:
        """The issue of one cluster, whose needs stand in `rows`."""
        clusterer, words = self._clusterer, self._words
        needs = [self._needs[row] for row in rows.tolist()]
        topic = clusterer.topics_[label]
        middle = centre(self._vectors, rows)
        weights = {str(clusterer.stems_.stems[column]): weight for column, weight in middle.weights.items()}
        central = [self._needs[row] for row in middle.rows.tolist()]
        texts = [need.text for need in central]
        told = [frozenset(words.stems(text)) for text in texts]
        dates = [need.date for need in needs if need.date]
        first_seen = min(dates, default=None)
        replies = [reply for reply in self._replies.get(label, ()) if self._names_a_thing_of(weights, reply.text)]
        made = [reply for reply in replies if reply.kind != "need"]
        return Issue(
            issue=name,
            label=self._labels.get(topic, topic) if topic else phrase_label(texts, weights, words),
            topic=topic,
            terms=telling_words(texts, weights, words),
            members=tuple(map(_member, sorted(needs, key=lambda need: (need.date or "", need.source, need.document, need.start)))),
            meetings=len({need.document for need in needs}),
            first_seen=first_seen,
            last_seen=max(dates, default=None),
            regions=_most_frequent(need.region for need in needs),
            state=state_of(needs, replies, self._newest),
            sentences=tuple(_member(central[at]) for at in best_sentences(texts, told)),
            strands=strands_of(rows, self._needs, clusterer.stems_, self._vectors, words) if len(rows) > 1 else (),
            forums=_most_frequent(need.forum for need in needs),
            people=_most_frequent(need.speaker for need in needs),
            met=sum(need.status == "done" for need in needs),
            answers=answers(made, first_seen),
            asked=total(needs),
            given=total(made),
        )

    def _names_a_thing_of(self, weights: Mapping[str, float], text: str) -> bool:
        words = self._words
        stems = ((word, words.telling_stem(word)) for word in words.kept(text))
        return any(stem in weights and words.level(word, stem) == THING for word, stem in stems if stem)


def _member(need: Matter) -> IssueMember:
    return IssueMember(
        document=need.document,
        source=need.source,
        start=need.start,
        end=need.end,
        page=need.page,
        text=need.text,
        date=need.date,
        region=need.region,
        speaker=need.speaker,
        forum=need.forum,
        status=need.status,
        amount=need.amount,
    )


def _most_frequent(names: Iterable[str | None]) -> tuple[str, ...]:
    counts = Counter(name for name in names if name)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
