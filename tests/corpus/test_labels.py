from __future__ import annotations

import pytest

from minutes_miner.corpus.issues.features import NeedWords, load_need_words
from minutes_miner.corpus.issues.labels import phrase_label, telling_words
from minutes_miner.paths import model_folder

TEXTS = ["Butuh alat musik gamelan", "alat musik sanggar rusak", "Sanggar kekurangan alat musik"]
WEIGHTS = {"alat": 0.6, "musik": 0.6, "sanggar": 0.4, "gamelan": 0.2, "rusak": 0.1}


@pytest.fixture(scope="module")
def words() -> NeedWords:
    return load_need_words(model_folder())


def test_the_phrase_that_most_members_share_is_the_label(words: NeedWords) -> None:
    assert phrase_label(TEXTS, WEIGHTS, words) == "Alat musik"


def test_a_thing_is_taken_before_a_verb(words: NeedWords) -> None:
    assert phrase_label(["atap diperbaiki"], {"atap": 0.5, "baik": 0.6}, words) == "Atap"
    assert phrase_label(["diperbaiki"], {"baik": 0.6}, words) == "Diperbaiki"


def test_texts_without_a_telling_word_name_themselves(words: NeedWords) -> None:
    assert phrase_label(["yang itu", "dan ini"], {}, words) == "dan ini"


def test_terms_are_words_as_written_heaviest_first(words: NeedWords) -> None:
    assert telling_words(TEXTS, WEIGHTS, words, most=3) == ("alat", "musik", "sanggar")
    assert telling_words(["dana BOP", "BOP panti"], {"bop": 1.0}, words, most=1) == ("BOP",)
