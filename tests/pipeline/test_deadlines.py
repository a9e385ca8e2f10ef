"""Every family of deadline expressions, told from one fixed meeting."""

from __future__ import annotations

import pytest

# A Wednesday. Nyepi is on 29 March, Lebaran on 31 March and 1 April, with shared days of leave on 28 March and from 2 to 7 April.
MEETING = "NOTULEN RAPAT\nHari/Tanggal: Rabu, 12 Maret 2025\n{}Hasil rapat:\n1. Sekretariat menyerahkan daftar penerima beras {}.\n"
DATED = {
    "a last day": {
        "paling lambat 20 Desember 2025": "2025-12-20",
        "paling lama tanggal 15 Januari 2026": "2026-01-15",
        "paling telat 5 April": "2025-04-05",
        "selambat-lambatnya tanggal 31 Juli 2025": "2025-07-31",
        "selambatnya 5 April": "2025-04-05",
        "maksimal tgl 6 April 2025": "2025-04-06",
        "maksimal Desember 2025": "2025-12-01/2025-12-31",
        "dengan batas waktu 31 Maret 2025": "2025-03-31",
        "dengan tenggat 31 Maret 2025": "2025-03-31",
    },
    "before and until": {
        "sebelum 20 Mei": "2025-05-19",
        "sebelum tanggal 20": "2025-03-19",
        "sampai dengan 30 Juni 2025": "2025-06-30",
        "s.d. 30 Juni 2025": "2025-06-30",
        "s/d 30 Juni 2025": "2025-06-30",
        "hingga akhir 2025": "2025-12-31",
        "sebelum akhir tahun": "2025-12-31",
    },
    "within": {
        "dalam waktu 14 hari": "2025-03-26",
        "dalam 10 hari": "2025-03-22",
        "dalam kurun waktu dua minggu": "2025-03-26",
        "dalam jangka waktu 3 (tiga) bulan": "2025-06-12",
        "dalam waktu sebulan": "2025-04-12",
        "dalam waktu 1x24 jam": "2025-03-13",
        "dalam 2 x 24 jam": "2025-03-14",
        "paling lambat 14 hari sejak rapat ini": "2025-03-26",
        "14 (empat belas) hari setelah rapat": "2025-03-26",
    },
    "from now": {
        "1 minggu ke depan": "2025-03-19",
        "selama waktu 1 minggu kedepan": "2025-03-19",
        "dua minggu lagi": "2025-03-26",
        "10 hari mendatang": "2025-03-22",
    },
    "working days": {
        "dalam 3 hari kerja": "2025-03-17",
        "paling lambat 10 hari kerja": "2025-03-26",
        "paling lambat 12 (dua belas) hari kerja sejak rapat ini": "2025-04-08",
        "5 hari kerja ke depan": "2025-03-19",
        "paling lambat 2 hari kerja setelah 26 Maret 2025": "2025-04-08",
    },
    "periods": {
        "minggu depan": "2025-03-17/2025-03-23",
        "pekan ini": "2025-03-10/2025-03-16",
        "bulan depan": "2025-04-01/2025-04-30",
        "tahun ini": "2025-01-01/2025-12-31",
        "akhir bulan": "2025-03-31",
        "pertengahan bulan depan": "2025-04-11/2025-04-20",
        "awal tahun depan": "2026-01-01/2026-03-31",
        "akhir Desember 2025": "2025-12-31",
        "awal Mei": "2025-05-01/2025-05-10",
        "bulan Juni mendatang": "2025-06-01/2025-06-30",
        "awal 2026": "2026-01-01/2026-03-31",
        "pada tahun 2026": "2026-01-01/2026-12-31",
        "mulai tahun anggaran 2026": "2026-01-01/2026-12-31",
    },
    "parts of the year": {
        "triwulan II 2025": "2025-04-01/2025-06-30",
        "pada triwulan ketiga tahun 2025": "2025-07-01/2025-09-30",
        "TW IV": "2025-10-01/2025-12-31",
        "semester II 2025": "2025-07-01/2025-12-31",
        "akhir semester I 2025": "2025-06-30",
        "caturwulan II": "2025-05-01/2025-08-31",
        "cawu III": "2025-09-01/2025-12-31",
    },
    "weekdays": {
        "besok": "2025-03-13",
        "lusa": "2025-03-14",
        "hari ini": "2025-03-12",
        "besok Kamis": "2025-03-13",
        "Selasa depan": "2025-03-18",
        "Jumat ini": "2025-03-14",
        "Jumat pekan depan": "2025-03-21",
        "paling lambat hari Senin": "2025-03-17",
        "hingga Selasa (18/3) mendatang": "2025-03-18",
        "Senin, 17 Maret 2025": "2025-03-17",
        "paling lambat Senin (17/3/2024)": "2025-03-17",
    },
    "ranges": {
        "mulai tanggal 1 April 2025": "2025-04-01",
        "dari tanggal 16 April sampai dengan 23 April 2025": "2025-04-16/2025-04-23",
        "28 s.d. 30 Juli 2025": "2025-07-28/2025-07-30",
        "22 – 24 Juli 2025": "2025-07-22/2025-07-24",
        "minggu kedua bulan April": "2025-04-08/2025-04-14",
    },
    "feasts": {
        "sebelum Lebaran": "2025-03-30",
        "H-7 Idulfitri": "2025-03-24",
        "H+7 Lebaran": "2025-04-07",
        "7 hari sebelum Lebaran": "2025-03-24",
        "menjelang Hari Raya Idul Adha": "2025-06-05",
        "sampai dengan Hari Raya Natal": "2025-12-25",
    },
}
UNDATED = {
    "paling lambat tanggal 10 setiap bulan": "tanggal 10 setiap bulan",
    "setiap 3 (tiga) bulan": "setiap 3 (tiga) bulan",
    "setiap bulan pada minggu kedua": "setiap bulan pada minggu kedua",
    "dalam waktu dekat": "dalam waktu dekat",
    "dalam waktu yang tidak terlalu lama": "dalam waktu yang tidak terlalu lama",
    "secepatnya": "secepatnya",
    "sesegera mungkin": "sesegera mungkin",
    "menjelang Ramadan": "menjelang Ramadan",
    "H-3": "H-3",
    "pada hari H acara": "hari H",
    "pada rapat berikutnya": "rapat berikutnya",
    "menunggu juknis kementerian": "menunggu juknis kementerian",
    "sebelum musim hujan": "sebelum musim hujan",
    "paling lambat 10 hari kerja setelah dana diterima": "10 hari kerja setelah dana diterima",
}
NAMED = "Hari H: Sabtu, 12 April 2025\nRapat berikutnya: Selasa, 25 Maret 2025\n"


