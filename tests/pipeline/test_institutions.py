"""Institutions by the rules, and what the words around them say."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "written",
    [
        # A unit and the body right behind it are one.
        "Ia bekerja di [Direktorat Rehabilitasi Sosial Anak Kemensos RI] sejak lama.",
        "Jadwal jaga [Divisi Logistik PT Toba Jaya] berubah.",
        # A region inside the name of a company does not end it.
        "Air disalurkan [CV Madiun Jaya Abadi] setiap pekan.",
        # The number of a letter names nobody.
        "Nomor 000.7/88/BAPPEDA/2025",
        # The kind of a home is said once.
        "Beras dibagikan ke [Panti Asuhan Budi Asih], [Kasih Ibu], dan [Panti Asuhan Tunas Bangsa].",
        "Beras dibagikan ke [Panti Asuhan Budi Asih], Siti Aminah, dan [Panti Asuhan Tunas Bangsa].",
        # One agency with two fields, and two agencies.
        "Undangan dikirim ke [Dinas Sosial dan PPKB Kebumen].",
        "Undangan dikirim ke [Dinas Sosial], [Dinas Kesehatan], dan camat.",
        "Rapat digelar di Hotel Melati Indah.",
    ],
)
def test_institutions(marked, written):
    marked(written, "INSTITUTION")


def test_a_body_in_capitals_goes_on_with_its_region_on_the_next_line(mine):
    (body,) = mine("RISALAH RAPAT\n\nDINAS SOSIAL\nKABUPATEN NGAWI\n\nSelasa, 4 Maret 2025\n").institutions
    assert " ".join(body.name.split()) == "DINAS SOSIAL KABUPATEN NGAWI"
