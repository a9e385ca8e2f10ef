"""Items that minutes tell twice."""

from __future__ import annotations

MINUTES = """NOTULEN RAPAT
Hari/Tanggal: Senin, 3 Maret 2025
Keputusan:
1. {}
2. Iuran kas naik menjadi lima ribu rupiah.

Rencana Tindak Lanjut:
| No | Kegiatan | Penanggung Jawab | Batas Waktu |
| 1 | Perbaikan saluran irigasi Sungai Bangka | {} | {} |
"""
PROSE = "Perbaikan saluran irigasi Sungai Bangka akan dilaksanakan Dinas PUPR."


def test_prose_and_table_are_one_item_with_both_places(mine):
    text = MINUTES.format(PROSE, "Dinas PUPR", "20 Maret 2025")
    items = mine(text).items
    assert len(items) == 2
    (row,) = [item for item in items if item.also]
    assert text[row.start : row.end] == "Perbaikan saluran irigasi Sungai Bangka"
    assert (row.actor, row.deadline and row.deadline.end) == ("Dinas PUPR", "2025-03-20")
    (prose,) = row.also
    assert text[prose.start : prose.end] == PROSE[:-1]


def test_what_the_table_leaves_open_comes_from_the_prose(mine):
    items = mine(MINUTES.format(PROSE, "-", "20 Maret 2025").replace("| - |", "|  |")).items
    assert [item.actor for item in items if item.also] == ["Dinas PUPR"]


def test_another_actor_or_day_is_another_item(mine):
    assert len(mine(MINUTES.format(PROSE, "Dinas Pertanian", "20 Maret 2025")).items) == 3
    assert len(mine(MINUTES.format(PROSE[:-1] + " pada 5 Mei 2025.", "Dinas PUPR", "20 Juni 2025")).items) == 3


def test_the_first_of_prose_items_that_say_the_same_is_the_twin_of_each_row_in_turn(mine):
    rows = "".join(f"| {number} | Perbaikan saluran irigasi Sungai Bangka |  |  |\n" for number in (1, 2))
    head = MINUTES.format(PROSE, "", "").rsplit("| 1 |", 1)[0]
    text = head.replace("2. Iuran", f"2. {PROSE}\n3. {PROSE}\n4. Iuran") + rows
    first, second = [item for item in mine(text).items if item.also]
    places = [text.index(PROSE), text.index(PROSE, text.index(PROSE) + 1)]
    assert [item.also[0].start for item in (first, second)] == places
