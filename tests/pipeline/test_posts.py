"""Offices: where they end, and what looks like one."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "written",
    [
        # Fields with commas, brackets and any words of the language, up to the institution or the name.
        "[Menteri Koordinator Bidang Politik, Hukum, dan Keamanan] hadir.",
        "[Kepala Dinas Sosial (Dinsos) Kabupaten Toba] Rosmaida Hutapea hadir.",
        "[Direktur Penanganan Darurat dan Logistik BPBD Toba] Rosmaida Hutapea hadir.",
        "[Staf Ahli Bupati Bidang Pemerintahan, Hukum dan Kesra], Rosmaida Hutapea, hadir.",
        "[Direktur Riset] Rosmaida Hutapea hadir.",
        "[Sekretaris Umum] Rosmaida Hutapea hadir.",
        # A known agency stands for its head behind an acting marker.
        "[Plt Bappeda Toba] Rosmaida Hutapea hadir.",
        # Local names of village posts.
        "[Keuchik Lam Ara] dan [Hukum Tua Kolongan] hadir.",
        # Of posts that a region has many of, one is meant only with a sign of it.
        "Usulan dibacakan [Camat] Sugeng Hariyadi.",
        "Ia meminta camat dan lurah mendata warga.",
        "Para ketua RT 001 dan sejumlah kepala desa hadir.",
        # An abbreviation that the document defines.
        "Surat ditandatangani [Pejabat Pembuat Komitmen] ([PPK]). Usulan disetujui [PPK].",
    ],
)
def test_offices(marked, written):
    marked(written, "OFFICE")


def test_a_role_label_among_the_header_lines_names_no_post(marked):
    marked("NOTULEN RAPAT\nTempat : Balai Desa\nPimpinan Rapat\nKetua : Rosmaida Hutapea\nSekretaris : Sugeng Hariyadi", "OFFICE")


def test_a_section_inside_an_office_is_no_institution(mine):
    analysis = mine("Kepala Bidang Rehabilitasi Sosial Dinas Sosial Kabupaten Toba hadir.")
    assert [institution.name for institution in analysis.institutions] == ["Dinas Sosial Kabupaten Toba"]
