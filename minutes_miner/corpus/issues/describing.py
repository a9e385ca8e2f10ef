"""The needs and answers of an issue -> the record of it: what it is called, who raises it where and when, what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from minutes_miner.corpus.issues.answered import answers, state_of, total
from minutes_miner.corpus.issues.features import load_need_words
from minutes_miner.corpus.issues.labels import phrase_label, telling_words
from minutes_miner.corpus.issues.matters import Matter
from minutes_miner.corpus.issues.sentences import best_sentences, centre
from minutes_miner.corpus.issues.stem_matrix import stem_matrix
from minutes_miner.corpus.issues.strands import strands_of
from minutes_miner.paths import model_folder
from minutes_miner.records import Issue, IssueMember


class Raised(NamedTuple):
    """An issue by its needs and answers, both in the order of their places; `label` where it is known already."""

    id: str
    topic: str | None
    needs: Sequence[Matter]
    replies: Sequence[Matter]
    label: str | None = None


def describe(raised: Sequence[Raised], labels: Mapping[str, str], newest: str | None, model: str | Path | None = None) -> list[Issue]:
    """The record of each issue, those of most meetings first; a meeting is a document.

    Args:
        raised: the issues.
        labels: topic -> what it is called.
        newest: the last day of which there is a document; an issue not raised within a year of it is dormant.
        model: the model folder with the word lists, the shipped one by default.
    """
    view = _View([need for one in raised for need in one.needs], labels, newest, model)
    first, issues = 0, []
    for one in raised:
        issues.append(view.issue(one, np.arange(first, first + len(one.needs))))
        first += len(one.needs)
    return sorted(issues, key=lambda issue: (-issue.meetings, -len(issue.members), issue.issue))


class _View:
    """What the issues are described by: the words of all their needs."""

    def __init__(self, needs: Sequence[Matter], labels: Mapping[str, str], newest: str | None, model: str | Path | None) -> None:
        self._needs = needs
        self._labels = labels
        self._newest = newest
        self._words = load_need_words(model_folder(model))
        self._matrix = stem_matrix((need.text for need in needs), self._words)
        self._vectors = self._matrix.weighed()

    def issue(self, raised: Raised, rows: NDArray[np.intp]) -> Issue:
        """One issue, whose needs stand in `rows`."""
        needs, words, topic = raised.needs, self._words, raised.topic
        middle = centre(self._vectors, rows)
        weights = {str(self._matrix.stems[column]): weight for column, weight in middle.weights.items()}
        central = [self._needs[row] for row in middle.rows.tolist()]
        texts = [need.text for need in central]
        told = [frozenset(words.stems(text)) for text in texts]
        dates = [need.date for need in needs if need.date]
        first_seen = min(dates, default=None)
        return Issue(
            issue=raised.id,
            label=self._labels.get(topic, topic) if topic else raised.label or phrase_label(texts, weights, words),
            topic=topic,
            terms=telling_words(texts, weights, words),
            members=tuple(map(_member, sorted(needs, key=lambda need: (need.date or "", need.source, need.document, need.start)))),
            meetings=len({need.document for need in needs}),
            first_seen=first_seen,
            last_seen=max(dates, default=None),
            regions=_most_frequent(need.region for need in needs),
            state=state_of(needs, raised.replies, self._newest),
            sentences=tuple(_member(central[at]) for at in best_sentences(texts, told)),
            strands=strands_of(rows, self._needs, self._matrix, self._vectors, words) if len(rows) > 1 else (),
            forums=_most_frequent(need.forum for need in needs),
            people=_most_frequent(need.speaker for need in needs),
            met=sum(need.status == "done" for need in needs),
            answers=answers(raised.replies, first_seen),
            asked=total(needs),
            given=total(raised.replies),
        )


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
