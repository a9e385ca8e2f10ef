"""The command line before typer sees it: the language is taken out, wherever on the line it stands."""

from __future__ import annotations

import glob
from collections.abc import Mapping, Sequence

from minutes_miner.cli.texts import LANGUAGES, Lang
from minutes_miner.cli.usage import WrongUsage, one_of

OPTION = "--lang"
VARIABLE = "MINUTES_MINER_LANG"
DEFAULT: Lang = "id"


def take_language(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Lang, list[str]]:
    """The language to speak, and the arguments without the option that chose it.

    The last `--lang` wins over `MINUTES_MINER_LANG`, which wins over Indonesian. What follows `--` is left alone.

    Raises:
        WrongUsage: a language that is not spoken here, or `--lang` without one.

    >>> take_language(["mine", "--lang", "en", "rapat.txt"], {})
    ('en', ['mine', 'rapat.txt'])
    """
    lang = _language(VARIABLE, environment.get(VARIABLE) or DEFAULT)
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            return lang, [*rest, argument, *waiting]
        name, sign, value = argument.partition("=")
        if name != OPTION:
            rest.append(argument)
        elif sign:
            lang = _language(OPTION, value)
        else:
            lang = _language(OPTION, next(waiting, None))
    return lang, rest


def expand_wildcards(arguments: Sequence[str]) -> list[str]:
    """The arguments with `*.pdf` and the like replaced by the names that they match, for shells that leave this to the program.

    What matches nothing stays as it is, so that the error can name it.
    """
    expanded: list[str] = []
    for argument in arguments:
        expanded.extend(sorted(glob.glob(argument)) or [argument])
    return expanded


def _language(where: str, value: str | None) -> Lang:
    if value is None:
        raise WrongUsage("needs_value", "minutes-miner", option=where)
    return "id" if one_of(where, value, LANGUAGES) == "id" else "en"
