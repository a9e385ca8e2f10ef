"""`minutes-miner decide`: what a person knows better about who is who."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated, cast, get_args

import typer

from minutes_miner.archive.database import Database
from minutes_miner.cli.options import Archive, Model
from minutes_miner.cli.streams import print_result, say_aside
from minutes_miner.cli.texts import Lang, say
from minutes_miner.cli.usage import WrongUsage, count, one_of
from minutes_miner.corpus.people.decisions import Decision, Subject, Verdict

WHAT = ("same", "not-same", "rename", "wrong", "list", "undo")
NEEDED = {"same": 2, "not-same": 2, "rename": 2, "wrong": 1, "list": 0, "undo": 1}


def decide(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="WHAT", help="option.decision")],
    whom: Annotated[list[str] | None, typer.Argument(metavar="[WHO...]", help="option.whom")] = None,
    subject: Annotated[str | None, typer.Option("--kind", metavar="person|office|institution|holding", help="option.decision_kind")] = None,
    made_by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="option.decision_by")] = None,
    archive: Archive = None,
    model: Model = None,
) -> int:
    """Keeps the decision and joins everything anew, or lists or takes back decisions."""
    from minutes_miner.archive.address import open_database, usual_address

    lang: Lang = context.obj
    one_of("decide", what, WHAT)
    whom = whom or []
    if len(whom) != NEEDED[what]:
        raise WrongUsage("decision", f"decide {what}", needed=NEEDED[what], given=len(whom))
    database = open_database(archive or usual_address(), write=what != "list")
    try:
        if what == "list":
            _list(database)
        elif what == "undo":
            _undo(database, count("decide undo", whom[0]), model, lang)
        else:
            _keep(database, cast(Verdict, what), whom, subject, made_by, model, lang)
    finally:
        database.close()
    return 0


def _keep(
    database: Database, verdict: Verdict, whom: list[str], kind: str | None, made_by: str | None, model: str | None, lang: Lang
) -> None:
    from minutes_miner.archive.joined.decisions import keep
    from minutes_miner.archive.joined.people import join_people
    from minutes_miner.archive.joined.references import anchors, subject_of
    from minutes_miner.paths import model_folder

    subject = cast(Subject, one_of("--kind", kind, get_args(Subject))) if kind is not None else subject_of(whom[0]) or "person"
    if (subject == "holding" and verdict != "wrong") or (subject == "office" and verdict in ("same", "not-same")):
        raise WrongUsage("decision_kind", f"decide {verdict}", kind=subject)
    with database.transaction():
        first = anchors(database, whom[0], subject)
        second = anchors(database, whom[1], subject) if verdict in ("same", "not-same") else ()
        decision = Decision(subject=subject, verdict=verdict, first=first, second=second, value=whom[1] if verdict == "rename" else None)
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        number = keep(database, decision, made_at=made_at, made_by=made_by or _user())
        join_people(database, model_folder(model))
    say_aside(say("decide.kept", lang, number=number))


def _undo(database: Database, number: int, model: str | None, lang: Lang) -> None:
    from minutes_miner.archive.joined.decisions import undo
    from minutes_miner.archive.joined.people import join_people
    from minutes_miner.paths import model_folder

    with database.transaction():
        undo(database, number)
        join_people(database, model_folder(model))
    say_aside(say("decide.undone", lang, number=number))


def _list(database: Database) -> None:
    from minutes_miner.archive.joined.decisions import kept

    for one in kept(database):
        decision = one.decision
        sides = [
            " + ".join(dict.fromkeys(at.name or f"{at.document[:8]}:{at.start}" for at in side))
            for side in (decision.first, decision.second)
        ]
        told = [side for side in (*sides, decision.value) if side]
        print_result(f"{one.number}. {decision.verdict} {decision.subject}: {' | '.join(told)} ({one.made_at[:10]}, {one.made_by or '-'})")


def _user() -> str | None:
    """The name under which the person is logged in, where the system tells one."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return None
