"""Columns set with blanks become cells; blanks of other kinds do not."""

from __future__ import annotations

import pytest

from minutes_miner.documents.plain import document_of_text


def rows(text: str) -> list[list[str]]:
    """The cells of each line; none where it is no row."""
    return [[text[a:b] for a, b in block.cells] for block in document_of_text(text, id="a", source="a.txt").blocks]


def test_a_table_is_read_by_the_columns_of_its_first_row() -> None:
    text = (
        "No  Uraian                   Penanggung Jawab     Target\n"
        "1   Mengirim data anak       Dinas Sosial         5 Mei 2025\n"
        "2   Mendata ulang panti                           segera\n"
        "3   Menyusun jadwal          Camat Sukamaju\n"
    )
    assert rows(text) == [
        ["No", "Uraian", "Penanggung Jawab", "Target"],
        ["1", "Mengirim data anak", "Dinas Sosial", "5 Mei 2025"],
        ["2", "Mendata ulang panti", "", "segera"],
        ["3", "Menyusun jadwal", "Camat Sukamaju", ""],
    ]
    (table,) = document_of_text(text, id="a", source="a.txt").tables
    assert table.rows[2] == ("2", "Mendata ulang panti", "", "segera")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Waktu   09.00 WIB\nTempat  Aula", [["Waktu", "09.00 WIB"], ["Tempat", "Aula"]]),
        ("Pemimpin Rapat,                Notulis,", [["Pemimpin Rapat,", "Notulis,"]]),
        ("1\tMendata\tCamat", [["1", "Mendata", "Camat"]]),
        (
            "SITI AMINAH          BUDI SANTOSO\nNIP 19800101        NIP 19810101",
            [["SITI AMINAH", "BUDI SANTOSO"], ["NIP 19800101", "NIP 19810101"]],
        ),
        ("Waktu    : 09.00 WIB\nTempat   : Aula", [[], []]),
        ("Waktu :    09.00 WIB\nTempat :   Aula", [[], []]),
        ("Rapat dibuka.  Camat hadir.\nWarga datang.  Lurah juga.", [[], []]),
        ("Rapat  dibuka camat", [[]]),
        ("Waktu   09.00 WIB\n\nTempat  Aula", [[], []]),
        ("| a   | b |\n| cc  | d |", [["a", "b"], ["cc", "d"]]),
    ],
)
def test_gaps_part_cells_where_they_are_wide_or_stand_below_each_other(text: str, cells: list[list[str]]) -> None:
    assert rows(text) == cells


def test_a_row_of_its_own_making_keeps_its_pieces() -> None:
    assert rows("No  Nama        Jabatan\n1   Siti   Rina   Camat   Lurah")[1] == ["1", "Siti", "Rina", "Camat", "Lurah"]


def test_a_line_of_nothing_but_gaps_is_no_row() -> None:
    assert rows("\n".join(["a   " * 20_000 + "a"] * 2)) == [[], []]
