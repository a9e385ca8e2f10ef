from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.gazetteer import Gazetteer

HEADER = "id,name,aliases,kind,part_of,valid_from,valid_until,source,common_word\n"
ROWS = """\
35,Jawa Timur,Jatim;Jawa-Timur,provinsi,,,,,0
35.06,Kediri,,kabupaten,Jawa Timur,,,,0
35.71,Kediri,,kota,Jawa Timur,,,,0
35.79,Batu,,kota,Jawa Timur,,,,1
35.06.01,Semen,,kecamatan,Kabupaten Kediri,,,,0
"""


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    (tmp_path / "regions.csv").write_text(HEADER + ROWS, encoding="utf-8")
    return Gazetteer(tmp_path)


def code(gazetteer: Gazetteer, name: str, level: str | None = None) -> str | None:
    entry = gazetteer.find(name, level)
    return entry.code if entry else None


def test_names_and_aliases_lead_to_the_code(gazetteer: Gazetteer) -> None:
    assert [code(gazetteer, name) for name in ("Jawa Timur", "JATIM", "jawa-timur", "Semen")] == ["35", "35", "35", "35.06.01"]


def test_a_name_of_two_regions_needs_its_level(gazetteer: Gazetteer) -> None:
    assert code(gazetteer, "Kediri") is None
    assert code(gazetteer, "Kediri", "city") == "35.71"
    assert code(gazetteer, "Kediri", "province") is None


def test_an_unknown_name_has_no_code(gazetteer: Gazetteer) -> None:
    assert code(gazetteer, "Atlantis") is None
    assert code(gazetteer, "") is None


def test_districts_are_kept_apart_and_common_words_marked(gazetteer: Gazetteer) -> None:
    assert "semen" in gazetteer.districts
    assert "semen" not in gazetteer.regions
    assert [entry.common for entry in gazetteer.regions["batu"]] == [True]


def test_a_missing_column_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "regions.csv").write_text("id,name\n35,Jawa Timur\n", encoding="utf-8")
    with pytest.raises(ModelError, match="column aliases is missing"):
        Gazetteer(tmp_path)
