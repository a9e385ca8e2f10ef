"""Values of mentions: what a machine reads out of a date, a time, a sum, a count."""

from __future__ import annotations

import pytest


def value(mine, text, label):
    (mention,) = [mention for mention in mine(text).mentions if mention.label == label]
    return mention.value


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Rapat digelar Selasa (10/12/2024).", "2024-12-10", "2024-12-10"),
        ("Laporan diserahkan 10 Desember 2024.", "2024-12-10", "2024-12-10"),
        ("Pelatihan berlangsung 28 s.d. 30 Januari 2016.", "2016-01-28", "2016-01-30"),
        ("Realisasi triwulan I 2025 rendah.", "2025-01-01", "2025-03-31"),
        ("Kegiatan dimulai Desember 2025.", "2025-12-01", "2025-12-31"),
    ],
)
def test_dates(mine, text, start, end):
    assert value(mine, text, "DATE") == {"start": start, "end": end}


def test_a_relative_date_is_read_from_the_day_of_the_document(mine):
    analysis = mine("NOTULEN RAPAT\nTanggal: 3 Maret 2025\nRapat berikutnya pekan depan.")
    assert analysis.mentions[-1].value == {"start": "2025-03-10", "end": "2025-03-16"}


def test_a_relative_date_without_a_day_has_no_value(mine):
    assert value(mine, "Rapat berikutnya pekan depan.", "DATE") is None


@pytest.mark.parametrize(
    ("text", "start", "end", "zone"),
    [
        ("Rapat dimulai pukul 09.00 WIB.", "09:00", None, "WIB"),
        ("Waktu : 10.00 – 12.30 WITA", "10:00", "12:30", "WITA"),
        ("Acara berlangsung pukul 13:30.", "13:30", None, None),
    ],
)
def test_times(mine, text, start, end, zone):
    assert value(mine, text, "TIME") == {"start": start, "end": end, "zone": zone}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Bantuan senilai Rp 13,8 miliar disalurkan.", 13_800_000_000),
        ("Iuran Rp. 15.000,- per bulan.", 15_000),
        ("Rencana biaya sampai 62 juta untuk dua hari.", 62_000_000),
    ],
)
def test_money(mine, text, amount):
    assert value(mine, text, "MONEY") == {"value": amount, "currency": "IDR"}


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("Ada delapan LKSA yang belum lapor.", 8, "LKSA"),
        ("Panti itu merawat 95 anak asuh.", 95, "anak asuh"),
        ("Serapan mencapai 30 persen saja.", 30, "persen"),
        ("Tersisa 1.250 karung beras di gudang.", 1250, "karung beras"),
    ],
)
def test_quantities(mine, text, amount, unit):
    assert value(mine, text, "QUANTITY") == {"value": amount, "unit": unit}


def test_names_have_no_value(mine):
    analysis = mine("Bupati Wajo Andi Nurhayati dan Dinas Sosial hadir di Ngawi.")
    assert {mention.label for mention in analysis.mentions} == {"OFFICE", "PERSON", "INSTITUTION", "PLACE"}
    assert all(mention.value is None for mention in analysis.mentions)
