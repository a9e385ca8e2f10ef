"""Invented documents in which it is known who is who: `namesakes.csv`, a mention of a person a row.

`person` is the person meant; `titles` and `degrees` have blanks between; a person with an `office` holds it in that document. The rows
hold what is hard: namesakes in one agency, one region and elsewhere, misspellings, initials, first names in jottings, men and women whose
names differ by one letter, careers.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from minutes_miner.corpus.people.sightings import DocumentSeen, HolderSeen, InstitutionSeen, OfficeSeen, PersonSeen, Spot

ROWS = Path(__file__).with_name("namesakes.csv")


def labelled() -> tuple[list[DocumentSeen], dict[tuple[str, str], str]]:
    """The documents, and for (document, id there) of each person who is meant."""
    of_document: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    with ROWS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            of_document[row["document"]].append(row)
    gold = {(document, f"p{at}"): row["person"] for document, rows in of_document.items() for at, row in enumerate(rows)}
    return [_document(id, rows) for id, rows in of_document.items()], gold


def _document(id: str, rows: list[dict[str, str]]) -> DocumentSeen:
    region = rows[0]["region"] or None
    bodies = {row["institution"]: f"i{at}" for at, row in enumerate(rows) if row["institution"]}
    spots = [Spot(100 * at, 100 * at + len(row["name"])) for at, row in enumerate(rows)]
    named = list(zip(rows, spots, strict=True))
    return DocumentSeen(
        id=id,
        source=f"{id}.txt",
        date=rows[0]["date"] or None,
        place=region,
        people=tuple(
            PersonSeen(f"p{at}", row["name"], tuple(row["titles"].split()), tuple(row["degrees"].split()), spot)
            for at, (row, spot) in enumerate(named)
        ),
        institutions=tuple(InstitutionSeen(own, name, None, region, Spot(0, 0)) for name, own in bodies.items()),
        offices=tuple(
            OfficeSeen(f"o{at}", row["office"], row["office"], bodies.get(row["institution"]), region, spot)
            for at, (row, spot) in enumerate(named)
            if row["office"]
        ),
        holders=tuple(HolderSeen(f"p{at}", f"o{at}", row["acting"] == "1", spot) for at, (row, spot) in enumerate(named) if row["office"]),
    )
