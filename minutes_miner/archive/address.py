"""The address of an archive -> the open database: a path is a file, `postgresql://` a server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeGuard

from minutes_miner.archive import schema
from minutes_miner.archive.database import Database
from minutes_miner.archive.databases.sqlite import SqliteDatabase
from minutes_miner.archive.errors import ArchiveTooNew, DriverMissing, NotAnArchive

VARIABLE = "MINUTES_MINER_ARCHIVE"
USUAL = "rakor.sqlite"
SCHEMES = ("postgresql://", "postgres://")


def usual_address() -> str:
    """The archive that is meant when none is named: that of the environment, else a file in the working folder."""
    return os.environ.get(VARIABLE) or USUAL


def open_database(address: str | Path, *, write: bool = False) -> Database:
    """The archive at `address`, its tables brought up to date when it is opened for writing, or made when there are none.

    Raises:
        ArchiveError: it cannot be used, and why.
    """
    database = _server(address, write=write) if is_server(address) else SqliteDatabase(Path(address), write=write)
    try:
        _bring_up_to_date(database, write=write)
    except BaseException:
        database.close()
        raise
    return database


def is_server(address: str | Path) -> TypeGuard[str]:
    """Whether an address is one of a database server."""
    return isinstance(address, str) and address.startswith(SCHEMES)


def _server(address: str, *, write: bool) -> Database:
    try:
        from minutes_miner.archive.databases.postgres import PostgresDatabase  # the driver is an extra that few need
    except ModuleNotFoundError as error:
        raise DriverMissing("postgresql", package=error.name) from None
    return PostgresDatabase(address, write=write)


def _bring_up_to_date(database: Database, *, write: bool) -> None:
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


def _migrate(database: Database, version: int) -> None:
    for statement in schema.statements_from(version, database.kind):
        database.run(statement)
    database.set_version(schema.VERSION)
