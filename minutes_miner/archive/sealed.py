"""What people decided and changed: rows with a checksum each, as nothing can make them again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from minutes_miner.archive.database import Database
from minutes_miner.archive.packing import checksum

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "decisions": ("kind", "verdict", "first", "second", "value", "made_at", "made_by"),
    "changes": ("document", "kind", "start", "stop", "field", "value", "mined", "made_at", "origin"),
}


def add(database: Database, table: str, rows: Sequence[Sequence[Any]]) -> None:
    """Puts rows, in the order of `COLUMNS`, into a table, each with its checksum; inside a transaction."""
    columns = (*COLUMNS[table], "checksum")
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    database.run_many(sql, [(*row, checksum(*row)) for row in rows])


def broken(database: Database, table: str) -> list[int]:
    """The numbers of rows that are not as they were written."""
    rows = database.rows(f"SELECT number, checksum, {', '.join(COLUMNS[table])} FROM {table} ORDER BY number")
    return [number for number, kept, *values in rows if bytes(kept) != checksum(*values)]
