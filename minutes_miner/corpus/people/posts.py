"""Posts of many documents joined by role, institution and region (`Kadinsos Ngawi` is `Kepala Dinas Sosial Kabupaten Ngawi`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from minutes_miner.corpus.people.areas import NATION, Areas
from minutes_miner.corpus.people.bodies import Bodies, BodyKey, BodyNames, Words, unbracketed
from minutes_miner.corpus.people.sightings import InstitutionSeen, OfficeSeen
from minutes_miner.rulebook.model import Rulebook
from minutes_miner.rulebook.regions import mixed_case

LONGEST_HEAD = 3
LOCAL = 2  # how high a post stands of which a regency has many, so that it takes a place to tell it
ALONE = frozenset(("ruler", "agency", "unit"))
SHARED = frozenset(("member", "functional", "staff", "envoy"))
PUBLIC = frozenset(("ruler", "agency", "unit", "minister"))


@dataclass(frozen=True, slots=True)
class Post:
    """A post of the archive: what it is (`kepala`), whose (a key of `Bodies`), where, and how the document calls it.

    `single`: one person holds it at a time. `public`: a full-time post of the government, of which nobody has two. `vague`: the words do
    not say which of many it is (`Camat`).
    """

    role: Words
    body: BodyKey | None
    area: str
    name: str
    single: bool
    public: bool
    vague: bool

    @property
    def key(self) -> tuple[Words, BodyKey | None, str]:
        """What tells it from other posts."""
        return (self.role, self.body, self.area)


class Posts:
    """Makes posts of the offices of documents."""

    def __init__(self, rulebook: Rulebook, names: BodyNames, areas: Areas, bodies: Bodies) -> None:
        self._lists = rulebook.lists
        self._names = names
        self._areas = areas
        self._bodies = bodies
        self._acting = frozenset(word.strip(".").lower() for word in rulebook.lists["acting_markers"].rows)
        self._ranks = {word.lower(): int(row["rank"]) for word, row in rulebook.lists["standing"].rows.items()}
        self._single = frozenset(rulebook.lists["single_posts"].any_case)
        self._classes: dict[str, tuple[frozenset[str], int]] = {}

    def imply(self, seen: OfficeSeen, home: str) -> None:
        """Tell `Bodies` of the agency that a post names by itself."""
        words = self._words(seen.name)
        if seen.institution is None and self._names.is_agency(words[1:]):
            self._bodies.imply((self._names.ordered(words[1:]), self._area(seen, home)))

    def of(self, seen: OfficeSeen, inside: Mapping[str, InstitutionSeen], home: str) -> Post:
        """The post that an office of a document is.

        Args:
            seen: the office.
            inside: the institutions of the document by their ids there.
            home: the region of the document.
        """
        words = self._words(seen.name)
        classes, length = self._class(seen.name)
        institution = inside.get(seen.institution) if seen.institution is not None else None
        if institution is not None:
            body: BodyKey | None = self._names.key(institution.name, institution.region, home)
            area = body[1] if body is not None else home
            own = {*body[0], *self._names.words(institution.abbreviation or "")} if body is not None else set()
            role = (*words[:1], *(word for word in words[1:] if word not in own))
        else:
            area = self._area(seen, home)
            at = next((at for at in range(1, len(words)) if self._bodies.named(words[at:], area) is not None), None)
            body = self._bodies.named(words[at:], area) if at is not None else None
            role = words if at is None else words[:at]
        body = self._bodies.root(body) if body is not None else None
        rank = self._ranks.get(words[0], self._ranks.get(" ".join(words[:2]), LOCAL + 1)) if words else 0
        bare = length >= len(words) and body is None
        local = "ruler" in classes and ("village" in classes or rank <= LOCAL)
        return Post(
            role=role,
            body=body,
            area=area,
            name=self._shown(seen.name),
            single=bool(classes & ALONE or (words[:1] and words[0] in self._single) or " ".join(words[:2]) in self._single)
            and not classes & SHARED,
            public=bool(classes & PUBLIC) or (body is not None and self._names.is_agency(body[0]) and not classes & SHARED),
            vague=bare and ("ruler" not in classes or local),
        )

    def _shown(self, name: str) -> str:
        """The name of a post without acting marker and brackets."""
        words = unbracketed(name).split()
        while len(words) > 1 and words[0].strip(".").lower() in self._acting:
            words = words[1:]
        return mixed_case(" ".join(words))

    def _area(self, seen: OfficeSeen, home: str) -> str:
        if self._names.is_national(seen.name):
            return NATION
        return self._areas.key(self._names.written_out(seen.name)[1] or seen.region, home)

    def _words(self, name: str) -> Words:
        """The words of a post without its acting marker and region."""
        words = tuple(word for word in self._names.words(name) if word not in self._acting)
        return words or (name.lower(),)

    def _class(self, name: str) -> tuple[frozenset[str], int]:
        """The classes of the longest head that a post begins with, and how many written-out words that head has."""
        known = self._classes.get(name)
        if known is None:
            parts = [part for part in name.split() if part.strip(".").lower() not in self._acting]
            known = (frozenset(), 0)
            for length in range(min(LONGEST_HEAD, len(parts)), 0, -1):
                row = self._lists["office_heads"].row(" ".join(parts[:length]))
                if row is not None:
                    known = (frozenset(row["class"].split("+")), len((row["written_out"] or row["word"]).split()))
                    break
            self._classes[name] = known
        return known
