"""What is asked for within an issue again and again: narrower than a topic."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from minutes_miner.corpus.issues.anchors import anchors, subjects_of
from minutes_miner.corpus.issues.features import NeedWords
from minutes_miner.corpus.issues.labels import phrase_label
from minutes_miner.corpus.issues.matters import Matter
from minutes_miner.corpus.issues.sentences import centre
from minutes_miner.corpus.issues.stem_matrix import StemMatrix
from minutes_miner.records import IssueStrand

STRANDS = 5
MEETINGS = 2
# A stem in more than half of the needs is what the whole issue is about.
MOST = 0.5


def strands_of(
    rows: NDArray[np.intp], needs: Sequence[Matter], matrix: StemMatrix, vectors: csr_matrix, words: NeedWords
) -> tuple[IssueStrand, ...]:
    """The strands that came up in most meetings, at most five, each in two meetings or more.

    Args:
        rows: the needs of the issue, by their rows.
        needs: all needs.
        matrix: their stems.
        vectors: the same, weighed.
        words: which words count.
    """
    found = anchors(StemMatrix(matrix.levels[rows], matrix.stems), subjects_of(matrix, {}), MOST)
    if not found.names:
        return ()
    order = np.argsort(found.of, kind="stable")
    groups = np.split(order, np.searchsorted(found.of[order], np.arange(len(found.names))))[1:]
    meetings = [len({needs[row].document for row in rows[group].tolist()}) if len(group) >= MEETINGS else 1 for group in groups]
    best = sorted(range(len(groups)), key=lambda at: (-meetings[at], -len(groups[at]), found.names[at]))[:STRANDS]
    return tuple(_strand(rows[groups[at]], meetings[at], needs, matrix, vectors, words) for at in best if meetings[at] >= MEETINGS)


def _strand(
    rows: NDArray[np.intp], meetings: int, needs: Sequence[Matter], matrix: StemMatrix, vectors: csr_matrix, words: NeedWords
) -> IssueStrand:
    middle = centre(vectors, rows)
    weights = {str(matrix.stems[column]): weight for column, weight in middle.weights.items()}
    dates = [day for day in (needs[row].date for row in rows.tolist()) if day]
    return IssueStrand(
        label=phrase_label([needs[row].text for row in middle.rows.tolist()], weights, words),
        mentions=len(rows),
        meetings=meetings,
        first_seen=min(dates, default=None),
        last_seen=max(dates, default=None),
    )
