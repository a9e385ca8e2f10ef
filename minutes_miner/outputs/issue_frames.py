"""Recurring issues as pandas data frames: the issues, the needs that raise them, the answers to them, and their time lines."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from minutes_miner.outputs.issue_times import axis_of, raised
from minutes_miner.records import Issue

_ISSUE = (
    "issue",
    "label",
    "topic",
    "terms",
    "meetings",
    "first_seen",
    "last_seen",
    "regions",
    "forums",
    "people",
    "state",
    "met",
    "asked",
    "given",
)
_NEED = ("document", "source", "start", "end", "page", "text", "date", "region", "forum", "speaker", "status", "amount")
_ANSWER = ("document", "source", "start", "end", "page", "kind", "text", "date", "actor", "status", "amount")
_TYPES = {
    **dict.fromkeys(("first_seen", "last_seen", "date"), "datetime64[s]"),
    **dict.fromkeys(("meetings", "met", "start", "end", "page"), "Int64"),
    **dict.fromkeys(("asked", "given", "amount"), "float64"),
    **dict.fromkeys(("terms", "regions", "forums", "people"), "object"),
}


def issue_frames(issues: Sequence[Issue]) -> dict[str, pd.DataFrame]:
    """`issues`, `needs` and `answers` with a row each, the latter two beginning with their `issue`; and `timeline`.

    `timeline` has a row for each month, quarter or year (its first day) and a column for each issue: in how many meetings it was raised.
    It is empty where no day is known. Dates are `datetime64`, missing values are missing; a frame without rows has its columns and types
    all the same.

    >>> import minutes_miner
    >>> texts = [{"id": "a", "text": "Panti kami kekurangan beras."}, {"id": "b", "text": "Kami butuh beras lagi."}]
    >>> frames = issue_frames(minutes_miner.find_issues(list(minutes_miner.mine_texts(texts))))
    >>> frames["issues"][["issue", "meetings"]].values.tolist()
    [['food_aid', 2]]
    >>> len(frames["needs"])
    2
    """
    return {
        "issues": _frame(_ISSUE, [[getattr(issue, name) for name in _ISSUE] for issue in issues]),
        "needs": _frame(
            ("issue", *_NEED), [[issue.issue, *(getattr(need, name) for name in _NEED)] for issue in issues for need in issue.members]
        ),
        "answers": _frame(
            ("issue", *_ANSWER),
            [[issue.issue, *(getattr(answer, name) for name in _ANSWER)] for issue in issues for answer in issue.answers],
        ),
        "timeline": _timeline(issues),
    }


def _frame(names: Sequence[str], rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(names), dtype=object)
    return frame.astype({name: _TYPES.get(name, "string") for name in names})


def _timeline(issues: Sequence[Issue]) -> pd.DataFrame:
    axis = axis_of(issues)
    if axis is None:
        return pd.DataFrame(index=pd.DatetimeIndex([], name="since"))
    index = pd.DatetimeIndex([axis.first_day(step) for step in range(axis.steps)], name="since")
    return pd.DataFrame({issue.issue: raised(issue, axis) for issue in issues}, index=index)
