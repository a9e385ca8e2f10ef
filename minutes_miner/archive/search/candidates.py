"""The rows that come first for a question: by score where words are asked for, else the newest.

Copies of a document count as one. Rows are put in order by what they hold, never by the order in which they were stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from minutes_miner.answers import HitKind
from minutes_miner.archive import schema
from minutes_miner.archive.database import Database, TextIndexed
from minutes_miner.archive.search.filters import Condition, Table, conditions
from minutes_miner.archive.search.question import Question
from minutes_miner.archive.search.search_words import SearchWords

_A_STATEMENT = 500  # values
# What many documents have is found among the newest few; for what few have, an index leads to them.
WINDOWS = (300, None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row with its place; `document` is the number of its document, `original` that of the document which it is a copy of, or its own."""

    number: int
    score: float
    document: int
    original: int
    id: str
    start: int | None = None
    stop: int | None = None
    page: int | None = None
    text: str | None = None

    @property
    def shared(self) -> tuple[int, str | None]:
        """What it has in common with its copies in other documents."""
        return self.original, self.text

    @property
    def order(self) -> tuple[float, bool, str, int, int]:
        """Best first; of equals the original, then by content."""
        return -self.score, self.document != self.original, self.id, self.start or 0, self.stop or 0


@dataclass(frozen=True, slots=True)
class _Rows:
    """A table as it is asked: its text index, and how it stands in SQL."""

    indexed: TextIndexed
    alias: str
    document: str  # the column with its document's number
    columns: str
    order: str


RECORDS: dict[HitKind, Table] = {"item": "items", "statement": "statements"}
_ROWS: dict[Table, _Rows] = {
    "documents": _Rows(schema.TEXTS, "d", "d.number", "NULL, NULL, NULL, NULL", ""),
    "items": _Rows(schema.ITEMS, "i", "i.document", "i.start, i.stop, i.page, i.text", ", i.start, i.stop"),
    "statements": _Rows(schema.STATEMENTS, "s", "s.document", "s.start, s.stop, s.page, s.text", ", s.start, s.stop"),
}


def candidates(database: Database, words: SearchWords, question: Question, table: Table) -> list[Candidate]:
    """As many as the question needs, best or newest first."""
    sought = question.sought
    narrowed = conditions(database, question.filters, words, table, sought.item_kind, sought.document_kind)
    fetched = 2 * question.wanted + 20
    while True:
        scores = _scores(database, question, table, narrowed, fetched)
        found = _without_copies(_facts(database, table, scores), by_score=question.query is not None)
        complete = len(scores) < fetched
        # Beyond the last row there may be more of its score, and one of them may come first by its content.
        settled = len(found) >= question.wanted and (question.query is None or found[question.wanted - 1].score > scores[-1][1])
        if complete or settled or fetched > 100 * question.wanted + 10_000:
            return found[: question.wanted]
        fetched *= 4


def joined(narrowed: Sequence[Condition]) -> tuple[str, tuple[Any, ...]]:
    """Conditions as one, with their values."""
    return " AND ".join(condition.sql for condition in narrowed), tuple(value for condition in narrowed for value in condition.values)


def found_rows(
    database: Database, question: Question, table: Table, narrowed: Sequence[Condition], *, scored: bool = False
) -> tuple[str, tuple[Any, ...]]:
    """FROM and WHERE of all that a question finds, with their values; `d` is the document, `m` has the score.

    CROSS JOIN is a hint to SQLite: the text index first, as asking it anew for each row of another table would take minutes.
    """
    rows = _ROWS[table]
    where, values = joined([Condition("1 = 1"), *narrowed])
    if question.query is None:
        tables = "documents d" if table == "documents" else f"{table} {rows.alias} JOIN documents d ON d.number = {rows.document}"
        return f"FROM {tables} WHERE {where}", values
    match = database.matching(rows.indexed, question.query, scored=scored)
    if table == "documents":
        return f"FROM {match.sql} m CROSS JOIN documents d WHERE d.number = m.number AND {where}", (*match.values, *values)
    tables = f"FROM {match.sql} m CROSS JOIN {table} {rows.alias} CROSS JOIN documents d"
    return f"{tables} WHERE {rows.alias}.number = m.number AND d.number = {rows.document} AND {where}", (*match.values, *values)


