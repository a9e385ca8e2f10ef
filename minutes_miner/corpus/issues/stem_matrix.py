"""Many needs as one sparse matrix of their stems, built word by word without a look at the stemmer for a word seen before."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.preprocessing import normalize

from minutes_miner.corpus.issues.features import ASIDE, BOILERPLATE, THING, NeedWords

# What a boilerplate word, a generic one, a thing in a side clause and a thing weigh, by level.
WORTH = np.array([0.15, 0.5, 0.7, 1.0], dtype=np.float32)
_LEVEL_BITS = 2
_LEVELS = (1 << _LEVEL_BITS) - 1


class StemMatrix(NamedTuple):
    """`levels` is a sparse array of shape `(n_texts, n_stems)` whose entries are 1 + the level of the stem in the text, columns in order.

    `stems` are the columns' stems, sorted. A stem that stands in a text in several forms has the level of the most telling one.
    """

    levels: csr_matrix
    stems: NDArray[np.object_]

    def telling(self) -> NDArray[np.bool_]:
        """Which texts tell more than boilerplate."""
        told = np.zeros(self.levels.shape[0], dtype=bool)
        told[rows_of(self.levels)[self.levels.data > BOILERPLATE + 1]] = True
        return told

    def weighed(self) -> csr_matrix:
        """TF-IDF with the worth of each level; rows have length 1, those of texts that tell nothing are empty."""
        texts, stems = self.levels.shape
        seen = np.bincount(self.levels.indices, minlength=stems)
        rarity = (np.log((1 + texts) / (1 + seen)) + 1).astype(np.float32)
        weights = csr_matrix(
            (WORTH[self.levels.data.astype(np.intp) - 1] * rarity[self.levels.indices], self.levels.indices, self.levels.indptr),
            shape=self.levels.shape,
            copy=True,
        )
        weights.data[~self.telling()[rows_of(weights)]] = 0.0
        weights.eliminate_zeros()
        return csr_matrix(normalize(weights, copy=False)) if weights.nnz else weights


class _Codes(dict[str, int]):
    """Word as written -> number of its stem and its level, `most` at the most, in one integer; -1 for a stop word."""

    def __init__(self, words: NeedWords, numbers: dict[str, int], most: int) -> None:
        self._words = words
        self._numbers = numbers
        self._most = most

    def __missing__(self, word: str) -> int:
        stem = self._words.telling_stem(word)
        code = -1
        if stem:
            level = min(self._words.level(word, stem), self._most)
            code = self._numbers.setdefault(stem, len(self._numbers)) << _LEVEL_BITS | level
        self[word] = code
        return code


def stem_matrix(texts: Iterable[str], words: NeedWords) -> StemMatrix:
    """The stems of `texts`, each text by a row."""
    numbers: dict[str, int] = {}
    of_main, of_side = _Codes(words, numbers, THING).__getitem__, _Codes(words, numbers, ASIDE).__getitem__
    found, ends = array("i"), array("q", [0])
    for text in texts:
        main, side = words.clauses(text)
        row = set(map(of_main, main))
        row.update(map(of_side, side))
        row.discard(-1)
        found.extend(row)
        ends.append(len(found))
    stems = np.array(sorted(numbers), dtype=object)
    place = np.empty(len(stems), dtype=np.int64)
    place[[numbers[stem] for stem in stems]] = np.arange(len(stems))
    return StemMatrix(_matrix(np.frombuffer(found, dtype=np.intc), np.frombuffer(ends, dtype=np.int64), place), stems)


def _matrix(codes: NDArray[np.intc], ends: NDArray[np.int64], place: NDArray[np.int64]) -> csr_matrix:
    """The codes row by row, sorted by column, each column once with its highest level."""
    shape = (len(ends) - 1, len(place))
    if not len(codes):
        return csr_matrix(shape, dtype=np.int8)
    keys = np.repeat(np.arange(shape[0], dtype=np.int64) * len(place), np.diff(ends))
    keys += place[codes >> _LEVEL_BITS]
    keys <<= _LEVEL_BITS
    keys |= _LEVELS - (codes & _LEVELS)
    keys.sort()
    first = np.empty(len(keys), dtype=bool)
    first[0] = True
    np.not_equal(keys[1:] >> _LEVEL_BITS, keys[:-1] >> _LEVEL_BITS, out=first[1:])
    keys = keys[first]
    levels = (_LEVELS - (keys & _LEVELS) + 1).astype(np.int8)
    keys >>= _LEVEL_BITS
    ends_kept = np.searchsorted(keys, np.arange(shape[0] + 1, dtype=np.int64) * len(place))
    return csr_matrix((levels, (keys % len(place)).astype(np.int32), ends_kept.astype(np.int32)), shape=shape)


def rows_of(matrix: csr_matrix) -> NDArray[np.intp]:
    """The row of each entry of `matrix`."""
    return np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))


class NeedVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """TF-IDF of stems in which boilerplate words weigh little; rows have length 1, or 0 where nothing is told.

    A scikit-learn transformer: `fit_transform(texts)` gives a sparse array of shape `(n_items, n_terms)`.

    Attributes:
        terms_: the stems, an array of shape `(n_terms,)`.
    """

    def __init__(self, words: NeedWords) -> None:
        self.words = words

    def fit_transform(self, X: Sequence[str], y: Any = None) -> csr_matrix:
        """Learn the stems of the texts `X` and how rare they are, and give their vectors."""
        found = stem_matrix(X, self.words)
        self.terms_ = found.stems
        return found.weighed()
