"""All documents of an archive, one after the other by their id: the same documents give the same lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutes_miner.archive.contents import load
from minutes_miner.archive.database import Database
from minutes_miner.records import Analysis

Progress = Callable[[int, int, str], None]


def count(database: Database) -> int:
    """How many documents there are."""
    return int(database.rows("SELECT count(*) FROM documents")[0][0])


def documents(database: Database, progress: Progress | None = None) -> Iterator[Analysis]:
    """Every analysis as it was stored, all of one moment.

    Args:
        database: open, in no transaction.
        progress: told how many of how many are done, and the id of the last.

    Raises:
        ArchiveDamaged: one is not as it was stored.
    """
    with database.snapshot():
        ids = [id for (id,) in database.rows("SELECT id FROM documents ORDER BY id")]
        for done, id in enumerate(ids, start=1):
            yield load(database, id)
            if progress is not None:
                progress(done, len(ids), id)
