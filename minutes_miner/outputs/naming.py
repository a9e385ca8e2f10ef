"""How people, offices, institutions, regions and files are called in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from minutes_miner.outputs.safe_text import one_line
from minutes_miner.records import Analysis, Institution, Person


def person_name(person: Person) -> str:
    """A person's name with titles before and degrees behind it, as it is written in a letter.

    >>> person_name(Person(id="p1", name="Siti Aminah", prefixes=("Dr.", "Hj."), degrees=("S.Sos.", "M.Si.")))
    'Dr. Hj. Siti Aminah, S.Sos., M.Si.'
    """
    return one_line(", ".join((" ".join((*person.prefixes, person.name)), *person.degrees)))


def institution_name(institution: Institution) -> str:
    """An institution's name, with its abbreviation in brackets where it has one."""
    short = f"({institution.abbreviation})" if institution.abbreviation else ""
    return one_line(institution.name if short in institution.name else f"{institution.name} {short}")


def entity_names(analysis: Analysis) -> Mapping[str, str]:
    """The name to show for the id of each person, institution, office and region of the document."""
    return (
        {person.id: person_name(person) for person in analysis.people}
        | {institution.id: institution_name(institution) for institution in analysis.institutions}
        | {office.id: one_line(office.name) for office in analysis.offices}
        | {region.id: one_line(region.name) for region in analysis.regions}
    )


def file_names(sources: Iterable[str]) -> Mapping[str, str]:
    """What to call each source: the last part of its path where no other source shares it, else the whole path."""
    last_parts = {source: source.replace("\\", "/").rstrip("/").rpartition("/")[2] or source for source in sources}
    uses = Counter(last_parts.values())
    return {source: one_line(last if uses[last] == 1 else source) for source, last in last_parts.items()}
