"""Who holds which office."""

from __future__ import annotations

import pytest


def pairs(analysis):
    names = {one.id: one.name for one in (*analysis.people, *analysis.offices)}
    return [(names[held.person], names[held.office]) for held in analysis.holders]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        # Apposition and juxtaposition.
        ("[Wakil Bupati Wajo, Dr. Andi Nurhayati], membuka rapat.", "holder.office_name"),
        ("[Bupati Wajo Andi Nurhayati] membuka rapat.", "holder.office_name"),
        ("[Plt. Camat Paron, Drs. H. Sugeng Hariyadi], menutup acara.", "holder.office_name"),
        ("[Andi Nurhayati, Bupati Wajo], membuka rapat.", "holder.name_office"),
        ("Hadir [Rosmaida Hutapea, S.P., M.Si., Kepala Dinas Pertanian Kabupaten Toba].", "holder.name_office"),
        # Predicate.
        ("[Rosmaida Hutapea selaku Kepala Dinas Pertanian Kabupaten Toba] hadir.", "holder.predicate"),
        ("[Andi Nurhayati adalah Bupati Wajo] sejak lama.", "holder.predicate"),
        ("[Rosmaida Hutapea yang juga Ketua Forum Petani Toba] hadir.", "holder.predicate"),
        ("[Rosmaida Hutapea ditunjuk sebagai Plt. Camat Paron].", "holder.predicate"),
        ("[Rosmaida Hutapea bergeser menjadi Camat Paron].", "holder.predicate"),
        ("Jabatan [Camat Paron kini diisi Rosmaida Hutapea].", "holder.filled"),
        ("[Camat Paron yang baru, Rosmaida Hutapea], hadir.", "holder.filled"),
        # The representative holds a post of his own.
        ("Bupati Wajo melalui [Camat Paron, Rosmaida Hutapea], berpesan.", "holder.office_name"),
        ("Bupati Wajo diwakili [Camat Paron, Rosmaida Hutapea].", "holder.office_name"),
        # Brackets.
        ("Sambutan [Kepala Dinas Pertanian Kabupaten Toba (Rosmaida Hutapea])", "holder.office_name"),
        ("Hadir [Rosmaida Hutapea (Kepala Dinas Pertanian Kabupaten Toba]).", "holder.name_office"),
        # Colon, signature block.
        ("[Camat Paron: Sugeng Hariyadi]", "holder.office_name"),
        ("Demikian surat ini dibuat.\n\n[Kepala Desa Sumberwening\n\nSugeng Hariyadi]", "holder.office_name"),
    ],
)
def test_how_an_office_is_given_to_a_name(marked, written, rule):
    analysis = marked(written, "HOLDER")
    assert [held.rule for held in analysis.holders] == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Mewakili Bupati Wajo, Andi Nurhayati membuka rapat.",
        "Andi Nurhayati, mewakili Bupati Wajo, membuka rapat.",
        "Mantan Bupati Wajo Andi Nurhayati hadir.",
        "Andi Nurhayati, mantan Bupati Wajo, hadir.",
        "Calon Bupati Wajo Andi Nurhayati hadir.",
        "Andi Nurhayati menemui Bupati Wajo.",
        "Andi Nurhayati yang sebelumnya menjabat Bupati Wajo hadir.",
        "Bupati Wajo terdahulu, Andi Nurhayati, hadir.",
        "Bupati Wajo diwakili Andi Nurhayati.",
        "Bupati Wajo datang lebih dulu, disusul rombongan Andi Nurhayati.",
        "Andi Nurhayati hadir. Bupati Wajo pulang.",
        "Rapat dibuka Bupati Wajo.\nAndi Nurhayati hadir.",
        "NOTULEN RAPAT\nPimpinan Rapat: Andi Nurhayati\nNotulis: Darman Sitepu",
    ],
)
def test_no_holder(marked, text):
    marked(text, "HOLDER")


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("Plt. Camat Paron, Sugeng Hariyadi, hadir.", True),
        ("Pj Bupati Wajo Andi Nurhayati hadir.", True),
        ("Sugeng Hariyadi selaku Plh. Sekda Wajo hadir.", True),
        ("Camat Paron, Sugeng Hariyadi, hadir.", False),
    ],
)
def test_acting_markers(mine, text, acting):
    (held,) = mine(text).holders
    assert held.acting is acting


