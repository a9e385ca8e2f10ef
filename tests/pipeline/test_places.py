"""Places by the rules, and names that the document itself has made known."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "Bantuan tiba di [Kecamatan Marbau]. Beras jatah [Marbau] sudah dimuat.",
        "Warga [Desa Sumberwening] bergotong royong. Saluran [Sumberwening] lancar lagi.",
        # An ordinary word of the name's letters is none, nor is the name inside an institution.
        "Warga [Desa Melati] berkumpul. Bunga melati mekar di taman.",
        "Beras jatah Marbau sudah dimuat.",
        "Anak-anak dari [Ponorogo], [Magetan], dan [Kota Madiun] hadir.",
        "Warga [RT 03/RW 05] bergotong royong.",
        "Batu itu menutup jalan.",
        # Districts show each other in a list; alone they might be anything.
        "Jalan yang menghubungkan [Slahung], [Jenangan], dan [Ngebel] rusak.",
        "Jenangan menunggu perbaikan.",
        # Abroad: where something is or comes from, not whom somebody belongs to.
        "Beras itu didatangkan dari [Vietnam].",
        "Turis Jepang menginap di sana.",
        "Ia berangkat ke [AS] kemarin. As roda itu patah.",
        # What stands behind a preposition and is somebody's name elsewhere is no place.
        "Rapat dibuka Bupati Ngawi, Marlina Sutan. Surat itu dikirim ke Sutan kemarin.",
        "Warga menyambut Wali Kota Sasmita.",
        "RISALAH SIDANG\n[P O N O R O G O]\nSELASA, 4 MARET 2025",
    ],
)
def test_places(marked, written):
    marked(written, "PLACE")


def test_a_region_inside_an_office_or_institution_is_no_place(marked):
    marked("Bupati Ngawi dan Dinas Sosial Kabupaten Ngawi hadir.", "PLACE")


def test_a_name_made_known_by_a_dateline(marked):
    marked("[LEWOLEBA], Kabar Timur – Beras sudah tiba. Jatah [Lewoleba] dimuat lebih dulu.", "PLACE")


def test_the_level_and_code_of_a_known_region(mine):
    (region,) = mine("Rombongan dari Kabupaten Ngawi datang.").regions
    assert (region.name, region.level, region.code) == ("Kabupaten Ngawi", "regency", "35.21")


def test_a_settlement_has_a_level_and_no_code(mine):
    (region,) = mine("Rombongan dari Desa Sumberwening datang.").regions
    assert (region.level, region.code) == ("village", None)
