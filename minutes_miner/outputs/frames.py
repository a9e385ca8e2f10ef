"""Records as pandas data frames, one a kind of record, for notebooks and statistics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from minutes_miner.answers import Facets, Hit, Holding, KnownPerson
from minutes_miner.outputs.places import page_of
from minutes_miner.outputs.report import Result
from minutes_miner.records import Analysis, Failure, Holder, Mention

DAY = "datetime64[s]"
WHOLE = "Int64"  # whole numbers, some of which may be missing
NUMBER = "float64"
YES_NO = "bool"
TEXT = "string"
ANY = "object"  # a tuple of texts, or a value as a mapping


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a frame; `value` takes the record and its document, without it the record's field of that name is taken."""

    name: str
    dtype: str = TEXT
    value: Callable[[Any, Any], Any] | None = None


def _date_part(part: str) -> Callable[[Mention, Analysis], str | float | None]:
    return lambda mention, _: mention.value.get(part) if mention.value and mention.label == "DATE" else None


def _person_name(holder: Holder, found: Analysis) -> str | None:
    return next((person.name for person in found.people if person.id == holder.person), None)


def _office_name(holder: Holder, found: Analysis) -> str | None:
    return next((office.name for office in found.offices if office.id == holder.office), None)


DOCUMENT = Field("document", TEXT, lambda _, found: found.document.id)
SOURCE = Field("source", TEXT, lambda _, found: found.document.source)
DATE = Field("date", DAY, lambda _, found: found.document.date)
PAGE = Field("page", WHOLE, lambda record, _: page_of(record.evidence))
SPAN = (Field("start", WHOLE), Field("end", WHOLE))
MENTION_IDS = Field("mentions", ANY)

DOCUMENTS = (
    Field("document", TEXT, lambda header, _: header.id),
    Field("source"),
    Field("media_type"),
    Field("kind"),
    Field("title"),
    Field("date", DAY),
    Field("place"),
    Field("event"),
    Field("time"),
    Field("venue"),
    Field("chair"),
    Field("secretary"),
    Field("attendees", ANY),
    Field("language"),
    Field("pages", WHOLE),
    Field("warnings", ANY, lambda header, _: tuple(warning.message for warning in header.warnings)),
    Field("error", TEXT, lambda *_: None),
    Field("message", TEXT, lambda *_: None),
)

RECORDS: Mapping[str, tuple[Field, ...]] = {
    "mentions": (
        Field("id"),
        Field("label"),
        *SPAN,
        Field("text"),
        Field("value", ANY),
        Field("date_start", DAY, _date_part("start")),
        Field("date_end", DAY, _date_part("end")),
        Field("number", NUMBER, lambda mention, _: mention.value.get("value") if mention.value else None),
        Field("entity"),
        PAGE,
        Field("rule"),
    ),
    "people": (Field("id"), Field("name"), Field("prefixes", ANY), Field("degrees", ANY), MENTION_IDS),
    "institutions": (Field("id"), Field("name"), Field("abbreviation"), Field("type"), Field("region"), MENTION_IDS),
    "offices": (Field("id"), Field("name"), Field("role"), Field("institution"), Field("region"), MENTION_IDS),
    "regions": (Field("id"), Field("name"), Field("level"), Field("code"), MENTION_IDS),
    "holders": (
        Field("person"),
        Field("person_name", TEXT, _person_name),
        Field("office"),
        Field("office_name", TEXT, _office_name),
        Field("acting", YES_NO),
        *SPAN,
        PAGE,
        DATE,
        Field("rule"),
    ),
    "statements": (
        Field("id"),
        *SPAN,
        Field("text"),
        Field("direct", YES_NO),
        Field("speaker"),
        Field("speaker_name"),
        Field("cue"),
        PAGE,
        DATE,
        Field("rule"),
    ),
    "items": (
        Field("id"),
        Field("kind"),
        *SPAN,
        Field("text"),
        Field("action"),
        Field("actor"),
        Field("actor_entity"),
        Field("speaker"),
        Field("speaker_entity"),
        Field("deadline", TEXT, lambda item, _: item.deadline.text if item.deadline else None),
        Field("deadline_start", DAY, lambda item, _: item.deadline.start if item.deadline else None),
        Field("deadline_end", DAY, lambda item, _: item.deadline.end if item.deadline else None),
        Field("amount", NUMBER, lambda item, _: item.amount.value if item.amount else None),
        Field("topic"),
        Field("status"),
        Field("statement"),
        Field("confidence", NUMBER),
        PAGE,
        DATE,
        Field("rule"),
    ),
}


