"""Who is who in documents that were just mined, without an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from minutes_miner.answers import KnownPerson, Place
from minutes_miner.corpus.people.joining import who_is_who
from minutes_miner.corpus.people.sightings import sightings
from minutes_miner.corpus.people.standing_bodies import Entity
from minutes_miner.corpus.people.terms_of_office import Told, timelines
from minutes_miner.records import Analysis
from minutes_miner.rulebook.model import Rulebook


def find_people(analyses: Sequence[Analysis], rulebook: Rulebook) -> list[KnownPerson]:
    """Everyone whom the documents name, with the posts held, by id; the order of the documents makes no difference."""
    documents = {analysis.document.id: analysis for analysis in analyses}
    found = who_is_who([sightings(analysis) for analysis in documents.values()], rulebook)
    return timelines(found.people, found.offices, _told(documents.values(), found.people, found.offices))


def _told(analyses: Iterable[Analysis], people: Iterable[Entity], offices: Iterable[Entity]) -> Iterator[Told]:
    person_of = {mark: person.id for person in people for mark in person.marks}
    office_of = {mark: office.id for office in offices for mark in office.marks}
    for analysis in analyses:
        header = analysis.document
        for held in analysis.holders:
            person, office = person_of.get((header.id, held.person)), office_of.get((header.id, held.office))
            if person is not None and office is not None:
                page = held.evidence.page if held.evidence is not None else None
                place = Place(document=header.id, source=header.source, start=held.start, end=held.end, page=page)
                yield Told(person, office, held.acting, header.date, place)
