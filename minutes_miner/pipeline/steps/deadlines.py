"""Phrases of deadlines that are no calendar dates (`14 hari sejak rapat ini`, `H-7`, `segera`), and the days that they count from.

They are sought before amounts are, for `14 hari` is a quantity as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.layers import best
from minutes_miner.rulebook.rules import Rule

EVENT_DAY, NEXT_MEETING = "day.event", "day.meeting"
BEFORE = "due.before"


@dataclass(slots=True)
class Phrase:
    """A phrase by positions with its rule."""

    first: int
    last: int
    rule: Rule

    @property
    def loose(self) -> bool:
        """Whether it tells so little that any other deadline comes before it."""
        return "loose" in self.rule.traits


def find_phrases(sheet: Sheet) -> list[Phrase]:
    """The phrases of deadlines in order of the text, of overlapping ones the longest; those that name a day of reference come along."""
    string = sheet.string
    found = [Phrase(a, b, entry.rule) for entry in sheet.lexis.layers["deadlines"] for a, b in entry.matcher.spans(string)]
    days = [phrase for phrase in found if phrase.rule.label == "DAY"]
    dues = [phrase for phrase in found if phrase.rule.label == "DUE" and not _before_deed(sheet, phrase)]
    return sorted(best(dues) + days, key=lambda phrase: phrase.first)


def _before_deed(sheet: Sheet, phrase: Phrase) -> bool:
    """Whether `sebelum` leads to a verb: an order of steps (`diperiksa sebelum dikirim`), no deadline."""
    return phrase.rule.id == BEFORE and (sheet.passive(phrase.first + 1) or sheet.active(phrase.first + 1))
