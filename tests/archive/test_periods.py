"""Years, months and days as people write them."""

from __future__ import annotations

import pytest

from minutes_miner.archive.errors import NoSuchDay
from minutes_miner.archive.search.periods import first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        (" 2023-5-7 ", "2023-05-07", "2023-05-07"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text, first, last):
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["", "23", "2023-13", "2023-02-30", "17 Mei 2023", "0000", "2023-", "2023-00", "2023-01-00", "٢٠٢٣"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(NoSuchDay):
        first_day(text)
