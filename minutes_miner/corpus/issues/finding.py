"""Recurring issues: the needs of all documents, grouped by what is needed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from minutes_miner.corpus.issues.clusters import IssueClusterer
from minutes_miner.corpus.issues.describing import Raised, describe
from minutes_miner.corpus.issues.features import THING
from minutes_miner.corpus.issues.issue_ids import settle_ids
from minutes_miner.corpus.issues.matters import Matter, matters_of
from minutes_miner.corpus.issues.wanted import EVERYTHING, Wanted
from minutes_miner.records import Analysis, Issue, IssueChange
from minutes_miner.rulebook.topics import Topics

_NOTHING: Mapping[str, str] = {}
# Document, start, end, text: where a matter stands, whatever came first.
_PLACE = itemgetter(0, 1, 2, 4)


class Grouping(NamedTuple):
    """The needs and answers of each issue, in the order of their ids, and what became of the ids of before."""

    raised: tuple[Raised, ...]
    changes: tuple[IssueChange, ...]


def find_issues(analyses: Sequence[Analysis], topics: Topics, model: str | Path | None = None, wanted: Wanted = EVERYTHING) -> list[Issue]:
    """The issues that the needs of `analyses` raise, those of most meetings first; see `group_matters` and `describe`.

    All needs are grouped, whatever is `wanted` of them.
    """
    raised = wanted.narrow(group_matters(matters_of(analyses), topics, model).raised)
    newest = wanted.newest(analysis.document.date for analysis in analyses)
    return wanted.choose(describe(raised, topics.labels, newest, model))


def group_matters(
    matters: Iterable[Matter],
    topics: Topics,
    model: str | Path | None = None,
    earlier: Mapping[str, str] = _NOTHING,
    known: Collection[str] = (),
) -> Grouping:
    """The issues that the needs among `matters` raise, in any order of them the same.

    A need with a topic belongs to that topic's issue; the others are grouped by what they ask for (`IssueClusterer`), and those that hold
    nothing but boilerplate such as coordination are no issue. What is no need answers the issue of its topic or thing if it names something
    that the issue's needs name too.

    Args:
        matters: items of all documents, each once.
        topics: the taxonomy; it gives a topic to items that came without one.
        model: the model folder with the word lists, the shipped one by default.
        earlier: `Matter.key` -> the id of its issue before, so that ids are kept.
        known: all ids of before.
    """
    ordered = sorted(matters, key=_PLACE)
    needs = [matter for matter in ordered if matter.kind == "need"]
    replies = [matter for matter in ordered if matter.kind != "need"]
    clusterer = IssueClusterer(model).fit([need.text for need in needs], [need.topic or topics.classify(need.text) for need in needs])
    order = np.argsort(clusterer.labels_, kind="stable")
    edges = np.searchsorted(clusterer.labels_[order], np.arange(len(clusterer.ids_) + 1))
    groups = [order[edges[at] : edges[at + 1]] for at in range(len(clusterer.ids_))]
    keys = [[needs[row].key for row in group.tolist()] for group in groups] if earlier else [[] for _ in groups]
    settled = settle_ids(clusterer.ids_, keys, earlier, known)
    answers = _answers(replies, clusterer, groups, topics)
    raised = [
        Raised(settled.ids[at], clusterer.topics_[at], [needs[row] for row in group.tolist()], answers.get(at, []))
        for at, group in enumerate(groups)
    ]
    return Grouping(tuple(sorted(raised, key=lambda one: one.id)), settled.changes)


def _answers(
    replies: Sequence[Matter], clusterer: IssueClusterer, groups: Sequence[NDArray[np.intp]], topics: Topics
) -> dict[int, list[Matter]]:
    """The replies to each group: of its topic or thing, naming something that it names."""
    texts = [reply.text for reply in replies]
    labels = clusterer.predict(texts, [reply.topic or topics.classify(reply.text) for reply in replies])
    stems, words = clusterer.stems_, clusterer.words_
    named = {
        label: frozenset(stems.stems[np.unique(stems.levels[groups[label]].indices)].tolist())
        for label in np.unique(labels).tolist()
        if label >= 0
    }
    found: dict[int, list[Matter]] = {}
    for reply, label in zip(replies, labels.tolist(), strict=True):
        told = ((word, words.telling_stem(word)) for word in words.kept(reply.text))
        if label >= 0 and any(stem in named[label] and words.level(word, stem) == THING for word, stem in told if stem):
            found.setdefault(label, []).append(reply)
    return found
