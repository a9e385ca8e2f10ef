"""`minutes-miner archive forget`: documents and all that came from them, taken out of the archive for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_miner.cli.options import Archive, Model
from minutes_miner.cli.streams import printable, say_aside
from minutes_miner.cli.texts import Lang, say
from minutes_miner.cli.usage import WrongUsage
from minutes_miner.paths import model_folder

if TYPE_CHECKING:
    from minutes_miner.archive.forgetting import Doomed

MOST_LINES = 20


def forget(
    context: typer.Context,
    targets: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="option.forget_target")],
    yes: Annotated[bool, typer.Option("--yes", help="option.yes")] = False,
    archive: Archive = None,
    model: Model = None,
) -> int:
    """Names what will go, asks unless that was answered before, and takes it away."""
    from minutes_miner.archive.address import open_database, usual_address
    from minutes_miner.archive.forgetting import doomed
    from minutes_miner.archive.forgetting import forget as take_away

    lang: Lang = context.obj
    folder = model_folder(model)
    address = archive or usual_address()
    open_database(address).close()  # to forget is no reason to make an archive
    database = open_database(address, write=True)
    try:
        found = doomed(database, targets)
        _name(found, lang)
        if not yes and not _confirmed(found, lang):
            say_aside(say("archive_forget.kept", lang))
            return 0
        take_away(database, found, folder)
        say_aside(say("archive_forget.done", lang, documents=len(found.documents), archive=printable(database.where)))
    finally:
        database.close()
    return 0


def _name(found: Doomed, lang: Lang) -> None:
    from minutes_miner.archive.indexing.file_names import named

    for name in (*found.documents, *map(named, found.paths))[:MOST_LINES]:
        say_aside(f"  {name}")
    more = len(found.documents) + len(found.paths) - MOST_LINES
    if more > 0:
        say_aside(f"  {say('archive_forget.more', lang, more=more)}")


def _confirmed(found: Doomed, lang: Lang) -> bool:
    """Whether the user says yes; without a terminal nobody can."""
    if not sys.stdin.isatty():
        raise WrongUsage("not_confirmed", "--yes")
    print(say("archive_forget.question", lang, documents=len(found.documents)), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "ya", "yes")