def test_acting_once_is_acting_for_the_pair(mine):
    (held,) = mine("Camat Paron Sugeng Hariyadi hadir. Plt. Camat Paron Sugeng Hariyadi pulang.").holders
    assert held.acting


def test_a_list_that_alternates_gives_each_office_to_the_name_behind_it(mine):
    text = "Hadir Bupati Wajo, Andi Nurhayati, Camat Paron, Sugeng Hariyadi, dan Kepala Desa Sumberwening, Rosmaida Hutapea."
    assert pairs(mine(text)) == [
        ("Andi Nurhayati", "Bupati Wajo"),
        ("Sugeng Hariyadi", "Camat Paron"),
        ("Rosmaida Hutapea", "Kepala Desa Sumberwening"),
    ]


def test_a_list_that_alternates_the_other_way_round(mine):
    text = "Hadir Andi Nurhayati (Bupati Wajo), Sugeng Hariyadi (Camat Paron), dan Rosmaida Hutapea (Kepala Desa Sumberwening)."
    assert pairs(mine(text)) == [
        ("Andi Nurhayati", "Bupati Wajo"),
        ("Sugeng Hariyadi", "Camat Paron"),
        ("Rosmaida Hutapea", "Kepala Desa Sumberwening"),
    ]


def test_a_table_with_columns_for_name_and_post(mine):
    text = "DAFTAR HADIR\n| No | Nama | Jabatan |\n| 1 | Sugeng Hariyadi, S.E. | Camat Paron |\n| 2 | Bu Rosmaida Hutapea | Bupati Toba |"
    assert pairs(mine(text)) == [("Sugeng Hariyadi", "Camat Paron"), ("Rosmaida Hutapea", "Bupati Toba")]


def test_one_pair_however_often_it_is_said(mine):
    text = "Bupati Wajo Andi Nurhayati hadir. Andi Nurhayati, Bupati Wajo, lalu pulang."
    assert pairs(mine(text)) == [("Andi Nurhayati", "Bupati Wajo")]


def test_the_fullest_form_of_both(mine):
    text = "Kadinsos Rosmaida hadir. Rosmaida Hutapea, Kepala Dinas Sosial Kabupaten Toba, lalu pulang."
    assert pairs(mine(text)) == [("Rosmaida Hutapea", "Kepala Dinas Sosial Kabupaten Toba")]


def test_the_successor_gets_the_post_and_not_who_is_replaced(mine):
    assert pairs(mine("Rosmaida Hutapea menggantikan Andi Nurhayati sebagai Camat Paron.")) == [("Rosmaida Hutapea", "Camat Paron")]


def test_who_is_replaced_keeps_the_post_of_the_clause_about_them(mine):
    text = "Rosmaida Hutapea menggantikan Andi Nurhayati yang dimutasi menjadi Camat Paron."
    assert pairs(mine(text)) == [("Andi Nurhayati", "Camat Paron")]


def test_two_posts_of_one_holder(mine):
    text = "Wakil Bupati Wajo selaku Ketua TPPS, Andi Nurhayati, hadir."
    assert pairs(mine(text)) == [("Andi Nurhayati", "Wakil Bupati Wajo"), ("Andi Nurhayati", "Ketua TPPS")]


def test_the_second_post_of_somebody_named_elsewhere(mine):
    text = "Wakil Bupati Wajo Andi Nurhayati hadir. Wakil Bupati Wajo selaku Ketua TPPS membuka rapat."
    assert pairs(mine(text)) == [("Andi Nurhayati", "Wakil Bupati Wajo"), ("Andi Nurhayati", "Ketua TPPS")]
