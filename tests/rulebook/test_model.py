from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.errors import ModelError
from minutes_miner.paths import model_folder
from minutes_miner.rulebook.calendar import load_readers
from minutes_miner.rulebook.model import load_rulebook


def test_the_shipped_model_is_whole() -> None:
    rulebook = load_rulebook(model_folder())
    rule = rulebook.rule("place.prefixed")
    assert rule is not None
    assert rule.label == "PLACE"
    assert rulebook.rule("tidak.ada") is None
    assert "other" in rulebook.topics.labels
    assert {"titles", "degrees", "months"} <= set(rulebook.lists)
    assert rulebook.gazetteer.find("Ngawi") is not None


def test_its_readers_know_dates_and_numbers() -> None:
    numbers, dates = load_readers(load_rulebook(model_folder()))
    money = numbers.money("Rp 13,8 miliar")
    assert money is not None
    assert money.value == 13_800_000_000
    days = dates.date("10 Desember 2024", None)
    assert days is not None
    assert days.start.isoformat() == "2024-12-10"


@pytest.mark.parametrize("meta", [None, "version = 1 2\n", 'name = "kota"\n'])
def test_a_folder_without_name_and_version_is_no_model(tmp_path: Path, meta: str | None) -> None:
    if meta is not None:
        (tmp_path / "meta.toml").write_text(meta, encoding="utf-8")
    with pytest.raises(ModelError, match=r"meta\.toml: cannot be read"):
        load_rulebook(tmp_path)


def test_a_model_without_its_calendar_names_the_missing_list(tmp_path: Path) -> None:
    (tmp_path / "meta.toml").write_text('version = "1"\n', encoding="utf-8")
    with pytest.raises(ModelError, match=r"numerals\.csv: this word list is missing"):
        load_readers(load_rulebook(tmp_path))
