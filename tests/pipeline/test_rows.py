"""Rows of minutes: tails, allotments, tables, check boxes, reports on earlier items."""

from __future__ import annotations

import pytest

DAY = "NOTULEN RAPAT\nHari/Tanggal: Senin, 3 Maret 2025\n"
COLUMNS = "| No | Kegiatan | Penanggung Jawab | Batas Waktu | Status |\n"


def facts(item):
    return item.text, item.actor, item.deadline.text if item.deadline else None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # What stands in the tail is no part of the item, but its actor and deadline.
        ("Surat undangan panti dicetak (PIC: Bu Marlina)", ("Surat undangan panti dicetak", "Marlina", None)),
        ("Surat undangan panti dicetak (Bu Marlina)", ("Surat undangan panti dicetak", "Marlina", None)),
        ("Surat undangan panti dicetak (Bu Marlina dan Pak Darman)", ("Surat undangan panti dicetak", "Bu Marlina dan Pak Darman", None)),
        ("Surat undangan panti dicetak, deadline: 20 Maret 2025", ("Surat undangan panti dicetak", None, "20 Maret 2025")),
        # A bracket that holds no people is part of the item.
        ("Surat undangan panti dicetak (rangkap dua)", ("Surat undangan panti dicetak (rangkap dua)", None, None)),
        # `task: name`.
        ("Surat undangan panti: Bu Marlina", ("Surat undangan panti: Bu Marlina", "Marlina", None)),
    ],
)
def test_tail_of_an_action_row(mine, row, expected):
    (item,) = mine(f"{DAY}Tindak Lanjut:\n- {row}").items
    assert facts(item) == expected


def test_the_subject_of_the_clause_comes_before_the_pic(mine):
    (item,) = mine(f"{DAY}Keputusan:\n1. Dinas Sosial akan mendata panti (PIC: Bu Marlina)").items
    assert facts(item) == ("Dinas Sosial akan mendata panti", "Dinas Sosial", None)


def test_a_table_gives_each_row_its_actor_deadline_and_status(mine):
    analysis = mine(
        DAY
        + COLUMNS
        + "| 1 | Perbaikan saluran irigasi | Dinas PUPR | 20 Maret 2025 | Belum |\n"
        + "| 2 | Pendataan lansia | Bu Marlina | pekan depan | Sudah |\n"
        + "| 3 | Papan nama posyandu | Karang Taruna dan kader | - | |\n"
    )
    assert [(*facts(item), item.status) for item in analysis.items] == [
        ("Perbaikan saluran irigasi", "Dinas PUPR", "20 Maret 2025", "open"),
        ("Pendataan lansia", "Marlina", "pekan depan", "done"),
        ("Papan nama posyandu", "Karang Taruna dan kader", None, "open"),
    ]
    assert {item.kind for item in analysis.items} == {"instruction"}
    assert [item.deadline.start for item in analysis.items[:2]] == ["2025-03-20", "2025-03-10"]


def test_a_cell_with_a_cue_has_the_kind_of_the_cue(mine):
    (item,) = mine(f"{DAY}{COLUMNS}| 1 | Disepakati iuran kas lima ribu rupiah | Bendahara | | |").items
    assert (item.kind, item.rule) == ("decision", "decision.agreed")


@pytest.mark.parametrize(
    "table",
    [
        "| No | Nama | Jabatan |\n| 1 | Marlina Siregar | Sekretaris Desa Sumberwening |",
        "| Kegiatan | Penanggung Jawab |\n|---|---|",
        "| No | Bahan | Harga |\n| 1 | Semen | Rp 60.000 |",
    ],
)
def test_a_table_of_other_things_has_no_items(mine, table):
    assert mine(DAY + table).items == ()


def test_columns_hold_only_for_their_table(mine):
    analysis = mine(f"{DAY}{COLUMNS}| 1 | Pendataan lansia | Bu Marlina | | |\nCatatan lain.\n| 2 | Semen | Rp 60.000 | | |")
    assert [item.text for item in analysis.items] == ["Pendataan lansia"]


@pytest.mark.parametrize(
    ("row", "text", "status", "actor"),
    [
        ("- Surat ke kecamatan: sudah dikirim Pak Sutarno", "Surat ke kecamatan", "done", "Sutarno"),
        ("- Papan nama posyandu: belum selesai", "Papan nama posyandu", "open", None),
        ("- Papan nama posyandu sudah dipasang", "Papan nama posyandu sudah dipasang", "done", None),
        ("- [x] Surat ke kecamatan", "Surat ke kecamatan", "done", None),
        ("- [ ] Surat ke kecamatan", "Surat ke kecamatan", "open", None),
        ("- [ ] Surat ke kecamatan (Bu Marlina)", "Surat ke kecamatan", "open", "Marlina"),
    ],
)
def test_rows_that_report_on_earlier_items(mine, row, text, status, actor):
    (item,) = mine(f"{DAY}Tindak lanjut rapat sebelumnya:\n{row}").items
    assert (item.text, item.status, item.actor, item.rule) == (text, status, actor, "item.followed_up")


def test_owner_and_deadline_in_sentences_behind_the_row(mine):
    (item,) = mine(f"{DAY}Tindak lanjut:\n1. Mendata lansia dusun hilir. PIC: Pak Sutarno. Batas waktu: 20 Maret 2025.").items
    assert (item.text, item.actor, item.deadline.start) == ("Mendata lansia dusun hilir", "Sutarno", "2025-03-20")


def test_a_header_cell_is_known_by_its_first_words(mine):
    table = "| No. | Uraian Kegiatan | PIC | Target Waktu |\n| 1 | Memperbaiki gudang | Bu Marlina dan Pak Sutarno | 20 Maret 2025 |"
    (item,) = mine(f"{DAY}{table}").items
    assert (item.text, item.actor, item.deadline.start) == ("Memperbaiki gudang", "Bu Marlina dan Pak Sutarno", "2025-03-20")


def test_a_heading_inside_a_table_does_not_end_it(mine):
    rows = "| 1 | Pendataan lansia | Bu Marlina | | |\nB. SARANA\n| 2 | Perbaikan gudang | Pak Sutarno | | |"
    assert [item.text for item in mine(f"{DAY}{COLUMNS}{rows}").items] == ["Pendataan lansia", "Perbaikan gudang"]


def test_the_lower_rows_of_an_item_are_part_of_it(mine):
    rows = "1. Puskesmas Selong siap membuka layanan keliling, dengan jadwal:\n   a. wilayah utara\n   b. wilayah selatan"
    assert len(mine(f"{DAY}Hasil rapat:\n{rows}").items) == 1


def test_a_row_that_names_who_speaks_for_what_is_no_item(mine):
    assert mine(f"{DAY}Kesimpulan:\n1. Kepala Dinas Sosial: Marlina Siregar").items == ()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("[ ] Menyewa enam truk (PIC: sekretariat), maksimal 18 Maret 2025", ("Menyewa enam truk", "sekretariat", "18 Maret 2025")),
        ("Hubungi kelurahan soal titian, secepatnya - Pak Darman", ("Hubungi kelurahan soal titian, secepatnya", "Darman", "secepatnya")),
    ],
)
def test_an_owner_by_its_label_or_behind_a_dash(mine, row, expected):
    (item,) = mine(f"{DAY}Tindak Lanjut:\n- {row}").items
    assert facts(item) == expected


def test_a_mark_without_words_in_a_list_of_earlier_items_is_none(mine):
    assert mine("NOTULEN RAPAT\nTindak lanjut rapat yang lalu:\n1. Mendata LKSA (selesai)\n2.\n").document.kind == "minutes"
