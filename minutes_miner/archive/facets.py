"""How many hits a question has, and for documents how they fall into kinds, regions, topics and years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from minutes_miner.answers import Facets
from minutes_miner.archive.candidates import joined, matching_rows
from minutes_miner.archive.database import Database
from minutes_miner.archive.filters import Condition, conditions
from minutes_miner.archive.question import Question
from minutes_miner.archive.search_words import SearchWords

_A_STATEMENT = 500  # values
_Sql = tuple[str, tuple[Any, ...]]


def facets(database: Database, words: SearchWords, question: Question, seconds: float) -> Facets:
    """The counts of all documents that a question finds; copies of a document count once.

    Raises:
        ArchiveError: the archive is damaged, or counting takes longer than `seconds`.
    """
    with database.time_limit(seconds), database.snapshot():
        narrowed = conditions(database, question.filters, words, "documents", question.sought.item_kind, question.sought.document_kind)
        return _counted(database, question, narrowed)


def _counted(database: Database, question: Question, narrowed: Sequence[Condition]) -> Facets:
    rows = database.rows(
        f"SELECT d.copy_of, d.kind, d.region, SUBSTR(d.date, 1, 4), COUNT(*) {_documents(database, question, narrowed)[0]} GROUP BY 1, 2, 3, 4",
        _documents(database, question, narrowed)[1],
    )
    counted = [(row[1:4], row[4]) for row in rows if row[0] is None]
    counted += [(facts, 1) for facts in _alone(database, question, narrowed, [row for row in rows if row[0] is not None])]
    return Facets(
        total=sum(count for _, count in counted),
        kinds=_sums((facts[0], count) for facts, count in counted),
        regions=_sums((facts[1], count) for facts, count in counted),
        topics=_topics(database, question, narrowed),
        years=tuple(sorted(_sums((facts[2], count) for facts, count in counted), reverse=True)),
    )


def _documents(database: Database, question: Question, narrowed: Sequence[Condition]) -> _Sql:
    """FROM and WHERE of the documents that are found."""
    if question.query is not None:
        return matching_rows(database, question, "documents", narrowed or [Condition("1 = 1")], scored=False)
    where, values = joined(narrowed or [Condition("1 = 1")])
    return f"FROM documents d WHERE {where}", values


def _alone(database: Database, question: Question, narrowed: Sequence[Condition], copies: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The facts of copies whose original is not found itself, the first of each original."""
    first: dict[int, tuple[Any, ...]] = {}
    for original, *facts, _ in sorted(copies, key=lambda row: [str(value) for value in row]):
        first.setdefault(original, tuple(facts))
    tables, values = _documents(database, question, narrowed)
    originals = sorted(first)
    for at in range(0, len(originals), _A_STATEMENT):
        some = originals[at : at + _A_STATEMENT]
        found = database.rows(f"SELECT d.number {tables} AND d.number IN ({', '.join('?' * len(some))})", (*values, *some))
        for (number,) in found:
            del first[number]
    return list(first.values())


def _topics(database: Database, question: Question, narrowed: Sequence[Condition]) -> tuple[tuple[str, int], ...]:
    tables, values = _documents(database, question, narrowed)
    sql = (
        f"SELECT t.topic, COUNT(*) FROM (SELECT DISTINCT t.topic, t.document FROM (SELECT d.number {tables} AND d.copy_of IS NULL) f "
        "CROSS JOIN items t WHERE t.document = f.number AND t.topic IS NOT NULL) t GROUP BY 1"
    )
    return _sums(database.rows(sql, values))


def _sums(counts: Iterable[tuple[Any, ...]]) -> tuple[tuple[str, int], ...]:
    """Key and sum, the most first, without what has no key."""
    sums: Counter[str] = Counter()
    for key, count in counts:
        if key is not None:
            sums[key] += count
    return tuple(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))
