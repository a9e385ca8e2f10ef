"""What the archive asks of a database, whichever it is.

SQL is written once, in what SQLite and PostgreSQL both understand, with `?` for values. Where they differ (text search, checks) the
database itself has the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from minutes_miner.archive.search.query import Node

Row = tuple[Any, ...]
Kind = Literal["sqlite", "postgresql"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextIndexed:
    """A table whose column `text` is searched: `key` is its number column, `index` the name of its text index."""

    table: str
    key: str
    index: str


@dataclass(frozen=True, slots=True)
class Matching:
    """A query of a text index as SQL, to be used in a FROM clause, with its values.

    Its columns are `number`, the key of the row that matches, and, where it was asked for, `score`: the higher the better.
    """

    sql: str
    values: tuple[Any, ...]


class Database(Protocol):
    """An open database that holds an archive. One process and one thread use it."""

    @property
    def kind(self) -> Kind:
        """Which database it is."""
        ...

    @property
    def where(self) -> str:
        """Its path or address, as errors name it."""
        ...

    @property
    def is_new(self) -> bool:
        """Whether nothing has been written to it yet."""
        ...

    @property
    def version(self) -> int:
        """The version of the schema; an error if it holds something else."""
        ...

    def set_version(self, version: int) -> None:
        """Marks it as an archive with this schema."""
        ...

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        ...

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a query one after the other, for those that are too many to hold."""
        ...

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Has one statement carried out."""
        ...

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Has one statement carried out for each row of values."""
        ...

    def transaction(self, *documents: str) -> AbstractContextManager[None]:
        """Everything inside happens or nothing; the right to write is taken at the beginning, so that it cannot fail half-way.

        With ids of `documents` nothing is written but what belongs to them, so that a server may let others write others meanwhile.
        """
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read inside is of one moment."""
        ...

    def add_text(self, indexed: TextIndexed, rows: Sequence[tuple[int, str, str]]) -> None:
        """Puts (number, text, stems) of rows that stand in the table into its text index."""
        ...

    def remove_text(self, indexed: TextIndexed, rows: Sequence[tuple[int, str, str]]) -> None:
        """Takes rows out of the text index, given as they were put in."""
        ...

    def text_faults(self, indexed: TextIndexed, rows: Sequence[tuple[int, str, str]]) -> list[int]:
        """The numbers of those rows that their text index does not hold as they are given."""
        ...

    def strays(self, indexed: TextIndexed) -> int:
        """How many rows a text index holds that its table does not."""
        ...

    def matching(self, indexed: TextIndexed, query: Node, *, scored: bool) -> Matching:
        """The rows of a table whose text is as the query asks, with or without a score; without is quicker."""
        ...

    def vocabulary(self, indexed: TextIndexed, beginning: str) -> list[tuple[str, int]]:
        """The words of a text index that begin so, each with the number of rows that have it; empty where that cannot be told quickly."""
        ...

    def time_limit(self, seconds: float) -> AbstractContextManager[None]:
        """What is asked inside ends within some seconds, or raises SearchTooSlow."""
        ...

    def faults(self) -> list[str]:
        """What the database itself finds wrong with its files."""
        ...

    def size(self) -> int:
        """How many bytes it takes."""
        ...

    def wipe(self) -> None:
        """Makes what was deleted vanish from the files; not inside a transaction."""
        ...

    def close(self) -> None:
        """Ends the use of it."""
        ...
