from __future__ import annotations

import pytest

from minutes_miner.pipeline.matching import Matcher, names_in
from minutes_miner.pipeline.symbols import SymbolTable
from minutes_miner.rulebook.notation import parse

LISTS = {"titles": ["bapak", "ibu"], "months": ["mei", "juni"], "plural": ["para"]}
PHRASES = frozenset(["OFFICE", "titles"])


def find(pattern: str, text: str, marks: dict[str, tuple[int, int]] | None = None) -> list[str]:
    """The marked spans in a text whose tokens stand between blanks; `marks` are earlier findings by label."""
    tree = parse(pattern)
    words, _ = names_in([tree])
    table = SymbolTable(LISTS, {}, words, PHRASES)
    tokens = text.split(" ")
    symbols = [table.symbol(token) for token in tokens]
    for label, (first, last) in (marks or {}).items():
        for at in range(first, last):
            symbols[at] = table.mark(symbols[at], "B:" if at == first else "I:", label)
    return [" ".join(tokens[first:last]) for first, last in Matcher([tree], table, PHRASES).spans("".join(symbols))]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("[kepala dinas]", "Kepala DINAS dan kepala badan", ["Kepala DINAS"]),
        ("<titles> [<Cap>{1,2}]", "Bapak Ketut Alit Wirya", ["Ketut Alit"]),
        ("[<Cap-months-titles>]", "Ibu Melati pada Mei", ["Melati"]),
        ("[<num> <months>]", "10 Mei dan 12 buku", ["10 Mei"]),
        ("(ujar|kata) [<Cap>]", "kata Wati , ujar Budi", ["Wati", "Budi"]),
        ("[camat <Cap>?]", "camat Paron dan camat itu", ["camat Paron", "camat"]),
        ("[<Cap>] !itu", "Wati itu dan Budi ini", ["Budi"]),
        ("!<plural> [camat]", "para camat dan camat", ["camat"]),
        ("^ [camat]", "camat itu \n camat ini camat", ["camat", "camat"]),
        ("[camat] $", "camat itu camat \n ya camat", ["camat", "camat"]),
        ("[<any>{1,9}]", "satu dua \n tiga", ["satu dua", "tiga"]),
        ('"(" [<Cap>] ")"', "Wati ( Kader ) dan ( kader )", ["Kader"]),
        ("[<tidak_ada>]", "kata apa pun", []),
    ],
)
def test_patterns_find_their_spans(pattern: str, text: str, found: list[str]) -> None:
    assert find(pattern, text) == found


def test_what_follows_the_span_is_free_for_the_next_one() -> None:
    assert find("dan [<Cap>] dan", "dan Wati dan Budi dan") == ["Wati", "Budi"]


def test_an_earlier_finding_is_one_whole() -> None:
    assert find("<OFFICE> [<Cap>]", "Kepala Dinas Sosial Wati", {"OFFICE": (0, 3)}) == ["Wati"]
    assert find("[<OFFICE>] <Cap>", "Kepala Dinas Sosial Wati", {"OFFICE": (0, 3)}) == ["Kepala Dinas Sosial"]


def test_an_earlier_finding_hides_its_words_and_lists() -> None:
    assert find("[<titles>]", "Bapak dan ibu", {"OFFICE": (0, 1)}) == ["ibu"]
    assert find("[<Cap-OFFICE>]", "Kepala Dinas Wati", {"OFFICE": (0, 2)}) == ["Wati"]


def test_of_two_neighbours_each_is_found() -> None:
    table = SymbolTable(LISTS, {}, (), PHRASES)
    symbols = [table.mark(table.symbol(word), "B:", "OFFICE") for word in ("Camat", "Lurah")]
    assert list(Matcher([parse("[<OFFICE>]")], table, PHRASES).spans("".join(symbols))) == [(0, 1), (1, 2)]


def test_a_matcher_learns_the_kinds_of_tokens_that_come_later() -> None:
    table = SymbolTable({}, {}, (), ())
    matcher = Matcher([parse("[<Cap>]")], table, frozenset())
    assert list(matcher.spans(table.symbol("Wati"))) == [(0, 1)]
    table.by_lower["budi"] = {"baru"}
    assert list(matcher.spans(table.symbol("Budi"))) == [(0, 1)]


def test_words_and_names_of_a_pattern() -> None:
    words, names = names_in([parse("^ (kepala|<heads>){1,2} [<Cap-months>] !<plural>")])
    assert words == {"kepala"}
    assert names == {"heads", "Cap", "months", "plural"}
