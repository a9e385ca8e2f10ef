"""What a change of rules changes, on a copy of the model with a few words more or less."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from minutes_miner.comparing import Change, Difference, compare_models, compare_results
from minutes_miner.miner import Miner
from minutes_miner.paths import model_folder
from minutes_miner.records import Analysis, Deadline, Failure

TEXT = (
    "Bupati Wajo, Andi Nurhayati, meminta Dinas Sosial mendata panti paling lambat 20 Maret 2025. "
    "“Kami kekurangan pengasuh,” kata Darman Salim, Ketua Forum LKSA Wajo."
)


@pytest.fixture(scope="module")
def mined() -> Analysis:
    return Miner().mine_text(TEXT, id="wajo")


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A model in which regents are not known."""
    folder = tmp_path / "model"
    shutil.copytree(model_folder(), folder)
    heads = folder / "lexicon" / "office_heads.csv"
    lines = heads.read_text(encoding="utf-8").splitlines(keepends=True)
    heads.write_text("".join(line for line in lines if not line.lower().startswith("bupati,")), encoding="utf-8")
    return folder


def compared(old: Analysis, new: Analysis) -> tuple[Change, ...]:
    result = compare_results(old, new)
    assert isinstance(result, Difference)
    return result.changes


def test_nothing_differs_from_itself(mined: Analysis) -> None:
    assert compared(mined, mined) == ()


def test_fields_of_a_record_are_shown_as_they_were_and_are(mined: Analysis) -> None:
    item = replace(mined.items[0], actor="Camat", deadline=Deadline(text="besok"))
    (change,) = compared(mined, replace(mined, items=(item, *mined.items[1:])))
    assert (change.kind, change.way, change.name, change.text) == ("item", "altered", item.kind, item.text)
    assert change.fields == {"actor": ("Dinas Sosial", "Camat"), "deadline": ("20 Maret 2025 (2025-03-20)", "besok")}


def test_a_record_with_other_borders_is_altered_not_new(mined: Analysis) -> None:
    place = next(at for at, mention in enumerate(mined.mentions) if mention.text == "Andi Nurhayati")
    short = replace(mined.mentions[place], start=mined.mentions[place].start + 5, text="Nurhayati")
    (change,) = compared(mined, replace(mined, mentions=(*mined.mentions[:place], short, *mined.mentions[place + 1 :])))
    assert (change.way, change.fields) == ("altered", {"text": ("Andi Nurhayati", "Nurhayati")})


def test_what_has_no_partner_was_dropped_or_added(mined: Analysis) -> None:
    less = replace(mined, statements=(), holders=mined.holders[:1])
    ways = [(change.kind, change.way) for change in compared(mined, less)]
    assert sorted(set(ways)) == [("holder", "dropped"), ("statement", "dropped")]
    assert sorted((kind, "added") for kind, _ in ways) == sorted((change.kind, change.way) for change in compared(less, mined))


def test_header_fields_come_first(mined: Analysis) -> None:
    header = replace(mined.document, kind="minutes", place=None)
    first, *rest = compared(mined, replace(mined, document=header, statements=()))
    assert (first.kind, first.name, first.fields) == ("header", "kind", {"kind": (mined.document.kind, "minutes")})
    assert [change.start for change in rest] == sorted(change.start for change in rest)


def test_a_failure_stays_one(mined: Analysis) -> None:
    failure = Failure(source="a", code="empty", message="kosong", exit_code=3, english="empty")
    assert compare_results(failure, mined) == compare_results(mined, failure) == failure


def test_two_models_on_the_same_files(changed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "berita"
    folder.mkdir()
    (folder / "wajo.txt").write_text(TEXT, encoding="utf-8")
    (folder / "hujan.txt").write_text("Hujan turun.", encoding="utf-8")
    (folder / "kosong.txt").write_text("", encoding="utf-8")
    seen: list[int] = []
    results = list(compare_models(model_folder(), changed, [folder], progress=lambda done, of, name: seen.append(done)))
    hujan, kosong, wajo = results
    assert hujan == Difference(source=str(folder / "hujan.txt"), changes=())
    assert isinstance(kosong, Failure)
    assert isinstance(wajo, Difference)
    assert ("mention", "dropped", "OFFICE", "Bupati Wajo") in [(one.kind, one.way, one.name, one.text) for one in wajo.changes]
    assert seen == [0, 1, 2, 3]
