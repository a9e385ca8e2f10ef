from __future__ import annotations

import pytest

from minutes_miner.pipeline.symbols import FIRST_SYMBOL, SymbolTable, shape


@pytest.fixture
def table() -> SymbolTable:
    return SymbolTable({"titles": ["bapak"], "kin": ["bapak", "ibu"]}, {"fields": ["KB"]}, ["kepala"], ["PERSON", "titles"])


def features(table: SymbolTable, symbol: str) -> frozenset[str]:
    return table.features[ord(symbol) - FIRST_SYMBOL]


@pytest.mark.parametrize(
    ("token", "shapes"),
    [
        ("Melati", {"Cap"}),
        ("Ma’rup", {"Cap"}),
        ("Al-Ikhlas", {"Cap"}),
        ("dinas", {"low"}),
        ("anak-anak", {"low"}),
        ("LKSA", {"UP"}),
        ("KB", {"UP", "short"}),
        ("LK2S", {"mixed"}),
        ("McDonald", {"mixed"}),
        ("M.", {"Init"}),
        ("IV", {"UP", "roman", "short"}),
        ("12", {"num"}),
        ("2025", {"num", "year"}),
        ("1.250.000", {"decimal"}),
        ("7,5", {"decimal"}),
        ("09.00", {"clock", "decimal"}),
        ("10/12/2024", {"slashdate"}),
        ("2024-12-10", {"isodate"}),
        ("2021/2022", {"years"}),
        ("500x90cm", {"size"}),
        ("3A", {"code"}),
        (",", {"punct"}),
        ("–", {"punct"}),
        ("\n", {"newline"}),
        ("  ", {"blank"}),
    ],
)
def test_a_token_has_the_shape_that_it_shows(token: str, shapes: set[str]) -> None:
    assert shapes <= shape(token)


@pytest.mark.parametrize(("token", "other"), [("1890", "year"), ("Melati", "UP"), ("m.", "Init"), ("IX", "mixed"), ("30.00", "clock")])
def test_and_not_another(token: str, other: str) -> None:
    assert other not in shape(token)


def test_a_symbol_stands_for_shape_and_lists(table: SymbolTable) -> None:
    assert features(table, table.symbol("Bapak")) == {"Cap", "titles", "kin"}
    assert features(table, table.symbol("ibu")) == {"low", "kin"}
    assert features(table, table.symbol("kepala")) == {"low", "=kepala"}


def test_tokens_that_no_rule_can_tell_apart_share_their_symbol(table: SymbolTable) -> None:
    assert table.symbol("Melati") == table.symbol("Kenanga")
    assert table.symbol("Melati") != table.symbol("melati")


def test_an_exact_word_counts_only_as_written(table: SymbolTable) -> None:
    assert "fields" in features(table, table.symbol("KB"))
    assert "fields" not in features(table, table.symbol("Kb"))


def test_a_marked_token_keeps_its_shape_and_loses_its_lists(table: SymbolTable) -> None:
    symbol = table.symbol("Bapak")
    assert features(table, table.mark(symbol, "B:", "PERSON")) == {"Cap", "B:PERSON"}
    assert features(table, table.mark(symbol, "I:", "PERSON+titles")) == {"Cap", "I:PERSON", "I:titles"}


def test_a_class_has_one_of_the_wanted_and_none_of_the_unwanted(table: SymbolTable) -> None:
    codes = table.with_features(["titles", "kin"], ["titles"])
    assert ord(table.symbol("Ibu")) in codes
    assert ord(table.symbol("Bapak")) not in codes
    assert codes == sorted(codes)
    assert table.with_features(["tidak ada"], []) == []


def test_ordinary_texts_bring_no_new_symbols(table: SymbolTable) -> None:
    version = table.version
    for token in "Rapat di aula LKSA Nurul Amal dibuka pukul 09.00 WIB oleh Drs. H. Ma’rup , 12 orang hadir ( 30% ) . \n".split(" "):
        table.symbol(token)
    assert table.version == version
