"""Every example of every rule, through the real pipeline; and every rule that a record or the program names has an entry with examples."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import minutes_miner.pipeline as pipeline_package
from minutes_miner.miner import Miner, shared_miner
from minutes_miner.paths import model_folder
from minutes_miner.pipeline.checking import Kind, every_example, run_example, run_examples
from minutes_miner.records import Analysis
from minutes_miner.rulebook.checking import check
from minutes_miner.rulebook.examples import Example
from minutes_miner.rulebook.notation import parse
from minutes_miner.rulebook.rules import Rule, load_rules
from minutes_miner.rulebook.tidying import tidy

MODEL = model_folder()
SAMPLES = Path(__file__).parent.parent / "samples"
README = (MODEL / "README.md").read_text(encoding="utf-8")


def examples() -> Iterator[object]:
    counts: dict[tuple[str, Kind], int] = {}
    for rule, kind, example in every_example(load_rules(MODEL / "rules")):
        number = counts[rule.id, kind] = counts.get((rule.id, kind), 0) + 1
        yield pytest.param(rule, kind, example, id=f"{rule.id}-{kind}-{number}")


@cache
def miner() -> Miner:
    return shared_miner()


@pytest.mark.parametrize(("rule", "kind", "example"), list(examples()))
def test_example(rule: Rule, kind: Kind, example: Example) -> None:
    result = run_example(miner().pipeline, rule, kind, example)
    assert result.ok, f"{result.where}: {result.message}"


def test_the_model_has_no_faults() -> None:
    assert [str(fault) for fault in check(MODEL)] == []


def test_the_lists_are_tidy() -> None:
    assert tidy(MODEL, check_only=True) == []


def test_every_rule_that_made_a_record_of_the_samples_has_an_entry() -> None:
    made = set()
    for path in sorted(path for folder in ("minutes", "news") for path in (SAMPLES / folder).iterdir()):
        for result in miner().mine_file(path):
            assert isinstance(result, Analysis), path
            made |= {record.rule for record in (*result.mentions, *result.holders, *result.statements, *result.items)}
    assert len(made) > 50
    assert sorted(rule for rule in made if miner().pipeline.rulebook.rule(rule) is None) == []


def test_every_rule_that_the_program_names_has_an_entry() -> None:
    rulebook = miner().pipeline.rulebook
    families = "|".join(sorted({rule.id.split(".")[0] for rules in rulebook.rules.values() for rule in rules}))
    named = set()
    for path in Path(*pipeline_package.__path__).rglob("*.py"):
        named |= set(re.findall(rf'"((?:{families})\.[a-z_]+)"', path.read_text(encoding="utf-8")))
    assert len(named) > 30
    assert sorted(rule for rule in named if rulebook.rule(rule) is None) == []


def test_the_rule_of_the_readme_works(tmp_path: Path) -> None:
    """A reader who copies the model and the example of its README has a model that passes."""
    (rule,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    folder = tmp_path / "model-kota-saya"
    shutil.copytree(MODEL, folder)
    (folder / "rules" / "35_kota_saya.yml").write_text(rule, encoding="utf-8")
    assert check(folder) == []
    results = [result for result in run_examples(folder) if "35_kota_saya" in result.where]
    assert [result.message for result in results] == ["", ""]


def test_the_rows_of_the_readme_fit_their_lists() -> None:
    rows = re.findall(r"\| `(lexicon/\w+\.csv)` \| `([^`]+)` \|", README)
    assert len(rows) >= 8
    for file, row in rows:
        header = (MODEL / file).read_text(encoding="utf-8").split("\n", 1)[0]
        assert len(next(csv.reader([row]))) == len(header.split(",")), row


def test_the_patterns_of_the_readme_can_be_read() -> None:
    section = README.split("## 4.")[1].split("## 5.")[0]
    patterns = [cell.replace("\\|", "|") for cell in re.findall(r"^\| `([^`]+)` \| [^|]+ \|$", section, re.MULTILINE)]
    assert len(patterns) >= 5
    for pattern in patterns:
        parse(pattern)


def test_the_readme_names_only_what_is_there() -> None:
    for name in re.findall(r"`((?:lexicon|gazetteers)/\w+\.csv)`", README):
        assert (MODEL / name).is_file(), name
