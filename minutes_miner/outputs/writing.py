"""Every output that can be written to a file, and the one way to write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from minutes_miner.errors import UnknownOutput
from minutes_miner.outputs import csv_file, docx_file, jsonl, xlsx
from minutes_miner.outputs.replacing import replacing, try_to_write
from minutes_miner.outputs.report import NO_LABELS, Report, Result
from minutes_miner.records import Issue

Writer = Callable[[Report, BinaryIO], None]

OUTPUTS: tuple[tuple[str, Writer], ...] = (
    (".xlsx", xlsx.write),
    (".csv", csv_file.write),
    (".jsonl", jsonl.write),
    (".docx", docx_file.write),
)


def write(
    results: Sequence[Result],
    target: str | Path,
    issues: Sequence[Issue] = (),
    lang: str = "id",
    topic_labels: Mapping[str, str] = NO_LABELS,
) -> None:
    """Writes the results of a run to `target`, in the form that its ending names, whole or not at all.

    Args:
        results: the documents in input order, failures in their place.
        target: the file; one that is there already is replaced.
        issues: the recurring issues over these documents.
        lang: the language of headings and values, `id` or `en`; `.jsonl` has none.
        topic_labels: the words for topic keys; a key without words is shown as it is.

    Raises:
        UnknownOutput: the ending names no output.
        TargetUnwritable: the system refuses to write there; an old file is as it was.
    """
    writer = _writer(Path(target))
    with replacing(Path(target)) as stream:
        writer(Report(results=results, issues=issues, lang=lang, topic_labels=topic_labels), stream)


def check_target(target: str | Path) -> None:
    """Returns when `write` would find nothing wrong with `target`: to be asked before the work is done.

    Raises:
        UnknownOutput: the ending names no output.
        TargetUnwritable: the system refuses to write there.
    """
    _writer(Path(target))
    try_to_write(Path(target))


def _writer(target: Path) -> Writer:
    for suffix, writer in OUTPUTS:
        if target.suffix.lower() == suffix:
            return writer
    raise UnknownOutput(target, formats=", ".join(suffix for suffix, _ in OUTPUTS))
