"""An archive is brought up to date with files, whatever happens to them and to the program."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from minutes_miner.archive.address import open_database
from minutes_miner.archive.contents import load
from minutes_miner.archive.errors import ArchiveFull
from minutes_miner.archive.indexing import plan, worker
from minutes_miner.archive.indexing import run as indexing
from minutes_miner.archive.indexing.file_names import kept_name
from minutes_miner.archive.indexing.run import Wanted, index
from minutes_miner.errors import NoDocuments, SourceNotFound
from minutes_miner.miner import Miner, shared_miner

TEXTS = {
    "a.txt": "Bupati Wajo Andi Nurhayati berjanji memperbaiki panti.",
    "b.txt": "NOTULEN RAPAT\nTanggal: 3 Maret 2025\nKeputusan:\n1. Iuran kas lima ribu rupiah\n",
    "c.md": "“Kami butuh dua pengasuh lagi,” kata Pak Darman.",
    "dalam/d.txt": "Dinas Sosial Kota Batam akan mendata panti paling lambat 20 Maret 2025.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "notulen"
    for name, text in TEXTS.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, encoding="utf-8")
    return top


@pytest.fixture
def wanted(folder: Path, tmp_path: Path) -> Wanted:
    return Wanted(paths=[folder], archive=str(tmp_path / "arsip.sqlite"))


def rows(wanted: Wanted, sql: str) -> list[tuple]:  # type: ignore[type-arg]
    database = open_database(wanted.archive)
    try:
        return database.rows(sql)
    finally:
        database.close()


def known(wanted: Wanted) -> dict[str, tuple[str, str | None]]:
    """State and code of each source, by its name behind the folder."""
    found = rows(wanted, "SELECT path, state, code FROM sources")
    return {path.split("/notulen/")[-1]: (state, code) for path, state, code in found}


def contents(archive: str) -> list[object]:
    """All that an archive holds, in no other order than that of ids and paths."""
    database = open_database(archive)
    try:
        documents = [load(database, id) for (id,) in database.rows("SELECT id FROM documents ORDER BY id")]
        columns = "s.path, d.id, s.size, s.digest, s.state, s.code, s.attempts"
        sql = f"SELECT {columns} FROM sources s LEFT JOIN documents d ON d.number = s.document ORDER BY s.path"
        assert database.faults() == []
        return [*documents, *database.rows(sql)]
    finally:
        database.close()


def test_a_folder_is_stored_and_needs_nothing_the_next_time(wanted: Wanted, monkeypatch: pytest.MonkeyPatch) -> None:
    report = index(wanted)
    assert (report.files, report.documents, report.failed, report.exit_code) == (4, 4, 0, 0)
    assert known(wanted) == dict.fromkeys(TEXTS, ("stored", None))
    assert rows(wanted, "SELECT count(*) FROM texts") == [(4,)]
    monkeypatch.setattr(indexing, "shared_out", None)  # nobody is asked to work
    monkeypatch.setattr("minutes_miner.archive.joining.join", None)
    again = index(wanted)
    assert (again.files, again.unchanged, again.exit_code) == (0, 4, 0)


def test_two_jobs_give_what_one_gives(wanted: Wanted, folder: Path) -> None:
    for number in range(80):
        (folder / f"n{number % 70:03}-{number}.txt").write_text(f"Rapat nomor {number % 70} meminta bantuan beras.", encoding="utf-8")
    two = replace(wanted, archive=f"{wanted.archive}-2", jobs=2)
    assert index(wanted).documents == index(two).documents == 84
    assert contents(wanted.archive) == contents(two.archive)
    copies = rows(wanted, "SELECT d.source, s.path FROM sources s JOIN documents d ON d.number = s.document ORDER BY s.path")
    assert len({source for source, _ in copies}) == 74
    assert all(source <= path for source, path in copies)


def test_changed_files_replace_their_documents_and_lost_ones_are_marked(wanted: Wanted, folder: Path) -> None:
    index(wanted)
    (folder / "a.txt").write_text("Camat Widodaren menolak usulan.", encoding="utf-8")
    (folder / "c.md").unlink()
    shutil.move(folder / "dalam", folder / "luar")
    report = index(wanted)
    assert (report.documents, report.gone, report.unchanged) == (2, 2, 1)
    assert known(wanted) == {
        "a.txt": ("stored", None), "b.txt": ("stored", None), "c.md": ("gone", None), "dalam/d.txt": ("gone", None),
        "luar/d.txt": ("stored", None),
    }  # fmt: skip
    texts = {text for (text,) in rows(wanted, "SELECT text FROM texts")}
    assert texts == {"Camat Widodaren menolak usulan.", TEXTS["b.txt"], TEXTS["c.md"], TEXTS["dalam/d.txt"]}
    (folder / "c.md").write_text(TEXTS["c.md"], encoding="utf-8")
    assert index(wanted).documents == 1
    assert known(wanted)["c.md"] == ("stored", None)


def test_a_touched_file_and_a_copy_are_not_mined_again(wanted: Wanted, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index(wanted)
    os.utime(folder / "a.txt", (1, 1))
    shutil.copy(folder / "b.txt", folder / "z.txt")
    monkeypatch.setattr(Miner, "mine", lambda self, document: 1 / 0)
    assert (index(wanted).documents, index(wanted).unchanged) == (2, 5)
    assert rows(wanted, "SELECT count(*) FROM documents") == [(4,)]


def test_a_new_model_mines_anew(wanted: Wanted, monkeypatch: pytest.MonkeyPatch) -> None:
    index(wanted)
    monkeypatch.setattr(indexing, "model_version", lambda folder: "baru")
    assert index(wanted).documents == 4
    assert rows(wanted, "SELECT DISTINCT model FROM documents") == [("baru",)]


def test_failures_are_rows_that_are_tried_again_when_asked(wanted: Wanted, folder: Path) -> None:
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")
    (folder / "kosong.txt").write_bytes(b"")
    told: list[str] = []
    report = index(wanted, tell=lambda failure: told.append(failure.code))
    assert (report.failed, report.exit_code, sorted(told)) == (2, 4, ["damaged", "empty"])
    assert known(wanted)["kosong.txt"] == ("failed", "empty")
    assert all(message and english for message, english in rows(wanted, "SELECT message, english FROM sources WHERE state = 'failed'"))
    again = index(wanted)
    assert (again.files, again.failed_before, again.exit_code) == (0, 2, 0)
    assert index(replace(wanted, retry=True)).failed == 2
    assert rows(wanted, "SELECT attempts FROM sources WHERE state = 'failed'") == [(2,), (2,)]
    (folder / "kosong.txt").write_text("Rapat ditunda.", encoding="utf-8")
    assert index(wanted).documents == 1


def test_a_file_that_becomes_unreadable_takes_its_document_along(wanted: Wanted, folder: Path) -> None:
    index(wanted)
    (folder / "a.txt").write_bytes(b"")
    assert index(wanted).failed == 1
    assert rows(wanted, "SELECT count(*) FROM documents") == [(3,)]


def archive_of(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        for name, data in files.items():
            written.writestr(name, data)
    return target.getvalue()


def test_members_of_an_archive_are_sources(wanted: Wanted, folder: Path) -> None:
    inside = archive_of({"x.txt": b"Rapat pertama.", "kosong.txt": b""})
    (folder / "rakor.zip").write_bytes(archive_of({"2024/a.txt": b"Rapat kedua.", "dalam.zip": inside}))
    assert (index(wanted).documents, index(wanted).unchanged) == (6, 5)
    stored = {name: state for name, (state, _) in known(wanted).items() if "zip" in name}
    assert stored == {
        "rakor.zip": "stored", "rakor.zip/2024/a.txt": "stored", "rakor.zip/dalam.zip/x.txt": "stored",
        "rakor.zip/dalam.zip/kosong.txt": "failed",
    }  # fmt: skip
    assert index(replace(wanted, retry=True)).failed == 1
    (folder / "rakor.zip").write_bytes(archive_of({"2024/a.txt": b"Rapat kedua.", "b.txt": b"Rapat ketiga."}))
    assert index(wanted).documents == 2
    assert sorted(name for name in known(wanted) if "zip" in name) == ["rakor.zip", "rakor.zip/2024/a.txt", "rakor.zip/b.txt"]
    assert rows(wanted, "SELECT count(*) FROM documents") == [(6,)]
    (folder / "rakor.zip").unlink()
    assert index(wanted).gone == 1
    assert {state for name, (state, _) in known(wanted).items() if "zip" in name} == {"gone"}
    (folder / "rakor.zip").write_bytes(archive_of({"2024/a.txt": b"Rapat kedua.", "b.txt": b"Rapat ketiga."}))
    index(wanted)
    assert {state for name, (state, _) in known(wanted).items() if "zip" in name} == {"stored"}


def test_lines_of_a_batch_keep_their_ids(wanted: Wanted, folder: Path) -> None:
    (folder / "teks.jsonl").write_text(
        '{"id": "satu", "text": "Rapat satu."}\n{"id": "dua", "text": "Rapat dua."}\nbukan\n', encoding="utf-8"
    )
    report = index(wanted)
    assert (report.documents, report.failed) == (6, 1)
    assert {name: state for name, (state, _) in known(wanted).items() if "jsonl" in name} == {
        "teks.jsonl": "stored", "teks.jsonl/satu": "stored", "teks.jsonl/dua": "stored", "teks.jsonl/3": "failed",
    }  # fmt: skip
    (folder / "teks.jsonl").write_text('{"id": "satu", "text": "Rapat satu ditunda."}\n', encoding="utf-8")
    assert index(wanted).documents == 1
    assert rows(wanted, "SELECT t.text FROM texts t JOIN documents d ON d.number = t.document WHERE d.id IN ('satu', 'dua')") == [
        ("Rapat satu ditunda.",)
    ]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_kept(wanted: Wanted, folder: Path) -> None:
    odd = os.fsdecode(os.fsencode(folder) + b"/rapat-\xff.txt")
    Path(odd).write_text("Rapat dibuka.", encoding="utf-8")
    index(wanted)
    assert (kept_name(odd),) in rows(wanted, "SELECT path FROM sources")
    assert index(wanted).unchanged == 5


def test_a_poison_document_is_a_row_after_two_tries(wanted: Wanted, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    analyse = Miner.mine
    tries = tmp_path / "tries"

    def dies_on_one(self, document):  # type: ignore[no-untyped-def]
        if document.source.endswith("b.txt"):
            with tries.open("a") as file:
                file.write("x")
            os._exit(9)
        return analyse(self, document)

    monkeypatch.setattr(Miner, "mine", dies_on_one)
    report = index(replace(wanted, jobs=2))
    assert (report.documents, report.failed, tries.read_text()) == (3, 1, "xx")
    assert known(wanted)["b.txt"] == ("failed", "fault")
    assert index(wanted).files == 0
    monkeypatch.setattr(Miner, "mine", analyse)
    assert index(replace(wanted, retry=True)).documents == 1


def test_what_ends_the_program_each_time_is_tried_last_and_then_no_more(wanted: Wanted, folder: Path) -> None:
    open_database(wanted.archive, write=True).close()
    for attempts in range(1, plan.GIVEN_UP + 1):
        database = open_database(wanted.archive, write=True)
        database.run(
            "INSERT INTO sources (path, state, attempts) VALUES (?, 'begun', 1) ON CONFLICT (path) DO UPDATE SET attempts = ?",
            (str(folder / "a.txt"), attempts),
        )
        rest = plan.planned([folder / name for name in TEXTS], [folder], indexing.sources.all_sources(database), model="x", retry=False)
        database.close()
        assert ([len(part) for part in (rest.todo, rest.suspects, rest.given_up)]) == (
            [4, 0, 0] if attempts < plan.SUSPECT else [3, 1, 0] if attempts < plan.GIVEN_UP else [3, 0, 1]
        )
    report = index(wanted)
    assert (report.documents, report.failed) == (3, 1)
    assert known(wanted)["a.txt"] == ("failed", "fault")


def test_a_fault_of_ours_costs_one_document(wanted: Wanted, monkeypatch: pytest.MonkeyPatch) -> None:
    put_ready = worker.put_ready

    def fails_on_one(database, document, **rest):  # type: ignore[no-untyped-def]
        number = put_ready(database, document, **rest)
        if document.source.endswith("b.txt"):
            raise IndexError("list index out of range")
        return number

    monkeypatch.setattr(worker, "put_ready", fails_on_one)
    report = index(wanted)
    assert (report.documents, report.failed) == (3, 1)
    assert rows(wanted, "SELECT count(*) FROM documents") == [(3,)]


def test_no_room_is_told_before_anything_is_written(wanted: Wanted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutes_miner.archive.indexing.disk_space.LEAST_FREE", 2**60)
    with pytest.raises(ArchiveFull):
        index(wanted)
    assert not Path(wanted.archive).exists()


def test_a_folder_without_documents_is_an_error_unless_it_had_some(wanted: Wanted, folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "kosong"
    empty.mkdir()
    with pytest.raises(NoDocuments):
        index(replace(wanted, paths=[empty]))
    with pytest.raises(SourceNotFound):
        index(replace(wanted, paths=[tmp_path / "tidak-ada"]))
    report = index(replace(wanted, paths=[folder, empty, tmp_path / "tidak-ada"]))
    assert (report.documents, report.failed) == (4, 1)
    shutil.rmtree(folder)
    folder.mkdir()
    assert index(wanted).gone == 4


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that cannot be opened")
def test_what_a_closed_folder_holds_is_not_gone(wanted: Wanted, folder: Path) -> None:
    index(wanted)
    (folder / "dalam").chmod(0)
    assert index(wanted).gone == 0
    (folder / "dalam").chmod(0o700)


def test_a_model_is_loaded_only_when_there_is_work(wanted: Wanted) -> None:
    index(wanted)
    shared_miner.cache_clear()
    index(wanted)
    assert shared_miner.cache_info().currsize == 0
