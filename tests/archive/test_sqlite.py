"""An archive file is safe to open, to share and to lose bits of."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from minutes_miner.archive.address import USUAL, VARIABLE, open_database, usual_address
from minutes_miner.archive.contents import load, put
from minutes_miner.archive.errors import ArchiveDamaged, ArchiveMissing, ArchiveTooNew, NotAnArchive


@pytest.fixture
def archive_address(tmp_path):
    return str(tmp_path / "arsip.sqlite")


def closed(database):
    database.close()
    return database.where


def test_the_log_is_brought_to_the_disk_before_a_document_counts_as_stored(database):
    assert database.rows("PRAGMA journal_mode") == [("wal",)]
    assert database.rows("PRAGMA synchronous") == [(2,)]
    assert database.rows("PRAGMA foreign_keys") == [(1,)]


def test_the_library_is_one_that_loses_no_log():
    import apsw

    assert tuple(map(int, apsw.sqlite_lib_version().split("."))) >= (3, 51, 3)


def test_reading_makes_no_archive(tmp_path):
    with pytest.raises(ArchiveMissing, match="minutes-miner index"):
        open_database(tmp_path / "none.sqlite")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"Notulen rapat", b"PK\x03\x04" + bytes(500)])
def test_another_file_is_no_archive(tmp_path, content):
    (tmp_path / "other.sqlite").write_bytes(content)
    with pytest.raises(NotAnArchive):
        open_database(tmp_path / "other.sqlite", write=True)
    assert (tmp_path / "other.sqlite").read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path):
    with sqlite3.connect(tmp_path / "other.sqlite") as other:
        other.execute("CREATE TABLE documents (id)")
    other.close()
    before = (tmp_path / "other.sqlite").read_bytes()
    for write in (False, True):
        with pytest.raises(NotAnArchive):
            open_database(tmp_path / "other.sqlite", write=write)
    assert (tmp_path / "other.sqlite").read_bytes() == before


def test_an_archive_of_a_later_program_is_refused(database):
    database.set_version(99)
    with pytest.raises(ArchiveTooNew, match="99"):
        open_database(closed(database))


@pytest.mark.parametrize("at", range(0, 100, 9))
def test_a_flipped_bit_is_an_error_and_no_answer(filled, analyses, at):
    path = closed(filled)
    size = os.path.getsize(path)
    position = 100 + (size - 101) * at // 99
    with open(path, "r+b") as file:
        file.seek(position)
        byte = file.read(1)[0]
        file.seek(position)
        file.write(bytes([byte ^ 4]))
    with pytest.raises((ArchiveDamaged, NotAnArchive)):
        read_everything(path, analyses)


def read_everything(path, analyses):
    opened = open_database(path)
    try:
        for analysis in analyses:
            assert load(opened, analysis.document.id) == analysis
        for fault in opened.faults():
            raise ArchiveDamaged(path, reason=fault)
    finally:
        opened.close()


def test_other_programs_read_it(filled):
    path = closed(filled)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT count(*) FROM documents").fetchone() == (3,)
        assert other.execute("SELECT count(*) FROM text_index WHERE text_index MATCH 'bantuan'").fetchone() == (1,)
        assert other.execute("SELECT text, stems FROM item_index LIMIT 1").fetchone()[1] == ""
    other.close()


def test_the_usual_archive_is_that_of_the_environment(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    assert usual_address() == USUAL
    monkeypatch.setenv(VARIABLE, "arsip.sqlite")
    assert usual_address() == "arsip.sqlite"


@pytest.mark.parametrize("cut_short", ["before it was as long as it says", "in the middle of a page"])
def test_a_log_that_was_written_back_half_way_is_no_damage(database, analyses, forms, tmp_path, cut_short):
    path, other = Path(database.where), tmp_path / "lain.sqlite"
    database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    for analysis in analyses:
        with database.transaction():
            put(database, analysis, model="1", forms=forms)
    with database.transaction():
        database.run("INSERT INTO meta (key, value) VALUES ('long', ?)", ("x" * 200_000,))
    other.with_name("lain.sqlite-wal").write_bytes(Path(f"{path}-wal").read_bytes())
    database.rows("PRAGMA wal_checkpoint")
    after, page = path.read_bytes(), database.rows("PRAGMA page_size")[0][0]
    if cut_short == "in the middle of a page":
        end = page * database.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'meta'")[0][0]
        other.write_bytes(after[: end - page // 2] + bytes(page // 2) + after[end:])
    else:
        other.write_bytes(after[:page] + before[page:])
    for write in (False, True):
        opened = open_database(other, write=write)
        assert opened.rows("SELECT count(*) FROM documents") == [(3,)]
        assert opened.faults() == []
        opened.close()
