"""When issues were raised, as a table: a row for each issue, a column for each month, quarter or year."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_miner.outputs.issue_times import axis_of, raised
from minutes_miner.outputs.safe_text import one_line
from minutes_miner.outputs.schema import CellType, Heading, Table
from minutes_miner.outputs.wording import Phrase
from minutes_miner.records import Issue

_TITLE = Phrase("Linimasa", "Timeline")
_NUMBER, _ISSUE, _MEETINGS = Phrase("No", "No"), Phrase("Isu", "Issue"), Phrase("Jumlah Rapat", "Meetings")


def timeline_tables(issues: Sequence[Issue], lang: str = "id") -> list[Table]:
    """The table of the meetings that raised each issue, step by step, empty where none did; no table where no day is known."""
    axis = axis_of(issues)
    if axis is None:
        return []
    headings = [_heading("number", _NUMBER.say(lang), 6), _heading("label", _ISSUE.say(lang), 32, "text")]
    headings.append(_heading("meetings", _MEETINGS.say(lang), 9))
    headings += [_heading(f"step_{step + 1}", axis.name(step, lang), 9) for step in range(axis.steps)]
    rows = tuple(
        (number, one_line(issue.label), issue.meetings, *(count or None for count in raised(issue, axis)))
        for number, issue in enumerate(issues, start=1)
    )
    return [Table(key="timeline", title=_TITLE.say(lang), headings=tuple(headings), rows=rows)]


def _heading(key: str, text: str, width: int, kind: CellType = "number") -> Heading:
    return Heading(key=key, text=text, width=width, type=kind, choices=(), detail=False)
