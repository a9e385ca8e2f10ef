"""Files are found in a fixed order, on a disk and at addresses, and their bytes are had whole or with a reason."""

from __future__ import annotations

import fsspec
import pytest

from minutes_miner.errors import NoDocuments, SourceEmpty, SourceNotFound, SourceTooLarge
from minutes_miner.scale import sources
from minutes_miner.scale.errors import AddressUnknown, PackageMissing
from minutes_miner.scale.sources import File, content_of, list_files
from minutes_miner.scale.store import Store, opened


@pytest.fixture
def memory():
    system = fsspec.filesystem("memory")
    system.store.clear()
    for name in ("b/2.txt", "b/1.txt", "a.txt", "b/.tersembunyi.txt", "b/~$1.docx", "b/data.bin", "c/kosong.txt"):
        system.pipe(f"/arsip/{name}", b"" if "kosong" in name else name.encode())
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


def names(*addresses):
    return [file.source for file in list_files(addresses)]


def test_an_address_is_walked_like_a_folder(memory):
    expected = [f"memory:///arsip/{name}" for name in ("a.txt", "b/1.txt", "b/2.txt", "c/kosong.txt")]
    assert names("memory://arsip") == expected
    assert names("memory://arsip/b", "memory://arsip/", "memory://arsip/b/1.txt") == expected
    assert names("memory://arsip/b/1.txt") == expected[1:2]


def test_a_path_is_walked_as_on_one_machine(tmp_path, monkeypatch):
    for name in ("b.txt", "a.txt", ".c.txt", "d.bin"):
        (tmp_path / name).write_text(name)
    monkeypatch.chdir(tmp_path)
    assert names(".") == [str(tmp_path / name) for name in ("a.txt", "b.txt")] == names(str(tmp_path), "a.txt")
    (file, *_) = list_files(["a.txt"])
    assert (file.size, file.modified) == (5, (tmp_path / "a.txt").stat().st_mtime_ns)


def test_where_nothing_is_found_says_so(memory):
    with pytest.raises(SourceNotFound, match="memory://lain"):
        names("memory://lain")
    memory.pipe("/kosong/data.bin", b"x")
    with pytest.raises(NoDocuments, match="memory://kosong"):
        names("memory://kosong")
    with pytest.raises(AddressUnknown, match="entah://x"):
        names("entah://x")


def test_an_address_without_its_package_says_what_to_install(monkeypatch):
    def missing(*arguments):
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr("minutes_miner.scale.store.url_to_fs", missing)
    with pytest.raises(PackageMissing) as told:
        names("s3://arsip/2024")
    assert told.value.sentence("id").endswith("pip install 'minutes-miner[cluster]'")
    assert told.value.exit_code == 2


def test_s3_is_opened_without_a_network():
    system, path = opened("s3://arsip/2024")
    assert (type(system).__name__, path) == ("S3FileSystem", "arsip/2024")


def test_bytes_are_had_within_the_limit(memory):
    a, *_, empty = list_files(["memory://arsip"])
    assert content_of(a, most=5) == b"a.txt"
    with pytest.raises(SourceTooLarge):
        content_of(a, most=4)
    with pytest.raises(SourceEmpty):
        content_of(empty, most=4)
    with pytest.raises(SourceNotFound):
        content_of(File("memory:///arsip/hilang.txt", 3, None), most=4)


def test_a_store_that_does_not_answer_is_asked_again(memory, monkeypatch):
    monkeypatch.setattr(sources, "PAUSE", 0)
    asked = []

    def stubborn(path, **options):
        asked.append(path)
        if len(asked) < answers_at:
            raise OSError("timed out")
        return b"a.txt"

    monkeypatch.setattr(memory, "cat_file", stubborn)
    (file,) = list_files(["memory://arsip/a.txt"])
    answers_at = 3
    assert content_of(file, most=9) == b"a.txt"
    answers_at = 99
    with pytest.raises(OSError, match="timed out"):
        content_of(file, most=9)


def test_a_store_of_results_at_an_address(memory):
    store = Store("memory://hasil")
    store.write("shards/x.json", b"1")
    store.write("shards/x.json", b"2")
    assert (store.read("shards/x.json"), store.read("shards/y.json")) == (b"2", None)
    assert store.names("shards") == {"x.json"}
    assert store.names("lain") == store.names("work") == set()
    store.remove("shards")
    store.remove("shards")
    assert store.names("shards") == set()
