from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_miner.paths import model_folder
from minutes_miner.rulebook.checking import check
from minutes_miner.rulebook.tidying import tidy

RULE = """\
  - id: {id}
    label: {label}
    note: uji
    match: ["[a]"]
    no_match: [b]
"""


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the shipped model without the long list of districts."""
    folder = tmp_path / "model"
    shutil.copytree(model_folder(), folder, ignore=shutil.ignore_patterns("districts.csv"))
    tidy(folder, check_only=False)
    return folder


@pytest.fixture
def faults(model: Path) -> Callable[[], list[str]]:
    """What is said about the model, each fault without the folder's name."""
    return lambda: [fault.sentence("en").removeprefix(f"{model}/").replace(f"{model}/", "") for fault in check(model)]


def add(path: Path, text: str) -> None:
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_a_sound_model_has_no_faults(faults: Callable[[], list[str]]) -> None:
    assert faults() == []


def test_every_fault_is_told_at_once(model: Path, faults: Callable[[], list[str]]) -> None:
    add(model / "rules" / "91_a.yml", "layer: waktu\n")
    add(model / "rules" / "92_b.yml", "layer: [\n")
    add(model / "lexicon" / "pronouns.csv", "bel\n\nbel\n")
    add(model / "gazetteers" / "extra.csv", "id,name\n1,a\n")
    add(model / "topics.yml", "x: y\n")
    (model / "meta.toml").write_text("name = 1\n", encoding="utf-8")
    found = faults()
    line = line_count(model / "lexicon" / "pronouns.csv")
    assert [fault.split(": ")[0] for fault in found] == [
        "rules/91_a.yml:1",
        "rules/92_b.yml:2",
        f"lexicon/pronouns.csv:{line}",
        "gazetteers/extra.csv:1",
        f"topics.yml:{line_count(model / 'topics.yml')}",
        "meta.toml",
    ]
    assert found[2] == f"lexicon/pronouns.csv:{line}: bel is already in lexicon/pronouns.csv:{line - 2}. Delete one of the two."


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("layer: places\n", 1, "this file holds no rule"),
        ("layer: places\nrules:\n" + RULE.format(id="uji.a", label="PLACE"), 3, "uji.a has no patterns"),
        ("layer: statements\nrules:\n" + RULE.format(id="uji.a", label="PLACE"), 3, "does not know the label PLACE"),
        ("layer: items\nrules:\n" + RULE.format(id="uji.a", label="ITEM") + "    patterns: [a]\n", 3, "which kind of item"),
        ("layer: holders\nrules:\n" + RULE.format(id="uji.a", label="HOLDER") + "    patterns: [a]\n", 3, "never run"),
        ("layer: entities\nrules:\n" + RULE.format(id="person.titled", label="PERSON"), 3, "is already in rules/50_people.yml"),
    ],
)
def test_rules_fit_their_layer(model: Path, faults: Callable[[], list[str]], text: str, line: int, fault: str) -> None:
    add(model / "rules" / "91_uji.yml", text)
    found = faults()
    assert len(found) == 1
    assert found[0].startswith(f"rules/91_uji.yml:{line}: ")
    assert fault in found[0]


def test_lists_are_checked_row_by_row(model: Path, faults: Callable[[], list[str]]) -> None:
    add(model / "lexicon" / "uji.csv", "word,case,warna\nKB,exact,merah\nKB,,merah\nkb,Capital,merah\n")
    add(model / "lexicon" / "kosong.csv", "word,note\n")
    assert faults() == [
        "lexicon/kosong.csv:1: this list is empty. Write at least one word.",
        "lexicon/uji.csv:4: unknown value Capital in the column case. Write exact or capital, or leave it empty.",
    ]


def test_regions_are_checked_row_by_row(model: Path, faults: Callable[[], list[str]]) -> None:
    header = "id,name,aliases,kind,part_of,valid_from,valid_until,source,common_word\n"
    rows = "99.01,Negeri Uji,,kabupaten,,2012-10-25,,,0\n99.02,,,kota,,kemarin,2020,,ya\n99.01,Uji Lagi,,kota,,,,,\n"
    add(model / "gazetteers" / "uji.csv", header + rows)
    assert [fault.split(".csv:", 1)[1] for fault in faults()] == [
        "3: the column name is empty. Fill it, or delete the row.",
        "3: kemarin in the column valid_from is no date. Write it like 2012, 2012-10 or 2012-10-25.",
        "3: unknown value ya in the column common_word. Write 1 where the name is an ordinary word too, else 0.",
        "4: 99.01 is already in gazetteers/uji.csv:2. Delete one of the two.",
    ]


def test_files_that_are_never_read_are_told(model: Path, faults: Callable[[], list[str]]) -> None:
    add(model / "lexicon" / "titles.xlsx", "x")
    add(model / "lexicon" / ".~lock.titles.csv#", "x")
    add(model / "rules" / "91_kota.yaml", "layer: places\n")
    assert faults() == [
        "rules/91_kota.yaml: this file is never read. Save it as .yml or move it away.",
        "lexicon/titles.xlsx: this file is never read. Save it as .csv or move it away.",
    ]


def test_a_topic_example_that_comes_out_otherwise_is_a_fault(model: Path, faults: Callable[[], list[str]]) -> None:
    path = model / "topics.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    match:\n", "    match:\n      - Jembatan kami putus\n", 1), encoding="utf-8")
    found = faults()
    assert len(found) == 1
    assert "the example 'Jembatan kami putus'" in found[0]


def test_what_only_shows_in_the_whole_is_found_last(model: Path, faults: Callable[[], list[str]]) -> None:
    (model / "lexicon" / "months.csv").unlink()
    assert faults() == ["lexicon/months.csv: this word list is missing. Copy the file from the shipped model and add to it."]


def test_faults_speak_indonesian_too(model: Path) -> None:
    add(model / "lexicon" / "kosong.csv", "word\n")
    (fault,) = check(model)
    assert fault.sentence("id") == f"{model / 'lexicon' / 'kosong.csv'}:1: daftar ini kosong. Tulis sedikitnya satu kata."
