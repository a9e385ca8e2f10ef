"""`minutes-miner issues`: the needs that come back over all documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from minutes_miner.cli.batch import Result, batch_of, close, mine_all, recurring, topics_of
from minutes_miner.cli.issue_lines import line
from minutes_miner.cli.options import Jobs, Limit, Model, Ocr, Password, Paths, To
from minutes_miner.cli.streams import print_result, results
from minutes_miner.cli.texts import Lang, say
from minutes_miner.cli.usage import form_of
from minutes_miner.errors import UnknownOutput
from minutes_miner.records import Issue

FORMATS = ("table", "jsonl")
WORKBOOK, LINES = ".xlsx", ".jsonl"


def issues(
    context: typer.Context,
    paths: Paths,
    to: To = None,
    form: Annotated[str | None, typer.Option("--format", metavar="|".join(FORMATS), help="option.issues_format")] = None,
    model: Model = None,
    jobs: Jobs = "1",
    ocr: Ocr = "auto",
    password: Password = None,
    limit: Limit = None,
) -> int:
    """Mines the documents, groups their needs and says with its exit code how it went."""
    batch = batch_of(paths=paths, model=model, jobs=jobs, lang=context.obj, ocr=ocr, password=password, limits=limit or ())
    target = Path(to) if to is not None else None
    form = form_of(form, FORMATS, target)
    if target is not None:
        _check(target)
    topics = topics_of(batch)
    tally, found = mine_all(batch)
    groups = recurring(found, topics, batch) if tally.done else []
    if tally.done and target is None:
        _print(groups, form, batch.lang)
    elif tally.done and target is not None:
        _write(found, groups, target, batch.lang, topics.labels)
    close(tally, batch.lang, found=say("closing.issues", batch.lang, issues=len(groups), needs=tally.needs), target=target)
    return tally.exit_code


def _print(groups: Sequence[Issue], form: str, lang: Lang) -> None:
    if form == "jsonl":
        for group in groups:
            print_result(line(group))
        return
    from minutes_miner.outputs.console import print_issues

    with results():
        print_issues(groups, lang)


def _check(target: Path) -> None:
    from minutes_miner.outputs.writing import check_target

    if target.suffix.lower() not in (WORKBOOK, LINES):
        raise UnknownOutput(target, formats=f"{WORKBOOK}, {LINES}")
    check_target(target)


def _write(found: Sequence[Result], groups: Sequence[Issue], target: Path, lang: Lang, labels: Mapping[str, str]) -> None:
    if target.suffix.lower() == WORKBOOK:
        from minutes_miner.outputs.writing import write

        write(found, target, groups, lang, labels)
        return
    from minutes_miner.outputs.replacing import replacing

    with replacing(target) as stream:
        stream.writelines(f"{line(group)}\n".encode() for group in groups)