HITS = (
    Field("rank", WHOLE),
    Field("score", NUMBER),
    Field("kind"),
    Field("document", TEXT, lambda hit, _: hit.place.document),
    Field("source", TEXT, lambda hit, _: hit.place.source),
    Field("title"),
    Field("date", DAY),
    Field("page", WHOLE, lambda hit, _: hit.place.page),
    Field("start", WHOLE, lambda hit, _: hit.place.start),
    Field("end", WHOLE, lambda hit, _: hit.place.end),
    Field("snippet"),
    Field("copies", ANY),
    Field("gone", YES_NO),
)
FACETS = ("kinds", "regions", "topics", "years")


def hits_frame(hits: Sequence[Hit]) -> pd.DataFrame:
    """The hits of a search, one a row."""
    return _frame(HITS, ([field.value(hit, None) if field.value else getattr(hit, field.name) for field in HITS] for hit in hits))


def facets_frame(found: Facets) -> pd.DataFrame:
    """The counts of a search: `facet` (kinds, regions, topics, years), `value`, `count`."""
    rows = [(facet, value, count) for facet in FACETS for value, count in getattr(found, facet)]
    return _frame((Field("facet"), Field("value"), Field("count", WHOLE)), rows)


def frames(results: Sequence[Result]) -> dict[str, pd.DataFrame]:
    """The records of all documents as data frames: `documents`, and one for each kind of record by its name in `Analysis`.

    Each row begins with the `document` id and its `source`; ids of records hold within a document. `date` is the document's. Dates are
    `datetime64`, missing values are missing; a frame without rows has its columns and types all the same. Sources that failed are rows of
    `documents` with an `error` code and its `message`.
    """
    read = [result for result in results if isinstance(result, Analysis)]
    made = {"documents": _frame(DOCUMENTS, map(_document, results))}
    for name, fields in RECORDS.items():
        columns = (DOCUMENT, SOURCE, *fields)
        made[name] = _frame(columns, (_values(columns, record, found) for found in read for record in getattr(found, name)))
    return made


HOLDINGS: Mapping[str, str] = {
    "person": TEXT,
    "name": TEXT,
    "office": TEXT,
    "institution": TEXT,
    "region": TEXT,
    "first": DAY,
    "last": DAY,
    "acting": YES_NO,
    "documents": WHOLE,
    "conflicts": ANY,
}


def holdings(people: Iterable[KnownPerson]) -> pd.DataFrame:
    """Who held which post: a row for each, with the days of the first and the last document that tell it and how many tell it."""
    rows = [
        (one.person, one.name, held.office, held.institution, held.region, held.first, held.last, held.acting, _count(held), held.conflicts)
        for one in people
        for held in one.holders
    ]
    return pd.DataFrame(rows, columns=list(HOLDINGS), dtype=object).astype(dict(HOLDINGS))


def _count(held: Holding) -> int:
    return len({place.document for place in held.places})


def _frame(fields: Sequence[Field], rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=[field.name for field in fields], dtype=object)
    return frame.astype({field.name: field.dtype for field in fields})


def _values(fields: Sequence[Field], record: object, found: Analysis) -> list[Any]:
    return [field.value(record, found) if field.value else getattr(record, field.name) for field in fields]


def _document(result: Result) -> list[Any]:
    if isinstance(result, Analysis):
        return _values(DOCUMENTS, result.document, result)
    return [_FAILURE[field.name](result) if field.name in _FAILURE else None for field in DOCUMENTS]


_FAILURE: Mapping[str, Callable[[Failure], Any]] = {
    "source": lambda failure: failure.source,
    "attendees": lambda _: (),
    "warnings": lambda _: (),
    "error": lambda failure: failure.code,
    "message": lambda failure: failure.message,
}
