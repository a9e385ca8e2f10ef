"""People, offices and institutions that are called as a question says -> hits, each at its newest mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from minutes_miner.answers import Hit, HitKind
from minutes_miner.archive import schema
from minutes_miner.archive.database import Database
from minutes_miner.archive.search.candidates import joined
from minutes_miner.archive.search.filters import Condition, conditions
from minutes_miner.archive.search.hits import hit_of, page_of_text, texts_of
from minutes_miner.archive.search.names import TABLE_OF, are_joined, like
from minutes_miner.archive.search.origins import origins
from minutes_miner.archive.search.question import Question
from minutes_miner.archive.search.search_words import SearchWords
from minutes_miner.archive.search.snippets import passage_around
from minutes_miner.archive.search.wanted import Wanted

MOST = 500
# From so many documents on, the newest mention is sooner found among the newest documents than among its mentions.
MANY = 1_000


@dataclass(frozen=True, slots=True)
class _Named:
    """A name with how it is found in `people`, `offices` or `institutions`: by the column `entity` or `name`."""

    kind: HitKind
    column: str
    value: str
    names: tuple[str, ...]
    documents: int


def entity_hits(database: Database, words: SearchWords, question: Question, kinds: Sequence[HitKind]) -> list[Hit]:
    """Hits of the entities of some kinds, without their rank: first those whose name is little more than the words asked for.

    The score is one and the share of the name that was asked for.
    """
    wanted = Wanted(question.query, words.forms) if question.query is not None else None
    named = [each for kind in kinds for each in _named(database, words, question, kind)]
    scored = sorted(((1 + _share(each, wanted), each) for each in named), key=lambda pair: (-pair[0], -pair[1].documents, pair[1].value))
    hits = (_hit(database, each, score) for score, each in scored[question.offset : question.wanted])
    return [hit for hit in hits if hit is not None]


def count_entities(database: Database, words: SearchWords, question: Question, kind: HitKind) -> int:
    """How many hits of one kind there are; more than MOST are not counted."""
    return len(_named(database, words, replace(question, limit=MOST, offset=0), kind))


def joined_kinds(database: Database) -> list[HitKind]:
    """The kinds of entities that have been joined over all documents."""
    return [kind for kind, table in TABLE_OF.items() if are_joined(database, table)]


def _named(database: Database, words: SearchWords, question: Question, kind: HitKind) -> list[_Named]:
    table = TABLE_OF[kind]
    narrowed = conditions(database, question.filters, words, "documents")
    if not are_joined(database, table):
        return _named_in_documents(database, question, kind, narrowed)
    link = f"EXISTS (SELECT 1 FROM {table} e JOIN documents d ON d.number = e.document WHERE e.entity = n.id AND {{}})"
    where, values = joined(narrowed)
    where = f" AND {link.format(where)}" if narrowed else ""
    columns = "n.id, n.text, n.documents"
    if question.query is None:
        sql = f"SELECT {columns} FROM entities n WHERE n.kind = ?{where} ORDER BY n.documents DESC, n.id LIMIT ?"
        found = database.rows(sql, (kind, *values, question.wanted))
    else:
        match = database.matching(schema.NAMES, question.query, scored=True)
        sql = f"SELECT {columns} FROM {match.sql} m CROSS JOIN entities n WHERE n.number = m.number AND n.kind = ?{where}"
        found = database.rows(f"{sql} ORDER BY m.score DESC, n.id LIMIT ?", (*match.values, kind, *values, MOST))
    return [_Named(kind, "entity", id, tuple(text.split("\n")), documents) for id, text, documents in found]


def _named_in_documents(database: Database, question: Question, kind: HitKind, narrowed: Sequence[Condition]) -> list[_Named]:
    conditions_, values = joined(narrowed)
    where: list[str] = [conditions_] if narrowed else []
    all_values: tuple[Any, ...] = values
    if question.query is not None:
        sql, more = like(question.query, "lower(e.name)")
        where.append(sql)
        all_values = (*values, *more)
    sql = (
        f"SELECT e.name, COUNT(DISTINCT e.document) FROM {TABLE_OF[kind]} e JOIN documents d ON d.number = e.document "
        f"{'WHERE ' + ' AND '.join(where) if where else ''} GROUP BY e.name ORDER BY 2 DESC, 1 LIMIT ?"
    )
    return [_Named(kind, "name", name, (name,), count) for name, count in database.rows(sql, (*all_values, MOST))]


def _share(each: _Named, wanted: Wanted | None) -> float:
    return max((wanted.share_of(name) for name in each.names), default=0.0) if wanted is not None else 0.0


def _hit(database: Database, each: _Named, score: float) -> Hit | None:
    table = TABLE_OF[each.kind]
    tables = f"documents d CROSS JOIN {table} e" if each.documents >= MANY else f"{table} e CROSS JOIN documents d"
    sql = (
        f"SELECT d.number, e.start, e.stop, e.page FROM {tables} WHERE e.document = d.number AND e.{each.column} = ? "
        "ORDER BY d.date DESC NULLS LAST, d.id, e.start LIMIT 1"
    )
    found = database.rows(sql, (each.value,))
    if not found:
        return None
    document, start, stop, page = found[0]
    origin, text = origins(database, [document])[document], texts_of(database, [document])[document]
    passage = passage_around(text, start, stop)
    return hit_of(origin, each.kind, score, text, passage, page=page if page is not None else page_of_text(database, origin, start))
