"""The stem that a need is about, so that needs about the same thing meet without being compared with one another.

As in suffix tree clustering (Zamir and Etzioni 1998: Web document clustering, a feasibility demonstration) a group is what shares a telling
word, not what lies close in space: the group can be named, and a need that is added moves no other group's border. Of its words a need is
about the one of the highest level (a thing before a deed), one that other needs share before one that stands alone, and of these one that
is neither everywhere nor rare. The time is that of a few passes over the entries of the matrix.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from minutes_miner.corpus.issues.features import BOILERPLATE
from minutes_miner.corpus.issues.stem_matrix import StemMatrix, rows_of

NONE = -1


class Anchors(NamedTuple):
    """`of` is the number of each text's anchor in `names`, -1 where it tells nothing; `names` are sorted.

    `ranks` say which of two anchors on one level a text is about: the lesser one, and of equals the first by name.
    """

    of: NDArray[np.intp]
    names: tuple[str, ...]
    ranks: tuple[tuple[bool, float], ...]


class Subjects(NamedTuple):
    """What each column of a stem matrix speaks of: `of` column -> number in `names`; `known` where the model names the subject."""

    of: NDArray[np.intp]
    names: NDArray[np.object_]
    known: NDArray[np.bool_]


def subjects_of(matrix: StemMatrix, subjects: Mapping[str, str]) -> Subjects:
    """Each stem as its own subject, but for those that the model gives another."""
    told = np.array([subjects.get(stem, stem) for stem in matrix.stems], dtype=object)
    names, of = np.unique(told.astype(str), return_inverse=True) if len(told) else (told, np.zeros(0, dtype=np.intp))
    known = np.array([stem in subjects for stem in matrix.stems], dtype=bool)
    return Subjects(of, names.astype(object), known)


def anchors(matrix: StemMatrix, subjects: Subjects, most: float = 1.0) -> Anchors:
    """The anchor of each text of `matrix`.

    Args:
        matrix: the stems of the texts of one group.
        subjects: what its columns speak of.
        most: a stem in more than this share of the texts is what they all are about, and sets nothing apart.
    """
    levels, texts = matrix.levels, matrix.levels.shape[0]
    of = np.full(texts, NONE, dtype=np.intp)
    rows, columns = rows_of(levels), subjects.of[levels.indices]
    # Two words of one subject in a text count it twice, which only its share of all texts has to know.
    support = np.minimum(np.bincount(columns, minlength=len(subjects.names)), texts)
    tells = (levels.data > BOILERPLATE + 1) & (support[columns] <= max(1.0, most * texts))
    rows, columns, level = rows[tells], columns[tells], levels.data[tells] + 10 * subjects.known[levels.indices[tells]]
    alone, worth = support < 2, -_telling(support, texts)
    order = np.lexsort((columns, worth[columns], alone[columns], -level, rows))
    rows, columns = rows[order], columns[order]
    first = np.ones(len(rows), dtype=bool)
    first[1:] = rows[1:] != rows[:-1]
    chosen, numbers = np.unique(columns[first], return_inverse=True)
    of[rows[first]] = numbers
    ranks = tuple(zip(alone[chosen].tolist(), worth[chosen].tolist(), strict=True))
    return Anchors(of, tuple(subjects.names[chosen].tolist()), ranks)


def _telling(support: NDArray[np.intp], texts: int) -> NDArray[np.float64]:
    """How well a stem that stands in `support` of `texts` sets a group apart: most where it is neither everywhere nor rare."""
    told: NDArray[np.float64] = np.log1p(support) ** 1.5 * np.log1p(texts / np.maximum(support, 1))
    return told
