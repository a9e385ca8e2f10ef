"""What an archive holds, counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from minutes_miner.archive.database import Database

Counts = Mapping[str, int]

_TABLES = ("statements", "people", "offices", "institutions", "entities", "issues", "followups", "decisions", "changes")
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts; what a document does not tell is counted under `?`. `bytes` is the size on the disk, `models` what it was mined with."""

    documents: int
    copies: int
    characters: int
    bytes: int
    kinds: Counts
    years: Counts
    regions: Counts
    items: Counts
    records: Counts
    sources: Counts
    failures: Counts
    models: Counts


def statistics(database: Database) -> Statistics:
    """The counts, all of one moment."""
    with database.snapshot():
        documents, copies, characters = database.rows("SELECT count(*), count(copy_of), coalesce(sum(characters), 0) FROM documents")[0]
        return Statistics(
            documents=documents,
            copies=copies,
            characters=characters,
            bytes=database.size(),
            kinds=_counted(database, "kind", "documents"),
            years=_by_name(_counted(database, "substr(date, 1, 4)", "documents")),
            regions=_counted(database, "region", "documents"),
            items=_counted(database, "kind", "items"),
            records={table: database.rows(f"SELECT count(*) FROM {table}")[0][0] for table in _TABLES},
            sources=_counted(database, "state", "sources"),
            failures=_counted(database, "code", "sources WHERE state = 'failed'"),
            models=_counted(database, "model", "documents"),
        )


def _counted(database: Database, value: str, table: str) -> Counts:
    """Value -> how often, the most frequent first."""
    rows = database.rows(f"SELECT {value}, count(*) FROM {table} GROUP BY 1")
    named = [(_UNKNOWN if name is None else str(name), count) for name, count in rows]
    return dict(sorted(named, key=lambda row: (-row[1], row[0])))


def _by_name(counts: Counts) -> Counts:
    return dict(sorted(counts.items()))
