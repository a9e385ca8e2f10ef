"""`minutes-miner issues`: the needs that come back over all documents, given or archived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from minutes_miner.cli.batch import Result, batch_of, close, mine_all, topics_of
from minutes_miner.cli.days import first_day, last_day
from minutes_miner.cli.options import Archive, Jobs, Limit, Model, Ocr, Password, To
from minutes_miner.cli.streams import print_result, results, say_aside
from minutes_miner.cli.texts import Lang, say
from minutes_miner.cli.usage import WrongUsage, form_of, one_of
from minutes_miner.records import Analysis, Issue

if TYPE_CHECKING:
    from minutes_miner.corpus.issues.answered import State  # named in a cast
    from minutes_miner.corpus.issues.wanted import Wanted
    from minutes_miner.rulebook.topics import Topics

FORMATS = ("table", "jsonl")
STATES = ("open", "answered", "dormant")


def issues(
    context: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH...]", help="option.issues_paths")] = None,
    archive: Archive = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="option.issues_since")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="option.issues_until")] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="NAME", help="option.issues_region")] = None,
    forum: Annotated[str | None, typer.Option("--forum", metavar="NAME", help="option.issues_forum")] = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="KEY", help="option.issues_topic")] = None,
    state: Annotated[str | None, typer.Option("--state", metavar="|".join(STATES), help="option.issues_state")] = None,
    form: Annotated[str | None, typer.Option("--format", metavar="|".join(FORMATS), help="option.issues_format")] = None,
    to: To = None,
    model: Model = None,
    jobs: Jobs = "1",
    ocr: Ocr = "auto",
    password: Password = None,
    limit: Limit = None,
) -> int:
    """Groups the needs of the documents given, or shows those of the archive, and says with its exit code how it went."""
    if paths and archive:
        raise WrongUsage("issues_two_sources", "--archive")
    batch = batch_of(paths=paths or (), model=model, jobs=jobs, lang=context.obj, ocr=ocr, password=password, limits=limit or ())
    lang, target = batch.lang, Path(to) if to is not None else None
    form = form_of(form, FORMATS, target)
    days = first_day("--since", since), last_day("--until", until)
    chosen = one_of("--state", state, STATES) if state is not None else None
    if target is not None:
        from minutes_miner.outputs.issue_files import check_issue_target

        check_issue_target(target)
    topics = topics_of(batch)
    wanted = _wanted(*days, region, forum, _topic(topic, topics), chosen)
    if not paths:
        groups = _archived(archive, model, wanted)
        _show(groups, (), form, target, lang, topics.labels)
        if target is not None:
            count = say("closing.issues", lang, issues=len(groups), needs=sum(len(group.members) for group in groups))
            say_aside(f"{count} {say('closing.written', lang, target=target)}")
        return 0
    tally, found = mine_all(batch)
    groups = _grouped(found, topics, wanted, model) if tally.done else []
    if tally.done:
        _show(groups, found, form, target, lang, topics.labels)
    close(tally, lang, found=say("closing.issues", lang, issues=len(groups), needs=tally.needs), target=target)
    return tally.exit_code


def _topic(name: str | None, topics: Topics) -> str | None:
    """The key of the topic that is named by its key or its label."""
    if name is None:
        return None
    for key, label in topics.labels.items():
        if name.casefold() in (key, label.casefold()):
            return key
    raise WrongUsage("issues_topic", "--topic", value=name or "''", choices=", ".join(topics.labels))


def _wanted(since: str | None, until: str | None, region: str | None, forum: str | None, topic: str | None, state: str | None) -> Wanted:
    from minutes_miner.corpus.issues.wanted import Wanted

    return Wanted(since, until, region, forum, topic, cast("State | None", state))


def _archived(archive: str | None, model: str | None, wanted: Wanted) -> list[Issue]:
    from minutes_miner.archive.address import open_database, usual_address
    from minutes_miner.archive.joined.issues import read_issues
    from minutes_miner.paths import model_folder

    database = open_database(archive or usual_address())
    try:
        return read_issues(database, model_folder(model), wanted)
    finally:
        database.close()


def _grouped(found: Sequence[Result], topics: Topics, wanted: Wanted, model: str | None) -> list[Issue]:
    from minutes_miner.corpus.issues.finding import find_issues

    return find_issues([result for result in found if isinstance(result, Analysis)], topics, model, wanted)


def _show(groups: Sequence[Issue], found: Sequence[Result], form: str, target: Path | None, lang: Lang, labels: Mapping[str, str]) -> None:
    if target is not None:
        from minutes_miner.outputs.issue_files import write_issues

        write_issues(groups, target, results=found, lang=lang, topic_labels=labels)
    elif form == "jsonl":
        from minutes_miner.outputs.answers import issue_line

        for group in groups:
            print_result(issue_line(group))
    else:
        from minutes_miner.outputs.console import print_issues

        with results():
            print_issues(groups, lang)
