"""When issues were raised and answered, counted by month, quarter or year, and as a line of block characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from minutes_miner.outputs.wording import MONTHS, Phrase
from minutes_miner.records import Issue, IssueAnswer, IssueMember

Step = Literal[1, 3, 12]

# A time line has so many steps at most, else a step is longer; whoever looks at it counts them by eye.
MOST_STEPS = 40
BLOCKS = "▁▂▃▄▅▆▇█"

_QUARTER = Phrase("Tw {number} {year}", "Q{number} {year}")
_STEPS = {1: Phrase("bulan", "month"), 3: Phrase("triwulan", "quarter"), 12: Phrase("tahun", "year")}


class Axis(NamedTuple):
    """The time that all issues share: `steps` of `months` months, the first beginning `first` months after the year 0."""

    months: Step
    first: int
    steps: int

    def place(self, day: str) -> int:
        """The step that `day` (`YYYY-MM-DD`) falls in, from 0."""
        return (_month(day) - self.first) // self.months

    def year(self, step: int) -> int:
        """The year that a step begins in."""
        return (self.first + step * self.months) // 12

    def first_day(self, step: int) -> date:
        """The day that a step begins with."""
        return date(self.year(step), (self.first + step * self.months) % 12 + 1, 1)

    def begins_year(self, step: int) -> bool:
        """Whether it is the first step of its year."""
        return (self.first + step * self.months) % 12 < self.months

    def name(self, step: int, lang: str) -> str:
        """The step in words, as short as they are clear.

        >>> Axis(3, 2024 * 12, 4).name(1, "id"), Axis(1, 2024 * 12, 4).name(1, "en")
        ('Tw 2 2024', 'Feb 2024')
        """
        month = (self.first + step * self.months) % 12
        if self.months == 1:
            return f"{MONTHS[month].say(lang)} {self.year(step)}"
        if self.months == 3:
            return _QUARTER.say(lang).format(number=month // 3 + 1, year=self.year(step))
        return str(self.year(step))

    def step_name(self, lang: str) -> str:
        """What a step is: month, quarter or year."""
        return _STEPS[self.months].say(lang)


def axis_of(issues: Sequence[Issue]) -> Axis | None:
    """The axis from the first to the last day that any issue was raised or answered; None where no day is known."""
    days = [day for issue in issues for day in _days(issue)]
    if not days:
        return None
    first, last = _month(min(days)), _month(max(days))
    steps: tuple[Step, ...] = (1, 3, 12)
    months = next((months for months in steps if last // months - first // months < MOST_STEPS), steps[-1])
    return Axis(months, first // months * months, last // months - first // months + 1)


def raised(issue: Issue, axis: Axis) -> list[int]:
    """In how many meetings the issue was raised, step by step."""
    return _counted(issue.members, axis)


def answered(issue: Issue, axis: Axis) -> list[int]:
    """In how many documents it was answered, or something was promised on it, step by step."""
    return _counted(issue.answers, axis)


def sparkline(counts: Sequence[int], most: int | None = None) -> str:
    """The counts as blocks: the lowest for none, the highest for `most` (the greatest of them by itself).

    >>> sparkline([0, 1, 2, 7])
    '▁▂▃█'
    """
    top = most or max(counts, default=0) or 1
    return "".join(BLOCKS[0 if not count else max(1, round(count / top * (len(BLOCKS) - 1)))] for count in counts)


def _counted(places: Iterable[IssueMember | IssueAnswer], axis: Axis) -> list[int]:
    documents = {(axis.place(place.date), place.document) for place in places if place.date}
    counts = [0] * axis.steps
    for step, _ in documents:
        counts[step] += 1
    return counts


def _days(issue: Issue) -> Iterator[str]:
    yield from (need.date for need in issue.members if need.date)
    yield from (answer.date for answer in issue.answers if answer.date)


def _month(day: str) -> int:
    found = date.fromisoformat(day)
    return found.year * 12 + found.month - 1
