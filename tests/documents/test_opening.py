"""Files that are no ordinary files, or do not keep still."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_miner.documents import opening
from minutes_miner.documents.opening import content_at
from minutes_miner.errors import InputError, SourceBusy, SourceEmpty, SourceNotFound, SourceTooLarge, SourceUnreadable

posix = pytest.mark.skipif(os.name != "posix", reason="such files are known to POSIX")


def test_the_bytes_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Rapat")
    assert content_at(path, most=5) == b"Rapat"
    with pytest.raises(SourceTooLarge):
        content_at(path, most=4)


def a_link(folder: Path) -> Path:
    (folder / "asli.txt").write_bytes(b"rahasia")
    (folder / "tautan.txt").symlink_to(folder / "asli.txt")
    return folder / "tautan.txt"


def a_link_to_itself(folder: Path) -> Path:
    (folder / "a.txt").symlink_to(folder / "a.txt")
    return folder / "a.txt"


def a_link_to_a_device(folder: Path) -> Path:
    (folder / "nol.txt").symlink_to("/dev/zero")
    return folder / "nol.txt"


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipa.txt")
    return folder / "pipa.txt"


def a_socket(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "soket.txt"))
    return folder / "soket.txt"


@posix
@pytest.mark.parametrize("make", [a_link, a_link_to_itself, a_link_to_a_device, a_pipe, a_socket])
def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with pytest.raises(SourceUnreadable):
        content_at(make(tmp_path), most=1000)


def test_what_is_not_there_or_empty(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        content_at(tmp_path / "tidak-ada.txt", most=1000)
    (tmp_path / "kosong.txt").touch()
    with pytest.raises(SourceEmpty):
        content_at(tmp_path / "kosong.txt", most=1000)


@posix
def test_a_sparse_file_over_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "jarang.pdf"
    path.touch()
    os.truncate(path, 10 * 2**30)
    with pytest.raises(SourceTooLarge, match="10240 MiB"):
        content_at(path, most=2**20)


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"lama")
    changes = [b"baru", b"lebih baru"]
    ordinary = os.fstat

    def changing(descriptor: int) -> os.stat_result:
        found = ordinary(descriptor)
        if changes:
            path.write_bytes(changes.pop())
            os.utime(path, (1, len(changes)))
        return found

    monkeypatch.setattr(opening, "PAUSE", 0)
    monkeypatch.setattr(os, "fstat", changing)
    assert content_at(path, most=1000) == b"baru"


def test_a_file_that_never_keeps_still_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Rapat")
    times = iter(range(100))
    ordinary = os.fstat

    def changing(descriptor: int) -> os.stat_result:
        os.utime(path, (1, next(times)))
        return ordinary(descriptor)

    monkeypatch.setattr(opening, "PAUSE", 0)
    monkeypatch.setattr(os, "fstat", changing)
    with pytest.raises(SourceBusy) as raised:
        content_at(path, most=1000)
    assert isinstance(raised.value, InputError)
