from __future__ import annotations

import numpy as np
import pytest

from minutes_miner.corpus.issues.features import ASIDE, THING, NeedWords, load_need_words
from minutes_miner.corpus.issues.stem_matrix import NeedVectorizer, stem_matrix
from minutes_miner.paths import model_folder


@pytest.fixture(scope="module")
def words() -> NeedWords:
    return load_need_words(model_folder())


def test_a_row_holds_each_stem_once_with_its_best_level(words: NeedWords) -> None:
    matrix = stem_matrix(["butuh gamelan karena gamelan rusak", "", "penabuh gamelan yang kehilangan tikar"], words)
    levels = dict(zip(matrix.stems[matrix.levels[0].indices].tolist(), matrix.levels[0].data.tolist(), strict=True))
    assert levels["gamelan"] == THING + 1
    assert matrix.levels[1].nnz == 0
    last = dict(zip(matrix.stems[matrix.levels[2].indices].tolist(), matrix.levels[2].data.tolist(), strict=True))
    assert last["tikar"] == ASIDE + 1
    assert matrix.stems.tolist() == sorted(matrix.stems)


def test_the_order_of_texts_changes_no_column(words: NeedWords) -> None:
    texts = ["jembatan putus", "beras kurang", "sumur kering"]
    straight, turned = stem_matrix(texts, words), stem_matrix(texts[::-1], words)
    assert straight.stems.tolist() == turned.stems.tolist()
    assert (straight.levels.toarray() == turned.levels.toarray()[::-1]).all()


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
    assert NeedVectorizer(words).fit_transform(texts).shape == (len(texts), 0)
