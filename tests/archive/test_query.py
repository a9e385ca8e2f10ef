"""Whatever people type becomes a question that the text index understands, and means what they meant."""

from __future__ import annotations

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.archive.databases.fts5 import expression
from minutes_miner.archive.errors import NoWordToFind, TooManyWords
from minutes_miner.archive.search.query import MOST_WORDS, AllOf, AnyOf, Phrase, Without, Word, parsed
from minutes_miner.corpus.word_forms import WordForms

FORMS = WordForms({"aneh": 'a"neh'})
AID, OIL, RICE = Word("bantuan", "bantu"), Word("minyak", "minyak"), Word("beras", "beras")


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("bantuan", AID),
        ("Bantuan, BANTUAN!", AID),
        ("bantuan beras", AllOf((AID, RICE))),
        ("bantuan AND beras", AllOf((AID, RICE))),
        ("bantuan DAN beras", AllOf((AID, RICE))),
        ('"Bantuan Operasional"', Phrase(("bantuan", "operasional"))),
        ("“bantuan operasional”", Phrase(("bantuan", "operasional"))),
        ('"bantuan operasional', Phrase(("bantuan", "operasional"))),
        ("perkema*", Phrase(("perkema",), prefix=True)),
        ("beras OR minyak", AnyOf((RICE, OIL))),
        ("beras | minyak", AnyOf((RICE, OIL))),
        ("beras ATAU minyak", AnyOf((RICE, OIL))),
        ("bantuan beras OR minyak", AllOf((AID, AnyOf((RICE, OIL))))),
        ("bantuan -minyak", Without(AID, Phrase(("minyak",)))),
        ("bantuan NOT minyak", Without(AID, Phrase(("minyak",)))),
        ("bantuan TANPA minyak", Without(AID, Phrase(("minyak",)))),
        ("-minyak bantuan", Without(AID, Phrase(("minyak",)))),
        ("bantuan -(minyak OR beras)", Without(AID, AnyOf((Phrase(("minyak",)), Phrase(("beras",)))))),
        ("(beras OR minyak) bantuan", AllOf((AnyOf((RICE, OIL)), AID))),
        ("(beras -minyak) OR bantuan", AnyOf((Without(RICE, Phrase(("minyak",))), AID))),
        ("beras - minyak", AllOf((RICE, OIL))),
        ("beras OR", RICE),
        ("OR beras", RICE),
        (")beras(", RICE),
        ("anak-anak", Word("anak anak", "anak")),
        ("covid-19", Phrase(("covid", "19"))),
        ("Rp 25.000", AnyOf((Phrase(("rp25", "000")), Phrase(("rp", "25", "000"))))),
        ("Rp25.000", AnyOf((Phrase(("rp25", "000")), Phrase(("rp", "25", "000"))))),
        ("25.000", AnyOf((Phrase(("25", "000")), Phrase(("rp25", "000"))))),
    ],
)
def test_what_is_typed_means_what_was_meant(text, meaning):
    assert parsed(text, FORMS) == meaning


def test_words_in_capitals_are_operators_only_among_small_ones():
    """A heading that is pasted is no formula."""
    whole = parsed("BERAS ATAU MINYAK", FORMS)
    assert whole == AllOf((RICE, Word("atau", "atau"), OIL))


def test_abbreviations_stand_for_their_words_too():
    short = {"dinsos": [("dinas", "sosial")]}
    assert parsed("Dinsos", FORMS, short) == AnyOf((Word("dinsos", "dinsos"), Phrase(("dinas", "sosial"))))
    assert parsed('"Dinsos"', FORMS, short) == Phrase(("dinsos",))


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_no_text_asks_for_nothing(text):
    assert parsed(text, FORMS) is None


@pytest.mark.parametrize("text", ["-beras", "*", '""', "OR", "()", "…!", "NOT beras", "\x00", "\ud800"])
def test_without_a_word_there_is_nothing_to_look_for(text):
    with pytest.raises(NoWordToFind):
        parsed(text, FORMS)


def test_too_many_words_are_refused():
    assert parsed(" ".join(f"kata{number}" for number in range(MOST_WORDS)), FORMS)
    with pytest.raises(TooManyWords):
        parsed("kata " * (MOST_WORDS + 1), FORMS)


@pytest.fixture(scope="module")
def index():
    connection = apsw.Connection(":memory:")
    connection.execute('CREATE VIRTUAL TABLE t USING fts5(text, stems, tokenize="unicode61 remove_diacritics 2")')
    connection.execute("INSERT INTO t VALUES ('beras dan minyak', ''), ('bantuan beras', 'bantu')")
    return connection


_PIECES = ["(", ")", '"', "*", "-", "OR", "NOT", "AND", "beras", "bantuan", "NEAR(a b)", "text:", "{", "}", "^", "'", "\x00", "+", "aneh"]
_typed = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=8)), max_size=30).flatmap(
    lambda pieces: st.sampled_from(["".join(pieces), " ".join(pieces)])
)


@given(_typed)
def test_whatever_is_typed_is_understood_by_the_index(index, text):
    try:
        query = parsed(text, FORMS)
    except (NoWordToFind, TooManyWords):
        return
    if query is not None:
        index.execute("SELECT rowid, bm25(t) FROM t WHERE t MATCH ?", (expression(query),)).fetchall()


def test_deep_brackets_do_no_harm(index):
    query = parsed("(" * 500 + "beras" + ")" * 500 + " bantuan", FORMS)
    assert query is not None
    index.execute("SELECT rowid FROM t WHERE t MATCH ?", (expression(query),)).fetchall()