def _scores(database: Database, question: Question, table: Table, narrowed: Sequence[Condition], count: int) -> list[tuple[int, float]]:
    if question.query is None:
        return [(number, 0.0) for (number,) in _newest(database, question, table, narrowed, count)]
    if narrowed:
        rows, values = found_rows(database, question, table, narrowed, scored=True)
    else:  # without a look at the rows themselves, of which there may be a hundred thousand
        match = database.matching(_ROWS[table].indexed, question.query, scored=True)
        rows, values = f"FROM {match.sql} m", match.values
    return [(row[0], row[1]) for row in database.rows(f"SELECT m.number, m.score {rows} ORDER BY m.score DESC LIMIT ?", (*values, count))]


def _newest(database: Database, question: Question, table: Table, narrowed: Sequence[Condition], count: int) -> list[tuple[int]]:
    """The newest rows: looked for among the newest documents, then among more of them, at last among all."""
    found: list[tuple[int]] = []
    for window in WINDOWS:
        found = _newest_of(database, question, table, narrowed, count, window)
        if len(found) == count:
            break
    return found


def _newest_of(
    database: Database, question: Question, table: Table, narrowed: Sequence[Condition], count: int, window: int | None
) -> list[tuple[int]]:
    rows, order = _ROWS[table], "d.date DESC NULLS LAST, d.id"
    documents, days = "documents d", tuple[Any, ...]()
    if window is not None:
        since, until = question.filters.since, question.filters.until
        bounds = [Condition("d.date >= ?", (since,))] if since is not None else []
        bounds += [Condition("d.date <= ?", (until,))] if until is not None else []
        among, days = joined([Condition("1 = 1"), *bounds])
        documents, days = f"(SELECT d.* FROM documents d WHERE {among} ORDER BY {order} LIMIT ?) d", (*days, window)
    where, values = joined([Condition("1 = 1" if table == "documents" else f"{rows.document} = d.number"), *narrowed])
    # CROSS JOIN and the comma mean the same and are hints to SQLite: the few documents first, or as it thinks best.
    join = " CROSS JOIN" if window is not None else ","
    tables = documents if table == "documents" else f"{documents}{join} {table} {rows.alias}"
    sql = f"SELECT {rows.alias}.number FROM {tables} WHERE {where} ORDER BY {order}{rows.order} LIMIT ?"
    return [(row[0],) for row in database.rows(sql, (*days, *values, count))]


def _facts(database: Database, table: Table, scores: Sequence[tuple[int, float]]) -> list[Candidate]:
    rows = _ROWS[table]
    tables = "documents d" if table == "documents" else f"{table} {rows.alias} JOIN documents d ON d.number = {rows.document}"
    known: dict[int, tuple[Any, ...]] = {}
    for at in range(0, len(scores), _A_STATEMENT):
        numbers = [number for number, _ in scores[at : at + _A_STATEMENT]]
        sql = (
            f"SELECT {rows.alias}.number, d.number, COALESCE(d.copy_of, d.number), d.id, {rows.columns} FROM {tables} "
            f"WHERE {rows.alias}.number IN ({', '.join('?' * len(numbers))})"
        )
        known |= {row[0]: row[1:] for row in database.rows(sql, numbers)}
    return [Candidate(number, score, *known[number]) for number, score in scores]


def _without_copies(found: list[Candidate], *, by_score: bool) -> list[Candidate]:
    """Rows without those that another document with the same content has shown before; one document may say a thing twice."""
    shown_by: dict[tuple[int, str | None], int] = {}
    ordered = sorted(found, key=lambda each: each.order) if by_score else found
    return [each for each in ordered if shown_by.setdefault(each.shared, each.document) == each.document]
