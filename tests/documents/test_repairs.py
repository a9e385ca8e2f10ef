import pytest

from minutes_miner.documents.lines import Line
from minutes_miner.documents.mending import Mender
from minutes_miner.documents.repairs import RULES, Rule


def mended(text: str) -> Line:
    line = Line(text=text)
    Mender([text]).mend(line)
    return line


def only(rule: Rule, line: Line) -> list[str]:
    return [repair.original for repair in line.repairs if repair.name == rule.name]


@pytest.mark.parametrize(("rule", "drawn", "meant"), [(rule, *example) for rule in RULES for example in rule.examples])
def test_the_examples_of_a_rule(rule: Rule, drawn: str, meant: str) -> None:
    line = mended(drawn)
    assert line.text == meant
    assert [repair.name for repair in line.repairs] == [rule.name]
    (repair,) = line.repairs
    assert drawn[: repair.start] + repair.original + line.text[repair.end :] == drawn


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in RULES for text in rule.counters])
def test_the_counter_examples_of_a_rule(rule: Rule, text: str) -> None:
    assert only(rule, mended(text)) == []
