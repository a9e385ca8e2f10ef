"""Need sentences as vectors: stems, weighted by how telling they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import Stemmer
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.tables import read_rows

# What coordination, bantuan, program and their like are worth beside a word that names a thing.
BOILERPLATE_WORTH = 0.15

_WORD = re.compile(r"[^\W\d_]{2,}")
_CLASSES = ("stop", "boilerplate")


class NeedWords:
    """The words of a need that count, as stems.

    Snowball's Indonesian stemmer brings forms together (`disalurkan`, `penyaluran`); the model corrects it where it cuts too much
    (`sekolah` is no `seko` with `-lah`). Stop words are left out, and so are names, so that needs are not grouped by the place or the
    home that they come from; boilerplate words are kept but marked.

    Args:
        stop: words that say nothing, in lower case.
        boilerplate: words that stand in nearly every need, in lower case.
        overrides: word -> stem, against the stemmer.
    """

    def __init__(self, stop: Iterable[str], boilerplate: Iterable[str], overrides: Mapping[str, str]) -> None:
        self._stop = frozenset(stop)
        self._boilerplate = frozenset(boilerplate)
        self._overrides = dict(overrides)
        self._snowball: Callable[[str], str] = Stemmer.Stemmer("indonesian").stemWord
        self.boilerplate = frozenset(map(self.stem, self._boilerplate))
        self._telling_stem = lru_cache(maxsize=100_000)(self._stem_unless_stop)

    def __reduce__(self) -> tuple[type[NeedWords], tuple[frozenset[str], frozenset[str], dict[str, str]]]:
        """How to make it again: the stemmer cannot be copied, but scikit-learn copies the parameters of an estimator."""
        return NeedWords, (self._stop, self._boilerplate, self._overrides)

    def stem(self, word: str) -> str:
        """The stem of one word, whatever its case.

        >>> NeedWords((), (), {"sekolah": "sekolah"}).stem("Penyaluran")
        'salur'
        """
        small = word.casefold()
        return self._overrides.get(small) or self._snowball(small)

    def says_nothing(self, word: str) -> bool:
        """Whether a word (in lower case) is a stop word."""
        return word in self._stop

    def words(self, text: str) -> list[tuple[str, str]]:
        """(word as written, stem) for each word in order; the stem of a stop word or a name is empty."""
        words = _WORD.findall(text)
        stem = self._telling_stem
        found = [(word, stem(word)) for word in words]
        names = [at for at, word in enumerate(words) if at and word.istitle()]
        if 2 * len(names) < len(words):
            for at in names:
                found[at] = (words[at], "")
        return found

    def stems(self, text: str) -> list[str]:
        """The stems of `text` in order, without stop words and names."""
        return [stem for _, stem in self.words(text) if stem]

    def _stem_unless_stop(self, word: str) -> str:
        return "" if word.casefold() in self._stop else self.stem(word)


def load_need_words(model: Path) -> NeedWords:
    """The stop words, boilerplate words and stem corrections of the model folder `model`.

    Raises:
        ModelError: a list is missing or holds a class that is not known.
    """
    by_class: dict[str, list[str]] = {name: [] for name in _CLASSES}
    for row in read_rows(model / "lexicon" / "stopwords.csv", required=("word", "class")):
        if row["class"] not in by_class:
            raise ModelError(row.where, fault=f"unknown class '{row['class']}'", remedy=f"Use one of {', '.join(_CLASSES)}")
        by_class[row["class"]].append(row["word"].casefold())
    overrides = {
        row["word"].casefold(): row["stem"] for row in read_rows(model / "lexicon" / "stem_overrides.csv", required=("word", "stem"))
    }
    return NeedWords(by_class["stop"], by_class["boilerplate"], overrides)


class NeedVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """TF-IDF of stems in which boilerplate words weigh little; rows have length 1, or 0 where nothing is told.

    A scikit-learn transformer: `fit_transform(texts)` gives a sparse array of shape `(n_items, n_terms)`. A text of boilerplate words alone
    becomes a row of zeros: it tells nothing about what is needed.

    Attributes:
        terms_: the stems, an array of shape `(n_terms,)`.
    """

    def __init__(self, words: NeedWords) -> None:
        self.words = words

    def fit(self, texts: Sequence[str], y: Any = None) -> NeedVectorizer:
        """Learn the stems of `texts` and how rare they are."""
        self.fit_transform(texts)
        return self

    def fit_transform(self, texts: Sequence[str], y: Any = None) -> csr_matrix:
        """Learn from `texts` and give their vectors."""
        stems = [self.words.stems(text) for text in texts]
        if not any(stems):
            self._tfidf, self.terms_ = None, np.array([], dtype=object)
            return csr_matrix((len(stems), 0), dtype=np.float32)
        self._tfidf = TfidfVectorizer(analyzer=_as_they_are, sublinear_tf=True, norm=None, dtype=np.float32)
        counts = self._tfidf.fit_transform(stems)
        self.terms_ = self._tfidf.get_feature_names_out()
        self._boilerplate = np.fromiter((term in self.words.boilerplate for term in self.terms_), dtype=bool, count=len(self.terms_))
        return self._weighed(counts)

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """The vectors of `texts`; stems not met in fitting are left out."""
        if self._tfidf is None:
            return csr_matrix((len(texts), 0), dtype=np.float32)
        return self._weighed(self._tfidf.transform([self.words.stems(text) for text in texts]))

    def _weighed(self, counts: csr_matrix) -> csr_matrix:
        is_boilerplate = self._boilerplate[counts.indices]
        telling = np.zeros(counts.shape[0], dtype=bool)
        telling[np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))[~is_boilerplate]] = True
        counts.data[is_boilerplate] *= BOILERPLATE_WORTH
        counts.data[~np.repeat(telling, np.diff(counts.indptr))] = 0.0
        counts.eliminate_zeros()
        return csr_matrix(normalize(counts))


def _as_they_are(stems: list[str]) -> list[str]:
    return stems
