"""`index`: one closing line, an exit code of the table, reasons in both languages, and nothing on standard output."""

from __future__ import annotations

import os
import shutil
import signal
import time

import pytest

from minutes_miner.archive.address import open_database
from minutes_miner.archive.archive import Archive
from minutes_miner.archive.errors import ArchiveError
from minutes_miner.archive.indexing.run import Wanted
from minutes_miner.archive.indexing.run import index as bring_up_to_date
from minutes_miner.cli.main import run
from minutes_miner.miner import Miner

WAITING_SECONDS = 60.0


@pytest.fixture
def folder(tmp_path):
    top = tmp_path / "notulen"
    top.mkdir()
    (top / "a.txt").write_text("Dinas Sosial akan mendata panti asuhan.", encoding="utf-8")
    (top / "b.txt").write_text("Warga meminta perbaikan jembatan gantung.", encoding="utf-8")
    return top


@pytest.fixture
def index(folder, capsys):
    """Indexes the folder into the archive beside it, and gives exit code and the lines that were said."""

    def with_options(*options, path=folder):
        code = run(["index", str(path), "--archive", str(folder.parent / "arsip.sqlite"), *options])
        printed = capsys.readouterr()
        assert printed.out == ""
        return code, printed.err.splitlines()

    return with_options


@pytest.fixture
def sources(folder):
    """State, reason in Indonesian and reason in English of every source."""

    def read():
        database = open_database(folder.parent / "arsip.sqlite")
        try:
            rows = database.rows("SELECT path, state, message, english FROM sources")
        finally:
            database.close()
        return {path.rsplit("/", 1)[-1]: told for path, *told in rows}

    return read


def closing(folder, documents, failed, unchanged, gone):
    numbers = f"{documents} dokumen disimpan, {failed} gagal, {unchanged} berkas tidak berubah, {gone} berkas hilang."
    return f"Arsip {folder.parent / 'arsip.sqlite'}: {numbers}"


def test_one_line_says_how_it_went(index, folder):
    assert index() == (0, [closing(folder, 2, 0, 0, 0)])
    assert index() == (0, [closing(folder, 0, 0, 2, 0)])
    code, (line,) = index("--lang", "en")
    assert (code, line.partition(": ")[2]) == (0, "0 documents stored, 0 failed, 2 files unchanged, 0 files gone.")


def test_changed_removed_renamed_and_copied_files_are_told_apart(index, folder, monkeypatch):
    (folder / "c.txt").write_text("Camat menolak usulan.", encoding="utf-8")
    index()
    (folder / "b.txt").unlink()
    (folder / "c.txt").rename(folder / "e.txt")
    shutil.copy(folder / "a.txt", folder / "d.txt")
    with monkeypatch.context() as patched:  # what is known under another name is not mined again
        patched.setattr(Miner, "mine", lambda self, document: 1 / 0)
        assert index() == (0, [closing(folder, 2, 0, 1, 2)])
    (folder / "a.txt").write_text("Dinas Sosial menunda pertemuan.", encoding="utf-8")
    assert index() == (0, [closing(folder, 1, 0, 2, 0)])
    with Archive(str(folder.parent / "arsip.sqlite")) as archive:
        found = {word: len(archive.search(word)) for word in ("mendata", "menunda", "jembatan", "usulan")}
    assert found == {"mendata": 1, "menunda": 1, "jembatan": 1, "usulan": 1}


def test_a_broken_file_is_a_row_with_its_reason_in_both_languages(index, folder, sources):
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")
    reason = (
        f"{folder / 'rusak.pdf'}: berkas rusak dan tidak dapat dibaca (susunan berkasnya tidak utuh). Minta salinan baru dari sumbernya."
    )
    assert index() == (4, [reason, closing(folder, 2, 1, 0, 0)])
    state, message, english = sources()["rusak.pdf"]
    assert (state, message) == ("failed", reason)
    assert english.startswith(f"{folder / 'rusak.pdf'}: the file is damaged")
    code, (line,) = index()
    assert (code, line) == (0, f"{closing(folder, 0, 0, 3, 0)} 1 berkas dulu gagal dan belum berubah; coba lagi dengan --retry.")
    code, lines = index("--retry", "--lang", "en")
    assert (code, lines[0]) == (4, english)


