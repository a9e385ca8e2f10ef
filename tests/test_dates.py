"""Values of dates, deadlines and clock times, read with the words of the shipped model."""

from __future__ import annotations

import csv
import datetime
import doctest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.dates import Calendar, CalendarWord, ClockTime, DateReader, Interval, Prefer, reader
from minutes_miner.numbers import NumberMark, NumberReader, Numeral

LEXICON = Path(__file__).parents[1] / "models" / "id_minutes" / "lexicon"
CALENDAR_LISTS = (
    "months",
    "weekdays",
    "day_parts",
    "time_zones",
    "relative_dates",
    "calendar_words",
    "deadline_words",
    "range_words",
    "feasts",
)
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember")
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
THURSDAY = datetime.date(2021, 9, 23)


def rows(name: str) -> list[dict[str, str]]:
    with (LEXICON / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


READER = DateReader(
    Calendar.from_rows(**{name: rows(name) for name in CALENDAR_LISTS}),
    NumberReader(Numeral.from_rows(rows("numerals")), NumberMark.from_rows(rows("number_marks"))),
)


def iso(days: Interval | None) -> str | None:
    """`2024-06-08`, or `2024-06-08/2024-06-10` for more than one day."""
    if days is None:
        return None
    return f"{days.start}" if days.start == days.end else f"{days.start}/{days.end}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 Desember 2024", "2024-12-10"),
        ("10 Des 2024", "2024-12-10"),
        ("19 Sept. 2025", "2025-09-19"),
        ("1 Pebruari 2011", "2011-02-01"),
        ("Selasa (10/12/2024)", "2024-12-10"),
        ("Selasa,(10/12/2024)", "2024-12-10"),
        ("Kamis, 31 Juli 2025", "2025-07-31"),
        ("Senin/17 Maret 2025", "2025-03-17"),
        ("RABU, 9 MARET 2022", "2022-03-09"),
        ("minggu tanggal 12 Agustus 2018", "2018-08-12"),
        ("Kamis Pahing, 5 Juni 2014", "2014-06-05"),
        ("12/2/2022", "2022-02-12"),
        ("16/02/20", "2020-02-16"),
        ("01.02.2023", "2023-02-01"),
        ("10-12-2024", "2024-12-10"),
        ("2024-06-08", "2024-06-08"),
        ("Sabtu, 2024-06-08", "2024-06-08"),
        ("03-Feb-2021", "2021-02-03"),
        ("Maret 01, 2024", "2024-03-01"),
        ("Tuesday, August 14, 2018", "2018-08-14"),
        ("Kamis tanggal Sembilan Belas bulan Juni\nTahun Dua Ribu Empat Belas", "2014-06-19"),
        ("Selasa tanggal Dua Puluh Dua bulan April tahun Dua Ribu Dua Puluh Lima (22-04-2025)", "2025-04-22"),
        ("Desember 2025", "2025-12-01/2025-12-31"),
        ("2023-03", "2023-03-01/2023-03-31"),
        ("tahun 2024", "2024-01-01/2024-12-31"),
        ("TA. 2024", "2024-01-01/2024-12-31"),
        ("T.A. 2024", "2024-01-01/2024-12-31"),
        ("tahun anggaran 2024", "2024-01-01/2024-12-31"),
        ("tahun seribu sembilan ratus tujuh puluh satu", "1971-01-01/1971-12-31"),
        ("triwulan I 2025", "2025-01-01/2025-03-31"),
        ("TW IV 2025", "2025-10-01/2025-12-31"),
        ("triwulan II-2020", "2020-04-01/2020-06-30"),
        ("triwulan ke-3 tahun 2025", "2025-07-01/2025-09-30"),
        ("SEMESTER I TAHUN 2025", "2025-01-01/2025-06-30"),
        ("minggu ke 3 Bulan Januari 2024", "2024-01-15/2024-01-21"),
        ("minggu kelima Februari 2024", "2024-02-29"),
        ("minggu terakhir Juni 2024", "2024-06-24/2024-06-30"),
        ("akhir Februari 2024", "2024-02-29"),
        ("awal Juli 2025", "2025-07-01/2025-07-10"),
        ("pertengahan tahun 2023", "2023-06-01/2023-07-31"),
        ("akhir 2025", "2025-12-31"),
        ("akhir triwulan I 2025", "2025-03-31"),
    ],
)
def test_a_full_date_needs_no_anchor(text: str, expected: str) -> None:
    assert iso(READER.date(text, None)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 dan 13 Juni 2014", "2014-06-12/2014-06-13"),
        ("12, 13 dan 14 Juni 2014", "2014-06-12/2014-06-14"),
        ("28 s.d. 30 Januari 2016", "2016-01-28/2016-01-30"),
        ("7 s/d 13 Juli 2024", "2024-07-07/2024-07-13"),
        ("28 – 30 Juli 2025", "2025-07-28/2025-07-30"),
        ("30 Juni - 2 Juli 2025", "2025-06-30/2025-07-02"),
        ("30 Desember – 2 Januari 2025", "2024-12-30/2025-01-02"),
        ("Senin - Rabu (4-6/8/2025)", "2025-08-04/2025-08-06"),
        ("Kamis-Jumat, 12-13 Juni 2014", "2014-06-12/2014-06-13"),
        ("30/6-2/7/2025", "2025-06-30/2025-07-02"),
        ("dari tanggal 16 April sampai dengan 23 April 2025", "2025-04-16/2025-04-23"),
        ("Oktober–Desember 2025", "2025-10-01/2025-12-31"),
        ("2018-2023", "2018-01-01/2023-12-31"),
    ],
)
def test_a_range_is_told_from_its_fuller_end(text: str, expected: str) -> None:
    assert iso(READER.date(text, None)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hari ini", "2021-09-23"),
        ("besok", "2021-09-24"),
        ("lusa", "2021-09-25"),
        ("kemarin sore", "2021-09-22"),
        ("kemarin (22/9)", "2021-09-22"),
        ("siang ini", "2021-09-23"),
        ("besok (Jumat)", "2021-09-24"),
        ("pekan ini juga", "2021-09-20/2021-09-26"),
        ("minggu depan", "2021-09-27/2021-10-03"),
        ("Minggu depan", "2021-09-27/2021-10-03"),
        ("hari Minggu depan", "2021-09-26"),
        ("bulan depan", "2021-10-01/2021-10-31"),
        ("tahun lalu", "2020-01-01/2020-12-31"),
        ("akhir tahun ini", "2021-12-31"),
        ("akhir bulan ini", "2021-09-30"),
        ("awal pekan depan", "2021-09-27/2021-09-28"),
        ("Kamis depan", "2021-09-30"),
        ("Senin lalu", "2021-09-20"),
        ("Jumat pekan depan", "2021-10-01"),
        ("Rabu minggu lalu", "2021-09-15"),
        ("tanggal 10 bulan depan", "2021-10-10"),
        ("minggu pertama bulan depan", "2021-10-01/2021-10-07"),
        ("bulan Juni mendatang", "2022-06-01/2022-06-30"),
        ("14 Maret tahun depan", "2022-03-14"),
        ("dua minggu lagi", "2021-10-07"),
        ("dalam waktu dua minggu", "2021-10-07"),
        ("1x24 jam", "2021-09-24"),
        ("seminggu yang lalu", "2021-09-16"),
        ("dua tahun lalu", "2019-01-01/2019-12-31"),
    ],
)
def test_a_relative_date_is_told_from_the_anchor(text: str, expected: str) -> None:
    assert iso(READER.date(text, THURSDAY)) == expected
    assert READER.date(text, None) is None


