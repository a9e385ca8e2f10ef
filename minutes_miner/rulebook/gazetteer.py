"""The places that a model knows: `gazetteers/*.csv`, with their codes, kinds and other names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from minutes_miner.rulebook.tables import read_rows

COLUMNS = ("id", "name", "aliases", "kind", "part_of", "valid_from", "valid_until", "source")
LEVELS = {"provinsi": "province", "kabupaten": "regency", "kota": "city", "kecamatan": "district", "desa": "village"}
WIDE = ("province", "regency", "city")
ABROAD = ("negara", "kawasan dunia", "kota dunia")
LONGEST_SIGLUM = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One region: `code` is its Kemendagri code, `common` says that its name is also an ordinary word."""

    code: str
    name: str
    kind: str
    level: str
    part_of: str
    common: bool

    @property
    def abroad(self) -> bool:
        """Whether it lies outside the country."""
        return self.kind in ABROAD


class Gazetteer:
    """Looks up regions by name, in lower case.

    Attributes:
        regions: names of provinces, regencies and cities, with their other names.
        districts: names of districts (kecamatan).
        as_written: names of a few capital letters (`AS`, `NTT`), which mean a place only as they are written.
    """

    def __init__(self, folder: Path) -> None:
        self.regions: dict[str, list[Entry]] = {}
        self.districts: dict[str, list[Entry]] = {}
        self.as_written: dict[str, str] = {}
        for path in sorted(folder.glob("*.csv")):
            for row in read_rows(path, required=COLUMNS):
                kind = row["kind"].lower()
                entry = Entry(row["id"], row["name"], kind, LEVELS.get(kind, "other"), row["part_of"], row["common_word"] == "1")
                names = self.districts if kind == "kecamatan" else self.regions
                for name in (row["name"], *row["aliases"].split(";")):
                    if name.strip():
                        names.setdefault(name.strip().lower(), []).append(entry)
                    if name.isupper() and len(name) <= LONGEST_SIGLUM:
                        self.as_written[name.lower()] = name

    def is_wide(self, name: str) -> bool:
        """Whether a province, regency or city bears the name, so that offices and agencies can be those of it."""
        return any(entry.level in WIDE for entry in self.regions.get(name.lower(), ()))

    def find(self, name: str, level: str | None = None) -> Entry | None:
        """The one region of that name (and level), or None where there is none or more than one."""
        entries = self.regions.get(name.lower()) or self.districts.get(name.lower()) or []
        if level is not None:
            entries = [entry for entry in entries if entry.level == level]
        return entries[0] if len({entry.code for entry in entries}) == 1 else None
