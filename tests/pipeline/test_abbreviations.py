"""Abbreviations that a document defines in brackets."""

from __future__ import annotations

import pytest

from minutes_miner.pipeline.steps.abbreviations import abbreviates


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("TPBK", "Tim Pengendali Banjir Kota", True),
        ("Dinsos", "Dinas Sosial", True),
        ("Bappeda", "Badan Perencanaan Pembangunan Daerah", True),
        ("DP3A", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak", True),
        ("KBB", "Dinas Sosial", False),
        ("KTPB", "Tim Pengendali Banjir Kota", False),
        ("", "Dinas Sosial", False),
        ("123", "Dinas Sosial", False),
    ],
)
def test_letters_in_their_order_beginning_with_the_first(short, name, fits):
    assert abbreviates(short, name) is fits


@pytest.mark.parametrize(
    "written",
    [
        # At the end of the name beside it, inside the name nested in it.
        "[Tim Pengendali Banjir Kota] ([TPBK]) bersidang.",
        "[Dinas Sosial ([Dinsos]) Kabupaten Bogor] bersidang.",
        # Later uses, with their region.
        "[Tim Pengendali Banjir Kota] ([TPBK]) bersidang. Usulan [TPBK] diterima.",
        # The other way round, and in words.
        "[TPBK] ([Tim Pengendali Banjir Kota]) bersidang.",
        "[TPBK] atau [Tim Pengendali Banjir Kota] bersidang.",
        "[Tim Pengendali Banjir Kota] (selanjutnya disebut “[TPBK]”) bersidang. Usulan [TPBK] diterima.",
        "[Tim Pengendali Banjir Kota], disingkat [TPBK], bersidang.",
        "[Tim Pengendali Banjir Kota], TPBK baru, bersidang.",
        "[PT Toba Jaya (Persero)] bersidang.",
        # A bracket that abbreviates nothing.
        "[Tim Pengendali Banjir Kota] (tujuh orang) bersidang. Usulan tim diterima.",
    ],
)
def test_bracketed_abbreviations(marked, written):
    marked(written, "INSTITUTION")


def test_an_abbreviation_is_unknown_without_its_definition(marked):
    marked("Usulan TPBK diterima.", "INSTITUTION")


def test_name_and_abbreviation_are_one_institution(mine):
    (institution,) = mine("Tim Pengendali Banjir Kota (TPBK) bersidang. Usulan TPBK diterima.").institutions
    assert (institution.name, institution.abbreviation, len(institution.mentions)) == ("Tim Pengendali Banjir Kota", "TPBK", 3)


def test_an_abbreviation_in_the_number_of_a_letter_is_no_mention(work):
    text = "Badan Permusyawaratan Desa (BPD) menulis surat nomor 141/BPD/2025. Surat BPD dibalas."
    sheet = work(text).sheet
    found = [sheet.starts[m.first] for m in sheet.mentions if sheet.text(m.first, m.last) == "BPD"]
    assert found == [text.index("BPD"), text.rindex("BPD")]
