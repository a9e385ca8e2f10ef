"""Regions of names and of documents, as one key each, so that `Wonosobo`, `Kabupaten Wonosobo` and a document from Kertek agree."""

from __future__ import annotations

from collections import Counter

from minutes_miner.corpus.people.sightings import DocumentSeen
from minutes_miner.rulebook.gazetteer import WIDE
from minutes_miner.rulebook.model import Rulebook

NATION = "ID"
UNKNOWN = ""
OPEN = "~"  # begins the key of a region that has no code of its own, or may be one of several
PROVINCE = 2  # letters of the code of a province
REGENCY = 5  # letters of the code of a regency or city

# What speaks for the region of a document: the region of a body or post in it, its header's place, each time that it names a region.
BODY, HEADER, NAMED, MOST_NAMED = 4, 6, 2, 4


class Areas:
    """Keys of regions: the Kemendagri code of a province, regency or city, `ID` for the whole country, "" where nothing is known.

    A name that two regions bear (`Kupang`) and that nothing in the document decides is a region of its own (`~kupang`).
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._gazetteer = rulebook.gazetteer
        self._prefixes = rulebook.lists["place_prefixes"]
        self._known: dict[str, tuple[str, ...]] = {}

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes of the provinces, regencies and cities that a name may mean; a district counts as its regency."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._find(name)
        return known

    def called(self, code: str) -> str:
        """What the gazetteer calls the province, regency or city with a code that it knows: `Kabupaten Ngawi`, `Aceh`."""
        entry = next(entry for entries in self._gazetteer.regions.values() for entry in entries if entry.code == code)
        return entry.name if entry.level == "province" else f"{entry.kind.title()} {entry.name}"

    def _find(self, name: str) -> tuple[str, ...]:
        first, _, rest = name.partition(" ")
        row = self._prefixes.row(first) if rest else None
        bare, level = (rest, row["class"]) if row is not None else (name, None)
        levels = WIDE if level is None else (level,)
        wide = {entry.code for entry in self._gazetteer.regions.get(bare.lower(), ()) if entry.level in levels and entry.level in WIDE}
        if wide or level in WIDE:
            return tuple(sorted(wide))
        districts = (
            {entry.code[:REGENCY] for entry in self._gazetteer.districts.get(bare.lower(), ())} if level in (None, "district") else set()
        )
        return tuple(districts) if len(districts) == 1 else ()

    def key(self, name: str | None, home: str) -> str:
        """The key of a region by its name in a document whose own region is `home`."""
        if name is None:
            return home
        codes = self.codes(name)
        if len(codes) == 1:
            return codes[0]
        if home in codes:
            return home
        return OPEN + name.lower()

    def home(self, document: DocumentSeen) -> str:
        """The region that a document speaks of: that of most of its bodies and posts, its header and the regions that it names."""
        votes: Counter[str] = Counter()
        doubtful: list[tuple[str, tuple[str, ...], int]] = []
        regions = (*(one.region for one in document.institutions), *(one.region for one in document.offices))
        told = [(region, BODY) for region in regions if region is not None]
        if document.place is not None:
            told.append((document.place, HEADER))
        for name, weight in told:
            codes = self.codes(name)
            if len(codes) == 1:
                votes[codes[0]] += weight
            elif codes:
                doubtful.append((name, codes, weight))
        for region in document.regions:
            if region.code is not None and len(region.code) >= REGENCY:
                votes[region.code[:REGENCY]] += NAMED * min(region.times, MOST_NAMED)
            elif region.code is not None:
                votes[region.code] += min(region.times, MOST_NAMED)
        for name, codes, weight in doubtful:
            meant = [code for code in codes if code in votes]
            votes[meant[0] if len(meant) == 1 else OPEN + name.lower()] += weight
        return min(votes, key=lambda code: (-votes[code], -len(code), code)) if votes else UNKNOWN


def within(one: str, other: str) -> bool:
    """Whether two keys are those of a province and of a regency or city in it."""
    short, long = sorted((one, other), key=len)
    return len(short) == PROVINCE and long.startswith(short + ".")


def province(area: str) -> str:
    """The code of the province, or the key itself where it has none."""
    return area[:PROVINCE] if area[:1].isdigit() else area