@pytest.mark.parametrize(
    ("text", "past", "nearest", "future"),
    [
        ("14 Maret", "2021-03-14", "2022-03-14", "2022-03-14"),
        ("22/9", "2021-09-22", "2021-09-22", "2022-09-22"),
        ("Juli", "2021-07-01/2021-07-31", "2021-07-01/2021-07-31", "2022-07-01/2022-07-31"),
        ("triwulan kedua", "2021-04-01/2021-06-30", "2021-04-01/2021-06-30", "2022-04-01/2022-06-30"),
        ("tanggal 10", "2021-09-10", "2021-09-10", "2021-10-10"),
        ("Senin", "2021-09-20", "2021-09-20", "2021-09-27"),
        ("hari Minggu", "2021-09-19", "2021-09-26", "2021-09-26"),
        ("Kamis", "2021-09-23", "2021-09-23", "2021-09-30"),
    ],
)
def test_an_open_date_is_chosen_as_preferred(text: str, past: str, nearest: str, future: str) -> None:
    choices: tuple[Prefer, ...] = ("past", "nearest", "future")
    assert [iso(READER.date(text, THURSDAY, prefer)) for prefer in choices] == [past, nearest, future]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "empat orang",
        "31 Februari 2024",
        "13/13/2024",
        "triwulan 5 2024",
        "minggu ke-6 Juni 2024",
        "dua minggu",
        "setiap tanggal 25",
        "2024 orang",
    ],
)
def test_what_is_no_date_or_no_real_day_has_none(text: str) -> None:
    assert READER.date(text, THURSDAY) is None


