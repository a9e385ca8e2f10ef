"""Archives are walked like folders, and what lies in them costs only itself."""

import io
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from minutes_miner.documents.archives.unpacking import unpack
from minutes_miner.documents.reading import discover, read, read_each
from minutes_miner.documents.settings import Settings
from minutes_miner.errors import SeveralTexts
from minutes_miner.guard.limits import MIB, Limits
from minutes_miner.records import Document

TEXT = b"Rapat dibuka pukul 09.00."
Make = Callable[[Mapping[str, bytes]], bytes]


def zipped(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def tarred(files: Mapping[str, bytes], mode: str = "w:gz") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return target.getvalue()


def told(path: Path, settings: Settings | None = None) -> dict[str, str]:
    """The source of each result behind the folder of the archive, with its text or the code of its failure."""
    results = list(read_each(path, settings or Settings()))
    return {
        result.source.removeprefix(f"{path.parent}/"): result.text if isinstance(result, Document) else result.code for result in results
    }


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def write(name: str, data: bytes) -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return write


Put = Callable[[str, bytes], Path]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("rakor.zip", zipped),
        ("rakor.tar", lambda files: tarred(files, "w")),
        ("rakor.tgz", tarred),
        ("rakor.tar.bz2", lambda files: tarred(files, "w:bz2")),
        ("rakor.tar.xz", lambda files: tarred(files, "w:xz")),
    ],
)
def test_members_are_read_like_files(put: Put, name: str, make: Make) -> None:
    files = {"./2024/rapat.txt": TEXT, "b.md": b"# Rapat", "foto.bmp": b"BM", ".git/x.txt": b"x", "__MACOSX/b.md": b"x", "~$b.md": b"x"}
    path = put(name, make(files))
    assert told(path) == {f"{name}/2024/rapat.txt": TEXT.decode(), f"{name}/b.md": "# Rapat"}
    assert discover([path.parent]) == [path]
    with pytest.raises(SeveralTexts):
        read(path)


def test_an_archive_is_known_by_its_content(put: Put) -> None:
    assert told(put("rakor.txt", zipped({"a.txt": TEXT}))) == {"rakor.txt/a.txt": TEXT.decode()}
    assert read(put("satu.zip", zipped({"a.txt": TEXT}))).text == TEXT.decode()


def test_a_document_that_is_packed_is_no_archive(put: Put, tmp_path: Path) -> None:
    (sample,) = (Path(__file__).parents[2] / "samples" / "minutes").glob("rakor-*.docx")
    assert list(told(put("rakor.zip", sample.read_bytes()))) == ["rakor.zip"]


def test_archives_in_archives_are_walked_up_to_a_depth(put: Put) -> None:
    data = TEXT
    for number in range(5):
        data = zipped({("a.txt" if number == 0 else f"{number}.zip"): data, "b.txt": TEXT})
    found = told(put("luar.zip", data))
    assert found["luar.zip/4.zip/3.zip/b.txt"] == TEXT.decode()
    assert found["luar.zip/4.zip/3.zip/2.zip"] == "nested_too_deep"


def test_one_bad_member_costs_only_itself(put: Put) -> None:
    files = {"a.txt": TEXT, "kosong.txt": b"", "rusak.pdf": b"%PDF-1.4 rusak", "z.txt": TEXT}
    found = told(put("rakor.zip", zipped(files)))
    assert (found["rakor.zip/a.txt"], found["rakor.zip/z.txt"], found["rakor.zip/kosong.txt"]) == (TEXT.decode(), TEXT.decode(), "empty")
    assert found["rakor.zip/rusak.pdf"] != TEXT.decode()


@pytest.mark.parametrize("make", [zipped, tarred])
@pytest.mark.parametrize("name", ["../luar.txt", "/etc/luar.txt", "a/../../luar.txt", "..\\luar.txt", "C:\\luar.txt"])
def test_a_name_that_leads_out_is_a_row(put: Put, make: Make, name: str) -> None:
    found = told(put("rakor.zip", make({name: TEXT, "b.txt": TEXT})))
    assert sorted(found.values()) == [TEXT.decode(), "unsafe_name"]


def test_a_name_twice_is_a_row(put: Put) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", TEXT)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", b"Rapat ditunda.")
    results = list(read_each(put("rakor.zip", target.getvalue())))
    assert [result.text if isinstance(result, Document) else result.code for result in results] == [TEXT.decode(), "name_twice"]


def test_a_locked_member_is_a_row(put: Put) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    for mark in (b"PK\x01\x02", b"PK\x03\x04"):
        data[data.index(mark) + (8 if mark[2] == 1 else 6)] |= 1
    assert told(put("rakor.zip", bytes(data))) == {"rakor.zip/a.txt": "encrypted", "rakor.zip/b.txt": TEXT.decode()}
    assert told(put("rakor.zip", bytes(data)), Settings(password="salah"))["rakor.zip/a.txt"] == "wrong_password"


def test_bombs_are_given_up(put: Put) -> None:
    large = bytes(8 * MIB)
    path = put("bom.zip", zipped({"a.txt": TEXT, **{f"{number}.txt": large for number in range(12)}}))
    found = told(path)
    assert found["bom.zip/a.txt"] == TEXT.decode()
    assert found["bom.zip"] == "too_much_inside"
    assert told(path, Settings(limits=Limits(members=1)))["bom.zip"] == "too_much_inside"
    assert told(path, Settings(limits=Limits(unpacked=MIB)))["bom.zip/1.txt"] == "too_large"


@pytest.mark.parametrize(("make", "cut"), [(zipped, 30), (tarred, 20), (lambda files: tarred(files, "w"), 9_800)])
def test_a_cut_archive_says_so(put: Put, make: Make, cut: int) -> None:
    data = make({"a.txt": TEXT, "b.txt": TEXT * 20})
    assert "damaged" in told(put("rakor.zip", data[:-cut])).values()


def test_a_spoilt_header_does_not_end_a_tar_archive_in_silence(put: Put) -> None:
    data = bytearray(tarred({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT}, "w"))
    data[1024 + 150] ^= 1
    assert told(put("rakor.tar", bytes(data))) == {"rakor.tar/a.txt": TEXT.decode(), "rakor.tar": "damaged"}


def test_nothing_inside_is_told(put: Put) -> None:
    assert told(put("foto.zip", zipped({"foto.bmp": b"BM"}))) == {"foto.zip": "nothing_inside"}


def test_what_does_not_fit_in_one_errand_comes_with_the_next(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_miner.documents.errands._has_children", lambda: False)
    monkeypatch.setattr("minutes_miner.documents.archives.unpacking.AT_ONCE", 30)
    files = {f"{number}.txt": TEXT for number in range(5)}
    assert len(told(put("rakor.zip", zipped(files)))) == 5
    assert unpack.__module__.endswith("unpacking")
