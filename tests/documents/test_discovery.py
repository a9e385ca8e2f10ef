import os
from pathlib import Path

import pytest

from minutes_miner.documents.discovery import discover
from minutes_miner.errors import NoDocuments, SourceNotFound


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.PDF", "z/c.docx", "z/d/e.md", ".rahasia/f.txt", ".g.txt", "~$c.docx", "foto.bmp", "kosong/x.bin"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"isi")
    return tmp_path


def test_a_folder_is_walked_in_sorted_order(folder: Path) -> None:
    assert [path.relative_to(folder).as_posix() for path in discover([folder])] == ["a.PDF", "b.txt", "z/c.docx", "z/d/e.md"]


def test_files_come_as_they_are_given_and_once(folder: Path) -> None:
    given = [folder / "z" / "c.docx", folder, str(folder / "b.txt"), folder / "foto.bmp", folder / "z" / ".." / "b.txt"]
    assert [path.name for path in discover(given)] == ["c.docx", "a.PDF", "b.txt", "e.md", "foto.bmp"]


def test_links_and_pipes_in_a_folder_are_passed_over(folder: Path) -> None:
    (folder / "z" / "naik").symlink_to(folder, target_is_directory=True)
    (folder / "tautan.txt").symlink_to(folder / "b.txt")
    os.mkfifo(folder / "pipa.txt")
    assert len(discover([folder])) == 4


def test_nothing_found_is_an_error(folder: Path) -> None:
    with pytest.raises(SourceNotFound) as missing:
        discover([folder / "tidak-ada.txt"])
    assert "tidak-ada.txt" in missing.value.sentence("id")
    with pytest.raises(NoDocuments, match=r"\.docx"):
        discover([folder / "kosong"])


def test_a_missing_path_among_others_stays_to_fail_by_itself(folder: Path) -> None:
    given = [folder / "tidak-ada.txt", folder / "b.txt", folder / "kosong"]
    assert discover(given) == given


def test_no_paths_give_no_files() -> None:
    assert discover([]) == []
