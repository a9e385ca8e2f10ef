"""Who is to act."""

from __future__ import annotations

import pytest

SAID_BY_HEAD = "Kepala Dinas Sosial Kabupaten Toba, Rosmaida Hutapea, meninjau panti. "


def actors(analysis):
    return [item.actor for item in analysis.items]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        # The one who is told, never the one who tells.
        ("Bupati Wajo meminta Dinas Sosial menyusun data panti.", "Dinas Sosial"),
        ("Bupati Wajo meminta Dinas Sosial agar menyusun data panti.", "Dinas Sosial"),
        ("Bupati Wajo meminta kepada seluruh camat untuk menyusun data panti.", "seluruh camat"),
        ("Bupati Wajo mengimbau warga agar membersihkan saluran.", "warga"),
        ("Bupati Wajo menginstruksikan para camat mendata lansia.", "para camat"),
        ("Camat Paron agar menyusun data panti.", "Camat Paron"),
        ("Dinas Sosial diminta menyusun data panti.", "Dinas Sosial"),
        ("Ketua RT wajib mendata lansia.", "Ketua RT"),
        # The subject of a promise.
        ("Dinas Sosial Kota Batam berjanji memperbaiki dapur panti.", "Dinas Sosial Kota Batam"),
        ("Dinas Sosial dan Dinas Kesehatan akan mendata panti.", "Dinas Sosial dan Dinas Kesehatan"),
    ],
)
def test_subject_and_addressee(mine, text, actor):
    assert actors(mine(text)) == [actor]


@pytest.mark.parametrize("verb", ["meminta", "mengimbau", "menginstruksikan", "mendorong", "mewajibkan", "menugaskan"])
@pytest.mark.parametrize("joint", ["", "agar ", "untuk "])
def test_the_one_who_tells_never_acts(mine, verb, joint):
    analysis = mine(f"Bupati Wajo, Andi Nurhayati, {verb} para camat {joint}mendata lansia di wilayahnya.")
    assert analysis.items
    assert all(item.actor != "Andi Nurhayati" and item.actor_entity not in ("p1", "o1") for item in analysis.items)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (SAID_BY_HEAD + "“Kami siap mendata seluruh panti,” katanya.", "Dinas Sosial Kabupaten Toba"),
        (SAID_BY_HEAD + "“Kami akan mendata seluruh panti,” katanya.", "Dinas Sosial Kabupaten Toba"),
        (SAID_BY_HEAD + "Ia mengatakan pihaknya akan mendata seluruh panti.", "Dinas Sosial Kabupaten Toba"),
        (SAID_BY_HEAD + "Ia mengatakan pihaknya siap mendata seluruh panti.", "Dinas Sosial Kabupaten Toba"),
        (SAID_BY_HEAD + "“Saya siap mendata seluruh panti,” katanya.", "Rosmaida Hutapea"),
        ("“Kami siap mendata seluruh panti,” kata Pak Darman.", "Darman"),
        ("“Kami siap mendata seluruh panti,” kata Pak Darman (Yayasan Kasih Bunda).", "Yayasan Kasih Bunda"),
    ],
)
def test_we_is_the_institution_and_i_the_person(mine, text, actor):
    assert actors(mine(text)) == [actor]


def test_an_actor_that_is_an_entity_carries_its_id(mine):
    analysis = mine("Bupati Wajo meminta Dinas Sosial Kota Batam menyusun data panti.")
    (item,) = analysis.items
    assert {one.id: one.name for one in analysis.institutions}[item.actor_entity] == "Dinas Sosial Kota Batam"


def test_a_group_is_an_actor_without_an_entity(mine):
    (item,) = mine("Bupati Wajo meminta seluruh camat mendata lansia.").items
    assert (item.actor, item.actor_entity) == ("seluruh camat", None)


def test_a_need_without_anybody_asked_has_no_actor(mine):
    (item,) = mine("“Kami butuh dua pengasuh lagi,” kata Pak Darman.").items
    assert (item.kind, item.actor, item.speaker) == ("need", None, "Darman")


def test_the_one_asked_for_help_is_the_actor_of_a_need(mine):
    (item,) = mine("Ketua Forum Panti Toba, Darman Sitepu, berharap Pemkab Toba menambah bantuan operasional panti.").items
    assert (item.kind, item.actor, item.speaker) == ("need", "Pemkab Toba", "Darman Sitepu")


@pytest.mark.parametrize(
    ("row", "actor"),
    [
        ("Tim Acara mengatur jadwal lomba", "Tim Acara"),
        ("Puskesmas melaksanakan imunisasi keliling", "Puskesmas"),
        ("Dinas Sosial menyalurkan beras cadangan (PIC: Bu Marlina)", "Dinas Sosial"),
        ("Setiap balita didampingi satu kader", "satu kader"),
        ("Denah tenda digambar Pak Yanto", "Yanto"),
        ("Konsumsi dan tenda: Bu Marlina", "Marlina"),
        ("Papan nama dipasang", None),
    ],
)
def test_the_doer_of_a_row(mine, row, actor):
    assert actors(mine(f"NOTULEN RAPAT\nTindak Lanjut:\n- {row}")) == [actor]


def test_joined_subjects_keep_their_phrase(mine):
    assert actors(mine("Dinas Sosial dan pengurus panti sepakat mendata ulang anak asuh.")) == ["Dinas Sosial dan pengurus panti"]


def test_many_of_a_post_are_not_its_one_holder(mine):
    text = "Kepala Puskesmas Sukamaju, Rosmaida Hutapea, hadir. Bupati Wajo meminta para kepala puskesmas mendata lansia."
    assert actors(mine(text)) == ["para kepala puskesmas"]


HEARING = """RISALAH RAPAT KERJA
Undangan:
1. Rosmaida Hutapea (Kepala Dinas Sosial Kabupaten Toba)
2. Bonar Siahaan (Kabid Rehabilitasi Sosial)

KEPALA DINAS SOSIAL (ROSMAIDA HUTAPEA):
Rincian anggaran akan kami serahkan besok.

ANGGOTA (TIUR SILALAHI):
{}

KABID REHABILITASI SOSIAL (BONAR SIAHAAN):
Pengasuh kami latih bulan depan.
"""


def test_the_agency_that_answers_is_asked(mine):
    said = actors(mine(HEARING.format("Jangan lagi memakai data lama.")))
    assert said == ["Dinas Sosial Kabupaten Toba"] * 3


def test_whose_letter_is_wanted(mine):
    assert actors(mine("Kami perlu surat Bupati Toba kepada kementerian.")) == ["Bupati Toba"]


def test_who_begs_behind_a_label_does_not_act(mine):
    (item,) = mine("NOTULEN RAPAT\nTanggapan peserta:\n- Darman (petani): mohon giliran air diatur ulang").items
    assert item.actor is None
