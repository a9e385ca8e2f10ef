"""What a column and a table are, and how a table is filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Literal, TypeVar

from minutes_miner.outputs.wording import Phrase

Cell = str | date | int | float | None
CellType = Literal["text", "date", "number", "percent", "choice"]
R = TypeVar("R", contravariant=True)


@dataclass(frozen=True)  # with slots, Python 3.11 cannot make `Column[Row](...)`
class Column(Generic[R]):
    """A column of the schema; `width` is in characters, `choices` are what a cell of type `choice` may say.

    `detail` columns tell where a row comes from: they are for checking and stay out of what is printed.
    """

    key: str
    heading: Phrase
    width: int
    type: CellType
    value: Callable[[R], Cell]
    choices: tuple[Phrase, ...] = ()
    detail: bool = False


@dataclass(frozen=True)
class Schema(Generic[R]):
    """A table of the schema."""

    key: str
    title: Phrase
    columns: tuple[Column[R], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column of a filled table, in the language of the table."""

    key: str
    text: str
    width: int
    type: CellType
    choices: tuple[str, ...]
    detail: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A filled table: a row has a cell for each heading, None where it is empty."""

    key: str
    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]


def filled(schema: Schema[R], rows: Iterable[R], lang: str) -> Table:
    """The table of some rows, with headings and choices in `lang`."""
    cells = tuple(tuple(_none_if_empty(column.value(row)) for column in schema.columns) for row in rows)
    headings = tuple(_heading(column, lang) for column in schema.columns)
    return Table(key=schema.key, title=schema.title.say(lang), headings=headings, rows=cells)


def _heading(column: Column[Any], lang: str) -> Heading:
    return Heading(
        key=column.key,
        text=column.heading.say(lang),
        width=column.width,
        type=column.type,
        choices=tuple(choice.say(lang) for choice in column.choices),
        detail=column.detail,
    )


def _none_if_empty(cell: Cell) -> Cell:
    return None if cell == "" else cell
