"""An error on its way from the child process to its parent."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.errors import InputError, error_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An `InputError`, in words from which it can be raised again."""

    code: str
    where: str
    facts: dict[str, str | int | float | dict[str, str]]

    def error(self) -> InputError:
        """The error, to be raised."""
        return error_of(self.code, self.where, self.facts)


def refusal_of(error: InputError) -> Refusal:
    """The words of an error."""
    facts = {name: fact if isinstance(fact, str | int | float | dict) else str(fact) for name, fact in error.facts.items()}
    return Refusal(code=error.code, where=error.where, facts=facts)
