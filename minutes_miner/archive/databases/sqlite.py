"""An archive in one file: SQLite with a checksum on every page; the home of apsw.

SQLite comes with the wheel of apsw, because versions before 3.51.3 can damage a file whose log two processes reset at once. Most flipped
bits go by SQLite unseen. The `cksumvfs` extension of the same wheel keeps eight bytes of each page for a checksum and looks at it whenever
a page is read, so that no wrong byte becomes an answer. Other programs read the file as any other; what one of them writes to it has no
such checksum, and is refused here.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any, Literal
from urllib.parse import quote

import apsw
from apsw import sqlite_extra

from minutes_miner.archive.database import Matching, Row, TextIndexed
from minutes_miner.archive.databases import fts5
from minutes_miner.archive.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveFull,
    ArchiveMissing,
    ArchiveUnwritable,
    NotAnArchive,
    SearchTooSlow,
)
from minutes_miner.archive.search.query import Node

# "MnMr": by this number SQLite, and `file`, tell an archive from any other database.
APPLICATION_ID = 0x4D6E4D72
CHECKSUM_BYTES = 8
BUSY_SECONDS = 60
CHECKSUMS = "cksmvfs"
# Keys of `meta`: a random name of this archive, and the number of transactions that were written.
IDENTITY = "archive"
WRITES = "writes"
WORDS_OF_A_ROW = 20
_PLAIN_WORD = re.compile(r"(?<![^\W_])[A-Za-z0-9]{2,60}(?![^\W_])")
# Instructions of SQLite's machine; some ten thousand looks at the clock a second at most.
STEPS_BETWEEN_LOOKS = 20_000
# Words looked at to find one that is spelt alike.
MOST_WORDS = 50_000
_FOREIGN_LOG = {
    "id": "berkas -wal di sampingnya bukan milik keadaan arsip ini; pindahkan berkas -wal itu dulu",
    "en": "the -wal file beside it does not belong to this state of the archive; move that file away first",
}
_READ_ONLY_FOLDER = {
    "id": "foldernya hanya dapat dibaca, dan arsipnya belum ditutup dengan benar; salin arsip beserta berkas -wal ke folder lain",
    "en": "the folder is read-only, and the archive was not closed properly; copy it with its -wal file to another folder",
}
_SAFE = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",  # KiB; a page that leaves the cache has its checksum looked at again when it comes back
)
# FULL: an answer that a document is stored is given when it is on the disk. In a trial of cut power NORMAL lost 60 of 460 such documents.
# The log is written back every 64 MiB and not every 4, since the pages of a text index are written again and again.
_WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 16384", "PRAGMA analysis_limit = 1000")


class SqliteDatabase:
    """An archive file, open for reading or writing.

    Args:
        path: the file.
        write: whether it may be changed; it is made if it is not there.

    Raises:
        ArchiveMissing, NotAnArchive, ArchiveDamaged, ArchiveBusy, ArchiveFull, ArchiveUnwritable: it cannot be used, and why.
    """

    kind: Literal["sqlite"] = "sqlite"

    def __init__(self, path: Path, *, write: bool) -> None:
        self.where = os.fspath(path)
        self._path = path
        if not path.exists() and not write:
            raise ArchiveMissing(self.where)
        with self._told():
            self._look_at_log()
            self._connection = self._open_for_writing() if write else self._open_for_reading()
            for pragma in _SAFE:
                self._connection.execute(pragma)
            self._connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)

    @property
    def is_new(self) -> bool:
        """Whether nothing has been written to it yet."""
        return not self.rows("SELECT 1 FROM sqlite_schema LIMIT 1")

    @property
    def version(self) -> int:
        """The version of the schema.

        Raises:
            NotAnArchive: the file is a database of another program.
        """
        if self.rows("PRAGMA application_id")[0][0] != APPLICATION_ID:
            raise NotAnArchive(self.where)
        return int(self.rows("PRAGMA user_version")[0][0])

    def set_version(self, version: int) -> None:
        """Marks the file as an archive with this schema."""
        self.run(f"PRAGMA application_id = {APPLICATION_ID}")
        self.run(f"PRAGMA user_version = {version:d}")
        self.run_many(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING", [(IDENTITY, token_hex(16)), (WRITES, "0")]
        )

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        with self._told():
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a query one after the other."""
        with self._told():
            yield from self._connection.execute(sql, values)

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Has one statement carried out."""
        with self._told():
            self._connection.execute(sql, values)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Has one statement carried out for each row of values."""
        with self._told():
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self, *documents: str) -> Iterator[None]:
        """Everything inside happens or nothing; there is one writer at a time, whatever it writes."""
        self.run("BEGIN IMMEDIATE")
        try:
            if not self.is_new:
                self.run("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = ?", (WRITES,))
            yield
            self.run("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment."""
        self.run("BEGIN")
        try:
            yield
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def add_text(self, indexed: TextIndexed, rows: Sequence[tuple[int, str, str]]) -> None:
        """Puts rows into a text index."""
        self.run_many(f"INSERT INTO {indexed.index} (rowid, text, stems) VALUES (?, ?, ?)", rows)

    def remove_text(self, indexed: TextIndexed, rows: Sequence[tuple[int, str, str]]) -> None:
        """Takes rows out of a text index, which must be told what they were."""
        self.run_many(f"INSERT INTO {indexed.index} ({indexed.index}, rowid, text, stems) VALUES ('delete', ?, ?, ?)", rows)

    def text_faults(self, indexed: TextIndexed, rows: Sequence[tuple[int, str, str]]) -> list[int]:
        """The numbers of rows that are not found by their own words."""
        return [number for number, text, stems in rows if not self._is_found(indexed, number, text, stems)]

    def _is_found(self, indexed: TextIndexed, number: int, text: str, stems: str) -> bool:
        asked = [f'{column} : "{word}"' for column, words in (("text", text), ("stems", stems)) for word in _long_words(words)]
        if not asked:
            return bool(self.rows(f"SELECT 1 FROM {indexed.index}_docsize WHERE id = ?", (number,)))
        found = self.rows(f"SELECT 1 FROM {indexed.index} WHERE {indexed.index} MATCH ? AND rowid = ?", (" AND ".join(asked), number))
        return bool(found)

    def strays(self, indexed: TextIndexed) -> int:
        """How many rows a text index holds that its table does not."""
        own = f"SELECT {indexed.key} FROM {indexed.table}"
        return int(self.rows(f"SELECT count(*) FROM {indexed.index}_docsize WHERE id NOT IN ({own})")[0][0])

    def matching(self, indexed: TextIndexed, query: Node, *, scored: bool) -> Matching:
        """The rows that match, scored by BM25 (Robertson and Zaragoza 2009)."""
        index = indexed.index
        score = f", -bm25({index}, {fts5.WEIGHTS}) AS score" if scored else ""
        return Matching(f"(SELECT rowid AS number{score} FROM {index} WHERE {index} MATCH ?)", (fts5.expression(query),))

    def vocabulary(self, indexed: TextIndexed, beginning: str) -> list[tuple[str, int]]:
        """The words of a text index that begin so, as the index keeps them, each with the number of rows that have it."""
        name = f"words_of_{indexed.index}"
        self.run("PRAGMA query_only = OFF")  # it bars temporary tables too; the file itself is open for reading only
        self.run(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name} USING fts5vocab(main, {indexed.index}, col)")
        sql = f"SELECT term, doc FROM temp.{name} WHERE term >= ? AND term < ? AND col = 'text' LIMIT ?"
        return [(word, count) for word, count in self.rows(sql, (beginning, beginning + chr(0x10FFFF), MOST_WORDS))]

    @contextmanager
    def time_limit(self, seconds: float) -> Iterator[None]:
        """What is asked inside is stopped after some seconds."""
        end = time.monotonic() + seconds
        self._connection.set_progress_handler(lambda: time.monotonic() > end, STEPS_BETWEEN_LOOKS)
        try:
            yield
        except apsw.InterruptError:
            raise SearchTooSlow(self.where, seconds=f"{seconds:g}") from None
        finally:
            self._connection.set_progress_handler(None)

    def faults(self) -> list[str]:
        """What SQLite finds wrong with the file; reading everything on the way looks at every page's checksum."""
        try:
            found = [str(row[0]) for row in self._connection.execute("PRAGMA integrity_check")]
            lost = self._connection.execute("PRAGMA foreign_key_check").fetchall()
        except apsw.Error as error:
            return [str(error)]
        return [*(fault for fault in found if fault != "ok"), *(f"{table} {row}: not in {parent}" for table, row, parent, _ in lost)]

    def size(self) -> int:
        """The bytes of the file and of its log."""
        return sum(os.path.getsize(path) for path in (self.where, f"{self.where}-wal") if os.path.exists(path))

    def wipe(self) -> None:
        """Writes the file anew without what was deleted, and empties the log that still holds it."""
        with self._told():
            for (index,) in self.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%'"):
                self._connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
            self._connection.execute("VACUUM")
            busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()[0][0]
        if busy:  # somebody still reads from the log, which therefore still holds what was deleted
            raise ArchiveBusy(self.where)

    def close(self) -> None:
        """Closes the file; the last one that closes it leaves no log beside it."""
        self._connection.close()

    def _look_at_log(self) -> None:
        """Refuses a log that belongs to another archive, or to an earlier state of this one.

        SQLite plays any log that stands beside the file, and each page of it has a right checksum. Every transaction writes to the page of
        `meta`, so that a log always tells whose it is. While a log is written back, or after that was cut short by a kill, a full disk or a
        cut of power, the file alone may be shorter than it says or have half a page; with its log it is whole.
        """
        log = Path(f"{self.where}-wal")
        if not (self._path.exists() and self._path.stat().st_size and log.exists() and log.stat().st_size):
            return
        try:
            try:
                alone = self._marks(self._open_alone())
            except (apsw.CorruptError, apsw.IOError):
                return  # it had not been written back far enough to tell whose it is
            together = self._marks(apsw.Connection(self.where, flags=apsw.SQLITE_OPEN_READONLY, vfs=_checksums()))
        except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.BusyError):  # said better by whoever opens it in earnest
            return
        if alone is not None and (together is None or alone[0] != together[0] or alone[1] > together[1]):
            raise ArchiveDamaged(self.where, reason=_FOREIGN_LOG)

    def _marks(self, connection: apsw.Connection) -> tuple[str | None, int] | None:
        """The identity of the archive and how often it was written to; None of a file that holds nothing yet."""
        try:
            connection.set_busy_timeout(BUSY_SECONDS * 1000)
            connection.execute("PRAGMA writable_schema = ON")  # else a file that is shorter than it says cannot be read at all
            if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchall():
                return None
            known = {str(key): value for key, value in connection.execute("SELECT key, value FROM meta")}
            return known.get(IDENTITY), int(known.get(WRITES, 0))
        finally:
            connection.close()

    def _open_for_writing(self) -> apsw.Connection:
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        connection = apsw.Connection(self.where, flags=flags, vfs=_checksums())
        connection.set_busy_timeout(BUSY_SECONDS * 1000)
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()[0][0]:
            connection.reserve_bytes(reserve=CHECKSUM_BYTES)
        elif connection.execute("PRAGMA application_id").fetchall() != [(APPLICATION_ID,)]:
            raise NotAnArchive(self.where)  # before a pragma writes to what is not ours
        for pragma in _WRITING:
            connection.execute(pragma)
        return connection

    def _open_for_reading(self) -> apsw.Connection:
        try:
            connection = apsw.Connection(self.where, flags=apsw.SQLITE_OPEN_READONLY, vfs=_checksums())
            connection.set_busy_timeout(BUSY_SECONDS * 1000)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        except (apsw.CantOpenError, apsw.ReadOnlyError):
            return self._open_where_nothing_can_be_written()
        connection.execute("PRAGMA query_only = ON")
        return connection

    def _open_where_nothing_can_be_written(self) -> apsw.Connection:
        """As a file that nobody changes: readers of a log must be able to write beside it."""
        log = Path(f"{self.where}-wal")
        if log.exists() and log.stat().st_size:
            raise ArchiveUnwritable(self.where, reason=_READ_ONLY_FOLDER)
        return self._open_alone()

    def _open_alone(self) -> apsw.Connection:
        """The file without its log."""
        address = f"file:{quote(os.path.abspath(self.where))}?immutable=1"
        flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
        return apsw.Connection(address, flags=flags, vfs=_checksums())

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Errors of SQLite as ours, which say what to do."""
        try:
            yield
        except apsw.NotADBError:
            raise NotAnArchive(self.where) from None
        except (apsw.BusyError, apsw.LockedError):
            raise ArchiveBusy(self.where) from None
        except apsw.FullError:
            raise ArchiveFull(self.where) from None
        except apsw.CorruptError as error:
            raise ArchiveDamaged(self.where, reason=str(error)) from None
        except apsw.IOError as error:
            raise self._io_error(error) from None
        except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError) as error:
            raise ArchiveUnwritable(self.where, reason=str(error)) from None

    def _io_error(self, error: apsw.Error) -> ArchiveDamaged | ArchiveFull | ArchiveUnwritable:
        result = getattr(error, "extendedresult", 0)  # the type stubs do not know it
        if result in (apsw.SQLITE_IOERR_DATA, apsw.SQLITE_IOERR_SHORT_READ, apsw.SQLITE_IOERR_CORRUPTFS):
            return ArchiveDamaged(self.where, reason={"id": "jumlah periksa tidak cocok", "en": "a checksum is wrong"})
        if result == apsw.SQLITE_IOERR_WRITE:  # the quota of a file or a user
            return ArchiveFull(self.where)
        return ArchiveUnwritable(self.where, reason=str(error))


def _long_words(text: str) -> list[str]:
    """Some words of a text, of those that few others have."""
    return sorted(set(_PLAIN_WORD.findall(text)), key=lambda word: (-len(word), word))[:WORDS_OF_A_ROW]


def _checksums() -> str:
    """The name of the layer that looks after checksums, which is there for the whole process once it has been loaded."""
    if CHECKSUMS not in apsw.vfs_names():
        connection = apsw.Connection(":memory:")
        sqlite_extra.load(connection, "cksumvfs")
        connection.close()
    return CHECKSUMS
