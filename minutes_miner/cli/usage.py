"""Wrong usage as one sentence in the user's language, whoever notices it: this package or typer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from typer import BadParameter

from minutes_miner.cli.texts import say
from minutes_miner.errors import UsageError

# The root of typer's usage errors has no public name of its own.
TyperUsageError: type[Any] = BadParameter.__mro__[1]


class WrongUsage(UsageError):
    """A command line that makes no sense; `key` names its sentence in `texts`."""

    def __init__(self, key: str, where: str, **facts: object) -> None:
        self.key = key
        super().__init__(where, **facts)

    def sentence(self, lang: str) -> str:
        """The error as one sentence in `lang`."""
        return say(f"usage.{self.key}", "id" if lang == "id" else "en", where=self.where, **self.facts)


def one_of(option: str, value: str, choices: tuple[str, ...]) -> str:
    """`value`, which must be one of `choices`.

    Raises:
        WrongUsage: it is another; the sentence names the option and the choices.
    """
    if value not in choices:
        raise WrongUsage("value", option, value=value or "''", choices=", ".join(choices))
    return value


def form_of(value: str | None, choices: tuple[str, ...], target: Path | None) -> str:
    """The form of the result: what `--format` says, else the first choice.

    Raises:
        WrongUsage: `--format` says something unknown, or something else than the ending of the file that the result goes to.
    """
    form = one_of("--format", choices[0] if value is None else value, choices)
    if value is not None and target is not None and target.suffix.lower() != f".{value}":
        raise WrongUsage("two_forms", "--format", value=value, target=target)
    return form


def count(option: str, value: str) -> int:
    """`value` as a whole number from 1 on.

    Raises:
        WrongUsage: it is none.
    """
    if not (value.isascii() and value.isdigit() and int(value) >= 1):
        raise WrongUsage("number", option, value=value or "''")
    return int(value)


def translated(error: Any, context: Any) -> WrongUsage:
    """typer's usage error, met while it parsed the line of `context`, as ours.

    Its classes are told apart by name, because typer has moved them between modules from one version to the next.
    """
    where = context.command_path
    kind = type(error).__name__
    if kind == "NoSuchOption":
        names = [option.opts[0] for option in _options(context)]
        return WrongUsage("option", where, option=error.option_name, choices=", ".join([*names, "--lang"]))
    if kind == "MissingParameter" and error.param is not None:
        return WrongUsage("missing", where, what=error.param.metavar)
    if kind == "BadOptionUsage":
        is_flag = any(error.option_name in option.opts and option.is_flag for option in _options(context))
        return WrongUsage("takes_no_value" if is_flag else "needs_value", where, option=error.option_name)
    return WrongUsage("other", where, message=error.format_message())


def _options(context: Any) -> list[Any]:
    return [param for param in context.command.get_params(context) if param.param_type_name == "option"]
