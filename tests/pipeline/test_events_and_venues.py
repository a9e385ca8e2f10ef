"""The event and the venue where no label names them."""

from __future__ import annotations

import pytest

HELD = "Pada hari ini, Selasa tanggal Dua Puluh Dua bulan April tahun Dua Ribu Dua Puluh Lima"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            f"BERITA ACARA\n{HELD}, telah dilaksanakan rapat kesepakatan penyaluran beras, dan kami yang hadir setuju.",
            "rapat kesepakatan penyaluran beras",
        ),
        (f"BERITA ACARA\n{HELD} telah diadakan Musyawarah Desa Khusus di Balai Desa Wonokerto.", "Musyawarah Desa Khusus"),
        ("BERITA ACARA SERAH TERIMA BERAS\nBeras diterima lengkap.", "SERAH TERIMA BERAS"),
        ("NOTULA\nHigh Level Meeting TPID Kota Batam\nTanggal: 3 Maret 2025\n", "High Level Meeting TPID Kota Batam"),
        ("NOTULEN MEDIASI PEDAGANG SAYUR\nTanggal: 3 Maret 2025\n", "MEDIASI PEDAGANG SAYUR"),
        ("NOTULEN RAPAT KOORDINASI PANTI\nRapat dibuka.", "RAPAT KOORDINASI PANTI"),
        ("NOTULEN\nTanggal: 3 Maret 2025\nMenindaklanjuti hasil Rapat Koordinasi FLKS, camat mendata panti.", "Rapat Koordinasi FLKS"),
    ],
)
def test_the_event(mine, text, event):
    assert mine(text).document.event == event


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (f"BERITA ACARA\n{HELD} bertempat di teras rumah Pak RW, warga berkumpul.", "teras rumah Pak RW"),
        (
            "RISALAH RAPAT\n\nRabu, 9 Maret 2022, Pukul 10.20 – 12.05 WIT\n\nRuang Rapat Komisi III, Ternate\n",
            "Ruang Rapat Komisi III, Ternate",
        ),
        ("CATATAN RAPAT RT\nSabtu 12/7/2025, mulai jam 20.30 di teras rumah Pak Yunus\nGang 3 lapuk.\n", "teras rumah Pak Yunus"),
        ("NOTULEN RAPAT\nWarga berkumpul di Balai Desa Wonokerto pada pagi itu.", "Balai Desa Wonokerto"),
        ("NOTULEN RAPAT\nWarga berkumpul pagi itu.", None),
    ],
)
def test_the_venue(mine, text, venue):
    assert mine(text).document.venue == venue


def test_a_date_in_words_is_the_day_of_a_protocol(mine):
    assert mine(f"BERITA ACARA\n{HELD}, bertempat di Balai Desa, rapat dibuka.").document.date == "2025-04-22"


LETTER = """PEMERINTAH KABUPATEN NGAWI
Ngawi, 10 Juni 2025
Nomor : 12/FP/2025
Lampiran : -
Hal : Tindak Lanjut Hasil Rapat Koordinasi
Yth. Camat Paron
di Tempat
Menindaklanjuti hasil rapat pada Rabu, 4 Juni 2025, hal berikut perlu perhatian.
1. Camat agar mendata panti paling lambat 20 Juni 2025;
2. menyerahkan daftarnya.
"""


def test_a_letter_about_a_meeting_is_a_letter_of_its_own_day(mine):
    found = mine(LETTER)
    assert (found.document.kind, found.document.date) == ("letter", "2025-06-10")
    assert [item.kind for item in found.items if item.deadline] == ["instruction"]


def test_minutes_that_mention_a_letter_stay_minutes(mine):
    text = "NOTULEN RAPAT\nHal : Pendataan\nLampiran : daftar hadir\nTanggal : 3 Maret 2025\n1. Surat dikirim kepada Yth. Camat Paron.\n"
    assert mine(text).document.kind == "minutes"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("NOTULEN RAPAT\nTanggal/Waktu : Selasa, 8 Oktober 2024, pukul 13.30 - 15.45 WIB\n", "pukul 13.30 - 15.45 WIB"),
        ("CATATAN RAPAT RT\nSabtu 12/7/2025, mulai jam 20.30 di teras rumah Pak Yunus\n", "jam 20.30"),
        ("NOTULEN RAPAT\nTanggal : 3 Maret 2025\n1. Rapat ditutup pukul 11.00 WIB.\n", None),
    ],
)
def test_the_time_may_stand_beside_the_day(mine, text, time):
    assert mine(text).document.time == time


def test_the_place_above_the_signatures_goes_before_others(mine):
    text = "NOTULEN RAPAT\nTempat : Aula Kecamatan Bae\n1. Rapat dibuka.\n\nKudus, 3 Maret 2025\nNotulis,\n\nMarlina Siregar\n"
    assert mine(text).document.place == "Kudus"
