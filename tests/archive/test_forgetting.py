"""What is forgotten is nowhere any more, not even in the bytes of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

import minutes_miner
from minutes_miner.archive import forgetting
from minutes_miner.archive.address import open_database
from minutes_miner.archive.checking import check
from minutes_miner.archive.contents import load, put
from minutes_miner.archive.errors import ArchiveBusy, NotInArchive
from minutes_miner.archive.forgetting import doomed, forget, is_unfinished
from minutes_miner.archive.joining import join
from minutes_miner.paths import model_folder

SECRET = "Rahasiawati"
PATH = f"/notulen/2019/panti {SECRET}.docx"
TEXT = f"NOTULEN RAPAT\nKepala Dinas Sosial Kabupaten Ngawi, {SECRET} Kusuma, meminta camat mendata panti asuhan sebelum 5 Mei 2019."


@pytest.fixture
def secret(filled, forms):
    """An archive with a document of which nothing may remain."""
    (analysis,) = minutes_miner.mine_texts([{"id": "0123456789abcdef", "text": TEXT}])
    with filled.transaction():
        number = put(filled, analysis, model="1", forms=forms)
        for path, document in ((PATH, number), ("/notulen/2020/a.docx", None)):
            filled.run("INSERT INTO sources (path, document, state) VALUES (?, ?, 'stored')", (path, document))
        filled.run("UPDATE sources SET document = (SELECT number FROM documents WHERE id = 'a') WHERE path LIKE '%2020%'")
        filled.run(
            "INSERT INTO changes (document, kind, start, stop, field, value, made_at, origin, checksum) "
            "VALUES (?, 'item', 0, 5, 'actor', ?, '2026-01-01', 'hasil.xlsx', ?)",
            (analysis.document.id, SECRET, b"x"),
        )
    join(filled, model_folder(None))
    return filled


def bytes_of(database, folder):
    """All bytes of an archive on the disk; on a server those of its tables and indexes, as its log is its own."""
    if database.kind == "sqlite":
        return b"".join(path.read_bytes() for path in folder.iterdir())
    database.run("CHECKPOINT")
    ours = "relnamespace = current_schema()::regnamespace"
    files = database.rows(f"SELECT pg_relation_filepath(oid) FROM pg_class WHERE {ours} AND relkind IN ('r', 'i')")
    files += database.rows(f"SELECT pg_relation_filepath(reltoastrelid) FROM pg_class WHERE {ours} AND reltoastrelid <> 0")
    data = database.rows("SELECT current_setting('data_directory')")[0][0]
    return b"".join(Path(data, name).read_bytes() for (name,) in files)


@pytest.mark.parametrize("target", ["0123456789abcdef", "01234567", PATH, "/notulen/2019/*", "/notulen/2019", "*Rahasia*"])
def test_a_document_is_named_by_its_id_or_where_it_was(secret, target):
    found = doomed(secret, [target])
    assert found.documents == ("0123456789abcdef",)
    assert PATH in found.paths
    assert "/notulen/2020/a.docx" not in found.paths


@pytest.mark.parametrize("target", ["012345", "/notulen/2018/*", "/notulen/20", "%", "Rahasia"])
def test_what_is_not_there_cannot_be_forgotten(secret, target):
    with pytest.raises(NotInArchive):
        doomed(secret, [target])


def test_nothing_of_it_remains(secret, forms, tmp_path):
    assert SECRET.encode() in bytes_of(secret, tmp_path)
    forget(secret, doomed(secret, [PATH]), model_folder(None))
    for word in (SECRET, SECRET.lower()):
        assert word.encode() not in bytes_of(secret, tmp_path)
    assert b"Widodaren" in bytes_of(secret, tmp_path)
    assert list(check(secret, forms)) == []
    assert load(secret, "a").document.id == "a"
    assert [path for (path,) in secret.rows("SELECT path FROM sources")] == ["/notulen/2020/a.docx"]
    with pytest.raises(NotInArchive):
        doomed(secret, [PATH])


def test_who_is_stopped_half_way_forgets_once_more(secret, forms, tmp_path, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(forgetting, "join", stopped)
        with pytest.raises(KeyboardInterrupt):
            forget(secret, doomed(secret, [PATH]), model_folder(None))
    assert is_unfinished(secret)
    assert [fault.what["en"] for fault in check(secret, forms)] == [
        "something was forgotten and not wiped yet; run minutes-miner archive forget once more"
    ]
    forget(secret, doomed(secret, [PATH]), model_folder(None))
    assert not is_unfinished(secret)
    assert SECRET.encode() not in bytes_of(secret, tmp_path)


def test_a_reader_who_still_sees_it_is_waited_for(secret, archive_address, monkeypatch):
    if secret.kind == "postgresql":
        pytest.skip("the server writes anew beside its readers")
    reader = open_database(archive_address)
    with reader.snapshot():
        reader.rows("SELECT count(*) FROM texts")
        secret._connection.set_busy_timeout(50)
        with pytest.raises(ArchiveBusy):
            forget(secret, doomed(secret, [PATH]), model_folder(None))
    reader.close()
    assert is_unfinished(secret)
