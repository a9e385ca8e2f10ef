"""The recurring issues as one page of HTML that needs nothing from outside, to be read, mailed and printed; the home of Jinja."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from jinja2 import Environment, StrictUndefined

from minutes_miner.outputs.cell_words import cell_words
from minutes_miner.outputs.issue_times import Axis, answered, axis_of, raised
from minutes_miner.outputs.issue_words import WORDS, amount_words, facts_of, lead_of, listed, step_of, when
from minutes_miner.outputs.naming import file_names
from minutes_miner.outputs.places import page_words
from minutes_miner.outputs.safe_text import one_line
from minutes_miner.outputs.wording import ISSUE_STATES, ITEM_KINDS
from minutes_miner.records import Issue, IssueAnswer, IssueMember

View = dict[str, Any]

SHOWN_ANSWERS = 4
# Of the drawing, in its own units.
WIDTH, BARS, FOOT = 960.0, 44.0, 24.0
LEAST_BAR = 5.0
GAP = 0.2  # of a step, between bars
TICK_WIDTH = 42.0


def write(issues: Sequence[Issue], lang: str, stream: BinaryIO) -> None:
    """Writes the page; every text is escaped, and the same issues give the same bytes."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(Path(__file__).with_suffix(".html").read_text(encoding="utf-8"))
    stream.write(template.render(**_page(issues, lang)).encode("utf-8", "replace"))


def _page(issues: Sequence[Issue], lang: str) -> View:
    axis = axis_of(issues)
    needs = (need.source for issue in issues for need in issue.members)
    files = file_names(chain(needs, (answer.source for issue in issues for answer in issue.answers)))
    most = max((max(raised(issue, axis)) for issue in issues), default=1) if axis else 1
    return {
        "lang": lang,
        "words": {key: phrase.say(lang) for key, phrase in WORDS.items()} | {key: phrase.say(lang) for key, phrase in ISSUE_STATES.items()},
        "lead": lead_of(issues, lang),
        "step": step_of(axis, lang) if axis else "",
        "issues": [
            {
                "id": issue.issue,
                "label": one_line(issue.label),
                "state": issue.state,
                "state_words": ISSUE_STATES[issue.state].say(lang),
                "facts": facts_of(issue, lang),
                "drawing": _drawing(issue, axis, max(most, 1), lang) if axis else None,
                "details": list(_details(issue, lang)),
                "strands": [f"{one_line(strand.label)} ({strand.meetings})" for strand in issue.strands],
                "sentences": [_quote(member, files[member.source], member.region, member.speaker, lang) for member in issue.sentences],
                "answers": [
                    _quote(answer, files[answer.source], ITEM_KINDS[answer.kind].say(lang), answer.actor, lang)
                    for answer in issue.answers[-SHOWN_ANSWERS:]
                ],
                "more_answers": WORDS["more_answers"].say(lang).format(number=len(issue.answers) - SHOWN_ANSWERS)
                if len(issue.answers) > SHOWN_ANSWERS
                else "",
            }
            for issue in issues
        ],
    }


def _details(issue: Issue, lang: str) -> Iterator[tuple[str, str]]:
    for key, names in (("terms", issue.terms), ("regions", issue.regions), ("forums", issue.forums), ("people", issue.people)):
        if names:
            yield WORDS[key].say(lang), listed(names, lang)
    for key, amount in (("asked", issue.asked), ("given", issue.given)):
        if amount is not None:
            yield WORDS[key].say(lang), amount_words(amount)


def _quote(place: IssueMember | IssueAnswer, file: str, *more: str | None) -> View:
    *facts, lang = more
    page = page_words(place.page, str(lang)) if place.page is not None else None
    where = (when(place.date), *(one_line(fact) for fact in facts if fact), file, page)
    return {"text": one_line(place.text), "where": " · ".join(filter(None, where))}


def _drawing(issue: Issue, axis: Axis, most: int, lang: str) -> View:
    width = WIDTH / axis.steps
    every = max(1, round(TICK_WIDTH / (width * 12 / axis.months)) if axis.months < 12 else round(TICK_WIDTH / width + 0.5))
    told = WORDS["meetings_in"].say(lang)
    return {
        "width": WIDTH,
        "height": BARS + FOOT,
        "base": BARS,
        "told": facts_of(issue, lang),
        "ticks": [
            {"x": round(step * width, 1), "name": axis.year(step)}
            for step in range(axis.steps)
            if axis.begins_year(step) and (axis.year(step) - axis.year(0)) % every == 0
        ]
        or [{"x": 0.0, "name": axis.name(0, lang)}],
        "bars": [
            {
                "x": round((step + GAP / 2) * width, 1),
                "y": round(BARS - height, 1),
                "width": round((1 - GAP) * width, 1),
                "height": round(height, 1),
                "told": told.format(step=axis.name(step, lang), number=cell_words(count)),
            }
            for step, count in enumerate(raised(issue, axis))
            if count
            for height in (max(LEAST_BAR, (BARS - 4) * count / most),)
        ],
        "dots": [
            {"x": round((step + 0.5) * width, 1), "told": WORDS["answers_in"].say(lang).format(step=axis.name(step, lang), number=count)}
            for step, count in enumerate(answered(issue, axis))
            if count
        ],
    }
