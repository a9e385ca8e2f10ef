"""How many hits a question has, and how they fall into kinds, regions, topics and years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from minutes_miner.answers import Facets
from minutes_miner.archive.database import Database
from minutes_miner.archive.search.candidates import RECORDS, found_rows
from minutes_miner.archive.search.entity_hits import count_entities
from minutes_miner.archive.search.filters import FIRST_SAID, Condition, Table, conditions
from minutes_miner.archive.search.kinds import ENTITIES
from minutes_miner.archive.search.question import Question
from minutes_miner.archive.search.search_words import SearchWords

_A_STATEMENT = 500  # values
_COUNTED = {"items": "i.kind, d.region, i.topic", "statements": "NULL, d.region, NULL"}


def facets(database: Database, words: SearchWords, question: Question, seconds: float) -> Facets:
    """The counts of all that a question finds; copies of a document count once.

    Raises:
        ArchiveError: the archive is damaged, or counting takes longer than `seconds`.
    """
    kind = question.sought.hits
    with database.time_limit(seconds), database.snapshot():
        if kind is not None and kind in ENTITIES:
            return Facets(total=count_entities(database, words, question, kind))
        table = RECORDS.get(kind, "documents") if kind is not None else "documents"
        narrowed = conditions(database, question.filters, words, table, question.sought.item_kind, question.sought.document_kind)
        return _of_documents(database, question, narrowed) if table == "documents" else _of_records(database, question, table, narrowed)


def _of_records(database: Database, question: Question, table: Table, narrowed: Sequence[Condition]) -> Facets:
    """The counts of items or statements; what a copy says word for word like its original is left out."""
    once = Condition(FIRST_SAID.format(table=table, row=table[0]))
    rows, values = found_rows(database, question, table, [*narrowed, once])
    counted = database.rows(f"SELECT {_COUNTED[table]}, SUBSTR(d.date, 1, 4), COUNT(*) {rows} GROUP BY 1, 2, 3, 4", values)
    kinds, regions, topics, years = (_sums((row[place], row[4]) for row in counted) for place in range(4))
    return Facets(total=sum(row[4] for row in counted), kinds=kinds, regions=regions, topics=topics, years=_latest_first(years))


def _of_documents(database: Database, question: Question, narrowed: Sequence[Condition]) -> Facets:
    rows, values = found_rows(database, question, "documents", narrowed)
    counted = database.rows(f"SELECT d.kind, d.region, SUBSTR(d.date, 1, 4), d.copy_of, COUNT(*) {rows} GROUP BY 1, 2, 3, 4", values)
    once = [row for row in counted if row[3] is None]
    once += _whose_original_is_not_found(database, question, narrowed, [row for row in counted if row[3] is not None])
    kinds, regions, years = (_sums((row[place], row[4]) for row in once) for place in range(3))
    topics = _topics(database, question, narrowed)
    return Facets(total=sum(row[4] for row in once), kinds=kinds, regions=regions, topics=topics, years=_latest_first(years))


def _whose_original_is_not_found(
    database: Database, question: Question, narrowed: Sequence[Condition], copies: Sequence[tuple[Any, ...]]
) -> list[tuple[Any, ...]]:
    """One of the copies of each original that the question does not find itself."""
    first: dict[int, tuple[Any, ...]] = {}
    for kind, region, year, original, _ in sorted(copies, key=lambda row: [str(value) for value in row]):
        first.setdefault(original, (kind, region, year, original, 1))
    originals = sorted(first)
    for at in range(0, len(originals), _A_STATEMENT):
        some = originals[at : at + _A_STATEMENT]
        among = Condition(f"d.number IN ({', '.join('?' * len(some))})", tuple(some))
        rows, values = found_rows(database, question, "documents", [*narrowed, among])
        for (number,) in database.rows(f"SELECT d.number {rows}", values):
            del first[number]
    return list(first.values())


def _topics(database: Database, question: Question, narrowed: Sequence[Condition]) -> tuple[tuple[str, int], ...]:
    """In how many documents each topic comes up."""
    rows, values = found_rows(database, question, "documents", [*narrowed, Condition("d.copy_of IS NULL")])
    pairs = f"SELECT DISTINCT t.topic, f.number FROM (SELECT d.number {rows}) f CROSS JOIN items t WHERE t.document = f.number"
    return _sums(database.rows(f"SELECT p.topic, COUNT(*) FROM ({pairs}) p GROUP BY 1", values))


def _sums(counts: Iterable[tuple[Any, ...]]) -> tuple[tuple[str, int], ...]:
    """Key and sum, the most first, without what has no key."""
    sums: Counter[str] = Counter()
    for key, count in counts:
        if key is not None:
            sums[key] += count
    return tuple(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))


def _latest_first(years: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(years, reverse=True))
