"""An archive on a server: long texts, many at once, and a server that refuses."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from itertools import islice

import psycopg
import pytest

import minutes_miner
from minutes_miner.archive import schema
from minutes_miner.archive.address import open_database
from minutes_miner.archive.checking import check
from minutes_miner.archive.contents import load, put
from minutes_miner.archive.databases.postgres import in_psycopg
from minutes_miner.archive.errors import ArchiveBusy, ArchiveDamaged, ArchiveMissing, ArchiveRefused, ArchiveTooNew, NotAnArchive
from minutes_miner.corpus.word_forms import load_word_forms
from minutes_miner.paths import model_folder

SECRET = "sangat-rahasia"


@pytest.fixture
def archive_address(new_database):
    return new_database()


def test_values_are_told_from_quoted_marks():
    assert in_psycopg("SELECT '?%', \"?\", ? WHERE a LIKE '%''?' AND b = ?") == b"SELECT '?%%', \"?\", %s WHERE a LIKE '%%''?' AND b = %s"


def test_numbers_are_those_of_sqlite(database):
    database.run(
        "INSERT INTO documents (id, source, media_type, kind, characters, warnings, model, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ("x", "x", "t", "k", 5_000_000_000, "[]", "1", b"\x00\xff"),
    )
    assert database.rows("SELECT sum(characters), count(*), avg(characters), sum(1.5) FROM documents") == [(5_000_000_000, 1, 5e9, 1.5)]
    assert isinstance(database.rows("SELECT sum(characters) FROM documents")[0][0], int)
    assert database.rows("SELECT signature FROM documents") == [(b"\x00\xff",)]


def test_text_is_sorted_by_its_code_points(database):
    database.run_many("INSERT INTO meta (key, value) VALUES (?, '')", [("b",), ("B",), ("é",), ("_",), ("a",)])
    assert [key for (key,) in database.rows("SELECT key FROM meta WHERE length(key) = 1 ORDER BY key")] == ["B", "_", "a", "b", "é"]


def test_rows_that_are_too_many_to_hold_come_one_by_one(database):
    database.run_many("INSERT INTO meta (key, value) VALUES (?, '')", [(f"k{number:04}",) for number in range(500)])
    rows = database.each("SELECT key FROM meta WHERE key LIKE 'k%' ORDER BY key")
    assert next(rows) == ("k0000",)
    with database.transaction():  # somebody reads on while he writes
        database.run("DELETE FROM meta WHERE key = 'k0499'")
        assert len(list(database.each("SELECT key FROM meta WHERE key LIKE 'k%'"))) == 499
    assert len(list(rows)) == 499


def test_the_built_in_configuration_finds_other_forms(filled):
    found = filled.rows(
        "SELECT d.id FROM text_index i JOIN documents d ON d.number = i.number "
        "WHERE search @@ to_tsquery('indonesian', 'membantu') ORDER BY 1"
    )
    assert found == [("a",), ("c",)]


def test_no_word_of_a_long_text_is_lost(database, forms):
    """Beyond the places and the bytes that a vector can have."""
    text = " ".join(f"dan kata{number}x{'y' * (number % 150)}" for number in range(20_000))
    (short,) = minutes_miner.mine_texts([{"id": "panjang", "text": "Panti penuh."}])
    with database.transaction("panjang"):
        put(database, replace(short, text=text), model="1", forms=forms)
    assert load(database, "panjang").text == text
    for phrase in ("'kata19999x'", "'dan' <-> 'kata19200x' <-> 'dan'"):
        phrase = phrase.replace("kata19999x", text.split()[-1])
        assert database.rows("SELECT count(DISTINCT number) FROM text_index WHERE search @@ ?::tsquery", (phrase,)) == [(1,)]
    assert list(check(database, forms)) == []


def test_signs_that_a_database_cannot_hold_cost_no_document(database, forms):
    (strange,) = minutes_miner.mine_texts([{"id": "aneh", "text": "Rapat\0 desa. Camat Siti \ud800 meminta perbaikan jalan."}])
    with database.transaction():
        put(database, strange, model="1", forms=forms)
    assert load(database, "aneh").text == "Rapat\ufffd desa. Camat Siti \ufffd meminta perbaikan jalan."


def test_reading_makes_no_archive(archive_address):
    with pytest.raises(ArchiveMissing, match="minutes-miner index"):
        open_database(archive_address)
    with psycopg.connect(archive_address) as connection:
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()").fetchone() == (0,)


def test_a_reader_cannot_write(filled, archive_address):
    reader = open_database(archive_address)
    with pytest.raises(ArchiveRefused, match="read-only"):
        reader.run("DELETE FROM decisions")
    reader.close()


@pytest.mark.parametrize("table", ["documents (id text)", "meta (key text)", "meta (key text, value text)"])
def test_tables_of_another_program_are_left_alone(archive_address, table):
    with psycopg.connect(archive_address) as connection:
        connection.execute(f"CREATE TABLE {table}")
    for write in (False, True):
        with pytest.raises(NotAnArchive):
            open_database(archive_address, write=write)


def test_an_archive_of_a_later_program_is_refused(database, archive_address):
    database.set_version(99)
    with pytest.raises(ArchiveTooNew, match="99"):
        open_database(archive_address)


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://siti:{SECRET}@/tidak_ada?host=/tidak/ada",
        f"postgresql://siti:{SECRET}/x@localhost/rakor",
        f"postgresql://siti:a@{SECRET}@localhost:1/rakor?connect_timeout=2",
        f"postgresql://localhost:1/rakor?password={SECRET}&connect_timeout=2",
        f"postgresql://localhost:{SECRET}/rakor",
    ],
)
def test_no_error_tells_a_password(address):
    with pytest.raises(ArchiveRefused) as caught:
        open_database(address)
    told = f"{caught.value}{caught.value.sentence('id')}{caught.value.__cause__}{caught.value.__suppress_context__}"
    assert "postgresql:" in told
    assert SECRET not in told.replace(f"localhost:{SECRET}", "")


def test_a_lost_server_is_an_error_that_says_so(database):
    process = database.rows("SELECT pg_backend_pid()")[0][0]
    with psycopg.connect(database._connection.info.dsn) as other:
        other.execute("SELECT pg_terminate_backend(%s)", (process,))
    with pytest.raises(ArchiveRefused), database.transaction():
        database.rows("SELECT 1")


def test_text_that_was_changed_behind_our_back_is_no_answer(filled):
    filled.run("UPDATE texts SET text = replace(text, '12 panti', '92 panti')")
    with pytest.raises(ArchiveDamaged, match="checksum"):
        load(filled, "a")


def test_who_waits_too_long_is_told(filled, archive_address):
    other = open_database(archive_address, write=True)
    other.run("SET lock_timeout = '50ms'")
    with filled.transaction("a"):
        with other.transaction("b"):  # another document
            pass
        for documents in ((), ("a",)):
            with pytest.raises(ArchiveBusy), other.transaction(*documents):
                pass
    other.close()


def write_all(address, analyses, models, failed, done):
    try:
        forms = load_word_forms(model_folder(None))
        database = open_database(address, write=True)
        for model in range(models):
            for analysis in analyses:
                with database.transaction(analysis.document.id):
                    put(database, analysis, model=str(model), forms=forms)
                done.put(analysis.document.id)
        database.close()
    except Exception as error:
        failed.put(repr(error))
        done.put(None)


def read_all(address, ids, ended, failed):
    try:
        database = open_database(address)
        while not ended.is_set():
            for id in ids:
                if database.rows("SELECT 1 FROM documents WHERE id = ?", (id,)):
                    load(database, id)
        database.close()
    except Exception as error:
        failed.put(repr(error))


def test_many_write_and_read_the_same_documents_at_once(archive_address, analyses, forms):
    context = multiprocessing.get_context("spawn")
    failed, done, ended = context.SimpleQueue(), context.SimpleQueue(), context.Event()
    more = [replace(one, document=replace(one.document, id=f"{one.document.id}{number}")) for one in analyses for number in range(3)]
    orders = [more, more[::-1], more[4:] + more[:4], more]
    open_database(archive_address, write=True).close()
    writers = [context.Process(target=write_all, args=(archive_address, order, 2, failed, done)) for order in orders]
    readers = [context.Process(target=read_all, args=(archive_address, [one.document.id for one in more], ended, failed)) for _ in range(2)]
    for process in (*writers, *readers):
        process.start()
    for process in writers:
        process.join()
    ended.set()
    for process in readers:
        process.join()
    assert failed.empty(), failed.get()
    database = open_database(archive_address)
    assert database.rows("SELECT count(*), count(DISTINCT id) FROM documents") == [(len(more), len(more))]
    assert database.rows("SELECT count(*) FROM items") == [(sum(len(one.items) for one in more),)]
    assert list(check(database, forms)) == []
    database.close()


def test_a_writer_that_is_killed_leaves_nothing_half(archive_address, analyses, forms):
    context = multiprocessing.get_context("spawn")
    failed, done = context.SimpleQueue(), context.SimpleQueue()
    many = [replace(analyses[0], document=replace(analyses[0].document, id=str(number))) for number in range(3_000)]
    writer = context.Process(target=write_all, args=(archive_address, many, 1, failed, done))
    writer.start()
    told = list(islice(iter(done.get, None), 20))
    writer.kill()
    writer.join()
    database = open_database(archive_address, write=True)
    with database.transaction():  # whoever comes next need not wait for the dead
        kept = {id for (id,) in database.rows("SELECT id FROM documents")}
    assert failed.empty()
    assert set(told) <= kept < {one.document.id for one in many}
    assert list(check(database, forms)) == []
    database.close()


def test_a_text_index_that_lost_a_row_is_found_out(filled, forms):
    with filled.transaction():
        filled.run("DELETE FROM item_index WHERE number = (SELECT min(number) FROM item_index)")
    assert [fault.what["en"] for fault in check(filled, forms)] == [f"the text index {schema.ITEMS.index} does not hold its text"]
