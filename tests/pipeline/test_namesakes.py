"""People by their place in a list of those present, and later mentions by a part of a name."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "Rapat dibuka Bu [Marlina Siregar]. Setelah itu [Marlina] membacakan laporan.",
        "Setelah itu [Siregar] membacakan laporan. Rapat ditutup Bu [Marlina Siregar].",
        "Rapat dibuka Pak [I Wayan Sudarma]. Usul [Sudarma] diterima.",
        "Bupati Wajo [Andi Nurhayati] hadir. Acara lalu ditutup [ANDI NURHAYATI].",
        # A word in small letters, a pronoun, a name that nobody introduced.
        "Rapat dibuka Bu [Melati Siregar]. Bunga melati mekar.",
        "Rapat dibuka Bu [Marlina Siregar]. Setelah itu beliau membacakan laporan.",
        "Setelah itu Kisnaro membacakan laporan.",
    ],
)
def test_later_names(marked, written):
    marked(written, "PERSON")


@pytest.mark.parametrize(
    "written",
    [
        "NOTULEN RAPAT\nHadir:\n- [Goreti] A-01\n- [Tadea] (kader)",
        "NOTULEN RAPAT\nDAFTAR HADIR\n1. Hj. [Marlina Siregar]\n2. [Darman]",
        "NOTULEN RAPAT\nDaftar Hadir\n1. [Darman]\n2. [Goreti]",
        "NOTULEN RAPAT\nTidak Hadir:\n- [Goreti] (sakit)",
        "NOTULEN RAPAT\nHadir:\n- lima orang kader",
        "NOTULEN RAPAT\nAgenda:\n- Goreti A-01",
    ],
)
def test_names_in_a_list_of_those_present(marked, written):
    marked(written, "PERSON")


def test_a_list_of_those_present_names_no_institutions_as_people(marked):
    marked("NOTULEN RAPAT\nHadir:\n- Dinas Sosial Kabupaten Ngawi\n- [Goreti]", "PERSON")
