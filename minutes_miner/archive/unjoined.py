"""Whether documents came or went since they were last joined, noted in the archive so that a run that is killed leaves nothing unjoined."""

from __future__ import annotations

from pathlib import Path

from minutes_miner.archive.database import Database

_KEY = "unjoined"


def note_news(database: Database) -> None:
    """Notes, inside a transaction of the caller, that documents are about to come or go."""
    database.run("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING", (_KEY, "1"))


def join_news(database: Database, model: Path) -> None:
    """Finds anew what documents have in common, where there is news; see `minutes_miner.archive.joining.join`."""
    if not database.rows("SELECT 1 FROM meta WHERE key = ?", (_KEY,)):
        return
    from minutes_miner.archive.joining import join  # scikit-learn takes longer to load than a run over unchanged files

    join(database, model)
    with database.transaction():
        database.run("DELETE FROM meta WHERE key = ?", (_KEY,))
