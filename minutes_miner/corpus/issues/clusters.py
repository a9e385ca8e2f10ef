"""Groups needs: those of a known topic by their topic, the others by the thing that they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.utils.validation import check_is_fitted

from minutes_miner.corpus.issues.anchors import NONE, anchors, subjects_of
from minutes_miner.corpus.issues.features import ASIDE, BOILERPLATE, THING, load_need_words
from minutes_miner.corpus.issues.stem_matrix import StemMatrix, stem_matrix
from minutes_miner.paths import model_folder
from minutes_miner.rulebook.topic_file import OTHER
from minutes_miner.rulebook.topics import load_topics

OPEN = "open-"


class IssueClusterer(ClusterMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Clusters need sentences around the topics of a taxonomy, open to what it does not know.

    A need with a topic belongs to that topic's cluster. The needs without one (`other`) are grouped by the thing that they are about
    (`corpus/anchors.py`). The order in which the needs come in makes no difference. A need that tells nothing but boilerplate is in no
    cluster (-1), as scikit-learn marks noise.

    Args:
        model: the model folder with the topics and word lists, the shipped one by default.

    Attributes:
        labels_: cluster of each need, an array of shape `(n_needs,)`; -1 for none.
        topics_: the topic of each cluster, None for an open one; the topics come first, sorted, then the open ones by their id.
        ids_: the id of each cluster: its topic, or `open-` and what it is about. A function of the cluster alone.
        stems_: the stems of all needs, a sparse array of shape `(n_needs, n_stems)` with the names of its columns.

    >>> needs = ["Gamelan sanggar kami rusak", "Kami butuh beras untuk anak", "Minta gamelan baru", "Mohon ditindaklanjuti"]
    >>> clusterer = IssueClusterer().fit(needs)
    >>> [clusterer.ids_[label] if label >= 0 else None for label in clusterer.labels_]
    ['open-kesenian', 'food_aid', 'open-kesenian', None]
    """

    def __init__(self, model: str | Path | None = None) -> None:
        self.model = model

    def fit(self, X: Iterable[str], y: Iterable[str | None] | None = None) -> IssueClusterer:
        """Group the texts `X`.

        Args:
            X: need sentences.
            y: the topic of each where it is known: a key of the taxonomy, `other`, or None for one that the words of the text decide.

        Raises:
            ValueError: `X` is one text, or texts and topics differ in number.
            ModelError: the model has a fault.
        """
        texts = _texts(X)
        self.words_ = load_need_words(model_folder(self.model))
        self.stems_ = stem_matrix(texts, self.words_)
        keys = self._topics_of(texts, y)
        seeds = sorted({key for key in keys if key != OTHER})
        number = {key: cluster for cluster, key in enumerate(seeds)}
        labels = np.fromiter((number.get(key, NONE) for key in keys), dtype=np.intp, count=len(keys))
        opened = self._open_clusters(labels, len(seeds))
        self.labels_: NDArray[np.intp] = labels
        self.topics_: list[str | None] = [*seeds, *[None] * len(opened)]
        self.ids_: list[str] = [*seeds, *(OPEN + name.replace(" ", "-") for name in opened)]
        return self

    def fit_predict(self, X: Iterable[str], y: Iterable[str | None] | None = None, **kwargs: Any) -> NDArray[np.intp]:
        """The cluster of each of the texts `X`, with their topics as `y`."""
        return self.fit(X, y).labels_

    def predict(self, X: Iterable[str], y: Iterable[str | None] | None = None) -> NDArray[np.intp]:
        """The cluster of each new text: that of its topic, or of the thing that it is about; -1 where there is none.

        Raises:
            NotFittedError: before `fit`.
            ValueError: as in `fit`.
        """
        check_is_fitted(self, "labels_")
        texts = _texts(X)
        keys = self._topics_of(texts, y)
        number = {key: cluster for cluster, key in enumerate(self.topics_) if key is not None}
        return np.fromiter(
            (self._opened(text) if key == OTHER else number.get(key, NONE) for text, key in zip(texts, keys, strict=True)),
            dtype=np.intp,
            count=len(texts),
        )

    def _topics_of(self, texts: Sequence[str], given: Iterable[str | None] | None) -> list[str]:
        keys = [None] * len(texts) if given is None else list(given)
        if len(keys) != len(texts):
            raise ValueError(f"{len(texts)} texts but {len(keys)} topics")
        if None in keys:
            topics = load_topics(model_folder(self.model))
            return [key or topics.classify(text) for text, key in zip(texts, keys, strict=True)]
        return [key or OTHER for key in keys]

    def _open_clusters(self, labels: NDArray[np.intp], topics: int) -> tuple[str, ...]:
        """The names of the open clusters; the labels of their needs are filled in."""
        rows = np.flatnonzero(labels == NONE)
        found = anchors(StemMatrix(self.stems_.levels[rows], self.stems_.stems), subjects_of(self.stems_, self.words_.subjects))
        labels[rows] = np.where(found.of == NONE, NONE, found.of + topics)
        self._rank = {name: (*found.ranks[at], name, topics + at) for at, name in enumerate(found.names)}
        return found.names

    def _opened(self, text: str) -> int:
        words, best = self.words_, None
        for clause, most in zip(words.clauses(text), (THING, ASIDE), strict=True):
            for word in clause:
                stem = words.telling_stem(word)
                level = min(words.level(word, stem), most) if stem else BOILERPLATE
                subject = words.subjects.get(stem, stem)
                if level > BOILERPLATE and subject in self._rank:
                    rank = (-level - 10 * (stem in words.subjects), *self._rank[subject])
                    best = min(best or rank, rank)
        return best[-1] if best else NONE


def _texts(X: Iterable[str]) -> list[str]:
    if isinstance(X, str):
        raise ValueError("a list of texts is expected, not one text")
    return list(X)