def test_when_everything_fails_the_exit_code_says_so(index, folder):
    broken = folder.parent / "rusak"
    broken.mkdir()
    (broken / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")
    assert index(path=broken)[0] == 3
    assert index("--retry", path=broken)[0] == 3


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--model", "tidak-ada"), 6, "tidak-ada"),
        (("--jobs", "0"), 2, "--jobs"),
        (("--ocr", "mungkin"), 2, "--ocr"),
        (("--engine", "dask"), 2, "--to"),
        (("--engine", "lain"), 2, "--engine"),
    ],
)
def test_wrong_options_are_one_sentence_and_make_no_archive(index, folder, options, code, said):
    found, (line,) = index(*options)
    assert (found, said in line) == (code, True)
    assert not (folder.parent / "arsip.sqlite").exists()


def test_paths_that_lead_nowhere_are_one_sentence(index, folder):
    code, (line,) = index(path=folder / "tidak-ada")
    assert (code, line.startswith(f"{folder / 'tidak-ada'}: ")) == (3, True)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_can_be_forgotten(index, folder, monkeypatch, capsys):
    odd = os.fsdecode(os.fsencode(folder) + b"/rapat-\xff.txt")
    with open(odd, "w", encoding="utf-8") as file:
        file.write("Rapat rahasia dibuka.")
    index()
    monkeypatch.chdir(folder)
    forget = ["archive", "forget", "--archive", str(folder.parent / "arsip.sqlite"), "--yes"]
    assert run([*forget, odd.replace("\udcff", "\udcfe")]) == 3
    capsys.readouterr()
    assert run([*forget, os.path.basename(odd)]) == 0
    assert f"  {folder}/rapat-\\xff.txt\n" in capsys.readouterr().err
    with Archive(str(folder.parent / "arsip.sqlite")) as archive:
        assert len(archive.search("rahasia")) == 0


def until(true):
    end = time.monotonic() + WAITING_SECONDS
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_found(archive, word):
    try:
        with Archive(str(archive)) as opened:
            return len(opened.search(word)) == 1
    except ArchiveError:
        return False


def test_watch_stores_what_comes_until_it_is_stopped(folder, started, monkeypatch):
    monkeypatch.setattr("minutes_miner.cli.index.PAUSE", 0.05)
    archive = folder.parent / "arsip.sqlite"
    process = started("index", str(folder), "--archive", str(archive), "--watch")
    until(lambda: is_found(archive, "jembatan"))
    (folder / "c.txt").write_text("Bupati membuka pasar murah.", encoding="utf-8")
    until(lambda: is_found(archive, "pasar"))
    until(lambda: (folder.parent / "err").read_text(encoding="utf-8").count("\n") == 2)
    os.killpg(process.pid, signal.SIGINT)
    process.join(WAITING_SECONDS)
    assert process.exitcode == 0
    assert (folder.parent / "out").read_text() == ""
    assert (folder.parent / "err").read_text(encoding="utf-8").splitlines() == [
        closing(folder, 2, 0, 0, 0), closing(folder, 1, 0, 2, 0), "Dihentikan.",
    ]  # fmt: skip
    database = open_database(archive)
    assert database.faults() == []
    database.close()
    assert bring_up_to_date(Wanted(paths=[folder], archive=str(archive))).files == 0


def test_watch_waits_for_a_folder_that_is_still_empty(folder, started, monkeypatch):
    monkeypatch.setattr("minutes_miner.cli.index.PAUSE", 0.05)
    archive, empty = folder.parent / "arsip.sqlite", folder.parent / "kosong"
    empty.mkdir()
    process = started("index", str(empty), "--archive", str(archive), "--watch")
    (empty / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")
    until(lambda: (folder.parent / "err").exists() and (folder.parent / "err").read_text(encoding="utf-8").count("\n") == 2)
    os.killpg(process.pid, signal.SIGINT)
    process.join(WAITING_SECONDS)
    assert process.exitcode == 3
