"""Deadlines and amounts of items."""

from __future__ import annotations

import pytest

HEADER = "NOTULEN RAPAT\nHari/Tanggal: Senin, 3 Maret 2025\nKeputusan:\n"


@pytest.mark.parametrize(
    ("row", "text", "start", "end"),
    [
        ("Dinas Sosial agar mendata panti paling lambat 20 Maret 2025.", "20 Maret 2025", "2025-03-20", "2025-03-20"),
        ("Dinas Sosial agar mendata panti paling lambat akhir Maret.", "akhir Maret", "2025-03-31", "2025-03-31"),
        ("Dinas Sosial agar mendata panti sebelum akhir Maret.", "akhir Maret", "2025-03-31", "2025-03-31"),
        ("Dinas Sosial agar mendata panti pekan depan.", "pekan depan", "2025-03-10", "2025-03-16"),
        ("Dinas Sosial agar mendata panti, batas waktu 20 Maret 2025.", "20 Maret 2025", "2025-03-20", "2025-03-20"),
        ("Dinas Sosial agar mendata panti sampai dengan Desember 2025.", "Desember 2025", "2025-12-01", "2025-12-31"),
        ("Dinas Sosial agar mendata panti besok.", "besok", "2025-03-04", "2025-03-04"),
    ],
)
def test_a_date_in_the_clause_is_the_deadline(mine, row, text, start, end):
    (item,) = mine(f"{HEADER}1. {row}").items
    assert item.deadline is not None
    assert (item.deadline.text, item.deadline.start, item.deadline.end) == (text, start, end)


@pytest.mark.parametrize(
    "row",
    [
        "Dinas Sosial agar mendata panti.",
        # A year that says which budget or data, a date that lies behind.
        "Dinas Sosial agar memakai dana tahun anggaran 2026 untuk panti.",
        "Dinas Sosial agar memeriksa data panti bulan lalu.",
        "Dinas Sosial agar mengajukan usulan dalam APBD 2026.",
    ],
)
def test_no_deadline(mine, row):
    (item,) = mine(f"{HEADER}1. {row}").items
    assert item.deadline is None


def test_a_deadline_that_no_calendar_knows_has_no_dates(mine):
    (item,) = mine("NOTULEN RAPAT\nKeputusan:\n1. Dinas Sosial agar mendata panti paling lambat pekan depan.").items
    assert item.deadline is not None
    assert (item.deadline.text, item.deadline.start, item.deadline.end) == ("pekan depan", None, None)


def test_a_need_is_due_only_when_a_deadline_is_named(mine):
    said = "“Kami butuh dua pengasuh lagi {},” kata Pak Darman."
    (without,) = mine(said.format("sejak 3 Maret 2024")).items
    (until,) = mine(said.format("sebelum 3 Maret 2026")).items
    assert without.deadline is None
    assert until.deadline is not None
    assert until.deadline.text == "3 Maret 2026"


@pytest.mark.parametrize(
    ("row", "amount"),
    [
        ("Dinas Sosial akan menyalurkan Rp 25 juta untuk panti.", ("Rp 25 juta", 25_000_000)),
        ("Dinas Sosial akan menaikkan iuran dari Rp 10.000 menjadi Rp 15.000.", ("Rp 15.000", 15_000)),
        ("Dinas Sosial akan menyalurkan Rp. 1,5 miliar.", ("Rp. 1,5 miliar", 1_500_000_000)),
        ("Dinas Sosial akan mendata delapan LKSA.", None),
    ],
)
def test_the_amount_is_the_last_sum_of_money(mine, row, amount):
    (item,) = mine(row).items
    assert (None if item.amount is None else (item.amount.text, item.amount.value)) == amount
