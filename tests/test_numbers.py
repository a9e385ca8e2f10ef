"""Values of numbers, money and counts, read with the words of the shipped model."""

from __future__ import annotations

import csv
import doctest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner import numbers
from minutes_miner.numbers import Money, NumberMark, NumberReader, Numeral, Quantity

LEXICON = Path(__file__).parents[1] / "models" / "id_minutes" / "lexicon"
DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def rows(name: str) -> list[dict[str, str]]:
    with (LEXICON / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


READER = NumberReader(Numeral.from_rows(rows("numerals")), NumberMark.from_rows([*rows("number_marks"), *rows("range_words")]))


def spelled(number: int) -> str:
    """The number in words, the way a deed writes it."""
    for scale, one, word in (
        (10**9, "satu miliar", "miliar"),
        (10**6, "satu juta", "juta"),
        (1000, "seribu", "ribu"),
        (100, "seratus", "ratus"),
    ):
        if number >= scale:
            count, rest = divmod(number, scale)
            head = one if count == 1 else f"{spelled(count)} {word}"
            return f"{head} {spelled(rest)}" if rest else head
    if number >= 20:
        tens, rest = divmod(number, 10)
        return f"{DIGITS[tens]} puluh {DIGITS[rest]}" if rest else f"{DIGITS[tens]} puluh"
    if number >= 12:
        return f"{DIGITS[number - 10]} belas"
    return {10: "sepuluh", 11: "sebelas"}.get(number) or DIGITS[number]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13,8", 13.8),
        ("275.520.000", 275_520_000),
        ("2.648.725.030,00", 2_648_725_030),
        ("55. 448.000", 55_448_000),
        ("1,500,000.00", 1_500_000),
        ("7.5", 7.5),
        ("7.500", 7500),
        ("0.500", 0.5),
        ("delapan", 8),
        ("Dua Puluh Lima", 25),
        ("seratus lima puluh ribu", 150_000),
        ("dua koma dua miliar", 2_200_000_000),
        ("dua koma nol lima", 2.05),
        ("7 miliar 207 juta", 7_207_000_000),
        ("10 juta", 10_000_000),
        ("2,3 juta", 2_300_000),
        ("2 (dua)", 2),
        ("dua (2)", 2),
        ("200ribu", 200_000),
        ("25rb", 25_000),
        ("9jt", 9_000_000),
        ("3 T", 3_000_000_000_000),
        ("13,8 miiliar", 13_800_000_000),
        ("2 milyar", 2_000_000_000),
        ("seribu miliar", 1_000_000_000_000),
        ("setengah", 0.5),
        ("satu setengah juta", 1_500_000),
        ("1/2", 0.5),
        ("1 ½", 1.5),
        ("30 persen", 30),
        ("-1.200", -1200),
        ("minus dua", -2),
        ("sekitar 40", 40),
        ("seribu sembilan ratus tujuh puluh satu", 1971),
    ],
)
def test_a_number_has_its_value(text: str, value: float) -> None:
    assert READER.number(text) == value


@pytest.mark.parametrize(
    "text", ["", "anak", "puluhan", "10.12.2024", "1.23.456", "dua tiga", "koma dua", "puluh", "dua puluh tiga puluh", "5 orang"]
)
def test_what_is_no_number_has_none(text: str) -> None:
    assert READER.number(text) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("5-6 M", (5_000_000_000, 6_000_000_000)),
        ("Rp85 ribu sampai Rp110 ribu", (85_000, 110_000)),
        ("Rp. 5.000,- s/d Rp. 10.000,-", (5_000, 10_000)),
        ("10 sampai dengan 20 juta", (10_000_000, 20_000_000)),
        ("Rp 500 ribu - 1 juta", (500_000, 1_000_000)),
        ("7", (7, 7)),
    ],
)
def test_a_range_has_two_ends_and_a_scale_said_once_holds_for_both(text: str, ends: tuple[float, float]) -> None:
    assert READER.ends(text) == ends


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rp 13,8 miliar", 13_800_000_000),
        ("Rp. 124.500.000,-", 124_500_000),
        ("Rp10 ribu", 10_000),
        ("25 ribu rupiah", 25_000),
        ("9 juta", 9_000_000),
        ("20Rp", 20),
        ("Rp. 25.000/anak/hari", 25_000),
        ("Rp 172.800.000,00 (seratus tujuh puluh dua juta delapan ratus ribu rupiah)", 172_800_000),
        ("kira-kira Rp1000 sampai Rp10000", 10_000),
    ],
)
def test_money_is_in_whole_rupiah_and_a_range_counts_with_its_upper_end(text: str, value: float) -> None:
    assert READER.money(text) == Money(value, "IDR")


