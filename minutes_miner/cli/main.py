"""The console script `minutes-miner`: which commands there are, and how every error becomes one sentence and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from minutes_miner.cli import arguments, streams
from minutes_miner.cli.archive_check import check as archive_check
from minutes_miner.cli.archive_export import export
from minutes_miner.cli.archive_forget import forget
from minutes_miner.cli.archive_load import load
from minutes_miner.cli.archive_stats import stats
from minutes_miner.cli.decide import decide
from minutes_miner.cli.followup import followup
from minutes_miner.cli.grammar import Command, Group
from minutes_miner.cli.import_ import import_
from minutes_miner.cli.index import index
from minutes_miner.cli.issues import issues
from minutes_miner.cli.mine import mine
from minutes_miner.cli.model_check import check
from minutes_miner.cli.model_diff import diff
from minutes_miner.cli.model_explain import explain
from minutes_miner.cli.model_tidy import tidy
from minutes_miner.cli.people import people
from minutes_miner.cli.read import read
from minutes_miner.cli.search import search
from minutes_miner.cli.show import show
from minutes_miner.cli.texts import say
from minutes_miner.errors import MinutesMinerError

PROGRAM = "minutes-miner"
DEBUG = "MINUTES_MINER_DEBUG"

COMMANDS: tuple[Callable[..., int], ...] = (mine, read, show, index, issues, followup, import_, people, decide, search)
MODEL_COMMANDS: tuple[Callable[..., int], ...] = (check, explain, diff, tidy)
ARCHIVE_COMMANDS: tuple[Callable[..., int], ...] = (archive_check, stats, export, forget, load)


def main(argv: Sequence[str] | None = None) -> None:
    """Runs the command line and leaves the program with its exit code."""
    sys.exit(run(sys.argv[1:] if argv is None else argv))


def run(argv: Sequence[str]) -> int:
    """Runs the command line; whatever happens, the answer is an exit code of the table in `minutes_miner.errors`."""
    streams.prepare()
    lang = arguments.DEFAULT
    try:
        lang, rest = arguments.take_language(argv, os.environ)
        return _invoke(arguments.expand_wildcards(rest) if os.name == "nt" else rest, lang)
    except MinutesMinerError as error:
        streams.say_aside(error.sentence(lang))
        return error.exit_code
    except BrokenPipeError:  # whoever reads our results has enough of them, as in `| head`
        streams.silence(sys.stdout)
        return 0
    except KeyboardInterrupt:
        streams.say_aside(say("stopped", lang))
        return 130
    except Exception as error:  # the outermost frame: what nobody foresaw must not reach a clerk as a traceback
        if os.environ.get(DEBUG) == "1":
            traceback.print_exc()
        streams.say_aside(say("unexpected", lang, kind=type(error).__name__, text=error))
        return 1


def _invoke(argv: list[str], lang: str) -> int:
    # Not `app()`: typer's own runner prints errors in English and ends the program itself.
    command = typer.main.get_command(application())
    try:
        with command.make_context(PROGRAM, argv, obj=lang) as context:
            return command.invoke(context) or 0
    except typer.Exit as end:
        return end.exit_code


def application() -> typer.Typer:
    """All commands, put together."""
    app = _group(start, COMMANDS)
    app.add_typer(_group(help_alone, MODEL_COMMANDS), name="model")
    app.add_typer(_group(help_alone, ARCHIVE_COMMANDS), name="archive")
    return app


def _group(alone: Callable[..., None], commands: tuple[Callable[..., int], ...]) -> typer.Typer:
    group = typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False, invoke_without_command=True)
    group.callback()(alone)
    for command in commands:
        group.command(command.__name__.rstrip("_"), cls=Command)(command)
    return group


def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="option.version")] = False,
) -> None:
    """Answers `--version`, and shows the help to those who named no command."""
    if version:
        streams.print_result(f"{PROGRAM} {_version()}")
        raise typer.Exit
    help_alone(context)


def help_alone(context: typer.Context) -> None:
    """Shows the help of a group to those who named none of its commands."""
    if context.invoked_subcommand is None:
        streams.print_result(context.get_help())
        raise typer.Exit


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(PROGRAM)
    except PackageNotFoundError:
        return "(checkout)"


if __name__ == "__main__":
    main()
