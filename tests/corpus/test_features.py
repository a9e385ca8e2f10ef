from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from minutes_miner.corpus.features import NeedVectorizer, NeedWords, load_need_words
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


def test_boilerplate_weighs_little(words: NeedWords) -> None:
    vectorizer = NeedVectorizer(words)
    row = vectorizer.fit_transform(["bantuan beras", "bantuan kasur"])[0].toarray()[0]
    weight = dict(zip(vectorizer.terms_, row, strict=True))
    assert 0 < weight["bantu"] < 0.2 * weight["beras"]


def test_boilerplate_alone_is_nothing(words: NeedWords) -> None:
    vectors = NeedVectorizer(words).fit_transform(["perlu koordinasi dan sinergi", "perlu sumur"])
    assert vectors[0].nnz == 0
    assert np.linalg.norm(vectors[1].toarray()) == pytest.approx(1.0)


@pytest.mark.parametrize("texts", [[], ["", "dan yang"]])
def test_nothing_to_learn_from_gives_empty_rows(words: NeedWords, texts: list[str]) -> None:
    vectorizer = NeedVectorizer(words).fit(texts)
    assert vectorizer.transform(["beras"]).shape == (1, 0)
    assert vectorizer.fit_transform(texts).shape == (len(texts), 0)


def test_an_unknown_class_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "stopwords.csv").write_text("word,class\nyang,stop\nsinergi,boilerplat\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"stopwords\.csv:3: unknown class 'boilerplat'"):
        load_need_words(tmp_path)
