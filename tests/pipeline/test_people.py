"""People behind posts and bodies without a comma, with misprinted degrees, by nickname, by ordinary words, and misspelt."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "written",
    [
        # A name that runs on from a body.
        "Direktur Yayasan Pelita Harapan Indonesia [Tamrendo Kisno] mengatakan air kurang.",
        "Ketua Universitas Lambung Mangkurat [Muhammad Kisnaro] hadir.",
        "Ketua LKSA Nurul Amal mengatakan dana kurang.",
        "Ketua Ikatan Warga Pesisir [Kisnaro Wendra] hadir. “Kami siap,” ujar [Kisnaro].",
        "Wali Kota Bogor [Bima Kurniawan] hadir.",
        # Degrees with misprints.
        "Hadir [Kisnaro Wendra], M,Pd dan [Rudi Hartono], SE.MM serta [Ani Lestari] S. Sos.",
        # Ordinary words only with a cue.
        "Sekretaris Desa, [Waris], mengaku siap. “Baik,” kata [Waris].",
        "Terpisah, Bupati Ngawi menutup rapat.",
        "Tindak Lanjut Hasil Rapat Koordinasi dibahas.",
        # Nicknames.
        "Pria yang akrab disapa [Gus Wendro] itu setuju. Kata [Gus Wendro], dana cair.",
        # Later mentions with a letter wrong.
        "Rapat dibuka Bu [Kisnarowati Sulistra]. Setelah itu usul [Kisnarawati] diterima.",
    ],
)
def test_people_in_sentences(marked, written):
    marked(written, "PERSON")


def test_a_nickname_belongs_to_the_name_before_it(mine):
    found = mine("Bupati Ngawi Kisnaro Wendra, akrab disapa Gus Wendro, setuju. “Dana cair,” kata Gus Wendro.")
    assert [person.name for person in found.people] == ["Kisnaro Wendra"]


def test_a_misspelt_name_is_the_same_person(mine):
    found = mine("Rapat dibuka Bu Kisnarowati Sulistra. Setelah itu usul Kisnarawati diterima.")
    assert [person.name for person in found.people] == ["Kisnarowati Sulistra"]
