from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.tables import read_grid, read_rows


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "titles.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("word,note\nIr.,insinyur\n", "utf-8"),
        ("word;note\r\nIr.;insinyur\r\n", "utf-8-sig"),
        ("word , note\n\n  Ir. ,insinyur \n,\n", "utf-8"),
    ],
)
def test_spreadsheets_may_write_it_their_way(tmp_path: Path, text: str, encoding: str) -> None:
    rows = read_rows(written(tmp_path, text, encoding), required=("word",))
    assert [row.cells for row in rows] == [{"word": "Ir.", "note": "insinyur"}]


def test_rows_know_their_line_and_their_columns(tmp_path: Path) -> None:
    path = written(tmp_path, "word,note\n\nIr.\nDrs.,sarjana\n")
    first, second = read_rows(path)
    assert (first.where, second.where) == (f"{path}:3", f"{path}:4")
    assert (first["note"], first["tidak ada"], second["note"]) == ("", "", "sarjana")


def test_a_cell_may_hold_the_separator_and_quotation_marks(tmp_path: Path) -> None:
    rows = read_rows(written(tmp_path, 'word,note\n"S,STP",""""\n'))
    assert [row.cells for row in rows] == [{"word": "S,STP", "note": '"'}]


def test_a_file_without_rows_is_empty(tmp_path: Path) -> None:
    assert read_rows(written(tmp_path, "word\n")) == []
    assert read_grid(written(tmp_path, "")).header == ()


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("kata\nIr.\n", 1, "column word is missing"),
        ("word,note\nIr.,a\n,b\n", 3, "word is empty"),
        ("word,note\n\nIr.,a,b\n", 3, "3 cells but 2 columns"),
        ('word,note\nIr.,a\n"Drs.,b\nDr.,c\n', 3, "quotation marks"),
        ('word,note\nIr.,"a" b\n', 2, "quotation marks"),
    ],
)
def test_faults_are_named_with_their_line(tmp_path: Path, text: str, line: int, fault: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ModelError, match=fault) as caught:
        read_rows(path, required=("word",))
    assert caught.value.where == f"{path}:{line}"


def test_what_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        read_rows(tmp_path / "tidak-ada.csv")
    with pytest.raises(ModelError, match="not UTF-8"):
        read_rows(written(tmp_path, "word\ncafé\n", "latin-1"))
