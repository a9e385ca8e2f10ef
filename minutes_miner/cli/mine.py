"""`minutes-miner mine`: documents in, follow-up items out, on the screen or in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from minutes_miner.cli.batch import Batch, Result, Tally, batch_of, close, mine_all, mine_each, recurring, topics_of
from minutes_miner.cli.options import Jobs, Limit, Model, Ocr, Password, Paths, To
from minutes_miner.cli.streams import print_result, results
from minutes_miner.cli.texts import say
from minutes_miner.cli.usage import form_of
from minutes_miner.records import Analysis

FORMATS = ("table", "jsonl", "csv")


def mine(
    context: typer.Context,
    paths: Paths,
    to: To = None,
    form: Annotated[str | None, typer.Option("--format", metavar="|".join(FORMATS), help="option.mine_format")] = None,
    model: Model = None,
    jobs: Jobs = "1",
    ocr: Ocr = "auto",
    password: Password = None,
    limit: Limit = None,
) -> int:
    """Mines the documents and says with its exit code how it went."""
    batch = batch_of(paths=paths, model=model, jobs=jobs, lang=context.obj, ocr=ocr, password=password, limits=limit or ())
    target = Path(to) if to is not None else None
    form = form_of(form, FORMATS, target)
    if target is not None:
        tally = _write(batch, target)
    elif form == "jsonl":
        tally = _print_lines(batch)
    elif form == "csv":
        tally = _print_csv(batch)
    else:
        tally = _print_table(batch)
    close(tally, batch.lang, found=say("closing.items", batch.lang, items=tally.items, needs=tally.needs), target=target)
    return tally.exit_code


def _print_lines(batch: Batch) -> Tally:
    """Prints a document as soon as it and those before it are done."""
    from minutes_miner.outputs import jsonl

    def take(result: Result) -> None:
        print_result(jsonl.line(result))

    return mine_each(batch, take, beside_results=True)


def _print_csv(batch: Batch) -> Tally:
    from minutes_miner.outputs import csv_file
    from minutes_miner.outputs.report import Report

    labels = topics_of(batch).labels
    tally, found = mine_all(batch)
    with results() as out:
        out.write(csv_file.text(Report(results=found, lang=batch.lang, topic_labels=labels)))
    return tally


def _print_table(batch: Batch) -> Tally:
    from minutes_miner.outputs.console import print_items

    labels = topics_of(batch).labels
    tally, found = mine_all(batch)
    analyses = [result for result in found if isinstance(result, Analysis)]  # of the failures standard error has told
    if analyses:
        with results():
            print_items(analyses, batch.lang, labels)
    return tally


def _write(batch: Batch, target: Path) -> Tally:
    """Writes the file, with the recurring issues where there are several documents; nothing when no document could be read."""
    from minutes_miner.outputs.writing import check_target, write

    check_target(target)
    topics = topics_of(batch)
    tally, found = mine_all(batch)
    if tally.done:
        issues = recurring(found, topics, batch) if tally.done > 1 else []
        write(found, target, issues, batch.lang, topics.labels)
    return tally
