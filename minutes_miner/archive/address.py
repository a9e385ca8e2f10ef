"""The address of an archive -> the open database: a path is a file, `postgresql://` a server."""

from __future__ import annotations

import os
from pathlib import Path

from minutes_miner.archive import schema
from minutes_miner.archive.database import Database
from minutes_miner.archive.errors import ArchiveTooNew, NotAnArchive
from minutes_miner.archive.sqlite import SqliteDatabase

VARIABLE = "MINUTES_MINER_ARCHIVE"
USUAL = "rakor.sqlite"


def usual_address() -> str:
    """The archive that is meant when none is named: that of the environment, else a file in the working folder."""
    return os.environ.get(VARIABLE) or USUAL


def open_database(address: str | Path, *, write: bool = False) -> Database:
    """The archive at `address`, its tables brought up to date when it is opened for writing, or made when there are none.

    Raises:
        ArchiveError: it cannot be used, and why.
    """
    database = SqliteDatabase(Path(address), write=write)
    try:
        _bring_up_to_date(database, write=write)
    except BaseException:
        database.close()
        raise
    return database


def _bring_up_to_date(database: SqliteDatabase, *, write: bool) -> None:
    if write and database.is_new:
        with database.transaction():
            if database.is_new:  # else another indexer was quicker
                _migrate(database, 0)
        return
    version = database.version
    if version > schema.VERSION:
        raise ArchiveTooNew(database.where, version=version, known=schema.VERSION)
    if version < schema.VERSION:
        if not write:
            raise NotAnArchive(database.where)
        with database.transaction():
            _migrate(database, database.version)


def _migrate(database: SqliteDatabase, version: int) -> None:
    for statement in schema.statements_from(version, database.kind):
        database.run(statement)
    database.set_version(schema.VERSION)
