import pytest

from minutes_miner.documents.plain import document_of_text, read_markdown, read_plain
from minutes_miner.errors import SourceEmpty

MINUTES = """NOTULEN RAPAT

Tempat : Aula Dinas Sosial
  \t
1. Pembukaan
   - Dinsos akan mendata LKSA.
\tRapat ditutup.\x20\x20
"""


def test_the_text_is_untouched_and_blocks_point_into_it() -> None:
    document = document_of_text(MINUTES, id="x", source="notulen.txt")
    assert document.text == MINUTES
    assert [MINUTES[block.start : block.end] for block in document.blocks] == [
        "NOTULEN RAPAT",
        "Tempat : Aula Dinas Sosial",
        "1. Pembukaan",
        "- Dinsos akan mendata LKSA.",
        "Rapat ditutup.",
    ]
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "item", "item", "paragraph"]
    assert [block.evidence and block.evidence.paragraph for block in document.blocks] == [1, 2, 3, 4, 5]
    assert [block.level for block in document.blocks][2:4] == [1, 2]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| No | Nama |", ["No", "Nama"]),
        ("|a|b|", ["a", "b"]),
        ("1. | Siti | ", ["1.", "Siti", ""]),
        ("1. |  | Ketua", ["1.", "", "Ketua"]),
        ("| Siti", ["", "Siti"]),
        ("| 1 |  |", ["1", ""]),
    ],
)
def test_cells_of_rows(line: str, cells: list[str]) -> None:
    (block,) = document_of_text(line, id="x", source="x").blocks
    assert block.kind == "row"
    assert [line[start:end] for start, end in block.cells] == cells
    assert all(block.start <= start <= end <= block.end for start, end in block.cells)


def test_a_bar_within_a_word_makes_no_row() -> None:
    (block,) = document_of_text("kode A|B dipakai", id="x", source="x").blocks
    assert block.kind == "paragraph"


def test_a_markdown_table_is_a_table_without_its_rule() -> None:
    document = document_of_text("| No | Nama |\n|----|:----:|\n| 1 | Siti |\n| 2 |\n\nteks", id="x", source="x.md")
    assert [block.kind for block in document.blocks] == ["row", "row", "row", "paragraph"]
    assert document.tables[0].rows == (("No", "Nama"), ("1", "Siti"), ("2", ""))


def test_media_types() -> None:
    assert read_plain(b"Rapat", id="x", source="a.txt").media_type == "text/plain"
    assert read_markdown(b"Rapat", id="x", source="a.md").media_type == "text/markdown"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_nothing_but_blanks_is_empty(data: bytes) -> None:
    with pytest.raises(SourceEmpty):
        read_plain(data, id="x", source="kosong.txt")


def test_a_line_with_more_cells_than_any_table_is_no_row() -> None:
    wide, row = "| a " * 50_000 + "|", "| a | b |"
    document = document_of_text(f"{row}\n{wide}\n{row}", id="x", source="x.txt")
    assert [len(block.cells) for block in document.blocks] == [2, 0, 2]
    assert [len(table.rows[0]) for table in document.tables] == [2, 2]
