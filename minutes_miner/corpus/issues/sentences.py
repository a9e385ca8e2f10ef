"""The needs of a group that say best what it is about, and the stems that do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

# So many of the most central needs are looked at for labels and sentences, so that a group of 100,000 costs little more than one of 100.
LOOKED_AT = 200
# A sentence with fewer telling stems than this says too little to stand for others.
FULL = 5
SENTENCES = 3
# How much a sentence loses by what the ones before it have said (Carbonell and Goldstein 1998, maximal marginal relevance).
REPETITION = 0.5


class Centre(NamedTuple):
    """What a group is about: `rows` of its most central needs, first the most central, and the stems' `weights` by column."""

    rows: NDArray[np.intp]
    weights: dict[int, float]


def centre(vectors: csr_matrix, rows: NDArray[np.intp]) -> Centre:
    """The centre of the needs in `rows` of the sparse array `vectors`, whose rows have length 1 or 0; equals stay in the order of rows."""
    starts, sizes = vectors.indptr[rows], np.diff(vectors.indptr)[rows]
    ends = np.cumsum(sizes)
    entries = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - sizes), sizes)
    columns, place = np.unique(vectors.indices[entries], return_inverse=True)
    values = vectors.data[entries].astype(np.float64)
    mean = np.bincount(place, weights=values, minlength=len(columns))
    owner = np.repeat(np.arange(len(rows)), sizes)
    closeness = np.bincount(owner, weights=values * mean[place], minlength=len(rows)) * np.minimum(sizes / FULL, 1.0)
    # Rounding keeps equals equal whatever order the sums were made in.
    order = np.argsort(-np.round(closeness, 9), kind="stable")[:LOOKED_AT]
    return Centre(rows[order], dict(zip(columns.tolist(), mean.tolist(), strict=True)))


def best_sentences(texts: Sequence[str], stems: Sequence[frozenset[str]], most: int = SENTENCES) -> list[int]:
    """Places in `texts`, most central first, of those to show: each central and unlike the ones before it."""
    worth = {at: 1.0 - at / (2 * len(texts)) for at in range(len(texts))}
    chosen: list[int] = []
    told: set[str] = set()
    while worth and len(chosen) < most:
        best = max(
            worth, key=lambda at: (worth[at] - REPETITION * max((_likeness(stems[at], stems[one]) for one in chosen), default=0.0), -at)
        )
        del worth[best]
        if texts[best].casefold() not in told:
            chosen.append(best)
            told.add(texts[best].casefold())
    return chosen


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
