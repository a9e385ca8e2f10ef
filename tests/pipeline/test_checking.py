from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from minutes_miner.errors import ModelError
from minutes_miner.paths import model_folder
from minutes_miner.pipeline.checking import ExampleResult, Kind, run_example, run_examples
from minutes_miner.pipeline.language import Pipeline
from minutes_miner.rulebook.examples import Example, read_marked
from minutes_miner.rulebook.model import load_rulebook

RULES = """\
layer: institutions
rules:
  - id: uji.rumah
    label: INSTITUTION
    note: Rumah pintar dengan namanya
    patterns: ["[rumah pintar <Cap>]"]
    match:
      - "Anak-anak belajar di [Rumah Pintar Mentari]."
      - "Anak-anak belajar di [Rumah Baca Mentari]."
    no_match: [Rumah itu dirancang orang pintar.]
    known_failures:
      - "Anak-anak belajar di [Rumah Pandai Mentari]."
      - "Anak-anak belajar di [Rumah Pintar Kenanga]."
"""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(load_rulebook(model_folder()))


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the shipped model without its rules and its long list of districts."""
    folder = tmp_path / "model"
    shutil.copytree(model_folder(), folder, ignore=shutil.ignore_patterns("districts.csv", "[1-9]*.yml"))
    return folder


def run(pipeline: Pipeline, rule_id: str, written: str, kind: Kind = "match") -> ExampleResult:
    rule = pipeline.rulebook.rule(rule_id)
    assert rule is not None
    text, spans = read_marked(written)
    return run_example(pipeline, rule, kind, Example(written, text, spans, "a.yml:7"))


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        ("person.titled", "Usulan disampaikan Bu [Rukmini] dan Pak [Sutarno]."),
        ("holder.predicate", "[Rosmaida Hutapea selaku Kepala Dinas Sosial] hadir."),
        ("statement.reported", "Rosmaida Hutapea mengatakan [bibit kentang tiba pekan lalu]."),
        ("need.hope", "Ia [berharap] Pemkab Ngawi menambah bantuan operasional panti."),
        ("item.section", "NOTULEN RAPAT\nKesimpulan\n- [Kerja bakti dimulai hari Sabtu]"),
    ],
)
def test_mentions_holders_statements_cues_and_rows_are_compared(pipeline: Pipeline, rule: str, written: str) -> None:
    assert run(pipeline, rule, written) == ExampleResult(rule, "a.yml:7", written, True, "")


def test_a_border_that_is_off_fails_and_says_what_stands_there(pipeline: Pipeline) -> None:
    result = run(pipeline, "person.titled", "Usulan disampaikan [Bu Rukmini].")
    assert not result.ok
    assert result.message == "tidak ditemukan: [Bu Rukmini]; yang ditemukan di situ: PERSON [Rukmini] oleh person.titled"


def test_the_right_span_by_another_rule_fails(pipeline: Pipeline) -> None:
    result = run(pipeline, "person.degree", "Usulan disampaikan Bu [Rukmini].")
    assert result.message.endswith("PERSON [Rukmini] oleh person.titled")


def test_what_is_not_there_at_all_is_said_so(pipeline: Pipeline) -> None:
    result = run(pipeline, "person.titled", "Usulan disampaikan [kemarin pagi oleh warga].")
    assert result.message.startswith("tidak ditemukan: [kemarin pagi oleh warga]")
    assert "person.titled" not in result.message


def test_a_counter_example_fails_only_by_its_own_rule(pipeline: Pipeline) -> None:
    assert run(pipeline, "person.degree", "Usulan disampaikan Bu Rukmini.", "no_match").ok
    wrong = run(pipeline, "person.titled", "Usulan disampaikan Bu Rukmini.", "no_match")
    assert wrong.message == "seharusnya tidak ditemukan: PERSON [Rukmini] oleh person.titled"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("Usulan disampaikan [Bu Rukmini].", ""),
        ("Usulan disampaikan Bu [Rukmini].", "contoh ini sekarang cocok: pindahkan dari known_failures ke match"),
        ("Usulan disampaikan Bu Rukmini.", ""),
        ("Usulan disampaikan warga.", "contoh ini sekarang cocok: pindahkan dari known_failures ke no_match"),
    ],
)
def test_a_known_failure_must_fail(pipeline: Pipeline, written: str, message: str) -> None:
    result = run(pipeline, "person.titled", written, "known_failures")
    assert (result.ok, result.message) == (not message, message)


def test_a_label_that_the_rule_does_not_make_never_holds(pipeline: Pipeline) -> None:
    rule = pipeline.rulebook.rule("person.titled")
    assert rule is not None
    text, spans = read_marked("Usulan disampaikan Bu [Rukmini].")
    assert not run_example(pipeline, replace(rule, label="OFFICE"), "match", Example(text, text, spans, "")).ok


def test_all_examples_of_a_folder_run_in_order(model: Path) -> None:
    path = model / "rules" / "35_uji.yml"
    path.write_text(RULES, encoding="utf-8")
    results = list(run_examples(model))
    assert [(result.where, result.ok) for result in results] == [
        (f"{path}:8", True),
        (f"{path}:9", False),
        (f"{path}:10", True),
        (f"{path}:12", True),
        (f"{path}:13", False),
    ]
    assert {result.rule for result in results} == {"uji.rumah"}


def test_a_pattern_that_names_an_unknown_list_is_refused(model: Path) -> None:
    (model / "rules" / "35_uji.yml").write_text(RULES.replace("<Cap>", "<bunga>"), encoding="utf-8")
    with pytest.raises(ModelError, match=r"35_uji\.yml:3: unknown list or label <bunga>"):
        list(run_examples(model))


def test_a_list_that_the_pipeline_needs_and_misses_is_refused(model: Path) -> None:
    (model / "rules" / "35_uji.yml").write_text(RULES, encoding="utf-8")
    (model / "lexicon" / "titles.csv").unlink()
    with pytest.raises(ModelError, match=r"titles\.csv: this word list is missing"):
        list(run_examples(model))
