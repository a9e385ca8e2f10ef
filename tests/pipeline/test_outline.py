"""Lines: what a label means, which section a line stands in, list rows, cells."""

from __future__ import annotations

import pytest


def lines(work, text):
    done = work(text)
    return done.sheet, done.lines


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Hari/Tanggal : Senin, 3 Maret 2025", "date", "Senin, 3 Maret 2025"),
        ("Tempat: Balai Desa Wonokerto", "place", "Balai Desa Wonokerto"),
        ("**Notulis:** Marlina Siregar", "minute_taker", "Marlina Siregar"),
        ("Pimpinan Rapat : Camat Paron", "chair", "Camat Paron"),
        ("Catatan dari warga: jalan rusak", "", "jalan rusak"),
    ],
)
def test_the_label_before_the_colon_says_what_the_line_holds(work, line, field, value):
    sheet, (title, header) = lines(work, f"NOTULEN RAPAT\n{line}")
    assert title.field == ""
    assert header.field == field
    assert sheet.text(header.value, header.last) == value


def test_rows_know_the_section_above_them(work):
    _, found = lines(work, "NOTULEN RAPAT\nPembahasan\n- Jalan rusak\nKeputusan:\n1. Jalan dirawat\n2. Iuran naik\nTindak Lanjut\n- Surat")
    assert [line.section for line in found] == ["", *["section_discussion"] * 2, *["section_decisions"] * 3, *["section_actions"] * 2]
    assert [line.heading for line in found] == [None, 1, 1, 3, 3, 3, 6, 6]


def test_a_header_field_closes_the_section_before_it(work):
    _, found = lines(work, "NOTULEN RAPAT\nHadir:\n- Marlina\nTempat: Balai Desa Wonokerto\nRapat dibuka.")
    assert [line.section for line in found] == ["", "attendees", "attendees", "", ""]


def test_a_heading_with_more_words_counts_by_how_it_begins(work):
    _, found = lines(work, "NOTULEN RAPAT\nKeputusan rapat kali ini:\n1. Iuran naik")
    assert [line.section for line in found][1:] == ["section_decisions", "section_decisions"]


def test_an_ordinary_sentence_is_no_heading(work):
    _, found = lines(work, "NOTULEN RAPAT\nKeputusan itu dibacakan lagi pada akhir rapat oleh sekretaris.\n1. Iuran naik")
    assert [line.section for line in found] == ["", "", ""]


def test_list_rows_begin_behind_their_marker_and_know_their_depth(work):
    sheet, found = lines(work, "Pembahasan\n1. Saluran irigasi\n   a. Lumpur di hilir\n2. Kerja bakti")
    assert [(sheet.words[line.content], line.marked, line.level) for line in found[1:]] == [
        ("Saluran", True, 1),
        ("Lumpur", True, 2),
        ("Kerja", True, 1),
    ]


def test_cells_of_a_row_are_positions_without_the_bars(work):
    sheet, found = lines(work, "| No | Kegiatan | Batas Waktu |\n|---|---|---|\n| 1 | Perbaikan saluran | |")
    assert [[sheet.text(a, b) if b > a else "" for a, b in line.cells] for line in found] == [
        ["No", "Kegiatan", "Batas Waktu"],
        ["1", "Perbaikan saluran", ""],
    ]


def test_a_bare_title_ends_a_list_of_people(work):
    text = "Hadir : 31 orang, ditambah\n- Karyono\n\nUraian\n\n1. Karyono\n   - Pupuk kurang.\n"
    assert [line.section for line in work(text).lines] == ["attendees", "attendees", "", "", ""]
    listed = text.replace("Uraian\n\n", "")
    assert {line.section for line in work(listed).lines} == {"attendees"}
