"""The rows of the tables -> what each document says of people, posts and institutions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from minutes_miner.archive.database import Database, Row
from minutes_miner.corpus.people.sightings import DocumentSeen, HolderSeen, InstitutionSeen, OfficeSeen, PersonSeen, RegionSeen, Spot


def documents_seen(database: Database) -> Iterator[DocumentSeen]:
    """What every document of the archive says."""
    people = _of_documents(database, "people", "id, name, prefixes, degrees, start, stop, page")
    institutions = _of_documents(database, "institutions", "id, name, abbreviation, region, start, stop, page")
    offices = _of_documents(database, "offices", "id, name, role, institution, region, start, stop, page")
    holders = _of_documents(database, "holders", "person, office, acting, start, stop, page")
    regions = _of_documents(database, "regions", "name, code, mentions")
    for number, id, source, date, place in database.each("SELECT number, id, source, date, place FROM documents ORDER BY id"):
        yield DocumentSeen(
            id=id,
            source=source,
            date=date,
            place=place,
            people=tuple(
                PersonSeen(own, name, tuple(json.loads(prefixes)), tuple(json.loads(degrees)), Spot(*spot))
                for own, name, prefixes, degrees, *spot in people[number]
            ),
            institutions=tuple(
                InstitutionSeen(own, name, short, region, Spot(*spot)) for own, name, short, region, *spot in institutions[number]
            ),
            offices=tuple(
                OfficeSeen(own, name, role, body, region, Spot(*spot)) for own, name, role, body, region, *spot in offices[number]
            ),
            holders=tuple(HolderSeen(person, office, bool(acting), Spot(*spot)) for person, office, acting, *spot in holders[number]),
            regions=tuple(RegionSeen(*row) for row in regions[number]),
        )


def _of_documents(database: Database, table: str, columns: str) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for document, *row in database.each(f"SELECT document, {columns} FROM {table} ORDER BY number"):
        found[document].append(tuple(row))
    return found
