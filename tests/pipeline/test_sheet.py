"""Positions of a sheet: which line breaks count, offsets, and marks of phrases."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dinas Sosial akan\nmendata panti", "Dinas Sosial akan mendata panti"),
        ("Dinas Sosial akan\n\nmendata panti", "Dinas Sosial akan ⏎ mendata panti"),
        ("Dinas hadir.\nrapat dibuka", "Dinas hadir . ⏎ rapat dibuka"),
        ("Acara:\nrapat", "Acara : ⏎ rapat"),
        ("Kepala Dinas\nMarlina Siregar", "Kepala Dinas ⏎ Marlina Siregar"),
        ("- beras\n- jagung", "- beras ⏎ - jagung"),
        ("beras   jagung  ubi", "beras jagung ubi"),
    ],
)
def test_only_breaks_inside_a_sentence_are_left_out(work, text, words):
    assert " ".join("⏎" if "\n" in word else word for word in work(text).sheet.words) == words


@pytest.mark.parametrize(
    "text",
    [
        "  Rapat  dibuka\n\n\tBupati Wajo\r\noleh Andi — “ya”.",
        "Rp. 275.520.000,- untuk S,STP dan Ma’rup (陈荣光) 😀 selesai",
        "a" * 450 + " akhir",
    ],
)
def test_every_word_stands_at_its_offsets(work, text):
    sheet = work(text).sheet
    assert [sheet.whole[a:b] for a, b in zip(sheet.starts, sheet.ends, strict=True)] == sheet.words
    assert sheet.whole == text


def test_blanks_between_columns_part_what_stands_beside(work):
    sheet = work("Ketua,              Notulis,\nSITI AMINAH         BUDI SANTOSO").sheet
    assert " ".join("⏎" if "\n" in word else word for word in sheet.words) == "Ketua , | Notulis , ⏎ SITI AMINAH | BUDI SANTOSO"
    assert sheet.text(0, 4) == "Ketua,              Notulis"


def test_bars_between_columns_stand_once(work):
    assert " ".join(work("No  |  Kegiatan\n1   |  Rapat").sheet.words) == "No | Kegiatan \n 1 | Rapat"


def test_text_keeps_the_blanks_between_its_positions(work):
    sheet = work("Dinas  Sosial\nKota Batam").sheet
    assert sheet.text(0, 2) == "Dinas  Sosial"
    assert sheet.text(0, sheet.size) == "Dinas  Sosial\nKota Batam"


def test_a_position_is_the_first_word_at_or_behind_an_offset(work):
    sheet = work("Rapat  dibuka Bupati").sheet
    assert [sheet.position(offset) for offset in (0, 1, 7, 8, 99)] == [0, 1, 1, 2, 3]


def test_a_list_entry_of_several_words_is_marked_as_one(work):
    sheet = work("selambat-lambatnya atau paling lambat Jumat").sheet
    at = sheet.words.index("paling")
    assert sheet.has(at, "B:strong_due")
    assert sheet.has(at + 1, "I:strong_due")
    assert sheet.has(0, "strong_due")
    assert not sheet.has(0, "B:strong_due")


def test_a_mark_keeps_the_shape_and_takes_the_lists_away(work):
    sheet = work("Hadir pula Ketua pagi itu").sheet
    at = sheet.words.index("Ketua")
    assert sheet.has(at, "office_heads") or sheet.has(at, "B:OFFICE")
    before = sheet.string
    sheet.mark(at, at + 1, "PERSON")
    assert sheet.has(at, "B:PERSON")
    assert sheet.has(at, "Cap")
    assert not sheet.has(at, "office_heads")
    assert sheet.string != before
    assert len(sheet.string) == sheet.size


def test_an_empty_text_has_no_positions(work):
    assert work("").sheet.size == 0
    assert work(" \t ").sheet.size == 0
