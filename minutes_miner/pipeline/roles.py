"""What an office is, apart from whose it is and where: one form for `Kadinsos`, `Kadis Sosial` and `Kepala Dinas Sosial Kabupaten Toba`."""

from __future__ import annotations

from minutes_miner.rulebook.model import Rulebook
from minutes_miner.rulebook.regions import Regions, mixed_case

SINGLE = ("agency", "force")
LONGEST_HEAD = 3


class Roles:
    """Writes out what kind of post an office is.

    Args:
        rulebook: abbreviations of posts and agencies with what they stand for.
        regions: finds the region at the end of a name.
    """

    def __init__(self, rulebook: Rulebook, regions: Regions) -> None:
        self._lists = rulebook.lists
        self._regions = regions

    def role(self, office: str, institution: str | None) -> str:
        """The post in full, without acting marker, brackets and region.

        The agency stays, of which every region has one; a body with a name of its own goes (`Ketua Yayasan Kasih Bunda` is a `Ketua`).

        Args:
            office: its fullest name in the document.
            institution: that of the body named in it.
        """
        if institution is not None and not self._single(institution) and institution in office:
            office = office.replace(institution, "").strip() or office
        bare = mixed_case(self._unmarked(self._regions.split(_unbracketed(office))[0]))
        if self._single(bare):
            bare = f"{next(iter(self._lists['office_heads.elided'].rows))} {bare}"
        return self._ruler(bare) or " ".join(self._full(word) for word in bare.split()) or office

    def _single(self, institution: str) -> bool:
        """Whether each region has one of such bodies."""
        words = institution.split()
        if self._lists["agencies"].row(words[0]) is not None:
            return True
        row = self._lists["institution_heads"].row(words[0])
        return row is not None and any(kind in row["class"].split("+") for kind in SINGLE)

    def _unmarked(self, office: str) -> str:
        """The post without `Plt.`."""
        words = office.split()
        while len(words) > 1 and self._lists["acting_markers"].row(words[0]) is not None:
            words = words[1:]
        return " ".join(words)

    def _ruler(self, office: str) -> str | None:
        """The post alone where a place follows that is no wide region (`Camat Paron`)."""
        words = office.split()
        for length in range(min(LONGEST_HEAD, len(words) - 1), 0, -1):
            row = self._lists["office_heads"].row(" ".join(words[:length]))
            if row is not None and "ruler" in row["class"].split("+"):
                return row["written_out"] or " ".join(words[:length])
        return None

    def _full(self, word: str) -> str:
        for name, column in (("office_heads", "written_out"), ("agencies", "full_form")):
            row = self._lists[name].row(word)
            if row is not None and row[column]:
                return row[column]
        return word


def _unbracketed(office: str) -> str:
    """The name without an abbreviation in brackets."""
    before, _, rest = office.partition("(")
    return " ".join(f"{before} {rest.partition(')')[2]}".split())