def test_capital_m_is_a_milliard_and_small_m_a_metre() -> None:
    assert READER.money("Rp 2 M") == Money(2_000_000_000, "IDR")
    assert READER.quantity("340 m") == Quantity(340, "m")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("delapan LKSA", 8, "LKSA"),
        ("95 anak asuh", 95, "anak asuh"),
        ("30 persen", 30, "persen"),
        ("7,3%", 7.3, "persen"),
        ("3 dari 14 orang", 3, "orang"),
        ("4 orang dari 17 orang", 4, "orang"),
        ("2 (dua) Desa", 2, "Desa"),
        ("11\n(sebelas)\nperusahaan", 11, "perusahaan"),
        ("± 24 Hektar", 24, "Hektar"),
        ("1,5 km", 1.5, "km"),
        ("500x90cm", 500, "x90cm"),
        ("2–3 jam", 3, "jam"),
        ("24 laki - laki", 24, "laki - laki"),
        ("62.214 jiwa", 62_214, "jiwa"),
        ("lima", 5, ""),
    ],
)
def test_a_quantity_has_a_value_and_a_unit(text: str, value: float, unit: str) -> None:
    assert READER.quantity(text) == Quantity(value, unit)


def test_vague_counts_are_no_quantities() -> None:
    assert READER.quantity("puluhan anak") is None
    assert READER.money("belasan juta") is None


def test_leading_stops_before_the_first_word_that_does_not_belong() -> None:
    assert READER.leading(["dua", "puluh", "orang"]) == (20, 2)
    assert READER.leading(["dua", "koma", "orang"]) == (2, 1)
    assert READER.leading(["orang"]) is None


def test_rows_with_an_unknown_class_or_value_are_refused() -> None:
    with pytest.raises(ValueError, match="class 'angka'"):
        Numeral.from_rows([{"word": "dua", "class": "angka", "value": "2"}])
    with pytest.raises(ValueError, match="dua: value 'II'"):
        Numeral.from_rows([{"word": "dua", "class": "digit", "value": "II"}])
    with pytest.raises(ValueError, match="class 'mata uang'"):
        NumberMark.from_rows([{"word": "Rp", "class": "mata uang", "value": "IDR"}])


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_number_in_words_or_with_thousands_reads_back(number: int) -> None:
    assert READER.number(spelled(number)) == number
    assert READER.number(f"{number:,}".replace(",", ".")) == number


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_every_amount_with_cents_reads_back(rupiah: int, cents: int) -> None:
    written = f"{rupiah:,}".replace(",", ".") + f",{cents:02}"
    money = READER.money(f"Rp {written}")
    assert money is not None
    assert money.value == pytest.approx(rupiah + cents / 100)


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from([*"0123456789.,-/()%", " ", "dua", "juta", "koma", "Rp"])).map("".join)))
def test_no_text_breaks_the_reader(text: str) -> None:
    READER.number(text)
    READER.money(text)
    READER.quantity(text)


def test_a_very_long_number_is_refused_at_once() -> None:
    assert READER.number("9" * 100_000) is None
    assert READER.number("satu " * 100_000) is None


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(numbers).failed == 0
