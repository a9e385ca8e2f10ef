from __future__ import annotations

import pytest
from spacy.tokenizer import Tokenizer
from spacy.vocab import Vocab

from minutes_miner.pipeline.tokenizer import LONGEST_WORD, build_tokenizer

KEEP = ("Bpk.", "Drs.", "Ir.", "M.Pd.", "S.STP.", "S,STP", "Rp.", "No.")


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return build_tokenizer(Vocab(), KEEP, ["karesidenan", "kabupaten"])


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Bpk. Ir. Alit hadir.", ["Bpk.", "Ir.", "Alit", "hadir", "."]),
        ("Budi, S,STP, M.Pd.", ["Budi", ",", "S,STP", ",", "M.Pd."]),
        ("---------- Ttd. ____________", ["----------", "Ttd", ".", "____________"]),
        ("(____________)", ["(", "____________", ")"]),
        ("-----", ["-", "-", "-", "-", "-"]),
        ("Ma’rup dan Jum'at", ["Ma’rup", "dan", "Jum'at"]),
        ("ini”tandasnya", ["ini", "”", "tandasnya"]),
        ("hari.Mari kita", ["hari", ".", "Mari", "kita"]),
        ("H.Abdillah", ["H.", "Abdillah"]),
        ("se-Kabupaten Ngawi", ["se", "-", "Kabupaten", "Ngawi"]),
        ("Sekaresidenan Madiun", ["Se", "karesidenan", "Madiun"]),
        ("anak-anak Al-Ikhlas", ["anak-anak", "Al-Ikhlas"]),
        ("FLKS/LKSA pada 13/6/2023", ["FLKS", "/", "LKSA", "pada", "13/6/2023"]),
        ("Rp10 Rp. 200ribu", ["Rp", "10", "Rp.", "200", "ribu"]),
        ("pukul 09.00-10.00", ["pukul", "09.00-10.00"]),
        ("(PIC: Wati)", ["(", "PIC", ":", "Wati", ")"]),
        ("“Kami siap,” ujarnya…", ["“", "Kami", "siap", ",", "”", "ujarnya", "…"]),
        ("Kadis\nLurah", ["Kadis", "\n", "Lurah"]),
    ],
)
def test_texts_are_cut_as_people_read_them(tokenizer: Tokenizer, text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenizer(text)] == tokens


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n  \n", "a\u00a0b", "👍🏽 siap", "e\u0301", "…" * 300, "x" * 450 + " y", "-" * 1000, "\ufeffa"]
)
def test_tokens_give_back_the_text(tokenizer: Tokenizer, text: str) -> None:
    assert tokenizer(text).text == text


def test_a_run_without_blanks_is_parted(tokenizer: Tokenizer) -> None:
    doc = tokenizer("x" * (LONGEST_WORD + 50) + " y")
    assert [len(token) for token in doc] == [LONGEST_WORD, 50, 1]


def test_an_abbreviation_is_a_token_as_soon_as_it_is_listed() -> None:
    before = [token.text for token in build_tokenizer(Vocab(), [])("Kel. Melati")]
    after = [token.text for token in build_tokenizer(Vocab(), ["Kel."])("Kel. Melati")]
    assert (before, after) == (["Kel", ".", "Melati"], ["Kel.", "Melati"])
