"""How the command line is understood: as typer does it, but what is wrong is said by us."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup

from minutes_miner.cli.help import page
from minutes_miner.cli.usage import TyperUsageError, WrongUsage, translated


class Command(TyperCommand):
    """A command whose help comes from `texts` and that names the word it does not understand."""

    def get_help(self, ctx: Any) -> str:
        """The help page of this command."""
        return page(ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parses as typer does, but names the word that is too many."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except TyperUsageError as error:
            raise translated(error, ctx) from None
        if rest:
            raise WrongUsage("extra", ctx.command_path, value=rest[0])
        return rest


class Group(TyperGroup):
    """A group of commands whose help comes from `texts` and that answers an unknown command with the names of all."""

    def get_help(self, ctx: Any) -> str:
        """The help page of this group."""
        return page(ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parses as typer does."""
        try:
            return super().parse_args(ctx, args)
        except TyperUsageError as error:
            raise translated(error, ctx) from None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Finds the command as typer does."""
        if args and args[0] not in self.commands:
            raise WrongUsage("command", ctx.command_path, value=args[0], choices=", ".join(self.commands))
        return super().resolve_command(ctx, args)
