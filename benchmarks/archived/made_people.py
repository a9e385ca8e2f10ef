"""An archive of any size in which it is known who is who: regencies with forums that meet, agencies with heads who change, and namesakes.

Names are drawn from the model's lists, frequent ones more often, so that whole names recur within a region and across regions. Mentions are
written as documents write them: with titles or without, misspelt, with initials, cut short, by one word.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_miner.corpus.people.sightings import DocumentSeen, HolderSeen, InstitutionSeen, OfficeSeen, PersonSeen, Spot
from minutes_miner.rulebook.model import Rulebook

AGENCIES = ("Dinas Sosial", "Dinas Kesehatan", "Dinas Pendidikan", "Dinas Perhubungan", "Dinas Lingkungan Hidup", "Bappeda", "BPBD")
YEARS = range(2012, 2026)
PEOPLE_A_DOCUMENT = 8
DOCUMENTS_A_FORUM = 12


@dataclass(slots=True)
class _Person:
    label: str
    words: list[str]
    posts: dict[int, tuple[str, str]] = field(default_factory=dict)  # year -> post, institution


def made_people(mentions: int, rulebook: Rulebook, seed: int = 5) -> tuple[list[DocumentSeen], dict[tuple[str, str], str]]:
    """Documents with about so many mentions of people, and who is meant by each (document, id there)."""
    maker = _Maker(rulebook, seed)
    documents: list[DocumentSeen] = []
    gold: dict[tuple[str, str], str] = {}
    made = 0
    while made < mentions:
        for document, labels in maker.forum():
            documents.append(document)
            gold.update({(document.id, person.id): label for person, label in zip(document.people, labels, strict=True)})
            made += len(labels)
    return documents, gold


class _Maker:
    def __init__(self, rulebook: Rulebook, seed: int) -> None:
        self.random = random.Random(seed)
        gazetteer = rulebook.gazetteer.regions.values()
        found = {(entry.code, entry.kind, entry.name) for entries in gazetteer for entry in entries if entry.level in ("regency", "city")}
        self.regions = [f"{kind.title()} {name}" for _, kind, name in sorted(found)]
        given = sorted(row["word"] for row in rulebook.lists["given_names"].every if len(row["word"]) > 4)
        self.random.shuffle(given)
        self.given = given
        self.forums = 0
        self.officials: dict[str, list[_Person]] = {}

    def name(self) -> list[str]:
        """Two or three words; the first of the list are drawn far more often."""
        return [self.given[int(len(self.given) * self.random.random() ** 2)] for _ in range(self.random.choice((2, 2, 2, 3)))]

    def person(self, label: str) -> _Person:
        return _Person(label, self.name())

    def heads(self, region: str) -> list[_Person]:
        """The heads of a region's agencies over the years; some go from one agency to another."""
        if region not in self.officials:
            known: list[_Person] = []
            for agency in AGENCIES:
                year = YEARS.start
                while year in YEARS:
                    free = [one for one in known if max(one.posts) < year]
                    mover = self.random.choice(free) if free and self.random.random() < 0.2 else None
                    head = mover or self.person(f"{region}/{agency}/{year}")
                    term = self.random.randint(2, 5)
                    head.posts.update(dict.fromkeys(range(year, year + term), (f"Kepala {agency} {region}", f"{agency} {region}")))
                    if mover is None:
                        known.append(head)
                    year += term
            self.officials[region] = known
        return self.officials[region]

    def forum(self) -> Iterator[tuple[DocumentSeen, list[str]]]:
        """The meetings of one forum: its members come again, heads of agencies visit."""
        self.forums += 1
        region = self.random.choice(self.regions)
        body = f"Forum LKSA {self.given[self.forums % len(self.given)]} {region}"
        members = [self.person(f"forum {self.forums}/{at}") for at in range(PEOPLE_A_DOCUMENT + 2)]
        for post, member in zip(("Ketua", "Sekretaris", "Bendahara"), members, strict=False):
            member.posts = dict.fromkeys(YEARS, (f"{post} {body}", body))
        start = self.random.choice(YEARS[:-3])
        for meeting in range(DOCUMENTS_A_FORUM):
            year = min(start + meeting // 4, YEARS[-1])
            heads = [one for one in self.heads(region) if year in one.posts]
            present = self.random.sample(members, PEOPLE_A_DOCUMENT - 2) + self.random.sample(heads, min(2, len(heads)))
            date = f"{year}-{1 + 3 * (meeting % 4):02}-{self.random.randint(1, 28):02}"
            yield self.document(f"{self.forums:06}-{meeting:02}", region, date, present, year), [one.label for one in present]

    def document(self, id: str, region: str, date: str, present: list[_Person], year: int) -> DocumentSeen:
        people, offices, institutions, holders = [], [], {}, []
        for at, person in enumerate(present):
            spot = Spot(100 * at, 100 * at + 20)
            people.append(PersonSeen(f"p{at}", self.written(person), (), (), spot))
            post = person.posts.get(year)
            if post is not None and self.random.random() < 0.7:
                institutions.setdefault(post[1], f"i{len(institutions)}")
                offices.append(OfficeSeen(f"o{at}", post[0], post[0], institutions[post[1]], region, spot))
                holders.append(HolderSeen(f"p{at}", f"o{at}", False, spot))
        bodies = tuple(InstitutionSeen(own, name, None, region, Spot(0, 0)) for name, own in institutions.items())
        return DocumentSeen(
            id=id,
            source=id,
            date=date,
            place=region,
            people=tuple(people),
            institutions=bodies,
            offices=tuple(offices),
            holders=tuple(holders),
        )

    def written(self, person: _Person) -> str:
        """The name as a document writes it."""
        words, chance = list(person.words), self.random.random()
        if chance < 0.06:
            words[0] = words[0][0] + "."
        elif chance < 0.10:
            words = words[: max(2, len(words) - 1)]
        elif chance < 0.16:
            at = self.random.randrange(len(words))
            letter = self.random.randrange(1, len(words[at]))
            words[at] = words[at][:letter] + words[at][letter + 1 :]
        elif chance < 0.24:
            words = words[:1]
        return " ".join(words)
