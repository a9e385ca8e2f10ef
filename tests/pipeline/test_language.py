"""The pipeline as a whole, and as a spaCy `Language`."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import minutes_miner.pipeline
from minutes_miner.documents.plain import document_of_text
from minutes_miner.pipeline.order import STEPS

SOURCES = Path(minutes_miner.pipeline.__file__).parent
BATCH = ["Rapat dibuka Bu Rosmaida Hutapea.", "", "Dinas Sosial Kota Batam akan mendata panti."]


@pytest.fixture(scope="module")
def nlp(miner):
    return miner.pipeline.language()


def test_a_language_has_one_component_and_its_own_tokens(nlp):
    assert nlp.pipe_names == ["minutes_miner"]
    assert [token.text for token in nlp("Hadir Drs. Darman, S.E. di Kab. Ngawi.")] == [
        *("Hadir", "Drs.", "Darman", ",", "S.E.", "di", "Kab.", "Ngawi", "."),
    ]


def test_a_batch_gives_what_single_texts_give(nlp):
    piped = [[(ent.text, ent.label_) for ent in doc.ents] for doc in nlp.pipe(BATCH)]
    assert piped == [[(ent.text, ent.label_) for ent in nlp(text).ents] for text in BATCH]
    assert piped[0] == [("Rosmaida Hutapea", "PERSON")]


def test_a_second_language_of_a_pipeline_does_the_same(miner, nlp):
    other = miner.pipeline.language()
    assert [ent.text for ent in other(BATCH[2]).ents] == [ent.text for ent in nlp(BATCH[2]).ents]


def test_a_document_leaves_nothing_behind_for_the_next(miner):
    def mined(text):
        return miner.pipeline.analyse(document_of_text(text, id="a", source="a.txt"))

    alone = mined("Rosmaida hadir. TPBK bersidang.")
    mined("Rapat dibuka Bu Rosmaida Hutapea. Tim Pengendali Banjir Kota (TPBK) bersidang di Desa Sumberwening.")
    assert mined("Rosmaida hadir. TPBK bersidang.") == alone


def test_words_never_seen_before_are_read_like_others(mine):
    odd = "Bupati Wajo Żółć Ürgüp, xÿz123, ﷽ dan 陈荣光 membuka rapat 😀."
    assert mine(odd).text == odd
    assert mine(odd) == mine(odd)


def test_every_step_is_named_once():
    names = [name for name, _ in STEPS]
    assert len(set(names)) == len(names)


def test_every_list_that_a_step_asks_for_is_one_that_tokens_carry(miner):
    known = miner.pipeline.lexis.table.having
    asked = {
        node.args[1].value
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "has"
        if len(node.args) == 2 and isinstance(node.args[1], ast.Constant)
    }
    assert {name for name in asked if name not in known and "B:" + name not in known} == set()
