"""The matters of one forum, linked over its meetings in the order of their dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from minutes_miner.answers import FollowUpState
from minutes_miner.corpus.followups.likeness import Likeness, Vectors
from minutes_miner.corpus.followups.meetings import Matter, Meeting
from minutes_miner.corpus.followups.report_words import ReportWords

# What a link needs, by what the later matter is: the less the text says that it takes something up, the more alike the words must be.
REPORTED, TELLING, RESTATED, NEED_AGAIN, NEED_BECAME_TASK = 0.36, 0.46, 0.64, 0.55, 0.58
SPLIT, JOIN, FAR = 0.5, 0.7, 0.05
LESS_EXPECTED = 0.12  # a decision needs no report
NEVER = -1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An earlier matter and the later one that takes it up, or `later` None: nobody did, up to the day `as_of`."""

    earlier: Matter
    later: Matter | None
    state: FollowUpState
    as_of: str


class Linker:
    """Links the matters of one forum."""

    def __init__(self, likeness: Likeness, words: ReportWords) -> None:
        self._likeness, self._words = likeness, words

    def links(self, meetings: Iterable[Meeting]) -> list[Link]:
        """Every link in the order of the meetings and their texts, whatever order they are given in; then the items that nobody took up.

        A matter waits until a later meeting takes it up; then the later matter waits in its place, until one is done or dropped. Within a
        pair of meetings the reports on earlier items are matched first, one to one as it fits best over all (Kuhn 1955), then what is left
        may be the second half of a split item or the second part of a joined one; then the rest of the minutes.
        """
        series = sorted(meetings, key=lambda meeting: (meeting.date, meeting.document))
        matters = [matter for meeting in series for matter in meeting.matters]
        vectors = self._likeness.vectors(matters)
        links: list[Link] = []
        waiting: list[int] = []
        first = 0
        for day in sorted({meeting.date for meeting in series}):
            own = [at for at in range(first, len(matters)) if matters[at].date == day]
            first += len(own)
            found = sorted(self._taken_up(vectors, matters, waiting, own), key=lambda each: (each[1], each[0]))
            links += [link for _, _, link in found]
            closed = {a for a, _, _ in found}
            over = {b for _, b, link in found if link.state in ("done", "dropped")}
            taken = {b for _, b, _ in found}
            waiting = [at for at in waiting if at not in closed]
            waiting += [at for at in own if at not in over and (at in taken or _hands_on(matters[at]))]
        return links + [unmet(matters[at], [meeting.date for meeting in series]) for at in waiting]

    def _taken_up(self, vectors: Vectors, matters: Sequence[Matter], waiting: list[int], own: list[int]) -> list[tuple[int, int, Link]]:
        score = self._likeness.between(vectors, matters, waiting, own)
        if not score.size:
            return []
        for row, at in enumerate(waiting):
            if matters[at].kind == "decision" and matters[at].deadline is None and matters[at].actor is None:
                score[row] -= LESS_EXPECTED
        pairs: list[tuple[int, int]] = []
        for may_pair in ROUNDS:
            rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
            margin = np.full(score.shape, NEVER)
            for row, column in zip(*np.nonzero(score > 0), strict=True):
                a, b = matters[waiting[row]], matters[own[column]]
                if row not in rows and column not in columns and may_pair(a, b):
                    margin[row, column] = score[row, column] - _needed(a, b)
            found = _split(_assigned(margin), score, margin)
            pairs += found + _left_over(matters, waiting, own, score, margin, found)
        return [(waiting[row], own[column], self._link(matters[waiting[row]], matters[own[column]])) for row, column in pairs]

    def _link(self, earlier: Matter, later: Matter) -> Link:
        return Link(earlier=earlier, later=later, state=self._state(earlier, later), as_of=later.date)

    def _state(self, earlier: Matter, later: Matter) -> FollowUpState:
        if earlier.kind == "need" and later.kind is not None and not later.done and not later.reported:
            return "recurs"
        state = self._words.state(later.proof, done=later.done)
        asked = earlier.kind == "instruction" and earlier.actor is None and earlier.deadline is None
        if state == "open" and asked and later.kind == "need" and not later.reported:
            return "recurs"  # what somebody asked for and still needs
        return state


def unmet(matter: Matter, meetings: Sequence[str]) -> Link:
    """What is said of a matter that no meeting (by their days) took up: dropped, if one came by after it was due, else still open."""
    last = max(meetings)
    passed_over = any(day > max(matter.date, matter.deadline or "") for day in meetings)
    return Link(earlier=matter, later=None, state="dropped" if passed_over else "open", as_of=last)


def _hands_on(matter: Matter) -> bool:
    """Whether a later meeting may be expected to come back to a matter: items that are not done; passages only once they took one up."""
    return matter.kind is not None and not matter.done


def _needed(a: Matter, b: Matter) -> float:
    if b.reported:
        return JOIN if a.kind == "need" else REPORTED
    if a.kind == "need" and b.kind is None:
        return JOIN
    if a.kind == "need":
        return NEED_AGAIN if b.kind == "need" else NEED_BECAME_TASK
    return TELLING if b.telling else RESTATED


# Which earlier matters may be paired with which later ones, round by round; who is paired takes no part in a later round.
ROUNDS: tuple[Callable[[Matter, Matter], bool], ...] = (
    lambda a, b: b.reported and a.kind != "need",
    lambda a, b: b.reported,
    lambda a, b: b.telling and a.kind != "need",
    lambda a, b: True,
)


def _assigned(margin: NDArray[np.float64]) -> list[tuple[int, int]]:
    if margin.max() < 0:
        return []
    gain = np.where(margin >= 0, margin + 1.0, 0.0)
    rows, columns = linear_sum_assignment(gain, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True) if gain[row, column] > 0]


def _split(pairs: list[tuple[int, int]], score: NDArray[np.float64], margin: NDArray[np.float64]) -> list[tuple[int, int]]:
    """The pairs, but a later matter that is far more like an earlier one that is taken already is the second half of that one."""
    split = []
    for row, column in pairs:
        best = int(np.argmax(np.where(margin[:, column] > NEVER, score[:, column], NEVER)))
        split.append((best if score[best, column] >= max(SPLIT, score[row, column] + FAR) else row, column))
    return split


def _left_over(
    matters: Sequence[Matter],
    waiting: list[int],
    own: list[int],
    score: NDArray[np.float64],
    margin: NDArray[np.float64],
    pairs: list[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Reports left over, with the item that they are a part of; items left over, with the report that tells of them too."""
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    found = []
    for column in range(len(own)):
        if column not in columns and (matters[own[column]].reported or matters[own[column]].kind is None):
            row = int(np.argmax(np.where(margin[:, column] > NEVER, score[:, column], NEVER)))
            if margin[row, column] > NEVER and score[row, column] >= SPLIT and row in rows:
                found.append((row, column))
    for row in range(len(waiting)):
        if row not in rows and matters[waiting[row]].kind != "need":  # a need is met by a task, not by the task's report
            column = int(np.argmax(np.where(margin[row] > NEVER, score[row], NEVER)))
            if margin[row, column] > NEVER and score[row, column] >= JOIN and column in columns:
                found.append((row, column))
    return found
