"""One meeting as follow-up sees it: its items and the passages that may report on earlier ones."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.corpus.followups.report_words import ReportWords
from minutes_miner.corpus.followups.reports import Passage, head_of, passage_around, passages, sentence_around
from minutes_miner.records import Analysis, Item

REPORT_RULE = "item.followed_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Something that a meeting hands on or takes up: an item that was mined, or (`kind` None) a passage that only tells a state.

    `subject` are the words that name it (of a report, those before `sudah`), `proof` is the row or sentence that it stands in, `reported`
    says that it stands in a report on an earlier meeting, `telling` that the row or sentence says how far something has come.
    """

    document: str
    source: str
    date: str
    start: int
    end: int
    page: int | None
    text: str
    kind: str | None
    done: bool
    subject: str
    proof: str
    reported: bool
    telling: bool
    actor: str | None = None
    deadline: str | None = None
    amount: float | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A dated document of a forum with its matters in the order of its text."""

    document: str
    source: str
    date: str
    matters: tuple[Matter, ...]


def meeting_of(analysis: Analysis, words: ReportWords) -> Meeting | None:
    """The meeting that a document tells of; None where it has no date and so no place in a series."""
    header = analysis.document
    if header.date is None:
        return None
    found = list(passages(analysis.text, words))
    matters = [_of_item(analysis, header.date, item, found, words) for item in analysis.items]
    untold = (each for each in found if not any(item.start < each.end and each.start < item.end for item in analysis.items))
    matters += [_of_passage(analysis, header.date, passage, words) for passage in untold]
    matters.sort(key=lambda matter: (matter.start, matter.end))
    return Meeting(document=header.id, source=header.source, date=header.date, matters=tuple(matters))


def _of_item(analysis: Analysis, date: str, item: Item, found: list[Passage], words: ReportWords) -> Matter:
    passage = passage_around(item.start, item.end, found)
    around = passage.whole if passage is not None else sentence_around(analysis.text, item.start, item.end)
    reported = item.rule == REPORT_RULE or (
        passage is not None and passage.reported and item.start < passage.end and passage.start < item.end
    )
    return Matter(
        document=analysis.document.id,
        source=analysis.document.source,
        date=date,
        start=item.start,
        end=item.end,
        page=item.evidence.page if item.evidence else None,
        text=item.text,
        kind=item.kind,
        done=item.status == "done",
        subject=_subject(item.text, words) if reported else item.text,
        proof=around,
        reported=reported,
        telling=item.status == "done" or words.tells(around),
        actor=item.actor,
        deadline=item.deadline.end if item.deadline else None,
        amount=item.amount.value if item.amount else None,
        topic=item.topic,
    )


def _of_passage(analysis: Analysis, date: str, passage: Passage, words: ReportWords) -> Matter:
    return Matter(
        document=analysis.document.id,
        source=analysis.document.source,
        date=date,
        start=passage.start,
        end=passage.end,
        page=None,
        text=analysis.text[passage.start : passage.end],
        kind=None,
        done=False,
        subject=_subject(analysis.text[passage.start : passage.end], words),
        proof=passage.whole,
        reported=passage.reported,
        telling=True,
    )


def _subject(text: str, words: ReportWords) -> str:
    """The words of a report that name what it is about."""
    return words.subject(head_of(text))
