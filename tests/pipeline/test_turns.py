"""Turns of verbatim records."""

from __future__ import annotations

import pytest

RECORD = "RISALAH RAPAT\nKETUA: NURLELA ABUBAKAR\n[Rapat saya buka dan terbuka untuk umum.]\nANGGOTA: DARMAN SITEPU\n[Terima kasih, Ketua.]"


def test_a_turn_reaches_from_its_label_to_the_next(marked):
    analysis = marked(RECORD, "TURN")
    assert [(said.direct, said.speaker_name) for said in analysis.statements] == [(True, "NURLELA ABUBAKAR"), (True, "DARMAN SITEPU")]


def test_speech_of_several_lines_is_one_turn(marked):
    marked(
        "RISALAH RAPAT\n1. KETUA: NURLELA ABUBAKAR\n[Rapat saya buka.\nAgenda kita hari ini anggaran beras.]\n"
        "2. ANGGOTA: DARMAN SITEPU\n[Terima kasih, Ketua.]",
        "TURN",
    )


def test_speech_may_stand_behind_the_label(marked):
    analysis = marked(
        "RISALAH RAPAT\nKETUA RAPAT (H. DARMAN SITEPU, S.E.): [Rapat saya buka pagi ini.]\n"
        "KEPALA DINAS SOSIAL (NURLELA ABUBAKAR): [Terima kasih, Ketua.]",
        "TURN",
    )
    assert [said.speaker_name for said in analysis.statements] == ["DARMAN SITEPU", "NURLELA ABUBAKAR"]


@pytest.mark.parametrize(
    "text",
    [
        "RISALAH RAPAT\nKETUA: NURLELA ABUBAKAR\nRapat saya buka dan terbuka untuk umum.",
        "NOTULEN RAPAT\nKetua: Nurlela Abubakar\nNotulis: Darman Sitepu\nRapat dibuka.",
    ],
)
def test_one_label_or_names_in_small_letters_make_no_record(marked, text):
    marked(text, "TURN")


def test_a_role_that_was_named_speaks_again_and_an_unknown_voice_ends_a_turn(marked):
    analysis = marked(
        "RISALAH RAPAT\nKETUA RAPAT (H. DARMAN SITEPU, S.E.):\n[Rapat saya buka pagi ini.]\n"
        "KEPALA DINAS SOSIAL (NURLELA ABUBAKAR):\n[Beras belum tiba, Ketua.]\n"
        "KETUA RAPAT:\n[Baik. Apakah dapat disetujui?]\nPESERTA RAPAT:\n[Kami setuju semua.]",
        "TURN",
    )
    assert [said.speaker_name for said in analysis.statements] == ["DARMAN SITEPU", "NURLELA ABUBAKAR", "DARMAN SITEPU", None]