def test_the_weekday_checks_the_date() -> None:
    for text, matches in (("Selasa (10/12/2024)", True), ("Kamis, 28 Juni 2024", False), ("28 Juni 2024", None), ("besok Selasa", False)):
        days = READER.date(text, THURSDAY)
        assert days is not None
        assert days.weekday_matches is matches, text


def test_a_year_that_weekday_and_anchor_contradict_is_a_misprint() -> None:
    january = READER.date("Senin (4/1/2015)", datetime.date(2016, 1, 6))
    assert january == Interval(start=datetime.date(2016, 1, 4), end=datetime.date(2016, 1, 4), weekday_matches=True, repaired=True)
    short = READER.date("Jum’at (08/05/020)", None)
    assert short == Interval(start=datetime.date(2020, 5, 8), end=datetime.date(2020, 5, 8), weekday_matches=True, repaired=True)
    lost_digit = READER.date("8 Mei 202", datetime.date(2020, 5, 10))
    assert lost_digit == Interval(start=datetime.date(2020, 5, 8), end=datetime.date(2020, 5, 8), repaired=True)


def test_a_wrong_weekday_near_the_anchor_moves_nothing() -> None:
    days = READER.date("Selasa (8/9/2021)", datetime.date(2021, 9, 8))
    assert days is not None
    assert (iso(days), days.weekday_matches, days.repaired) == ("2021-09-08", False, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paling lambat akhir bulan ini", "2021-09-30"),
        ("sebelum 17 Oktober", "2021-10-16"),
        ("sebelum November", "2021-10-31"),
        ("sebelum tanggal 10", "2021-10-09"),
        ("sebelum akhir tahun", "2021-12-31"),
        ("hingga akhir 2025", "2025-12-31"),
        ("sampai 5 Oktober", "2021-10-05"),
        ("maksimal tgl 6 Januari 2023", "2023-01-06"),
        ("selambat-lambatnya tanggal 31 Januari 2022", "2022-01-31"),
        ("selesai paling lambat 5 Oktober", "2021-10-05"),
        ("paling lambat tanggal 10 bulan berikutnya", "2021-10-10"),
        ("mulai November", "2021-11-01/2021-11-30"),
        ("hingga Selasa (28/9) mendatang", "2021-09-28"),
        ("bulan Februari", "2022-02-01/2022-02-28"),
        ("31 Agustus", "2021-08-31"),
        ("31 Juli", "2022-07-31"),
        ("Senin", "2021-09-27"),
        ("Jumat pekan depan", "2021-10-01"),
        ("awal bulan", "2021-10-01/2021-10-10"),
        ("14 (empat belas) hari sejak rapat ini", "2021-10-07"),
        ("maksimal 3 hari", "2021-09-26"),
        ("5 hari kerja", "2021-09-30"),
        ("paling lama 2 (dua) bulan", "2021-11-23"),
        ("1 minggu kedepan", "2021-09-30"),
        ("segera", None),
        ("H-3", None),
        ("tanggal 10 tiap bulannya", None),
        ("rapat berikutnya", None),
        ("sebelum musim hujan", None),
        ("10 (sepuluh) hari setelah akhir semester", "2022-01-10"),
    ],
)
def test_a_deadline_lies_ahead_unless_it_has_just_passed(text: str, expected: str | None) -> None:
    assert iso(READER.deadline(text, THURSDAY)) == expected


