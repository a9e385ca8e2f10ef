from __future__ import annotations

import os

import pytest

from minutes_miner.cli.reading_options import LIMITS, settings_of
from minutes_miner.cli.texts import TEXTS
from minutes_miner.cli.usage import WrongUsage
from minutes_miner.documents.settings import DEFAULT
from minutes_miner.guard.limits import MIB, Limits


def test_without_options_the_settings_are_the_default_ones_on_all_cores() -> None:
    settings = settings_of(ocr="auto", password=None, limits=())
    assert (settings.limits, settings.ocr, settings.password) == (DEFAULT.limits, DEFAULT.ocr, None)
    assert settings.cores == os.cpu_count()
    assert settings_of(ocr="auto", password=None, limits=(), jobs=10_000).cores == 1


def test_limits_are_set_by_name_and_sizes_in_mebibytes() -> None:
    settings = settings_of(ocr="off", password="rahasia", limits=("pages=50", "memory=500", "pages=60"))
    assert settings.limits == Limits(pages=60, memory=500 * MIB)
    assert (settings.ocr, settings.password) == ("off", "rahasia")


@pytest.mark.parametrize("limit", ["", "pages", "pages=", "pages=0", "pages=-1", "pages=1.5", "pages=banyak", "halaman=5", "=5", "pages=¹"])
def test_a_limit_that_makes_no_sense_is_refused_with_all_names(limit: str) -> None:
    with pytest.raises(WrongUsage, match="--limit") as raised:
        settings_of(ocr="auto", password=None, limits=(limit,))
    for lang in ("id", "en"):
        assert all(name in raised.value.sentence(lang) for name in LIMITS)


def test_an_unknown_way_of_recognition_is_refused() -> None:
    with pytest.raises(WrongUsage, match="auto, off, all"):
        settings_of(ocr="ya", password=None, limits=())


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_help_names_every_limit(lang: str) -> None:
    assert all(name in TEXTS[lang]["option.limit"] for name in LIMITS)  # type: ignore[index]
