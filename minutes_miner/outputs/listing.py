"""Which records become rows, in which order: input order, then the order of the text, numbered from 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count

from minutes_miner.outputs.issue_times import axis_of
from minutes_miner.outputs.naming import entity_names, file_names
from minutes_miner.outputs.report import Report
from minutes_miner.outputs.rows import DocumentRow, HolderRow, IssueRow, ItemRow, MemberRow, StatementRow, View
from minutes_miner.records import Analysis


def opened(report: Report) -> list[View]:
    """The documents of a report that were read, ready for rows."""
    files = _files(report)
    return [
        View(analysis=result, file=files[result.document.source], names=entity_names(result), report=report)
        for result in report.results
        if isinstance(result, Analysis)
    ]


def item_rows(views: Sequence[View], kinds: Sequence[str]) -> Iterator[ItemRow]:
    """The items of some kinds."""
    found = ((view, item) for view in views for item in view.analysis.items if item.kind in kinds)
    for number, (view, item) in enumerate(found, start=1):
        yield ItemRow(number=number, view=view, evidence=item.evidence, item=item)


def holder_rows(views: Sequence[View]) -> Iterator[HolderRow]:
    """Who holds which office, document by document."""
    number = count(1)
    for view in views:
        offices = {office.id: office for office in view.analysis.offices}
        for holder in view.analysis.holders:
            yield HolderRow(number=next(number), view=view, evidence=holder.evidence, holder=holder, office=offices.get(holder.office))


def statement_rows(views: Sequence[View]) -> Iterator[StatementRow]:
    """What was said, document by document."""
    found = ((view, statement) for view in views for statement in view.analysis.statements)
    for number, (view, statement) in enumerate(found, start=1):
        yield StatementRow(number=number, view=view, evidence=statement.evidence, statement=statement)


def issue_rows(report: Report) -> Iterator[IssueRow]:
    """The recurring issues in the order given."""
    files, axis = _files(report), axis_of(report.issues)
    for number, issue in enumerate(report.issues, start=1):
        yield IssueRow(number=number, issue=issue, files=files, axis=axis, lang=report.lang)


def member_rows(report: Report) -> Iterator[MemberRow]:
    """The needs of the recurring issues, issue by issue."""
    files = _files(report)
    found = ((issue, member) for issue in report.issues for member in issue.members)
    for number, (issue, member) in enumerate(found, start=1):
        yield MemberRow(number=number, label=issue.label, member=member, file=files[member.source])


def document_rows(report: Report) -> Iterator[DocumentRow]:
    """Every source of the run, those that failed in their place."""
    for number, result in enumerate(report.results, start=1):
        yield DocumentRow(number=number, result=result, lang=report.lang)


def _files(report: Report) -> Mapping[str, str]:
    read_or_failed = (result.document.source if isinstance(result, Analysis) else result.source for result in report.results)
    return file_names(chain(read_or_failed, (member.source for issue in report.issues for member in issue.members)))