def test_working_days_pass_over_the_weekend() -> None:
    friday, sunday = datetime.date(2021, 9, 24), datetime.date(2021, 9, 26)
    assert iso(READER.deadline("1 hari kerja", friday)) == "2021-09-27"
    assert iso(READER.deadline("6 hari kerja", friday)) == "2021-10-04"
    assert iso(READER.deadline("5 hari kerja", sunday)) == "2021-10-01"


def test_working_days_pass_over_holidays_and_shared_days_of_leave() -> None:
    thursday = datetime.date(2025, 3, 27)
    assert iso(READER.deadline("1 hari kerja", thursday)) == "2025-04-08"
    assert iso(READER.deadline("2 hari kerja sebelum 8 April 2025", thursday)) == "2025-03-26"
    assert READER.deadline("400 hari kerja", thursday) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lebaran", "2025-03-31"),
        ("sebelum Natal 2026", "2026-12-24"),
        ("H-3 Idul Adha", "2025-06-03"),
        ("seminggu setelah Lebaran", "2025-04-07"),
        ("Ramadan", None),
        ("APBD Perubahan 2025", "2025-07-01/2025-12-31"),
        ("APBD 2026", "2026-01-01/2026-12-31"),
    ],
)
def test_feasts_and_budgets_have_their_days(text: str, expected: str | None) -> None:
    assert iso(READER.deadline(text, datetime.date(2025, 3, 12))) == expected


def test_a_countdown_needs_the_day_of_the_event() -> None:
    event = datetime.date(2025, 8, 17)
    assert iso(READER.deadline("H-7", THURSDAY, event=event)) == "2025-08-10"
    assert iso(READER.deadline("hari H", THURSDAY, event=event)) == "2025-08-17"
    assert iso(READER.deadline("rapat berikutnya", THURSDAY, meeting=event)) == "2025-08-17"
    assert READER.deadline("H-7", THURSDAY) is None


