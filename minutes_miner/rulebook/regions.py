"""The region that the name of an office or institution ends in, and the one that a whole document speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from minutes_miner.rulebook.gazetteer import WIDE
from minutes_miner.rulebook.model import Rulebook

LONGEST_ABBREVIATION = 3
LONGEST_REGION = 4


class Regions:
    """Finds regions in names.

    Args:
        rulebook: the gazetteer, and the words that stand before regions (`Kabupaten`).
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._gazetteer = rulebook.gazetteer
        self._prefixes = rulebook.lists["place_prefixes"]

    def split(self, name: str) -> tuple[str, str | None]:
        """A name without the province, regency or city at its end, and that region."""
        words = name.split()
        for first in range(max(1, len(words) - LONGEST_REGION - 1), len(words)):
            tail = " ".join(words[first + 1 :])
            if tail and tail[0].isupper() and self._is_wide_prefix(words[first]):
                return " ".join(words[:first]), mixed_case(" ".join(words[first:]))
        for first in range(max(1, len(words) - LONGEST_REGION), len(words)):
            tail = " ".join(words[first:])
            if self._gazetteer.is_wide(tail):
                return " ".join(words[:first]), mixed_case(tail)
        return name, None

    def own(self, place: str | None, names: Iterable[str]) -> str | None:
        """The region of a document: its place (dateline, header) if that is wide enough, else the first in names of bodies (letterhead).

        A village or a hall says nothing about an office.
        """
        if place is not None:
            first = place.split()[0]
            known = self._prefixes.row(first) is not None
            if self._is_wide_prefix(first) if known else self._gazetteer.is_wide(place):
                return mixed_case(place)
        return next((region for name in names if (region := self.split(name)[1]) is not None), None)

    def _is_wide_prefix(self, word: str) -> bool:
        row = self._prefixes.row(word)
        return row is not None and row["class"] in WIDE


def mixed_case(name: str) -> str:
    """A name in capitals (`KABUPATEN WONOSOBO`) as running text writes it; short ones may be abbreviations and stay."""
    return name.title() if name.isupper() and len(name) > LONGEST_ABBREVIATION else name
