from __future__ import annotations

import os
from pathlib import Path

import pytest

from minutes_miner.errors import ModelError, TargetUnwritable
from minutes_miner.rulebook.tidying import tidy


@pytest.fixture
def model(tmp_path: Path) -> Path:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "gazetteers").mkdir()
    return tmp_path


def tidied(model: Path, content: bytes, name: str = "lexicon/a.csv") -> bytes:
    path = model / name
    path.write_bytes(content)
    tidy(model, check_only=False)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("untidy", "normal"),
    [
        (b"\xef\xbb\xbfword;note\r\nb;\r\na; x \r\n", b"word,note\na,x\nb,\n"),
        (b"word,note\nb,1\nA,1\n\na,2\nB,2\na,2\n", b"word,note\nA,1\na,2\nb,1\nB,2\n"),
        (b"word,note\nb\n", b"word,note\nb,\n"),
        (b'word;note\nS,STP;"a;b"\n', b'word,note\n"S,STP",a;b\n'),
        (b'word,note\n""""\n', b'word,note\n"""",\n'),
        ("word\n“\né\nz".encode(), "word\nz\né\n“\n".encode()),
    ],
)
def test_lists_come_into_one_form(model: Path, untidy: bytes, normal: bytes) -> None:
    assert tidied(model, untidy) == normal
    assert tidy(model, check_only=True) == []


def test_gazetteers_are_sorted_by_their_id(model: Path) -> None:
    content = b"name,id\nB,35.02\nA,35.10\nC,35\n"
    assert tidied(model, content, "gazetteers/regions.csv") == b"name,id\nC,35\nB,35.02\nA,35.10\n"


def test_the_files_that_change_are_named(model: Path) -> None:
    (model / "lexicon" / "a.csv").write_bytes(b"word\na\nb\n")
    untidy = model / "lexicon" / "b.csv"
    untidy.write_bytes(b"word\nb\na\n")
    assert tidy(model, check_only=True) == [untidy]
    assert untidy.read_bytes() == b"word\nb\na\n"
    assert tidy(model, check_only=False) == [untidy]
    assert tidy(model, check_only=False) == []


def test_nothing_is_written_where_one_file_cannot_be_read(model: Path) -> None:
    first = model / "lexicon" / "a.csv"
    first.write_bytes(b"word\nb\na\n")
    (model / "lexicon" / "b.csv").write_bytes(b"word\na,b\n")
    with pytest.raises(ModelError, match=r"b\.csv:2"):
        tidy(model, check_only=False)
    assert first.read_bytes() == b"word\nb\na\n"


def test_a_file_keeps_its_mode_and_nothing_is_left_beside_it(model: Path) -> None:
    path = model / "lexicon" / "a.csv"
    path.write_bytes(b"word\nb\na\n")
    path.chmod(0o640)
    tidy(model, check_only=False)
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(path.parent) == ["a.csv"]


def test_a_file_that_cannot_be_replaced_stays_as_it_was(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = model / "lexicon" / "a.csv"
    path.write_bytes(b"word\nb\na\n")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(TargetUnwritable, match=r"a\.csv"):
        tidy(model, check_only=False)
    assert path.read_bytes() == b"word\nb\na\n"
    assert os.listdir(path.parent) == ["a.csv"]
