"""Texts as text vectors: the words that SQLite's index has, and no word lost in a long text."""

from __future__ import annotations

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.archive.databases import vectors as module
from minutes_miner.archive.databases.vectors import OVERLAP, TIMES, WORDS, vectors, words_of

HARD = "Rp1.500.000,- (dan/atau) anak-anak e-mail: siti@contoh.id; Café NIK_32 ½ 2024–2025 'kutip' \\ & | ! <-> :*"


def words_of_sqlite(text):
    connection = apsw.Connection(":memory:")
    connection.execute('CREATE VIRTUAL TABLE t USING fts5(text, tokenize="unicode61 remove_diacritics 2")')
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
    connection.execute("INSERT INTO t VALUES (?)", (text,))
    return [word for (word,) in connection.execute("SELECT term FROM v ORDER BY offset").fetchall()]


@pytest.mark.parametrize("text", [HARD, "", "   ", "ÉCOLE e\u0301cole naïve Ǻ", "satu\u00a0dua\u2028tiga", "مرحبا 会议 １２３"])
def test_both_databases_tell_the_same_words_apart(text):
    assert words_of(text) == words_of_sqlite(text)


def words_in(vector):
    return {entry.split(":")[0].strip("'") for entry in vector.split()}


def test_every_row_has_a_vector():
    assert vectors("", "") == [(0, "")]
    assert vectors("...", "") == [(0, "")]


@given(st.text(max_size=300), st.text(max_size=60))
def test_nothing_but_words_stands_between_quotes(text, stems):
    for _, vector in vectors(text, stems):
        assert all(word.isalnum() for word in words_in(vector))


def test_a_long_text_is_cut_where_a_vector_would_forget():
    text = " ".join(f"kata{number}" for number in range(2 * WORDS))
    numbers, parts = zip(*vectors(text, ""), strict=True)
    assert numbers == (1, 2, 3)
    assert set().union(*map(words_in, parts)) == set(words_of(text))
    assert len(words_in(parts[0]) & words_in(parts[1])) == OVERLAP


def test_a_word_that_is_everywhere_is_cut_too():
    parts = [vector for _, vector in vectors("dan " * 1000, "")]
    assert all(part.count("A") <= TIMES for part in parts)
    assert sum(part.count("A") for part in parts) >= 1000


def test_a_word_without_end_fits():
    assert len(vectors("a" * 10_000, "")[0][1]) < module.LONGEST_WORD + 10
