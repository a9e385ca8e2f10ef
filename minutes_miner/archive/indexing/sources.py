"""Which files the archive knows, and what became of each: the table `sources`.

A file that holds several documents (an archive of files, a mail with attachments, a `.jsonl`) has a row, and so has each of its members,
under `FILE/MEMBER` and without a size.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutes_miner.archive.contents import remove
from minutes_miner.archive.database import Database
from minutes_miner.corpus.word_forms import WordForms
from minutes_miner.records import Failure

_KNOWN = "path, document, size, modified, digest, state, attempts, model"
# What says nothing about what the file holds now.
PASSING = ("busy", "not_found", "unreadable")
_AFTER = chr(ord("/") + 1)
_BEGUN_MEMBERS = "path >= ? AND path < ? AND size IS NULL AND state = 'begun'"


@dataclass(frozen=True, slots=True)
class Source:
    """A row of the table, less what is said of a failure; `modified` in nanoseconds, `size` None of a member."""

    path: str
    document: int | None
    size: int | None
    modified: int | None
    digest: str | None
    state: str
    attempts: int
    model: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A file or member as it was found; without a digest it could not be opened."""

    path: str
    size: int | None = None
    modified: int | None = None
    digest: str | None = None


def all_sources(database: Database) -> Iterable[Source]:
    """Every row."""
    return (Source(*row) for row in database.each(f"SELECT {_KNOWN} FROM sources"))


def source_at(database: Database, path: str) -> Source | None:
    """The row of a path, if there is one."""
    found = database.rows(f"SELECT {_KNOWN} FROM sources WHERE path = ?", (path,))
    return Source(*found[0]) if found else None


def begin(database: Database, paths: Sequence[str]) -> None:
    """Notes that these files are about to be read, before anything can go wrong with them."""
    sql = (
        "INSERT INTO sources (path, state, attempts) VALUES (?, 'begun', 1) "
        "ON CONFLICT (path) DO UPDATE SET state = 'begun', attempts = sources.attempts + 1"
    )
    database.run_many(sql, [(path,) for path in paths])


def stored(database: Database, seen: Seen, document: int | None, *, model: str, forms: WordForms) -> None:
    """Notes that a file is in the archive, as this document or, without one, as its members; what it was before goes."""
    before = source_at(database, seen.path)
    _write(database, seen, document, "stored", model, 0)
    if before is not None and before.document not in (None, document):
        _remove_if_left_alone(database, before.document, forms)


def failed(database: Database, seen: Seen, failure: Failure, *, model: str, forms: WordForms) -> None:
    """Notes why a file is not in the archive; the document that it was stays when it may still be what the file holds."""
    before = source_at(database, seen.path)
    kept = before is not None and before.document is not None and (seen.digest == before.digest or failure.code in PASSING)
    document = before.document if before is not None and kept else None
    _write(database, seen, document, "failed", model, max(before.attempts if before else 0, 1), failure)
    if before is not None and before.document is not None and not kept:
        _remove_if_left_alone(database, before.document, forms)


def gone(database: Database, paths: Iterable[str]) -> None:
    """Notes that files are no more, with their members; their documents stay."""
    sql = "UPDATE sources SET state = 'gone' WHERE path = ? OR (path >= ? AND path < ? AND size IS NULL)"
    database.run_many(sql, [(path, f"{path}/", f"{path}{_AFTER}") for path in paths])


def members_of(database: Database, path: str) -> list[str]:
    """The members of a file that are known."""
    rows = database.rows("SELECT path FROM sources WHERE path >= ? AND path < ? AND size IS NULL", (f"{path}/", f"{path}{_AFTER}"))
    return [row[0] for row in rows]


def begun_members(database: Database, path: str) -> frozenset[str]:
    """The members of a file at which somebody was and never came to their end."""
    rows = database.rows(f"SELECT path FROM sources WHERE {_BEGUN_MEMBERS}", (f"{path}/", f"{path}{_AFTER}"))
    return frozenset(row[0] for row in rows)


def forget_begun_members(database: Database, path: str) -> None:
    """Takes back the notes of members that were begun, so that only those of whoever begins the file now are found."""
    database.run(f"UPDATE sources SET state = 'gone' WHERE {_BEGUN_MEMBERS}", (f"{path}/", f"{path}{_AFTER}"))


def forget_members(database: Database, paths: Iterable[str], forms: WordForms) -> None:
    """Takes members away that are no longer in their file, and the documents that only they were."""
    for path in paths:
        before = source_at(database, path)
        database.run("DELETE FROM sources WHERE path = ?", (path,))
        if before is not None:
            _remove_if_left_alone(database, before.document, forms)


def _write(
    database: Database, seen: Seen, document: int | None, state: str, model: str, attempts: int, failure: Failure | None = None
) -> None:
    told = (failure.code, failure.message, failure.english or None) if failure is not None else (None, None, None)
    columns = ("path", "document", "size", "modified", "digest", "state", "code", "message", "english", "attempts", "model")
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    database.run(
        f"INSERT INTO sources ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))}) ON CONFLICT (path) DO UPDATE SET {updates}",
        (seen.path, document, seen.size, seen.modified, seen.digest, state, *told, attempts, model),
    )


def _remove_if_left_alone(database: Database, document: int | None, forms: WordForms) -> None:
    """Takes a document away that no source names any more."""
    if document is None or database.rows("SELECT 1 FROM sources WHERE document = ? LIMIT 1", (document,)):
        return
    (id,) = database.rows("SELECT id FROM documents WHERE number = ?", (document,))[0]
    remove(database, id, forms)
