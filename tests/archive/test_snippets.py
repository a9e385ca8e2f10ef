"""The passage shown is the one that says most of what was asked, cut where sentences and words end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.archive.search.query import parsed
from minutes_miner.archive.search.snippets import LONGEST, best_passage, passage_around
from minutes_miner.archive.search.wanted import Wanted
from minutes_miner.corpus.word_forms import WordForms

FORMS = WordForms({})
FILLER = "Rapat dibuka pukul sembilan pagi dan dihadiri seluruh undangan. " * 10
TEXT = f"{FILLER}\nPanti membutuhkan beras.\n{FILLER}Dinas akan membantu operasional panti di Ngawi. {FILLER}"


def wanted(text):
    return Wanted(parsed(text, FORMS), FORMS)


def marked(text, words):
    passage = best_passage(text, wanted(words))
    shown = text[passage.start : passage.end]
    return shown, [shown[start:end] for start, end in passage.marks]


def test_the_passage_with_most_of_the_words_is_shown():
    shown, marks = marked(TEXT, "bantuan operasional panti")
    assert marks == ["membantu", "operasional", "panti"]
    assert shown.startswith("Dinas akan membantu operasional panti di Ngawi.")
    assert len(shown) <= LONGEST


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ('"membantu operasional"', ["membantu operasional"]),
        ('"bantuan operasional"', []),
        ("opera*", ["operasional"]),
        ("beras -jalan", ["beras"]),
        ("bèras", ["beras"]),
        ("BERAS", ["beras"]),
        ("beras OR kasur", ["beras"]),
    ],
)
def test_marks_are_what_the_index_finds(words, marks):
    assert marked(TEXT, words)[1] == marks


def test_text_without_the_words_shows_its_beginning():
    passage = best_passage("\n\n  Notulen rapat.\nIsi.", None)
    assert (passage.start, passage.marks) == (4, ())


def test_the_number_of_a_list_item_ends_no_passage():
    text = "1. Menyalurkan beras ke panti.\n2. Mendata lansia." + " kata" * 60
    assert not text[: best_passage(text, wanted("beras")).end].endswith("2.")


def test_a_passage_around_a_place_marks_it():
    at = TEXT.index("Ngawi")
    passage = passage_around(TEXT, at, at + 5)
    ((start, end),) = passage.marks
    assert TEXT[passage.start :][start:end] == "Ngawi"


@given(st.text(alphabet="beras panti.\n! 1", max_size=600), st.sampled_from(["beras", "panti beras", '"beras panti"', "b*"]))
def test_a_passage_lies_in_its_text_and_its_marks_in_it(text, words):
    passage = best_passage(text, wanted(words))
    assert 0 <= passage.start <= passage.end <= len(text)
    assert all(0 <= start < end <= passage.end - passage.start for start, end in passage.marks)
