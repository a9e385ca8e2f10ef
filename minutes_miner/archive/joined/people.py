"""Who is who over all documents of an archive: joined after indexing, and asked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from minutes_miner.answers import KnownPerson, Place
from minutes_miner.archive import schema
from minutes_miner.archive.database import Database
from minutes_miner.archive.joined.decisions import kept
from minutes_miner.archive.joined.sightings import documents_seen
from minutes_miner.corpus.people.joining import who_is_who
from minutes_miner.corpus.people.standing_bodies import Entity
from minutes_miner.corpus.people.terms_of_office import Told, timelines
from minutes_miner.corpus.word_forms import WordForms, load_word_forms
from minutes_miner.rulebook.model import load_rulebook

Mark = tuple[str, str]
TABLES = {"people": "person", "offices": "office", "institutions": "institution"}
_ENTITY = ("id", "kind", "text", "names", "region", "institution", "single", "documents")


def join_people(database: Database, model: Path) -> None:
    """Joins people, posts and institutions over all documents, and gives each its id, the one that it had where it had one.

    Args:
        database: in a transaction.
        model: the model folder.
    """
    earlier = {table: _known(database, table) for table in TABLES}
    before = {mark: entity for marks in earlier.values() for mark, (_, entity, _) in marks.items() if entity is not None}
    found = who_is_who(documents_seen(database), load_rulebook(model), earlier=before, decisions=[one.decision for one in kept(database)])
    entities = {"people": found.people, "offices": found.offices, "institutions": found.institutions}
    for table, own in entities.items():
        now = {mark: entity.id for entity in own for mark in entity.marks}
        _mark(database, table, earlier[table], now, found.reasons if table == "people" else {})
    rows = {entity.id: _row(entity, TABLES[table]) for table, own in entities.items() for entity in own}
    _replace(database, rows, load_word_forms(model))


def _known(database: Database, table: str) -> dict[Mark, tuple[int, str | None, str | None]]:
    """(document, id there) -> the number of the row, and what it was joined to and by."""
    reason = "t.reason" if table == "people" else "NULL"
    sql = f"SELECT d.id, t.id, t.number, t.entity, {reason} FROM {table} t JOIN documents d ON d.number = t.document"
    return {(document, own): (number, entity, why) for document, own, number, entity, why in database.each(sql)}


def _mark(
    database: Database,
    table: str,
    earlier: Mapping[Mark, tuple[int, str | None, str | None]],
    now: Mapping[Mark, str],
    reasons: Mapping[Mark, str],
) -> None:
    changed = sorted(
        (number, now.get(mark), reasons.get(mark))
        for mark, (number, entity, reason) in earlier.items()
        if entity != now.get(mark) or reason != reasons.get(mark)
    )
    if table == "people":
        rows = [(entity, reason, number) for number, entity, reason in changed]
        database.run_many("UPDATE people SET entity = ?, reason = ? WHERE number = ?", rows)
    else:
        database.run_many(f"UPDATE {table} SET entity = ? WHERE number = ?", [(entity, number) for number, entity, _ in changed])


def _row(entity: Entity, kind: str) -> tuple[object, ...]:
    """A row of the table `entities`; its text is the name, and on further lines the other names."""
    names = json.dumps(entity.names, ensure_ascii=False)
    text = "\n".join(dict.fromkeys((entity.name, *entity.names)))
    documents = len({document for document, _ in entity.marks})
    return (entity.id, kind, text, names, entity.region, entity.institution, int(entity.single), documents)


def _replace(database: Database, rows: Mapping[str, tuple[object, ...]], forms: WordForms) -> None:
    """Make the table of entities hold these rows; those that are as they were stay."""
    stored = {row[1]: row for row in database.each(f"SELECT number, {', '.join(_ENTITY)} FROM entities")}
    old = [row for id, row in sorted(stored.items()) if rows.get(id) != row[1:]]
    text = 1 + _ENTITY.index("text")
    database.remove_text(schema.NAMES, [(row[0], row[text], forms.differing(row[text])) for row in old])
    database.run_many("DELETE FROM entities WHERE number = ?", [(row[0],) for row in old])
    kept_ids = stored.keys() - {row[1] for row in old}
    new = [row for id, row in sorted(rows.items()) if id not in kept_ids]
    database.run_many(f"INSERT INTO entities ({', '.join(_ENTITY)}) VALUES ({', '.join('?' * len(_ENTITY))})", new)
    numbers: dict[str, int] = dict(database.rows("SELECT id, number FROM entities")) if new else {}
    words = [(numbers[str(row[0])], str(row[text - 1])) for row in new]
    database.add_text(schema.NAMES, [(number, word, forms.differing(word)) for number, word in words])


def known_people(database: Database) -> list[KnownPerson]:
    """Everyone in the archive with the posts held, in the order of their ids; copies of a document count once."""
    offices = list(_entities(database, "office"))
    return timelines(_entities(database, "person"), offices, _told(database))


def _entities(database: Database, kind: str) -> Iterator[Entity]:
    sql = "SELECT id, text, names, region, single, institution FROM entities WHERE kind = ? ORDER BY id"
    for id, text, names, region, single, institution in database.each(sql, (kind,)):
        name = text.partition("\n")[0]
        yield Entity(id, name, tuple(json.loads(names)), region, (), bool(single), institution)


def _told(database: Database) -> Iterator[Told]:
    sql = (
        "SELECT p.entity, o.entity, h.acting, d.date, d.id, d.source, h.start, h.stop, h.page FROM holders h "
        "JOIN documents d ON d.number = h.document AND d.copy_of IS NULL "
        "JOIN people p ON p.document = h.document AND p.id = h.person "
        "JOIN offices o ON o.document = h.document AND o.id = h.office "
        "WHERE p.entity IS NOT NULL AND o.entity IS NOT NULL ORDER BY d.id, h.number"
    )
    wrong = {(at.document, at.start) for one in kept(database) if one.decision.subject == "holding" for at in one.decision.first}
    for person, office, acting, date, document, source, start, stop, page in database.each(sql):
        if (document, start) not in wrong:
            place = Place(document=document, source=source, start=start, end=stop, page=page)
            yield Told(person, office, bool(acting), date, place)