def deadline(mine, expression, header=""):
    item = mine(MEETING.format(header, expression)).items[-1]
    assert item.deadline is not None
    return item.deadline


@pytest.mark.parametrize(("expression", "expected"), [pair for family in DATED.values() for pair in family.items()])
def test_a_deadline_is_told_from_the_day_of_the_meeting(mine, expression, expected):
    found = deadline(mine, expression)
    assert (found.start if found.start == found.end else f"{found.start}/{found.end}") == expected


@pytest.mark.parametrize(("expression", "text"), UNDATED.items())
def test_a_deadline_that_has_no_day_keeps_its_words(mine, expression, text):
    found = deadline(mine, expression)
    assert (found.text, found.start, found.end) == (text, None, None)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("H-7", "2025-04-05"),
        ("pada hari H acara", "2025-04-12"),
        ("H+1", "2025-04-13"),
        ("pada rapat berikutnya", "2025-03-25"),
        ("sebelum rapat berikutnya", "2025-03-24"),
    ],
)
def test_the_event_and_the_next_meeting_have_the_day_that_the_minutes_name(mine, expression, expected):
    assert deadline(mine, expression, NAMED).end == expected


def test_two_days_of_the_event_are_none(mine):
    assert deadline(mine, "H-7", f"{NAMED}Hari H: Minggu, 13 April 2025\n").end is None
