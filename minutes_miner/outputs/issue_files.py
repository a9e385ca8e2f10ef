"""The files that recurring issues can be written to, and the one way to write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from minutes_miner.errors import UnknownOutput
from minutes_miner.outputs import issues_page, issues_picture, xlsx
from minutes_miner.outputs.answers import issue_line
from minutes_miner.outputs.issue_words import WORDS
from minutes_miner.outputs.replacing import replacing, try_to_write
from minutes_miner.outputs.report import NO_LABELS, Report, Result
from minutes_miner.outputs.tables import issue_tables, tables
from minutes_miner.records import Issue

Writer = Callable[[Report, BinaryIO], None]


def _write_workbook(report: Report, stream: BinaryIO) -> None:
    """All that was found where the documents are at hand, else the issues with every need of theirs."""
    whole = tables(report.results, report.issues, report.lang, report.topic_labels) if report.results else None
    xlsx.write_tables(whole or issue_tables(report.issues, report.lang), WORDS["title"], report.lang, stream)


ISSUE_OUTPUTS: tuple[tuple[str, Writer], ...] = (
    (".xlsx", _write_workbook),
    (".html", lambda report, stream: issues_page.write(report.issues, report.lang, stream)),
    (".png", lambda report, stream: issues_picture.write(report.issues, report.lang, stream)),
    (".jsonl", lambda report, stream: stream.writelines(f"{issue_line(issue)}\n".encode() for issue in report.issues)),
)


def write_issues(
    issues: Sequence[Issue],
    target: str | Path,
    *,
    results: Sequence[Result] = (),
    lang: str = "id",
    topic_labels: Mapping[str, str] = NO_LABELS,
) -> None:
    """Writes recurring issues to `target`, in the form that its ending names, whole or not at all.

    Args:
        issues: the issues in the order in which they are to stand.
        target: the file (.xlsx, .html, .png or .jsonl); one that is there already is replaced.
        results: the documents that they come from, where they are at hand: a workbook then holds all that was found in them.
        lang: the language of headings and values, `id` or `en`; `.jsonl` has none.
        topic_labels: the words for topic keys.

    Raises:
        UnknownOutput: the ending names no output.
        TargetUnwritable: the system refuses to write there; an old file is as it was.
    """
    writer = _writer(Path(target))
    with replacing(Path(target)) as stream:
        writer(Report(results=results, issues=issues, lang=lang, topic_labels=topic_labels), stream)


def check_issue_target(target: Path) -> None:
    """Returns when `write_issues` would find nothing wrong with `target`: to be asked before the work is done.

    Raises:
        UnknownOutput: the ending names no output.
        TargetUnwritable: the system refuses to write there.
    """
    _writer(target)
    try_to_write(target)


def _writer(target: Path) -> Writer:
    for suffix, writer in ISSUE_OUTPUTS:
        if target.suffix.lower() == suffix:
            return writer
    raise UnknownOutput(target, formats=", ".join(suffix for suffix, _ in ISSUE_OUTPUTS))
