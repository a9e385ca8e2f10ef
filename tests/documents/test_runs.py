"""Small text files are read many at a time, with what each gives by itself."""

import os
from pathlib import Path

import pytest

from minutes_miner.documents import contents
from minutes_miner.documents.reading import discover, read_all, read_each
from minutes_miner.documents.runs import MOST_FILES, SMALL, runs
from minutes_miner.errors import ReaderCrashed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    table = "# Rapat\n\n| a | b |\n|---|---|\n| c | d |"
    texts = {"a.txt": "Rapat dibuka.", "b.txt": " \n", "c.md": table, "d.txt": "%PDF-1.4 bukan", "f.txt": "Rapat ditutup."}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "e.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "g.jsonl").write_text('{"id": "x", "text": "Rapat"}', encoding="utf-8")
    (tmp_path / "h.txt").write_bytes(b"")
    return tmp_path


def test_files_give_in_company_what_they_give_alone(folder: Path) -> None:
    files = [*discover([folder]), folder / "hilang.txt"]
    together = {path: list(results) for path, results in read_all(files)}
    assert list(together) == files
    assert together == {path: list(read_each(path)) for path in files}


@pytest.mark.parametrize("told", [0, 2])
def test_a_child_that_dies_costs_no_file_of_its_company(folder: Path, monkeypatch: pytest.MonkeyPatch, told: int) -> None:
    asked = contents.outcomes

    def dies_in_company(work, request, data, form, **rest):  # type: ignore[no-untyped-def]
        for number, outcome in enumerate(asked(work, request, data, form, **rest)):
            if len(request.files) > 1 and number == told:
                raise ReaderCrashed("a.txt", reason="SIGSEGV")
            yield outcome

    expected = {path: list(results) for path, results in read_all(discover([folder]))}
    monkeypatch.setattr(contents, "outcomes", dies_in_company)
    assert {path: list(results) for path, results in read_all(discover([folder]))} == expected


def test_runs_are_of_small_text_files_that_stand_together(tmp_path: Path) -> None:
    sizes = {"a.txt": 1, "b.txt": 1, "c.pdf": 1, "d.txt": SMALL + 1, "e.md": 1, **{f"f{number:03}.txt": 1 for number in range(MOST_FILES)}}
    for name, size in sizes.items():
        (tmp_path / name).write_bytes(b"x" * size)
    names = [[path.name for path in run] for run in runs(discover([tmp_path]))]
    assert names[:3] == [["a.txt", "b.txt"], ["c.pdf"], ["d.txt"]]
    assert [len(run) for run in names[3:]] == [MOST_FILES, 1]
    assert [name for run in names for name in run] == sorted(sizes)


def test_many_bytes_are_not_one_run(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:02}.txt" for number in range(12)]
    for path in paths:
        path.write_bytes(b"x" * (SMALL - 1))
    assert max(map(len, runs(paths))) <= 8
    os.unlink(paths[3])
    assert [paths[3]] in list(runs(paths))
