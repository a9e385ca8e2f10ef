from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.yaml_text import Mapping, Sequence, load


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "a.yml"
    path.write_bytes(text.encode(encoding))
    return path


def test_scalars_stay_what_is_written(tmp_path: Path) -> None:
    content = load(written(tmp_path, "a: no\nb: 12:30\nc: 2024-03-01\nd: 007\ne:\n"))
    assert content == {"a": "no", "b": "12:30", "c": "2024-03-01", "d": "007", "e": ""}


def test_every_value_knows_its_line(tmp_path: Path) -> None:
    content = load(written(tmp_path, "# catatan\nrules:\n  - id: satu\n    match:\n      - a\n\n      - b\n"))
    rules = content["rules"]
    assert isinstance(rules, Sequence)
    rule = rules[0]
    assert isinstance(rule, Mapping)
    examples = rule["match"]
    assert isinstance(examples, Sequence)
    assert (content.line, rules.line, rule.line, rule["id"].line, examples.line) == (2, 3, 3, 3, 5)
    assert [(text, text.line) for text in examples] == [("a", 5), ("b", 7)]


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert load(written(tmp_path, "layer: times\n", "utf-8-sig")) == {"layer": "times"}


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("", 1, "empty"),
        ("# hanya catatan\n", 1, "empty"),
        ("- a\n- b\n", 1, "not a mapping"),
        ("hanya teks\n", 1, "not a mapping"),
        ("a: 1\nb:\n  c: 1\n  c: 2\n", 4, "'c' stands twice"),
        ("a: 1\n[b]: 2\n", 2, "a key is no text"),
        ("a: [1, 2\nb: 3\n", 2, "no valid YAML"),
        ("a: *nama\n", 1, "no valid YAML"),
        ("a: \x00\n", 1, "no valid YAML"),
    ],
)
def test_faults_name_file_and_line(tmp_path: Path, text: str, line: int, fault: str) -> None:
    with pytest.raises(ModelError) as caught:
        load(written(tmp_path, text))
    assert caught.value.where == f"{tmp_path / 'a.yml'}:{line}"
    assert fault in str(caught.value)


def test_what_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        load(tmp_path / "tidak-ada.yml")
    with pytest.raises(ModelError, match="cannot be read"):
        load(written(tmp_path, "a: é\n", "latin-1"))
