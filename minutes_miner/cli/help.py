"""The help pages, in the language of the user: typer's own are English and come with its own order of things."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from typing import Any

from typer.core import TyperGroup

from minutes_miner.cli.texts import Lang, say

Row = tuple[str, str]


def page(context: Any) -> str:
    """The help page of the command of `context`, wrapped to the width of the terminal."""
    lang: Lang = context.obj
    command = context.command
    key = ".".join(context.command_path.split()[1:]) or "app"
    width = min(shutil.get_terminal_size().columns, 100)
    parts = [_usage(context, lang), textwrap.fill(say(f"{key}.about", lang), width)]
    parts += _section("commands", list(_commands(command, key, lang)), lang, width)
    parts += _section("arguments", list(_arguments(command, lang)), lang, width)
    parts += _section("options", list(_options(command, lang)), lang, width)
    parts += _lines("examples", say(f"{key}.examples", lang), lang)
    if key == "app":
        parts += _lines("exit_codes", say("help.exit_codes", lang), lang)
    return "\n\n".join(parts)


def _usage(context: Any, lang: Lang) -> str:
    words = [context.command_path]
    if _subcommands(context.command):
        words.append(say("help.command", lang))
    words += [param.metavar for param in context.command.params if param.param_type_name == "argument"]
    return f"{say('help.usage', lang)}: {' '.join(words)} [{say('help.options', lang)}]"


def _subcommands(command: Any) -> list[str]:
    return list(command.commands) if isinstance(command, TyperGroup) else []


def _commands(command: Any, key: str, lang: Lang) -> Iterator[Row]:
    prefix = "" if key == "app" else f"{key}."
    for name in _subcommands(command):
        yield name, say(f"{prefix}{name}.brief", lang)


def _arguments(command: Any, lang: Lang) -> Iterator[Row]:
    for param in command.params:
        if param.param_type_name == "argument":
            yield param.metavar, say(param.help, lang)


def _options(command: Any, lang: Lang) -> Iterator[Row]:
    for param in command.params:
        if param.param_type_name == "option":
            yield f"{param.opts[0]} {param.metavar or ''}".rstrip(), say(param.help, lang)
    yield "--lang id|en", say("option.lang", lang)
    yield "--help", say("option.help", lang)


def _section(heading: str, rows: list[Row], lang: Lang, width: int) -> list[str]:
    if not rows:
        return []
    column = max(len(name) for name, _ in rows) + 4
    lines = [
        textwrap.fill(text, max(width, column + 20), initial_indent=f"  {name}".ljust(column), subsequent_indent=" " * column)
        for name, text in rows
    ]
    return ["\n".join([f"{say(f'help.{heading}_heading', lang)}:", *lines])]


def _lines(heading: str, text: str, lang: Lang) -> list[str]:
    if not text:
        return []
    return ["\n".join([f"{say(f'help.{heading}_heading', lang)}:", *(f"  {line}" for line in text.splitlines())])]
