import errno
import os
import stat
from pathlib import Path

import pytest

from minutes_miner.errors import TargetUnwritable
from minutes_miner.outputs.replacing import replacing, try_to_write


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_content_is_there_only_when_the_block_has_ended(tmp_path):
    target = tmp_path / "hasil.csv"
    target.write_text("lama")
    with replacing(target) as stream:
        stream.write(b"baru")
        assert target.read_text() == "lama"
    assert target.read_text() == "baru"
    assert names(tmp_path) == ["hasil.csv"]


def write_half(target: Path, fault: type[BaseException]) -> None:
    with replacing(target) as stream:
        stream.write(b"setengah")
        raise fault


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt])
def test_a_fault_leaves_the_old_file_and_nothing_beside_it(tmp_path, fault):
    target = tmp_path / "hasil.csv"
    target.write_text("lama")
    with pytest.raises(fault):
        write_half(target, fault)
    assert target.read_text() == "lama"
    assert names(tmp_path) == ["hasil.csv"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "ruang penyimpanan penuh"), (errno.EACCES, "tidak ada izin menulis"), (errno.EROFS, "hanya dapat dibaca")],
)
def test_a_refusal_of_the_system_is_put_into_words(tmp_path, number, reason):
    target = tmp_path / "hasil.csv"
    with pytest.raises(TargetUnwritable) as refused, replacing(target):
        raise OSError(number, os.strerror(number))
    assert reason in refused.value.sentence("id")
    assert str(target) in refused.value.sentence("id")
    assert reason not in str(refused.value)
    assert names(tmp_path) == []


def test_a_refusal_without_words_of_ours_keeps_those_of_the_system(tmp_path):
    with pytest.raises(TargetUnwritable, match="Too many open files"), replacing(tmp_path / "a.csv"):
        raise OSError(errno.EMFILE, "Too many open files")


def test_a_full_disk_at_the_last_step(tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = tmp_path / "hasil.csv"
    target.write_text("lama")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TargetUnwritable, match="the disk is full"), replacing(target) as stream:
        stream.write(b"baru")
    assert (target.read_text(), names(tmp_path)) == ("lama", ["hasil.csv"])


@pytest.mark.parametrize(
    ("name", "reason"),
    [("tidak/ada.csv", "foldernya tidak ada"), ("berkas/a.csv", "induknya bukan folder"), ("folder.csv", "sudah ada folder")],
)
def test_a_missing_folder_and_a_folder_in_the_way(tmp_path, name, reason):
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "berkas").write_text("")
    with pytest.raises(TargetUnwritable) as tried:
        try_to_write(tmp_path / name)
    with pytest.raises(TargetUnwritable) as written, replacing(tmp_path / name) as stream:
        stream.write(b"x")
    assert reason in tried.value.sentence("id")
    assert reason in written.value.sentence("id")
    assert names(tmp_path) == ["berkas", "folder.csv"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_read_only_file_or_folder_is_refused(tmp_path):
    target = tmp_path / "hasil.csv"
    target.write_text("lama")
    target.chmod(0o444)
    with pytest.raises(TargetUnwritable):
        try_to_write(target)
    tmp_path.chmod(0o555)
    with pytest.raises(TargetUnwritable):
        try_to_write(tmp_path / "baru.csv")
    tmp_path.chmod(0o755)


def test_trying_changes_nothing(tmp_path):
    target = tmp_path / "hasil.csv"
    try_to_write(target)
    assert names(tmp_path) == []
    target.write_text("lama")
    before = target.stat().st_mtime_ns
    try_to_write(target)
    assert (target.read_text(), target.stat().st_mtime_ns, names(tmp_path)) == ("lama", before, ["hasil.csv"])


@pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
def test_mode_and_link_of_the_old_file_are_kept(tmp_path):
    real, link = tmp_path / "asli.csv", tmp_path / "tautan.csv"
    real.write_text("lama")
    real.chmod(0o640)
    link.symlink_to(real)
    with replacing(link) as stream:
        stream.write(b"baru")
    assert link.is_symlink()
    assert (real.read_text(), stat.S_IMODE(real.stat().st_mode)) == ("baru", 0o640)


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_new_file_can_be_read_by_the_colleagues(tmp_path):
    mask = os.umask(0o022)
    try:
        with replacing(tmp_path / "baru.csv") as stream:
            stream.write(b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "baru.csv").stat().st_mode) == 0o644
