"""What a search is narrowed to -> conditions in SQL, with `d` for documents, `i` for items and `s` for statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from minutes_miner.archive.database import Database
from minutes_miner.archive.search.names import documents_naming, named
from minutes_miner.archive.search.search_words import SearchWords
from minutes_miner.archive.search.wanted import Wanted

Table = Literal["documents", "items", "statements"]
Status = Literal["open", "done", "late"]
STATUSES: tuple[Status, ...] = ("open", "done", "late")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked for; None leaves a thing open.

    Names may be loose (`Dinsos Ngawi`, `Pak Bambang`). `topic` is a key of the model's topics, `since` and `until` are days (ISO 8601),
    `as_of` is the day on which something is late or not yet.
    """

    person: str | None = None
    office: str | None = None
    institution: str | None = None
    region: str | None = None
    forum: str | None = None
    topic: str | None = None
    status: Status | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition with its values."""

    sql: str
    values: tuple[Any, ...] = ()


# What a copy says word for word like its original is left out.
FIRST_SAID = "(d.copy_of IS NULL OR NOT EXISTS (SELECT 1 FROM {table} t WHERE t.document = d.copy_of AND t.text = {row}.text))"
NOTHING = Condition("1 = 0")
# What the clerk wrote into the workbook counts most, then what a later meeting says, then what the document itself says.
_STATUS = """COALESCE(
    (SELECT c.value FROM changes c JOIN documents o ON o.id = c.document
        WHERE o.number = i.document AND c.kind = i.kind AND c.start = i.start AND c.stop = i.stop AND c.field = 'status'
        ORDER BY c.number DESC LIMIT 1),
    (SELECT f.state FROM followups f WHERE f.item = i.number AND f.state = 'done' LIMIT 1),
    i.status)"""


def conditions(
    database: Database, filters: Filters, words: SearchWords, table: Table, item_kind: str | None = None, document_kind: str | None = None
) -> list[Condition]:
    """The conditions that rows of a table have to meet, those on their document among them."""
    found = [*_on_document(database, filters, words, document_kind)]
    on_items = [*_on_item(filters, item_kind)]
    if table == "items":
        found += on_items
    elif on_items:
        found.append(_with_such_an_item(on_items))
    for kind, name in (("people", filters.person), ("offices", filters.office), ("institutions", filters.institution)):
        query = None if name is None else words.person(name) if kind == "people" else words.name(name)
        if query is not None:
            found.append(Condition(*(documents_naming if table == "documents" else named)(database, kind, query, table)))
        elif name is not None:
            found.append(NOTHING)
    return found


def _on_document(database: Database, filters: Filters, words: SearchWords, kind: str | None) -> Iterator[Condition]:
    if kind is not None:
        yield Condition("d.kind = ?", (kind,))
    if filters.since is not None:
        yield Condition("d.date >= ?", (filters.since,))
    if filters.until is not None:
        yield Condition("d.date <= ?", (filters.until,))
    for column, name in (("region", filters.region), ("forum", filters.forum)):
        if name is not None:
            yield _one_of(column, _values_named(database, column, name, words))


def _on_item(filters: Filters, kind: str | None) -> Iterator[Condition]:
    if kind is not None:
        yield Condition("i.kind = ?", (kind,))
    if filters.topic is not None:
        yield Condition("i.topic = ?", (filters.topic,))
    if filters.status == "late":
        yield Condition("i.deadline_end < ?", (filters.as_of,))
    if filters.status == "done":
        yield Condition(f"{_STATUS} = 'done'")
    elif filters.status is not None:
        yield Condition("i.status = 'open'")  # an index knows this much, and few of these were done since
        yield Condition(f"{_STATUS} <> 'done'")
    if filters.status is not None:  # what was decided of an item holds for its copies
        yield Condition(FIRST_SAID.format(table="items", row="i"))


def _with_such_an_item(on_items: Sequence[Condition]) -> Condition:
    sql = " AND ".join(condition.sql for condition in on_items)
    values = tuple(value for condition in on_items for value in condition.values)
    return Condition(f"EXISTS (SELECT 1 FROM items i WHERE i.document = d.number AND {sql})", values)


def _one_of(column: str, names: Sequence[str]) -> Condition:
    if not names:
        return NOTHING
    return Condition(f"d.{column} IN ({', '.join('?' * len(names))})", tuple(names))


def _values_named(database: Database, column: str, name: str, words: SearchWords) -> list[str]:
    """The values of a column of documents that have the words of a name; where one is just that name, of several words, it alone."""
    query = words.name(name)
    if query is None:
        return []
    wanted = Wanted(query, words.forms)
    found = [value for value in _values(database, column) if wanted.is_in(value)]
    bare = name.casefold().split()
    same = [value for value in found if value.casefold().split() == bare]
    return same if same and len(bare) > 1 else found


def _values(database: Database, column: str) -> Iterator[str]:
    """The different values of an indexed column, by leaps from one to the next, which costs as much as there are values."""
    sql = f"""WITH RECURSIVE found (value) AS (
            SELECT MIN({column}) FROM documents
            UNION ALL
            SELECT (SELECT MIN(d.{column}) FROM documents d WHERE d.{column} > found.value) FROM found WHERE found.value IS NOT NULL
        ) SELECT value FROM found WHERE value IS NOT NULL"""
    return (str(value) for (value,) in database.each(sql))
