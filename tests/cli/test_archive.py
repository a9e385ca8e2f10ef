"""`archive check`, `archive stats`, `archive export` and `archive forget`, on either database."""

from __future__ import annotations

import io
import json

import pytest

import minutes_miner
from minutes_miner.archive.address import VARIABLE, open_database
from minutes_miner.archive.contents import load, put
from minutes_miner.cli.main import run
from minutes_miner.corpus.word_forms import load_word_forms
from minutes_miner.paths import model_folder

TEXTS = {
    "b-00000001": "Camat Widodaren, Joko Purnomo, mengatakan jalan desa rusak. Warga meminta perbaikan jembatan gantung.",
    "a-00000001": "NOTULEN\nDinas Sosial akan menyalurkan bantuan kepada 12 panti paling lambat 20 Agustus 2024.",
}


@pytest.fixture(scope="module")
def analyses():
    return list(minutes_miner.mine_texts([{"id": id, "text": text} for id, text in TEXTS.items()]))


@pytest.fixture
def archive(archive_address, analyses, monkeypatch):
    """The usual archive, with two documents in it."""
    database = open_database(archive_address, write=True)
    for analysis in analyses:
        with database.transaction():
            put(database, analysis, model="1", forms=load_word_forms(model_folder(None)))
    database.close()
    monkeypatch.setenv(VARIABLE, archive_address)
    return archive_address


def spoil(address):
    database = open_database(address, write=True)
    database.run("UPDATE texts SET text = replace(text, '12 panti', '92 panti')")
    database.close()


def test_check_of_a_whole_archive_is_one_line(archive, capsys):
    assert run(["archive", "check"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.endswith("utuh, 2 dokumen diperiksa.\n")


def test_check_names_every_fault(archive, capsys):
    spoil(archive)
    assert run(["archive", "check", "--archive", archive, "--lang", "en"]) == 7
    printed = capsys.readouterr()
    assert printed.out.startswith("a-00000001: a document does not match its checksum\n")
    assert "faults" in printed.err


def test_check_of_what_is_no_archive_is_one_sentence(tmp_path, capsys):
    (tmp_path / "rakor.sqlite").write_bytes(b"PK\x03\x04" + bytes(4000))
    for command in (["check"], ["stats"], ["export"], ["forget", "x", "--yes"]):
        assert run(["archive", *command, "--archive", str(tmp_path / "rakor.sqlite")]) == 7
        assert "bukan arsip" in capsys.readouterr().err
        assert run(["archive", *command, "--archive", str(tmp_path / "none.sqlite")]) == 7
        assert "arsip tidak ada" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["rakor.sqlite"]


def test_stats_are_numbers_with_words(archive, capsys):
    assert run(["archive", "stats"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["dokumen", "2"]
    assert "Butir menurut jenis" in lines
    assert run(["archive", "stats", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["documents"] == 2


def test_export_is_a_document_a_line_by_its_id(archive, analyses, tmp_path, capsys):
    assert run(["archive", "export"]) == 0
    lines = capsys.readouterr().out
    assert [json.loads(line)["document"]["id"] for line in lines.splitlines()] == ["a-00000001", "b-00000001"]
    target = tmp_path / "arsip.jsonl"
    assert run(["archive", "export", "--to", str(target)]) == 0
    assert target.read_text(encoding="utf-8") == lines
    assert "2 dokumen ditulis" in capsys.readouterr().err


def test_export_as_a_workbook(archive, tmp_path, monkeypatch, capsys):
    target = tmp_path / "arsip.xlsx"
    assert run(["archive", "export", "--to", str(target)]) == 0
    assert target.stat().st_size > 1000
    monkeypatch.setattr("minutes_miner.cli.archive_export.MOST_IN_A_WORKBOOK", 1)
    assert run(["archive", "export", "--to", str(target)]) == 2
    assert ".jsonl" in capsys.readouterr().err


def test_export_of_a_damaged_archive_writes_nothing(archive, tmp_path):
    spoil(archive)
    assert run(["archive", "export", "--to", str(tmp_path / "arsip.jsonl")]) == 7
    assert not (tmp_path / "arsip.jsonl").exists()


def ids(address):
    database = open_database(address)
    try:
        return [load(database, id).document.id for (id,) in database.rows("SELECT id FROM documents ORDER BY id")]
    finally:
        database.close()


def test_forget_takes_away_what_is_named(archive, capsys):
    assert run(["archive", "forget", "a-00000001", "--yes"]) == 0
    assert ids(archive) == ["b-00000001"]
    assert "1 dokumen dihapus" in capsys.readouterr().err
    assert run(["archive", "forget", "a-00000001", "--yes"]) == 3


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("answer", "left"), [("y\n", 1), ("ya\n", 1), ("t\n", 2), ("\n", 2), ("", 2)])
def test_forget_asks_first(archive, monkeypatch, answer, left):
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    assert run(["archive", "forget", "a-00000001"]) == 0
    assert len(ids(archive)) == left


def test_forget_without_anybody_to_ask_takes_nothing(archive, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert run(["archive", "forget", "a-00000001"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert len(ids(archive)) == 2


def test_a_server_that_is_not_there_is_one_sentence(capsys):
    assert run(["archive", "stats", "--archive", "postgresql://siti:rahasia@localhost:1/rakor?connect_timeout=2"]) == 7
    told = capsys.readouterr().err
    assert told.startswith("postgresql://localhost:1/rakor: server basis data menolak")
    assert "rahasia" not in told


def test_the_library_for_servers_is_an_extra(monkeypatch, capsys):
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    monkeypatch.delitem(__import__("sys").modules, "minutes_miner.archive.databases.postgres", raising=False)
    assert run(["archive", "stats", "--archive", "postgresql://localhost/rakor"]) == 7
    assert "pip install 'minutes-miner[postgresql]'" in capsys.readouterr().err
