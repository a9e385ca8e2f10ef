"""Groups needs: those of a known topic by their topic, the others by their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.preprocessing import normalize

from minutes_miner.corpus.features import NeedVectorizer, NeedWords
from minutes_miner.rulebook.topic_file import OTHER

ALONE = -1


class IssueClusterer(ClusterMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Clusters need sentences around the topics of a taxonomy, open to what it does not know.

    A need with a topic belongs to that topic's cluster. The needs without one (`other` or None) are grouped by a leader algorithm: in the
    order of their text, each joins the leader that it is closest to, or becomes a leader itself. Only leaders that share a telling stem
    are compared, by way of an inverted index, so the time grows with the number of needs and not with its square. The order in which the
    needs come in makes no difference. A need that tells nothing but boilerplate is in no cluster (-1), as scikit-learn marks noise.

    Args:
        words: which words count, from `load_need_words`.
        closeness: the least cosine of a need and its leader, 0 to 1 (1: the same stems).
        longest_posting: leaders looked at for one stem; a stem with more leaders than this sets nothing apart any more.

    Attributes:
        labels_: cluster of each need, an array of shape `(n_items,)`; -1 for none.
        topics_: the topic of each cluster, None for an open one; the topics come first.
        centroids_: the mean vector of each cluster, of length 1, a sparse array of shape `(n_clusters, n_terms)`.
    """

    def __init__(self, words: NeedWords, closeness: float = 0.2, longest_posting: int = 200) -> None:
        self.words = words
        self.closeness = closeness
        self.longest_posting = longest_posting

    def fit(self, texts: Sequence[str], topics: Sequence[str | None] | None = None) -> IssueClusterer:
        """Group `texts`, each with its topic where one is known.

        Raises:
            ValueError: texts and topics differ in number.
        """
        keys = list(topics) if topics is not None else [None] * len(texts)
        if len(keys) != len(texts):
            raise ValueError(f"{len(texts)} texts but {len(keys)} topics")
        self.vectorizer_ = NeedVectorizer(self.words)
        vectors = self.vectorizer_.fit_transform(texts)
        seeds = sorted({key for key in keys if key is not None and key != OTHER})
        number = {key: cluster for cluster, key in enumerate(seeds)}
        labels = np.array([number.get(key, ALONE) if key is not None else ALONE for key in keys], dtype=np.intp)
        opened = self._open_groups(
            [at for at in np.flatnonzero(labels == ALONE).tolist() if vectors.indptr[at + 1] > vectors.indptr[at]], vectors, texts
        )
        for at, group in opened.items():
            labels[at] = len(seeds) + group
        self.labels_: NDArray[np.intp] = labels
        self.topics_: list[str | None] = [*seeds, *[None] * (max(opened.values(), default=-1) + 1)]
        self.centroids_ = _centroids(vectors, labels, len(self.topics_))
        return self

    def fit_predict(self, X: Sequence[str], y: Sequence[str | None] | None = None, **kwargs: Any) -> NDArray[np.intp]:
        """The cluster of each of the texts `X`, with their topics as `y`."""
        return self.fit(X, y).labels_

    def predict(self, texts: Sequence[str], topics: Sequence[str | None] | None = None) -> NDArray[np.intp]:
        """The cluster of each new text: that of its topic, or the closest for a text without one; -1 where there is none."""
        vectors = self.vectorizer_.transform(texts)
        cosines = (vectors @ self.centroids_.T).toarray() if self.topics_ else np.zeros((len(texts), 1), dtype=np.float32)
        labels = np.where(cosines.max(axis=1) >= self.closeness, cosines.argmax(axis=1), ALONE)
        for at, key in enumerate(topics or ()):
            if key is not None and key != OTHER:
                labels[at] = self.topics_.index(key) if key in self.topics_ else ALONE
        return labels

    def _open_groups(self, items: list[int], vectors: csr_matrix, texts: Sequence[str]) -> dict[int, int]:
        indptr, indices, data = vectors.indptr.tolist(), vectors.indices.tolist(), vectors.data.tolist()
        postings: dict[int, list[tuple[int, float]]] = {}
        group_of: dict[int, int] = {}
        groups = 0
        for at in sorted(items, key=lambda at: texts[at].casefold()):
            row = list(zip(indices[indptr[at] : indptr[at + 1]], data[indptr[at] : indptr[at + 1]], strict=True))
            cosines: dict[int, float] = {}
            for term, weight in row:
                for leader, its_weight in postings.get(term, ()):
                    cosines[leader] = cosines.get(leader, 0.0) + weight * its_weight
            best = min(cosines, key=lambda leader: (-cosines[leader], leader), default=ALONE)
            if best == ALONE or cosines[best] < self.closeness:
                best = groups
                groups += 1
                for term, weight in row:
                    posting = postings.setdefault(term, [])
                    if len(posting) < self.longest_posting:
                        posting.append((best, weight))
            group_of[at] = best
        return group_of


def _centroids(vectors: csr_matrix, labels: NDArray[np.intp], clusters: int) -> csr_matrix:
    if not clusters:
        return csr_matrix((0, vectors.shape[1]), dtype=np.float32)
    members = np.flatnonzero(labels != ALONE)
    ones = np.ones(len(members), dtype=np.float32)
    membership = csr_matrix((ones, (labels[members], members)), shape=(clusters, vectors.shape[0]))
    return csr_matrix(normalize(membership @ vectors))
