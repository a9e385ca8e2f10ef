"""One form for a post, however it is written, and the region of a bare post."""

from __future__ import annotations

import pytest


def offices(analysis):
    return [(office.name, office.role, office.region) for office in analysis.offices]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kadinsos hadir.", "Kepala Dinas Sosial"),
        ("Kadis Sosial hadir.", "Kepala Dinas Sosial"),
        ("Kepala Dinas Sosial Kabupaten Toba hadir.", "Kepala Dinas Sosial"),
        ("Kepala Dinas Sosial (Dinsos) Kabupaten Toba hadir.", "Kepala Dinas Sosial"),
        ("KEPALA DINAS SOSIAL KABUPATEN TOBA", "Kepala Dinas Sosial"),
        ("Plt. Kepala Dinsos Toba hadir.", "Kepala Dinas Sosial"),
        # The head word is left out behind an acting marker.
        ("Plt Dinsos Toba hadir.", "Kepala Dinas Sosial"),
        # Posts of places, also of places that no gazetteer holds.
        ("Wabup Toba hadir.", "Wakil Bupati"),
        ("Camat Paron hadir.", "Camat"),
        ("Kades Sumberwening hadir.", "Kepala Desa"),
        # A body with a name of its own is the office's institution.
        ("Ketua Yayasan Kasih Bunda hadir.", "Ketua"),
    ],
)
def test_the_role_is_written_out_without_region_and_marker(mine, text, role):
    (office,) = mine(text).offices
    assert office.role == role


def test_three_spellings_are_one_office(mine):
    text = "Kepala Dinas Sosial Kabupaten Toba membuka rapat. Kadinsos lalu berbicara. Kadis Sosial menutup rapat."
    (office,) = mine(text).offices
    assert (office.role, office.region, len(office.mentions)) == ("Kepala Dinas Sosial", "Kabupaten Toba", 3)


def test_the_agency_that_a_post_holds_without_naming_it(mine):
    analysis = mine("Kadis Sosial membuka rapat. Dinas Sosial Kabupaten Toba mengundang warga.")
    (office,) = analysis.offices
    (institution,) = analysis.institutions
    assert (office.institution, office.region) == (institution.id, "Kabupaten Toba")


def test_the_head_of_an_agency_is_not_that_of_its_sections(mine):
    text = "Kepala Subbagian Keuangan Dinas Sosial Kabupaten Toba hadir. Kepala Dinas Sosial Kabupaten Toba pulang."
    assert len(mine(text).offices) == 2


@pytest.mark.parametrize(
    ("text", "region"),
    [
        # Dateline, letterhead, first body with a region; also where no gazetteer holds it.
        ("TOBA – Warga menemui Wakil Bupati pagi itu.", "Toba"),
        ("PEMERINTAH KABUPATEN SUMBERREJO\nDINAS SOSIAL\nKepala Dinas membuka rapat.", "Kabupaten Sumberrejo"),
        ("Dinas Sosial Kabupaten Toba mengundang warga. Wakil Bupati hadir.", "Kabupaten Toba"),
        ("Wakil Bupati hadir.", None),
    ],
)
def test_the_region_of_a_bare_post(mine, text, region):
    assert mine(text).offices[-1].region == region
