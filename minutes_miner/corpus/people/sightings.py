"""What one document says of people, posts and institutions, as small rows; made from an analysis or from rows of an archive."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.records import Analysis, Evidence, Mention


@dataclass(frozen=True, slots=True)
class Spot:
    """The first place in the text where something is named, or where it is said; `page` counts from 1."""

    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person as one document names him: the id that he has there, his fullest name, titles before and degrees behind it."""

    id: str
    name: str
    prefixes: tuple[str, ...]
    degrees: tuple[str, ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class InstitutionSeen:
    """An institution as one document names it; `region` is that of its name, else the document's."""

    id: str
    name: str
    abbreviation: str | None
    region: str | None
    spot: Spot


@dataclass(frozen=True, slots=True)
class OfficeSeen:
    """A post as one document names it; `institution` is the id of the body in the same document."""

    id: str
    name: str
    role: str
    institution: str | None
    region: str | None
    spot: Spot


@dataclass(frozen=True, slots=True)
class HolderSeen:
    """A document says that a person holds a post (ids of that document)."""

    person: str
    office: str
    acting: bool
    spot: Spot


@dataclass(frozen=True, slots=True)
class RegionSeen:
    """A region that a document names, with its Kemendagri code where that is known, and how often."""

    name: str
    code: str | None
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSeen:
    """All of one document. `date` is ISO 8601, `place` the place of its header."""

    id: str
    source: str
    date: str | None = None
    place: str | None = None
    people: tuple[PersonSeen, ...] = ()
    institutions: tuple[InstitutionSeen, ...] = ()
    offices: tuple[OfficeSeen, ...] = ()
    holders: tuple[HolderSeen, ...] = ()
    regions: tuple[RegionSeen, ...] = ()


def sightings(analysis: Analysis) -> DocumentSeen:
    """The rows of one analysis."""
    first = {mention.id: mention for mention in analysis.mentions}
    return DocumentSeen(
        id=analysis.document.id,
        source=analysis.document.source,
        date=analysis.document.date,
        place=analysis.document.place,
        people=tuple(PersonSeen(one.id, one.name, one.prefixes, one.degrees, _first(one.mentions, first)) for one in analysis.people),
        institutions=tuple(
            InstitutionSeen(one.id, one.name, one.abbreviation, one.region, _first(one.mentions, first)) for one in analysis.institutions
        ),
        offices=tuple(
            OfficeSeen(one.id, one.name, one.role, one.institution, one.region, _first(one.mentions, first)) for one in analysis.offices
        ),
        holders=tuple(HolderSeen(one.person, one.office, one.acting, _spot(one.start, one.end, one.evidence)) for one in analysis.holders),
        regions=tuple(RegionSeen(one.name, one.code, len(one.mentions)) for one in analysis.regions),
    )


def _first(ids: tuple[str, ...], mentions: dict[str, Mention]) -> Spot:
    """Where something is first named; the start of the text if nothing says so."""
    found = mentions.get(ids[0]) if ids else None
    return _spot(found.start, found.end, found.evidence) if found is not None else Spot(0, 0)


def _spot(start: int, end: int, evidence: Evidence | None) -> Spot:
    return Spot(start, end, evidence.page if evidence is not None else None)
