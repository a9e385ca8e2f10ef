from __future__ import annotations

import pytest

from minutes_miner.corpus.scores import b_cubed


def test_a_case_computed_by_hand() -> None:
    # Found groups: {a a b} and {b b}. Precision: 2/3, 2/3, 1/3, 1, 1; recall: 1, 1, 1/3, 2/3, 2/3.
    precision, recall, f1 = b_cubed(["a", "a", "b", "b", "b"], [1, 1, 1, 2, 2])
    assert precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert recall == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_the_same_groups_under_other_names_score_one() -> None:
    assert b_cubed(["a", "b", "a"], [7, "x", 7]) == (1.0, 1.0, 1.0)


def test_the_trivial_groupings() -> None:
    gold = ["a", "a", "b", "b"]
    assert b_cubed(gold, [0, 0, 0, 0])[:2] == (0.5, 1.0)
    assert b_cubed(gold, [0, 1, 2, 3])[:2] == (1.0, 0.5)


@pytest.mark.parametrize(("gold", "found"), [([], []), (["a"], [])])
def test_nothing_to_compare_is_refused(gold: list[str], found: list[str]) -> None:
    with pytest.raises(ValueError, match="cannot compare"):
        b_cubed(gold, found)
