"""Long texts in pieces: the same tokens as the whole text, up to a number of them."""

from __future__ import annotations

import random

import pytest

from minutes_miner.documents.plain import document_of_text
from minutes_miner.miner import shared_miner
from minutes_miner.pipeline import language, pieces

TEXT = (
    "NOTULEN RAPAT\n\nHari/Tanggal :  Senin, 3 Maret 2025\n1. Dinas Sosial akan mendata panti.\n\n\n   2.  Camat meminta beras,   segera!\n"
    "“Kami siap,” ujar Budi Santoso, S.Sos., M.Si.\t Selesai. "
)


@pytest.fixture
def nlp():
    return shared_miner().pipeline.nlp


def tokens(docs):
    return [(token.text, bool(token.whitespace_)) for doc in docs for token in doc]


@pytest.mark.parametrize("longest", [1, 5, 17, 40, 100, len(TEXT), 10_000])
def test_pieces_are_cut_into_the_tokens_of_the_whole(nlp, longest):
    parts = list(pieces.pieces(TEXT * 5, longest))
    assert "".join(parts) == TEXT * 5
    assert tokens(map(nlp.tokenizer, parts)) == tokens([nlp.tokenizer(TEXT * 5)])


def test_any_mixture_of_words_and_blanks_is_cut_into_the_tokens_of_the_whole(nlp):
    dice = random.Random(7)
    for _ in range(200):
        text = "".join(dice.choices(["Rapat", "dibuka.", "“Ya", " ", " ", "\n", "  ", "\t", "(PIC:", "3/3/2025"], k=30))
        assert tokens(map(nlp.tokenizer, pieces.pieces(text, 12))) == tokens([nlp.tokenizer(text)])


def test_a_text_without_blanks_is_cut_anywhere(monkeypatch):
    monkeypatch.setattr(pieces, "REACH", 5)
    assert list(pieces.pieces("a" * 40, 10)) == ["a" * 10] * 4


def test_an_empty_text_is_one_empty_piece():
    assert list(pieces.pieces("")) == [""]


def test_a_document_mined_in_pieces_has_the_records_of_the_whole(monkeypatch):
    whole = shared_miner().mine_text(TEXT * 3)
    monkeypatch.setattr(language, "pieces", lambda text: pieces.pieces(text, 30))
    assert shared_miner().mine_text(TEXT * 3) == whole


def test_a_document_of_too_many_tokens_is_mined_up_to_there_and_says_so(monkeypatch):
    monkeypatch.setattr(language, "MOST_TOKENS", 60)
    monkeypatch.setattr(language, "pieces", lambda text: pieces.pieces(text, 100))
    found = shared_miner().mine(document_of_text(TEXT * 10, id="a", source="a.txt"))
    (warning,) = found.document.warnings
    assert warning.code == "not_mined_beyond"
    assert warning.message.startswith("a.txt: teks terlalu panjang; hanya ")
    assert found.text == TEXT * 10
    assert found.items
    assert max(mention.end for mention in found.mentions) < len(TEXT) * 3


def test_blanks_behind_the_last_token_are_no_loss(monkeypatch):
    monkeypatch.setattr(language, "MOST_TOKENS", 3)
    assert shared_miner().mine_text("Rapat dibuka ketua \n \n").document.warnings == ()


def test_a_spacy_language_takes_texts_longer_than_a_million_characters():
    assert shared_miner().pipeline.language().max_length > 60_000_000
