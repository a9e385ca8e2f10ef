"""One record with what is needed to speak about it: a row of a table, before the columns are picked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from minutes_miner.outputs import wording
from minutes_miner.outputs.issue_times import Axis, raised, sparkline
from minutes_miner.outputs.places import page_of, page_words, place_words
from minutes_miner.outputs.report import Report, Result
from minutes_miner.outputs.row_codes import code_of
from minutes_miner.outputs.safe_text import one_line
from minutes_miner.records import Analysis, Evidence, Failure, Header, Holder, Issue, IssueMember, Item, Office, Statement, Warning

EXAMPLES = 3  # so many sentences of an issue are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One document that was read, with the names of its entities."""

    analysis: Analysis
    file: str
    names: Mapping[str, str]
    report: Report

    @property
    def lang(self) -> str:
        """The language of the report."""
        return self.report.lang

    @property
    def title(self) -> str:
        """The document's title, or the name of its file."""
        return one_line(self.analysis.document.title) or self.file

    def called(self, entity: str | None, otherwise: str | None = None) -> str:
        """The name of an entity of this document, or the words of the record where there is none."""
        return self.names.get(entity or "") or one_line(otherwise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the rows of all records of a document have in common."""

    number: int
    view: View
    evidence: Evidence | None

    @property
    def citation(self) -> str:
        """The document and the place in it."""
        place = place_words(self.evidence, self.view.lang)
        return f"{self.view.title}, {place}" if place else self.view.title

    @property
    def page(self) -> int | None:
        """The page, where the source has pages."""
        return page_of(self.evidence)

    @property
    def document_date(self) -> date | None:
        """The day of the meeting or the news."""
        return day(self.view.analysis.document.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow(Row):
    """An item of any kind."""

    item: Item

    @property
    def text(self) -> str:
        """The clause with a capital at its start, as a line of a matrix is written."""
        line = one_line(self.item.text)
        return line[:1].upper() + line[1:]

    @property
    def kind(self) -> str:
        """The kind in words."""
        return wording.ITEM_KINDS[self.item.kind].say(self.view.lang)

    @property
    def actor(self) -> str:
        """Who is to act: the text's own phrase first, for it may name several where an entity is only one."""
        return one_line(self.item.actor) or self.view.called(self.item.actor_entity)

    @property
    def speaker(self) -> str:
        """Who said it, with titles and degrees where it is a person of the document."""
        return self.view.called(self.item.speaker_entity, self.item.speaker)

    @property
    def deadline(self) -> date | None:
        """The last day."""
        return day(self.item.deadline.end) if self.item.deadline else None

    @property
    def deadline_text(self) -> str:
        """The words of the deadline."""
        return one_line(self.item.deadline.text) if self.item.deadline else ""

    @property
    def amount(self) -> float | None:
        """The money in rupiah."""
        return self.item.amount.value if self.item.amount else None

    @property
    def topic(self) -> str:
        """The topic in the model's words."""
        topic = self.item.topic or ""
        return one_line(self.view.report.topic_labels.get(topic, topic))

    @property
    def code(self) -> str:
        """The code by which the row is known when it comes back."""
        document, item = self.view.analysis.document.id, self.item
        return code_of(document, item.start, item.end, item.kind, status=item.status, actor=self.actor, text=self.text)

    @property
    def status(self) -> str:
        """The status in words."""
        return wording.STATUSES[self.item.status].say(self.view.lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderRow(Row):
    """A person and the office held."""

    holder: Holder
    office: Office | None

    @property
    def institution(self) -> str:
        """The institution of the office."""
        return self.view.called(self.office.institution) if self.office else ""

    @property
    def region(self) -> str:
        """The region of the office."""
        return self.view.called(self.office.region, self.office.region) if self.office else ""

    @property
    def acting(self) -> str:
        """Yes or no."""
        return (wording.YES if self.holder.acting else wording.NO).say(self.view.lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow(Row):
    """A reported statement."""

    statement: Statement

    @property
    def speaker(self) -> str:
        """Who said it, with titles and degrees where it is a person of the document."""
        return self.view.called(self.statement.speaker, self.statement.speaker_name)

    @property
    def form(self) -> str:
        """Direct or indirect speech."""
        return (wording.DIRECT if self.statement.direct else wording.INDIRECT).say(self.view.lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """A recurring issue."""

    number: int
    issue: Issue
    files: Mapping[str, str]
    axis: Axis | None
    lang: str

    @property
    def timeline(self) -> str:
        """In how many meetings it was raised, step by step, as blocks; each issue by its own highest."""
        return sparkline(raised(self.issue, self.axis)) if self.axis else ""

    @property
    def state(self) -> str:
        """The state in words."""
        return wording.ISSUE_STATES[self.issue.state].say(self.lang)

    @property
    def examples(self) -> str:
        """The sentences that say best what the issue is about, each on a line with its source."""
        return "\n".join(self._cited(member) for member in (self.issue.sentences or self.issue.members)[:EXAMPLES])

    def _cited(self, member: IssueMember) -> str:
        page = f", {page_words(member.page, self.lang)}" if member.page is not None else ""
        return f"“{one_line(member.text)}” ({self.files[member.source]}{page})"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A need of a recurring issue."""

    number: int
    label: str
    member: IssueMember
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A source of the run, read or failed; what only a document that was read can tell is empty for the others."""

    number: int
    result: Result
    lang: str

    @property
    def header(self) -> Header | None:
        """What is known of the document as a whole."""
        return self.result.document if isinstance(self.result, Analysis) else None

    @property
    def source(self) -> str:
        """The source as it was given."""
        return one_line(self.result.source if isinstance(self.result, Failure) else self.result.document.source)

    @property
    def outcome(self) -> str:
        """Read or failed."""
        return (wording.READ if self.header else wording.FAILED).say(self.lang)

    @property
    def remarks(self) -> str:
        """Every warning on a line of its own, or why the source failed."""
        if isinstance(self.result, Failure):
            return failure_reason(self.result, self.lang)
        return "\n".join(_warning(warning, self.lang) for warning in self.result.document.warnings)

    @property
    def kind(self) -> str:
        """The kind of document in words."""
        return wording.DOCUMENT_KINDS[self.header.kind].say(self.lang) if self.header else ""

    @property
    def date(self) -> date | None:
        """The day of the meeting or the news."""
        return day(self.header.date) if self.header else None

    @property
    def pages(self) -> int | None:
        """How many pages the source has."""
        return self.header.pages if self.header else None

    def told(self, field: Literal["title", "place", "event", "chair", "secretary"]) -> str:
        """A field of the header."""
        return one_line(getattr(self.header, field)) if self.header else ""

    def count(self, records: Literal["people", "holders", "statements"]) -> int | None:
        """How many records of a kind were found."""
        return len(getattr(self.result, records)) if isinstance(self.result, Analysis) else None

    def count_items(self, kinds: Sequence[str]) -> int | None:
        """How many items of some kinds were found."""
        return sum(item.kind in kinds for item in self.result.items) if isinstance(self.result, Analysis) else None


def day(iso: str | None) -> date | None:
    """An ISO date as a date.

    >>> day("2024-12-20")
    datetime.date(2024, 12, 20)
    """
    return date.fromisoformat(iso) if iso else None


def failure_reason(failure: Failure, lang: str) -> str:
    """The failure's sentence without the source that it begins with, which stands beside it."""
    return one_line(failure.sentence(lang).removeprefix(f"{failure.source}: "))


def _warning(warning: Warning, lang: str) -> str:
    place = f"{page_words(warning.page, lang)}: " if warning.page is not None else ""
    return place + one_line(warning.message)
