from __future__ import annotations

import pytest

from minutes_miner.rulebook.notation import Border, Choice, Node, Not, NotationError, Repeat, TokenSet, Word, parse


def sequence(pattern: str, terms: dict[str, str] | None = None) -> tuple[Node, ...]:
    """The parts of a pattern that is a single sequence and marks its span itself."""
    (option,) = parse(pattern, terms).options
    return option


def captured(*nodes: Node) -> Choice:
    return Choice((nodes,), captured=True)


def test_words_are_compared_in_lower_case() -> None:
    assert sequence("[Kepala DINAS]") == (captured(Word("kepala"), Word("dinas")),)


def test_a_pattern_without_brackets_is_its_own_span() -> None:
    assert parse("kepala|ketua") == Choice(((Choice(((Word("kepala"),), (Word("ketua"),)), captured=True),),))


def test_surroundings_stay_outside_the_span() -> None:
    assert sequence("oleh [<Cap>] ,") == (Word("oleh"), captured(TokenSet(("Cap",), ())), Word(","))


def test_sets_have_alternatives_and_exceptions() -> None:
    assert sequence("[<Cap|UP-months-titles.rank>]") == (captured(TokenSet(("Cap", "UP"), ("months", "titles.rank"))),)


def test_signs_with_a_meaning_can_be_quoted() -> None:
    assert sequence('"(" [<Cap>] ")"') == (Word("("), captured(TokenSet(("Cap",), ())), Word(")"))


@pytest.mark.parametrize(("written", "least", "most"), [("a?", 0, 1), ("a{2}", 2, 2), ("a{1,4}", 1, 4), ("a{0,40}", 0, 40)])
def test_repeats_are_bounded(written: str, least: int, most: int) -> None:
    assert sequence(f"[{written} b]") == (captured(Repeat(Word("a"), least, most), Word("b")),)


def test_a_repeat_takes_the_whole_group_before_it() -> None:
    assert sequence("[(a b){2}]") == (captured(Repeat(Choice(((Word("a"), Word("b")),)), 2, 2)),)


def test_not_looks_back_only_at_the_very_beginning() -> None:
    assert sequence("!<plural> [camat] !itu") == (Not(TokenSet(("plural",), ()), True), captured(Word("camat")), Not(Word("itu"), False))


def test_borders_of_lines() -> None:
    assert sequence("^ [a] $") == (Border("^"), captured(Word("a")), Border("$"))


def test_a_term_stands_for_its_pattern() -> None:
    assert sequence("[<jam>]", {"jam": "pukul <num>"}) == (captured(Choice(((Word("pukul"), TokenSet(("num",), ())),))),)


def test_a_term_of_one_token_can_be_narrowed() -> None:
    terms = {"nama": "<Cap|UP-months>"}
    assert sequence("[<nama-titles>]", terms) == (captured(TokenSet(("Cap", "UP"), ("titles", "months"))),)
    assert sequence("[<nama|Init>]", terms) == (captured(TokenSet(("Cap", "UP", "Init"), ("months",))),)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "an empty part"),
        ("a |", "an empty part"),
        ("[]", "an empty part"),
        ("(a", r"\) is missing"),
        ("[a", r"\] is missing"),
        ("a)", r"\) has no beginning"),
        ("(a]", r"\] has no beginning"),
        ("? a", r"\? has nothing before it"),
        ("a{0}", "no repeat"),
        ("a{3,2}", "no repeat"),
        ("a{1,41}", "no repeat"),
        ("a{1,}", "unexpected"),
        ("<a", "unexpected"),
        ('"a', "unexpected"),
        ("a !", "before one token"),
        ("a !(b)", "before one token"),
        ("<Cap|-b>", "an empty name"),
    ],
)
def test_what_cannot_be_read_says_why(pattern: str, reason: str) -> None:
    with pytest.raises(NotationError, match=reason):
        parse(pattern)


def test_a_term_may_not_refer_to_itself() -> None:
    with pytest.raises(NotationError, match="refers to itself"):
        parse("[<a>]", {"a": "x <b>", "b": "y <a>"})
