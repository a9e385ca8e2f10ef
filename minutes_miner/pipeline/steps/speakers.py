"""Who is meant: pronouns, clitics and bare posts in attributions, resolved to an entity of the document."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.bodies import Bodies
from minutes_miner.pipeline.steps.holders import Held
from minutes_miner.pipeline.steps.kin import Entity

SPEAKING = ("PERSON", "OFFICE", "INSTITUTION")


@dataclass(slots=True)
class Cast:
    """The people, offices and institutions that speak in a document, and who holds what.

    `implied` holds the institutions of posts that name none (`Kepala Dinas`), where only one can be meant.
    """

    entities: dict[str, Entity]
    person_of: dict[str, str] = field(default_factory=dict)
    office_of: dict[str, str] = field(default_factory=dict)
    institution_of: dict[str, str] = field(default_factory=dict)
    implied: dict[str, str] = field(default_factory=dict)
    roles: list[Found] = field(default_factory=list)
    bodies: Bodies = field(init=False)

    def __post_init__(self) -> None:
        self.bodies = Bodies([entity for entity in self.entities.values() if entity.label == "INSTITUTION"])

    def resolve(self, entity: str | None) -> str | None:
        """The person who holds an office, where the document names one; else the entity itself."""
        return self.person_of.get(entity, entity) if entity else None

    def speaking(self, sheet: Sheet, first: int, last: int) -> list[Found]:
        """Who can speak and begins between two positions: people, posts, institutions, and the chair named by the role."""
        found = [m for m in sheet.between(first, last) if not m.nested and m.label in SPEAKING]
        roles = self.roles[bisect_left(self.roles, first, key=_first) : bisect_left(self.roles, last, key=_first)]
        return sorted([*found, *roles], key=lambda m: m.first) if roles else found

    def institution(self, speaker: str | None) -> str | None:
        """The institution for which a speaker says `kami` and `pihaknya`."""
        if speaker is None:
            return None
        if speaker.startswith("i"):
            return speaker
        office = self.office_of.get(speaker, speaker)
        return self.institution_of.get(office) or self.institution_of.get(speaker) or self.implied.get(office)

    def name(self, entity: str | None) -> str | None:
        """The fullest name of an entity."""
        return self.entities[entity].name if entity in self.entities else None


def make_cast(sheet: Sheet, entities: dict[str, Entity], held: list[Held], chair: str | None = None) -> Cast:
    """The cast of a document; `chair` is the entity that the header of minutes names as leading the meeting."""
    cast = Cast(entities, roles=_chairing(sheet, chair) if chair is not None else [])
    holders = Counter(one.office for one in held)
    for one in held:
        cast.office_of.setdefault(one.person, one.office)
        if holders[one.office] == 1:
            cast.person_of.setdefault(one.office, one.person)
    for office in (m for m in sheet.mentions if m.label == "OFFICE" and m.entity):
        for inner in sheet.between(office.first, office.last):
            if inner.label == "INSTITUTION" and inner.entity and inner.last <= office.last:
                cast.institution_of.setdefault(office.entity or "", inner.entity)
                break
    for at, person in enumerate(sheet.mentions):
        if person.label == "PERSON" and person.entity and at + 1 < len(sheet.mentions):
            after = sheet.mentions[at + 1]
            if after.label == "INSTITUTION" and after.first == person.last + 1 and sheet.words[person.last] == "(":
                cast.institution_of.setdefault(person.entity, after.entity or "")
    return cast


def _first(role: Found) -> int:
    return role.first


def _chairing(sheet: Sheet, chair: str) -> list[Found]:
    """The places where the role in the meeting stands for the one who leads it (`Pimpinan rapat menyampaikan ...`)."""
    labels = sheet.lexis.labels
    openers = {label.partition(" ")[0] for label, field_ in labels.items() if field_ == "chair"}
    return [
        Found("PERSON", at, at + 2, "speaker.chair", entity=chair)
        for at in range(sheet.size - 1)
        if sheet.lowers[at] in openers and labels.get(f"{sheet.lowers[at]} {sheet.lowers[at + 1]}") == "chair"
    ]


def person_or_office(sheet: Sheet, first: int, last: int, cast: Cast) -> str | None:
    """The speaker named between two positions: a person if there is one, else the office, else the institution."""
    inside = cast.speaking(sheet, first, last)
    for label in SPEAKING:
        for mention in inside:
            if mention.label == label:
                return cast.resolve(mention.entity) if label == "OFFICE" else mention.entity
    return None
