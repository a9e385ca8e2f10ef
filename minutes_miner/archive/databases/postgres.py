"""An archive on a PostgreSQL server, where many write and read at once; the home of psycopg.

Who writes one document shares the archive with all others who do, and has this document for himself; who writes anything else has the whole
archive for himself. These are advisory locks, taken when a transaction begins and in one order, so that nobody waits in a circle. Readers
wait for nobody. A process that is killed takes its transaction with it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import count
from typing import Any, Literal

import psycopg
from psycopg import sql as names
from psycopg.adapt import Buffer, Loader
from psycopg.conninfo import make_conninfo
from psycopg.pq import TransactionStatus

from minutes_miner.archive import schema
from minutes_miner.archive.database import Matching, Row, TextIndexed
from minutes_miner.archive.databases import postgres_errors, tsquery
from minutes_miner.archive.databases.postgres_address import connection_words, without_password
from minutes_miner.archive.databases.vectors import vectors, words_of
from minutes_miner.archive.errors import ArchiveError, ArchiveMissing, ArchiveRefused, NotAnArchive
from minutes_miner.archive.search.query import Node

APPLICATION = "minutes_miner"
LOCK = 0x4D6E4D72
LOCK_SECONDS = 60
CONNECT_SECONDS = 20
AT_ONCE = 200
ROWS_OF_VOCABULARY = 2_000
_FOREIGN_ENCODING = {"id": "basis datanya memakai {encoding}, bukan UTF8", "en": "its encoding is {encoding}, not UTF8"}
_NO_SCHEMA = {"id": "skema basis datanya tidak ada", "en": "its schema is not there"}
_TOKEN = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[?%]")


class PostgresDatabase:
    """An archive in a database of a server, open for reading or writing.

    Args:
        address: `postgresql://user:password@host:port/database`, as libpq takes it.
        write: whether it may be changed; its tables are made if there are none.

    Raises:
        ArchiveMissing, NotAnArchive, ArchiveRefused, ArchiveBusy, ArchiveDamaged, ArchiveFull: it cannot be used, and why.
    """

    kind: Literal["postgresql"] = "postgresql"

    def __init__(self, address: str, *, write: bool) -> None:
        self.where = without_password(address)
        self._secret: str | None = None
        self._seconds: float | None = None
        self._cursors = count(1)
        words = connection_words(address)
        self._secret = words.get("password")
        words = {"connect_timeout": CONNECT_SECONDS, "application_name": APPLICATION, **words, "client_encoding": "UTF8"}
        with self._told():
            self._connection = psycopg.connect(make_conninfo("", **words), autocommit=True)
        self._connection.adapters.register_loader("numeric", _Number)
        try:
            self._settle(write)
        except BaseException:
            self._connection.close()
            raise

    def _settle(self, write: bool) -> None:
        (encoding,) = self.rows("SHOW server_encoding")[0]
        if encoding != "UTF8":
            raise ArchiveRefused(self.where, reason={lang: text.format(encoding=encoding) for lang, text in _FOREIGN_ENCODING.items()})
        self._place = self._schema()
        self.run(f"SET lock_timeout = '{LOCK_SECONDS}s'")
        self.run("SET synchronous_commit = on")
        if not write:
            self.run("SET default_transaction_read_only = on")
            if self.is_new:
                raise ArchiveMissing(self.where)

    def _schema(self) -> int:
        """The number of the schema that the tables are in: each can hold an archive of its own."""
        found = self.rows("SELECT oid::bigint FROM pg_namespace WHERE nspname = current_schema()")
        if not found:
            raise ArchiveRefused(self.where, reason=_NO_SCHEMA)
        return int(found[0][0]) & 0x7FFFFFFF

    @property
    def is_new(self) -> bool:
        """Whether it has none of our tables yet.

        Raises:
            NotAnArchive: tables of another program stand where ours would.
        """
        found = self._tables()
        if found.isdisjoint(schema.TABLES):
            return True
        if "meta" not in found:
            raise NotAnArchive(self.where)
        return False

    def _tables(self) -> set[str]:
        return {name for (name,) in self.rows("SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()")}

    @property
    def version(self) -> int:
        """The version of the schema.

        Raises:
            NotAnArchive: the tables are those of another program.
        """
        columns = {name for (name,) in self.rows("SELECT attname::text FROM pg_attribute WHERE attrelid = 'meta'::regclass AND attnum > 0")}
        known: dict[str, str] = dict(self.rows("SELECT key, value FROM meta")) if columns == {"key", "value"} else {}
        if known.get("application") != APPLICATION:
            raise NotAnArchive(self.where)
        return int(known["schema"])

    def set_version(self, version: int) -> None:
        """Marks the database as an archive with this schema."""
        for key, value in (("application", APPLICATION), ("schema", str(version))):
            self.run("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value))

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        with self._told():
            return self._connection.execute(in_psycopg(sql), values).fetchall()

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a query one after the other; the server keeps those that were not asked for yet."""
        alone = self._connection.info.transaction_status == TransactionStatus.IDLE
        with self._told(), self._connection.cursor(f"each_{next(self._cursors)}", withhold=alone) as cursor:
            cursor.itersize = AT_ONCE
            cursor.execute(in_psycopg(sql), values)
            yield from cursor

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Has one statement carried out."""
        with self._told():
            self._connection.execute(in_psycopg(sql), values)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Has one statement carried out for each row of values."""
        with self._told(), self._connection.cursor() as cursor:
            cursor.executemany(in_psycopg(sql), rows)

    @contextmanager
    def transaction(self, *documents: str) -> Iterator[None]:
        """Everything inside happens or nothing."""
        with self._block("BEGIN"):
            self.run(f"SELECT pg_advisory_xact_lock{'_shared' if documents else ''}(?, {self._place})", (LOCK,))
            for key in sorted({zlib.crc32(document.encode()) for document in documents}):
                self.run("SELECT pg_advisory_xact_lock(?::bigint)", (self._place << 32 | key,))
            yield
            self.run("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment."""
        with self._block("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"):
            yield

    @contextmanager
    def _block(self, begin: str) -> Iterator[None]:
        self.run(begin)
        try:
            yield
        finally:
            if self._connection.info.transaction_status in (TransactionStatus.INTRANS, TransactionStatus.INERROR):
                self._connection.execute("ROLLBACK")

    def add_text(self, indexed: TextIndexed, rows: Sequence[tuple[int, str, str]]) -> None:
        """Puts the vectors of rows into a text index."""
        parts = [(number, part, vector) for number, text, stems in rows for part, vector in vectors(text, stems)]
        self.run_many(f"INSERT INTO {indexed.index} (number, part, search) VALUES (?, ?, ?::tsvector)", parts)

    def remove_text(self, indexed: TextIndexed, rows: Sequence[tuple[int, str, str]]) -> None:
        """Takes the vectors of rows out of a text index."""
        self.run(f"DELETE FROM {indexed.index} WHERE number = ANY(?)", ([number for number, _, _ in rows],))

    def matching(self, indexed: TextIndexed, query: Node, *, scored: bool) -> Matching:
        """The rows that match, scored by the server's own `ts_rank`."""
        return tsquery.matching(indexed.index, query, scored=scored)

    def vocabulary(self, indexed: TextIndexed, beginning: str) -> list[tuple[str, int]]:
        """Words that begin so and the rows that have them, among some rows: to look through all of them would take too long."""
        vectors = f"SELECT search FROM {indexed.index} LIMIT {ROWS_OF_VOCABULARY}"
        begun = "".join(words_of(beginning))
        return self.rows("SELECT word, ndoc FROM ts_stat(?, 'a') WHERE starts_with(word, ?)", (vectors, begun)) if begun else []

    @contextmanager
    def time_limit(self, seconds: float) -> Iterator[None]:
        """What is asked inside is stopped when a part of it takes longer than some seconds."""
        self._seconds = seconds
        self.run(f"SET statement_timeout = {int(seconds * 1000)}")
        try:
            yield
        finally:
            self._seconds = None
            if self._connection.info.transaction_status == TransactionStatus.IDLE:
                self.run("SET statement_timeout = 0")

    def text_faults(self, indexed: TextIndexed, rows: Sequence[tuple[int, str, str]]) -> list[int]:
        """The numbers of those rows that the text index does not hold as they are."""
        numbers = [number for number, _, _ in rows]
        kept = self.rows(f"SELECT number, part, search::text FROM {indexed.index} WHERE number = ANY(?) ORDER BY number, part", (numbers,))
        made = [(number, part, vector) for number, text, stems in rows for part, vector in vectors(text, stems)]
        wanted = self.rows(
            "SELECT vector::tsvector::text FROM unnest(?::text[]) WITH ORDINALITY AS v (vector, at) ORDER BY at",
            ([vector for _, _, vector in made],),
        )
        expected = {(number, part, text) for (number, part, _), (text,) in zip(made, wanted, strict=True)}
        return sorted({number for number, _, _ in expected ^ set(kept)})

    def strays(self, indexed: TextIndexed) -> int:
        """How many rows a text index holds that its table does not: none, as a key of the table says so."""
        own = f"SELECT 1 FROM {indexed.table} t WHERE t.{indexed.key} = i.number"
        return int(self.rows(f"SELECT count(DISTINCT number) FROM {indexed.index} i WHERE NOT EXISTS ({own})")[0][0])

    def faults(self) -> list[str]:
        """What the server finds wrong: checksums of pages that were wrong, and what its extension amcheck says if it is installed."""
        failures = self.rows("SELECT coalesce(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()")[0][0]
        found = [f"checksum failures of pages: {failures}"] if failures else []
        found += self._lost_references()
        if not self.rows("SELECT 1 FROM pg_extension WHERE extname = 'amcheck'"):
            return found
        ours = "n.oid = c.relnamespace AND n.nspname = current_schema()"
        tables = f"SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON {ours} WHERE c.relkind = 'r' ORDER BY 1"
        trees = (
            f"SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON {ours} JOIN pg_am a ON a.oid = c.relam "
            "WHERE c.relkind = 'i' AND a.amname = 'btree' ORDER BY 1"
        )
        for (table,) in self.rows(tables):
            found += self._faults_of("SELECT msg FROM verify_heapam(?::regclass)", table)
        for (tree,) in self.rows(trees):
            found += self._faults_of("SELECT NULL FROM bt_index_check(?::regclass, true)", tree)
        return found

    def _lost_references(self) -> list[str]:
        """Rows that point at nothing: every key is looked up once more, as an index that is out of order lets them come about."""
        keys = self.rows(
            "SELECT c.conrelid::regclass::text, a.attname::text, c.confrelid::regclass::text, f.attname::text FROM pg_constraint c "
            "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] "
            "JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1] "
            "WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace ORDER BY 1, 2"
        )
        found = []
        for table, column, parent, key in keys:
            lost = f"SELECT 1 FROM {parent} p WHERE p.{key} = t.{column}"
            count = self.rows(f"SELECT count(*) FROM {table} t WHERE t.{column} IS NOT NULL AND NOT EXISTS ({lost})")[0][0]
            found += [f"{table}.{column}: {count} not in {parent}"] if count else []
        return found

    def size(self) -> int:
        """The bytes of the whole database."""
        return int(self.rows("SELECT pg_database_size(current_database())")[0][0])

    def _faults_of(self, sql: str, relation: str) -> list[str]:
        try:
            return [f"{relation}: {message}" for (message,) in self.rows(sql, (relation,)) if message]
        except ArchiveError as error:
            return [f"{relation}: {error.facts.get('reason', error)}"]

    def wipe(self) -> None:
        """Writes the tables anew without what was deleted; the log of the server and its backups are the server's own."""
        ours = {*schema.TABLES, *(indexed.index for indexed in schema.INDEXED)}
        for table in sorted(ours & self._tables()):
            with self._told():
                self._connection.execute(names.SQL("VACUUM (FULL, ANALYZE) {}").format(names.Identifier(table)))

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Errors of the server as ours, which say what to do."""
        try:
            yield
        except psycopg.Error as error:
            told = postgres_errors.told(error, self.where, self._secret, self._seconds)
            if told is None:
                raise
            raise told from None


class _Number(Loader):
    """Sums of whole numbers as whole numbers, as SQLite gives them."""

    def load(self, data: Buffer) -> int | float:
        """The number that the server writes."""
        written = bytes(data).decode()
        return int(written) if written.lstrip("-").isdigit() else float(written)


@lru_cache(maxsize=1000)
def in_psycopg(sql: str) -> bytes:
    """A statement with `?` for values as psycopg takes it: what stands between quotes stays as it is.

    >>> in_psycopg("SELECT '?', 7 % ? AS \\"?\\"")
    b'SELECT \\'?\\', 7 %% %s AS "?"'
    """
    return _TOKEN.sub(_placed, sql).encode()


def _placed(token: re.Match[str]) -> str:
    found = token[0]
    return "%s" if found == "?" else found.replace("%", "%%")
