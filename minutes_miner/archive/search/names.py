"""People, offices and institutions by name -> conditions in SQL.

Where they have been joined over all documents (table `entities`) the text index of all their spellings is asked; before that, the names in
the single documents.
"""

from __future__ import annotations

from typing import Any

from minutes_miner.answers import HitKind
from minutes_miner.archive import schema
from minutes_miner.archive.database import Database
from minutes_miner.archive.search.query import AllOf, AnyOf, Node, Phrase, Without, Word

Sql = tuple[str, tuple[Any, ...]]
TABLE_OF: dict[HitKind, str] = {"person": "people", "office": "offices", "institution": "institutions"}
KIND_OF = {table: kind for kind, table in TABLE_OF.items()}
# The columns of a row that name who speaks or acts, by the id that the person, office or institution has in its document.
_NAMING = {"items": ("i", ("speaker_entity", "actor_entity")), "statements": ("s", ("speaker",))}


def documents_naming(database: Database, table: str, query: Node, of: str = "documents") -> Sql:
    """That a document names somebody or something of this name."""
    sql, values = _rows(database, table, query)
    return f"d.number IN (SELECT e.document FROM {table} e WHERE {sql})", values


def named(database: Database, table: str, query: Node, of: str) -> Sql:
    """That an item's actor or speaker, or a statement's speaker, has this name, or is or holds an office of this name or institution."""
    row, columns = _NAMING[of]
    ids = ", ".join(f"{row}.{column}" for column in columns)
    held = f"SELECT h.office FROM holders h WHERE h.document = {row}.document AND h.person IN ({ids})"
    sql, values = _rows(database, table, query)
    those = f"e.id IN ({ids})" if table == "people" else f"(e.id IN ({ids}) OR e.id IN ({held}))"
    own = f"EXISTS (SELECT 1 FROM {table} e WHERE e.document = {row}.document AND {those} AND {sql})"
    if table != "institutions":
        return own, values
    of_office = (
        f"EXISTS (SELECT 1 FROM offices o JOIN {table} e ON e.document = o.document AND e.id = o.institution "
        f"WHERE o.document = {row}.document AND (o.id IN ({ids}) OR o.id IN ({held})) AND {sql})"
    )
    return f"({own} OR {of_office})", values * 2


def are_joined(database: Database, table: str) -> bool:
    """Whether the rows of this table have been joined over all documents."""
    return bool(database.rows("SELECT 1 FROM entities WHERE kind = ? LIMIT 1", (KIND_OF[table],)))


def _rows(database: Database, table: str, query: Node) -> Sql:
    if not are_joined(database, table):
        return like(query, "lower(e.name)")
    match = database.matching(schema.NAMES, query, scored=False)
    sql = f"e.entity IN (SELECT n.id FROM {match.sql} m JOIN entities n ON n.number = m.number WHERE n.kind = ?)"
    return sql, (*match.values, KIND_OF[table])


def like(query: Node, column: str) -> Sql:
    """That a column holds the words of a query somewhere."""
    match query:
        case Word(written, stem):
            return f"({column} LIKE ? OR {column} LIKE ?)", (f"%{written}%", f"%{stem}%")
        case Phrase(words, _):
            return f"{column} LIKE ?", (f"%{' '.join(words)}%",)
        case Without(wanted, _):
            return like(wanted, column)
        case AllOf(parts) | AnyOf(parts):
            found = [like(part, column) for part in parts]
            sign = " AND " if isinstance(query, AllOf) else " OR "
            return f"({sign.join(sql for sql, _ in found)})", tuple(value for _, values in found for value in values)
