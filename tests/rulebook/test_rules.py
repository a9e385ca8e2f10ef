from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.notation import Choice, Word
from minutes_miner.rulebook.rules import LAYERS, load_rule_file, load_rules

FILE = """\
layer: items
about: Petunjuk
terms:
  kata: "akan"
rules:
  - id: janji.akan
    label: ITEM
    kind: commitment
    confidence: "0.7"
    note: Akan
    patterns:
      - "[<kata>]"
    match:
      - "Dinas [akan] mendata."
    no_match:
      - "Dinas [x] sudah mendata."
    known_failures:
      - "Dinas [bakal] mendata."
      - "Akan tetapi hujan turun."
"""


def written(folder: Path, text: str = FILE, name: str = "80_items.yml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_rule_is_read_with_its_lines(tmp_path: Path) -> None:
    path = written(tmp_path)
    layer, (rule,) = load_rule_file(path)
    assert (layer, rule.id, rule.label, rule.kind, rule.confidence) == ("items", "janji.akan", "ITEM", "commitment", 0.7)
    assert rule.where == f"{path}:6"
    assert [(example.text, example.spans, example.where) for example in rule.match] == [("Dinas akan mendata.", ((6, 10),), f"{path}:14")]


def test_terms_stand_for_their_pattern(tmp_path: Path) -> None:
    (rule,) = load_rule_file(written(tmp_path))[1]
    assert rule.patterns == (Choice(((Choice(((Choice(((Word("akan"),),)),),), captured=True),),)),)


def test_brackets_mark_nothing_in_a_counter_example(tmp_path: Path) -> None:
    (rule,) = load_rule_file(written(tmp_path))[1]
    assert [(example.text, example.spans) for example in rule.no_match] == [("Dinas [x] sudah mendata.", ())]


def test_a_known_failure_is_an_example_or_a_counter_example(tmp_path: Path) -> None:
    (rule,) = load_rule_file(written(tmp_path))[1]
    assert [bool(example.spans) for example in rule.known_failures] == [True, False]


def test_what_may_be_left_out_has_a_value(tmp_path: Path) -> None:
    text = FILE.replace("    kind: commitment\n", "").replace('    confidence: "0.7"\n', "").split("    known_failures")[0]
    (rule,) = load_rule_file(written(tmp_path, text))[1]
    assert (rule.kind, rule.confidence, rule.source, rule.known_failures) == ("", 0.8, "", ())


@pytest.mark.parametrize(
    ("old", "new", "line", "fault"),
    [
        ("layer: items", "layer: butir", 1, "unknown layer butir"),
        ("about:", "tentang:", 1, "unknown key tentang"),
        ("    label: ITEM", "    lable: ITEM", 6, "unknown key lable"),
        ("    note: Akan\n", "", 6, "note is missing"),
        ("    match:\n", "    match: []\n    source:\n", 6, "match is missing"),
        ("kind: commitment", "kind: janji", 6, "unknown kind janji"),
        ('"0.7"', '"7"', 6, "no number from 0 to 1"),
        ('"0.7"', "tinggi", 6, "no number from 0 to 1"),
        ("[akan]", "akan", 14, "no span is marked"),
        ("[akan]", "[akan", 14, "without its partner"),
        ("[bakal]", "bakal]", 18, "without its partner"),
        ('"[<kata>]"', '"[<kata>"', 12, "] is missing"),
        ('"[<kata>]"', '"[<kata>{2,}]"', 12, "cannot be read"),
        ('- "[<kata>]"', "- [a, b]", 6, "patterns holds something that is no text"),
        ("rules:\n  - id", "rules:\n  - satu\n  - id", 1, "a rule is not a mapping"),
        ("rules:", "rules: satu\nx:", 1, "unknown key x"),
    ],
)
def test_faults_are_named_with_their_line(tmp_path: Path, old: str, new: str, line: int, fault: str) -> None:
    assert old in FILE
    path = written(tmp_path, FILE.replace(old, new, 1))
    with pytest.raises(ModelError) as caught:
        load_rule_file(path)
    assert fault in str(caught.value)
    assert caught.value.where == f"{path}:{line}"


def test_rules_are_sorted_into_layers(tmp_path: Path) -> None:
    written(tmp_path)
    written(tmp_path, FILE.replace("janji.akan", "janji.lain"), "90_items.yml")
    written(tmp_path, "layer: times\n", "10_times.yml")
    layers = load_rules(tmp_path)
    assert tuple(layers) == LAYERS
    assert [rule.id for rule in layers["items"]] == ["janji.akan", "janji.lain"]
    assert layers["times"] == ()


def test_an_id_stands_once_in_the_model(tmp_path: Path) -> None:
    written(tmp_path)
    second = written(tmp_path, name="90_items.yml")
    with pytest.raises(ModelError, match=r"janji\.akan is already in .*80_items\.yml:6") as caught:
        load_rules(tmp_path)
    assert caught.value.where == f"{second}:6"
