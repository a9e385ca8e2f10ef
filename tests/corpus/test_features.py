from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.corpus.issues.features import ASIDE, GENERIC, THING, NeedWords, load_need_words
from minutes_miner.errors import ModelError
from minutes_miner.paths import model_folder


@pytest.fixture(scope="module")
def words() -> NeedWords:
    return load_need_words(model_folder())


def test_forms_of_a_word_share_their_stem(words: NeedWords) -> None:
    assert {words.stem(word) for word in ("penyaluran", "disalurkan", "Menyalurkan")} == {"salur"}


def test_the_model_corrects_the_stemmer(words: NeedWords) -> None:
    assert words.stem("Sekolah") == "sekolah"
    assert words.stem("menindaklanjuti") == words.stem("ditindaklanjuti")


def test_stop_words_and_names_are_left_out(words: NeedWords) -> None:
    assert words.stems("Kami butuh beras untuk Panti Harapan Bunda di Blitar") == ["beras"]


def test_a_row_in_title_case_keeps_its_words(words: NeedWords) -> None:
    assert words.stems("Perbaikan Atap Asrama") == ["baik", "atap", "asrama"]


def test_a_thing_tells_more_than_a_deed(words: NeedWords) -> None:
    assert words.level("gamelan", words.stem("gamelan")) == THING > ASIDE > GENERIC
    assert words.level("menormalisasi", words.stem("menormalisasi")) == GENERIC
    assert words.level("perbaikan", words.stem("perbaikan")) == GENERIC


def test_a_side_clause_ends_the_main_one_but_does_not_open_it(words: NeedWords) -> None:
    assert words.clauses("butuh beras karena gudang kosong") == (["butuh", "beras"], ["karena", "gudang", "kosong"])
    assert words.clauses("Karena banjir kami butuh perahu")[1] == []


def test_an_unknown_class_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "stopwords.csv").write_text("word,class\nyang,stop\nsinergi,boilerplat\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"stopwords\.csv:3: unknown class 'boilerplat'"):
        load_need_words(tmp_path)
