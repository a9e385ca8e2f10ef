"""What a person writes to say whom or what is meant -> places in documents that decisions hold on to."""

from __future__ import annotations

from minutes_miner.archive.database import Database
from minutes_miner.archive.errors import NotInArchive
from minutes_miner.corpus.people.decisions import Anchor, Subject

TABLES: dict[Subject, str] = {"person": "people", "office": "offices", "institution": "institutions"}
LETTERS: dict[str, Subject] = {"p": "person", "o": "office", "i": "institution"}
SHORTEST = 4  # letters of an id of a document


def subject_of(reference: str) -> Subject | None:
    """What kind of thing an id names (`p:...` a person); None for a place."""
    return LETTERS.get(reference.partition(":")[0]) if "@" in reference else None


def anchors(database: Database, reference: str, subject: Subject) -> tuple[Anchor, ...]:
    """The places of everything that a reference means.

    Args:
        database: the archive.
        reference: an id (`p:sri-lestari@35.21`), which means all its mentions, or a place: the beginning of the id of a document or the
            path that it was read from, a colon, and an offset within the first mention there.
        subject: what kind of thing is meant.

    Raises:
        NotInArchive: nothing of that kind is there.
    """
    found = _of_entity(database, reference, subject) if subject_of(reference) == subject else _at_place(database, reference, subject)
    if not found:
        raise NotInArchive(reference, archive=database.where)
    return tuple(sorted(Anchor(document, start, name) for document, start, name in found))


def _of_entity(database: Database, id: str, subject: Subject) -> list[tuple[str, int, str]]:
    sql = f"SELECT d.id, t.start, t.name FROM {TABLES[subject]} t JOIN documents d ON d.number = t.document WHERE t.entity = ?"
    return [(document, start, name) for document, start, name in database.rows(sql, (id,))]


def _at_place(database: Database, reference: str, subject: Subject) -> list[tuple[str, int, str]]:
    where, _, offset = reference.rpartition(":")
    if not where or not offset.isdecimal():
        return []
    documents = database.rows("SELECT number, id FROM documents WHERE source = ?", (where,))
    if not documents and len(where) >= SHORTEST:
        documents = database.rows("SELECT number, id FROM documents WHERE substr(id, 1, ?) = ?", (len(where), where))
    if len(documents) != 1:
        return []
    number, id = documents[0]
    columns = "start, name" if subject in TABLES else "start, rule"
    table = TABLES.get(subject, "holders")
    rows = database.rows(
        f"SELECT {columns} FROM {table} WHERE document = ? AND start <= ? AND stop > ?", (number, int(offset), int(offset))
    )
    return [(id, start, name if subject in TABLES else "") for start, name in rows]
