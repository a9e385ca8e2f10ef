"""`minutes-miner followup`: what became of what was agreed, over the meetings of each forum."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_miner.cli.batch import batch_of, mine_all
from minutes_miner.cli.days import last_day
from minutes_miner.cli.options import Archive, Jobs, Limit, Model, Ocr, Password, To
from minutes_miner.cli.streams import print_result, results, say_aside
from minutes_miner.cli.texts import say
from minutes_miner.cli.usage import form_of, one_of

if TYPE_CHECKING:
    from minutes_miner.answers import MatrixRow
    from minutes_miner.corpus.followups.matrix import Changes, Series

FORMATS = ("table", "jsonl")
STATES = ("done", "late", "open", "recurs", "dropped")


def followup(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH...]", help="option.followup_path")] = None,
    archive: Archive = None,
    forum: Annotated[str | None, typer.Option("--forum", metavar="NAME", help="option.forum")] = None,
    state: Annotated[str | None, typer.Option("--state", metavar="|".join(STATES), help="option.followup_state")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="option.as_of")] = None,
    to: To = None,
    form: Annotated[str | None, typer.Option("--format", metavar="|".join(FORMATS), help="option.followup_format")] = None,
    model: Model = None,
    jobs: Jobs = "1",
    ocr: Ocr = "auto",
    password: Password = None,
    limit: Limit = None,
) -> int:
    """Prints or writes the running matrix; with paths the documents are mined on the spot, without them the archive is asked."""
    target = Path(to) if to is not None else None
    form = form_of(form, FORMATS, target)
    if state is not None:
        one_of("--state", state, STATES)
    day = last_day("--as-of", as_of)
    code = 0
    changes: Changes = {}
    if target is not None:
        from minutes_miner.outputs.followup_files import check_target

        check_target(target)
    if paths:
        batch = batch_of(paths=paths, model=model, jobs=jobs, lang=context.obj, ocr=ocr, password=password, limits=limit or ())
        tally, found = mine_all(batch)
        code = tally.exit_code
        from minutes_miner.library import find_series

        series = _asked(find_series(found, model=model), forum, model)
    else:
        series, changes = _stored(archive, forum, model)
    if day is not None:
        from minutes_miner.corpus.followups.matrix import until

        series = [until(each, day) for each in series if each.days and each.days[0] <= day]
    if form == "jsonl":
        _print_lines(series, state, changes)
    else:
        rows = _rows(series, state, day, changes)
        if target is None:
            from minutes_miner.outputs.console import print_followups

            with results():
                print_followups(rows, context.obj)
        else:
            from minutes_miner.outputs.followup_files import write

            write(rows, target, context.obj)
            say_aside(say("closing.written", context.obj, target=target))
    return code


def _asked(series: Sequence[Series], forum: str | None, model: str | None) -> list[Series]:
    from minutes_miner.corpus.followups.forums import load_forum_names
    from minutes_miner.paths import model_folder

    reader = load_forum_names(model_folder(model))
    return [each for each in series if forum is None or reader.matches(forum, each.forum)]


def _stored(archive: str | None, forum: str | None, model: str | None) -> tuple[list[Series], Changes]:
    """The series of the archive, and what clerks changed."""
    from minutes_miner.archive.address import open_database, usual_address
    from minutes_miner.archive.joined.changes import kept_changes
    from minutes_miner.archive.joined.followups import read_series
    from minutes_miner.paths import model_folder

    database = open_database(archive or usual_address())
    try:
        with database.snapshot():
            changes = {(at.document, at.kind, at.start, at.stop): own for at, own in kept_changes(database).items()}
            return read_series(database, model_folder(model), forum), changes
    finally:
        database.close()


def _rows(series: Sequence[Series], state: str | None, day: str | None, changes: Changes) -> list[MatrixRow]:
    from minutes_miner.corpus.followups.matrix import changed, running

    return [changed(row, changes) for each in series for row in running(each, day or each.days[-1]) if state in (None, row.state)]


def _print_lines(series: Sequence[Series], state: str | None, changes: Changes) -> None:
    from minutes_miner.corpus.followups.matrix import answer
    from minutes_miner.outputs.answers import follow_up_line

    for each in series:
        for link in each.links:
            if state in (None, link.state):
                print_result(follow_up_line(answer(link, changes)))