def test_months_end_early_where_the_day_is_missing() -> None:
    assert iso(READER.deadline("1 bulan lagi", datetime.date(2024, 1, 31))) == "2024-02-29"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pukul 09.00 WIB", ClockTime(start="09:00", zone="WIB")),
        ("10.00 – 12.00 wita", ClockTime(start="10:00", end="12:00", zone="WITA")),
        ("Pukul 13.00 WITA s.d. 17.30 WITA", ClockTime(start="13:00", end="17:30", zone="WITA")),
        ("14.00- Selesai", ClockTime(start="14:00")),
        ("pukul 09.00 s.d selesai", ClockTime(start="09:00")),
        ("pukul : 10.40 WIT", ClockTime(start="10:40", zone="WIT")),
        ("Pk. 19.30", ClockTime(start="19:30")),
        ("15:30 - 18:00", ClockTime(start="15:30", end="18:00")),
        ("13:30 (tiga belas lewat tiga puluh menit)", ClockTime(start="13:30")),
        ("pukul 6 pagi", ClockTime(start="06:00")),
        ("jam sembilan pagi", ClockTime(start="09:00")),
        ("jam 7 malam", ClockTime(start="19:00")),
        ("jam 12 malam", ClockTime(start="00:00")),
        ("jam 1 malam", ClockTime(start="01:00")),
        ("jam 2 dini hari", ClockTime(start="02:00")),
        ("pukul 9 pagi sampai 12 siang", ClockTime(start="09:00", end="12:00")),
        ("pukul 2 sampai 4 sore", ClockTime(start="14:00", end="16:00")),
        ("20.00 - 24.00", ClockTime(start="20:00", end="00:00")),
        ("25.00", None),
        ("10.75", None),
        ("9.5", None),
        ("7", None),
        ("10/12", None),
        ("", None),
    ],
)
def test_a_clock_time_has_hours_and_minutes(text: str, expected: ClockTime | None) -> None:
    assert READER.clock(text) == expected


def test_rows_with_an_unknown_class_or_value_are_refused() -> None:
    lists = {name: rows(name) for name in CALENDAR_LISTS}
    with pytest.raises(ValueError, match="Juni: month is no whole number"):
        Calendar.from_rows(**{**lists, "months": [{"word": "Juni", "month": "VI"}]})
    with pytest.raises(ValueError, match="akhir: class 'part' with value 'ujung'"):
        Calendar.from_rows(**{**lists, "calendar_words": [{"word": "akhir", "class": "part", "value": "ujung"}]})
    with pytest.raises(ValueError, match="Mei: stands in two lists"):
        Calendar.from_words([CalendarWord(word="Mei", letter="m", number=5), CalendarWord(word="Mei", letter="w", number=1)])


DAYS = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2150, 12, 31))
WORDS = st.sampled_from(
    [
        *"0123456789()/-.:",
        "10",
        "31",
        "2024",
        "Senin",
        "Minggu",
        "Juni",
        "akhir",
        "minggu",
        "depan",
        "sebelum",
        "s.d.",
        "tanggal",
        "bulan",
        "dua",
        "ke",
        "jam",
    ]
)


@given(DAYS)
def test_every_day_reads_back_in_every_notation(day: datetime.date) -> None:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    for text in (
        f"{weekday}, {day.day} {month} {day.year}",
        f"{weekday} ({day.day}/{day.month}/{day.year})",
        f"{day.day:02}-{day.month:02}-{day.year}",
        day.isoformat(),
        f"{month} {day.day:02}, {day.year}",
    ):
        days = READER.date(text, None)
        assert iso(days) == day.isoformat(), text


@given(DAYS, st.integers(min_value=0, max_value=200))
def test_a_date_without_its_year_is_found_from_up_to_half_a_year_away(day: datetime.date, days_ago: int) -> None:
    anchor = day + datetime.timedelta(days=min(days_ago, 180))
    text = f"{day.day} {MONTHS[day.month - 1]}"
    assert iso(READER.date(text, anchor, "nearest")) == day.isoformat()
    assert iso(READER.date(text, anchor, "past")) == day.isoformat()
    assert iso(READER.date(text, day, "future")) == day.isoformat()


@given(DAYS)
def test_a_weekday_in_the_future_is_one_to_seven_days_away(anchor: datetime.date) -> None:
    for weekday in WEEKDAYS:
        days = READER.deadline(f"hari {weekday}", anchor)
        assert days is not None
        assert 1 <= (days.start - anchor).days <= 7


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=15).map(" ".join)), st.one_of(st.none(), st.dates()))
def test_no_text_breaks_the_reader(text: str, anchor: datetime.date | None) -> None:
    READER.clock(text)
    for days in (READER.date(text, anchor), READER.date(text, anchor, "past"), READER.deadline(text, anchor)):
        assert days is None or days.start <= days.end


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(reader).failed == 0
