"""Institutions of many documents joined by name, abbreviation and region (`Dinsos Ngawi` is `Dinas Sosial Kabupaten Ngawi`)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from minutes_miner.corpus.people.areas import NATION, Areas
from minutes_miner.corpus.people.sets import Sets
from minutes_miner.corpus.people.sightings import InstitutionSeen
from minutes_miner.rulebook.gazetteer import WIDE
from minutes_miner.rulebook.long_forms import LongForms
from minutes_miner.rulebook.model import Rulebook
from minutes_miner.rulebook.regions import Regions, mixed_case

Words = tuple[str, ...]
BodyKey = tuple[Words, str]
_SIGNS = re.compile(r"[\s,;/]+")
HEAD = 2  # words with which the names of an agency and of its fuller form begin alike


@dataclass(slots=True)
class Body:
    """An institution of the archive: its names as they are written (with how often), all its keys, the region that it belongs to."""

    area: str
    names: Counter[str] = field(default_factory=Counter)
    abbreviations: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    keys: set[BodyKey] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The fullest name without an abbreviation in brackets, of equals one that is not all capitals and that is written most."""
        fullest = min(self.names, key=lambda name: (-len(unbracketed(name).split()), name.isupper(), -self.names[name], name), default="")
        return mixed_case(unbracketed(fullest))

    @property
    def region(self) -> str | None:
        """The region as it is written out most fully."""
        return min(self.regions, key=lambda name: (-len(name), -self.regions[name], name), default=None)


class BodyNames:
    """Names of institutions in the form in which they are compared."""

    def __init__(self, rulebook: Rulebook, areas: Areas) -> None:
        self._lists = rulebook.lists
        self._areas = areas
        self._regions = Regions(rulebook)
        self._long = LongForms(rulebook.lists)
        self._agencies = frozenset(word for word, row in rulebook.lists["own_bodies"].rows.items() if row["class"] == "agency")
        self._national = frozenset(rulebook.lists["national"].any_case)
        self._levels = frozenset(word.lower() for word, row in rulebook.lists["place_prefixes"].rows.items() if row["class"] in WIDE)
        self._known: dict[str, tuple[Words, str | None]] = {}

    def written_out(self, name: str) -> tuple[Words, str | None]:
        """The words of a name in full without its region (`Pemkab` is a `pemerintah`), and that region."""
        known = self._known.get(name)
        if known is None:
            bare, region = self._regions.split(unbracketed(name))
            words = list(dict.fromkeys(self._long.words(_SIGNS.split(bare))))
            while len(words) > 1 and words[-1] in self._levels:
                words.pop()
            known = self._known[name] = (tuple(words), region)
        return known

    def words(self, name: str) -> Words:
        """The words of a post or body, written out, in their order, without region."""
        return self.written_out(name)[0]

    def is_agency(self, words: Words) -> bool:
        """Whether a name is that of an agency, of which every region has one."""
        return len(words) > 1 and words[0] in self._agencies

    def is_national(self, name: str) -> bool:
        """Whether the country has one such body or post, whatever region it is named in."""
        lower = name.lower()
        if any(lower == word or lower.startswith(word + " ") for word in self._national):
            return True
        row = self._lists["organisations"].row(name)
        return row is not None and row["kind"] != "forum"

    def key(self, name: str, region: str | None, home: str) -> BodyKey:
        """What tells an institution from others: its words and its region."""
        words, named = self.written_out(name)
        area = NATION if named is None and self.is_national(name) else self._areas.key(named or region, home)
        return (self.ordered(words), area)

    def ordered(self, words: Words) -> Words:
        """The words of an agency with its fields in one order, since documents change it; other names as they are."""
        return (*words[:HEAD], *sorted(words[HEAD:])) if self.is_agency(words) else words


class Bodies:
    """The institutions of many documents; the order in which the documents are added makes no difference."""

    def __init__(self, names: BodyNames) -> None:
        self._names = names
        self._seen: dict[BodyKey, Body] = {}
        self._shorts: defaultdict[BodyKey, set[BodyKey]] = defaultdict(set)
        self._joined: dict[BodyKey, BodyKey] = {}

    def add(self, seen: InstitutionSeen, home: str) -> BodyKey:
        """Take in an institution of a document whose region is `home`."""
        key = self._names.key(seen.name, seen.region, home)
        body = self._at(key)
        body.names[seen.name] += 1
        region = self._names.written_out(seen.name)[1] or seen.region
        if region is not None and key[1] != NATION:
            body.regions[region] += 1
        if seen.abbreviation:
            body.abbreviations[seen.abbreviation] += 1
            self._shorts[(self._names.words(seen.abbreviation), key[1])].add(key)
        return key

    def imply(self, key: BodyKey) -> None:
        """Take in an institution that only the name of a post tells (`Kadis Sosial`)."""
        self._at(key)

    def _at(self, key: BodyKey) -> Body:
        body = self._seen.get(key)
        if body is None:
            body = self._seen[key] = Body(key[1])
            body.keys.add(key)
        return body

    def join(self, same: Iterable[tuple[BodyKey, BodyKey]] = (), apart: Iterable[tuple[BodyKey, BodyKey]] = ()) -> None:
        """Work out which keys are one institution: those that people say are the same, abbreviations, and short names of agencies."""
        sets: Sets[BodyKey] = Sets(apart)
        for one, other in sorted(same):
            sets.join(one, other)
        for short, fulls in sorted(self._shorts.items()):
            if short in self._seen and len(fulls) == 1:
                sets.join(short, *fulls)
        for short, full in self._shortened():
            sets.join(short, full)
        self._joined = {key: sets.root(key) for key in self._seen}

    def _shortened(self) -> Iterator[tuple[BodyKey, BodyKey]]:
        """Agencies whose words all stand in the name of exactly one other of the region that begins alike."""
        alike: defaultdict[tuple[Words, str], list[BodyKey]] = defaultdict(list)
        for key in sorted(self._seen):
            if self._names.is_agency(key[0]):
                alike[(key[0][:HEAD], key[1])].append(key)
        for keys in alike.values():
            for short in keys:
                fuller = [key for key in keys if len(key[0]) > len(short[0]) and set(short[0]) < set(key[0])]
                if len(fuller) == 1:
                    yield short, fuller[0]

    def root(self, key: BodyKey) -> BodyKey:
        """The key that stands for an institution by all its names."""
        return self._joined.get(key, key)

    def find(self, key: BodyKey) -> BodyKey | None:
        """The institution that exactly bears these words in this region, if any document names it."""
        return self._joined.get(key)

    def named(self, words: Words, area: str) -> BodyKey | None:
        """The institution of a region that a name means, also by its abbreviation."""
        key = (self._names.ordered(words), area)
        if key in self._seen:
            return key
        fulls = self._shorts.get((words, area), set())
        return next(iter(fulls)) if len(fulls) == 1 else None

    def all(self) -> dict[BodyKey, Body]:
        """Every institution by the key that stands for it."""
        merged: dict[BodyKey, Body] = {}
        for key in sorted(self._seen):
            body, seen = merged.setdefault(self.root(key), Body(key[1])), self._seen[key]
            body.names.update(seen.names)
            body.abbreviations.update(seen.abbreviations)
            body.regions.update(seen.regions)
            body.keys |= seen.keys
        return merged


def unbracketed(name: str) -> str:
    """A name without what stands in brackets in it."""
    before, _, rest = name.partition("(")
    return " ".join(f"{before} {rest.partition(')')[2]}".split())
