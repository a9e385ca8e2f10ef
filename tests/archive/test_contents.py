"""A document goes in whole, comes out as it was, and leaves nothing behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes_miner.archive import schema
from minutes_miner.archive.contents import load, put, remove
from minutes_miner.archive.errors import ArchiveDamaged, NotInArchive


def found(database, index, words):
    """The rows that hold a word as it is written, or (`stems: …`) by its stem."""
    if database.kind == "sqlite":
        return {row[0] for row in database.rows(f"SELECT rowid FROM {index} WHERE {index} MATCH ?", (words,))}
    column, word = words.split(": ") if ": " in words else ("", words)
    weights = {"text": ":A", "stems": ":B", "": ""}[column]
    return {row[0] for row in database.rows(f"SELECT number FROM {index} WHERE search @@ ?::tsquery", (f"'{word}'{weights}",))}


def test_what_comes_out_is_what_went_in(filled, analyses):
    for analysis in analyses:
        assert load(filled, analysis.document.id) == analysis


def test_records_stand_in_tables_with_their_words(filled, analyses):
    rows = filled.rows("SELECT d.id, i.text, i.kind FROM items i JOIN documents d ON d.number = i.document ORDER BY i.number")
    assert rows == [(one.document.id, item.text, item.kind) for one in analyses for item in one.items]


def test_words_are_found_as_written_and_by_their_stem(filled):
    written, stem = found(filled, "text_index", "text: bantuan"), found(filled, "text_index", "bantu")
    assert len(written) == 1
    assert len(stem) == 2  # `bantuan` in one document, `membantu` in another


def test_the_same_document_again_changes_nothing(filled, analyses, forms):
    before = filled.rows("SELECT number, id FROM items")
    with filled.transaction():
        put(filled, analyses[0], model="1", forms=forms)
    assert filled.rows("SELECT number, id FROM items") == before


def test_another_model_replaces_the_records(filled, analyses, forms):
    (number,) = filled.rows("SELECT number FROM documents WHERE id = 'a'")[0]
    fewer = replace(analyses[0], items=analyses[0].items[:1])
    with filled.transaction():
        assert put(filled, fewer, model="2", forms=forms) == number
    assert load(filled, "a") == fewer
    assert filled.rows("SELECT count(*) FROM items WHERE document = ?", (number,)) == [(1,)]


def test_a_document_that_is_removed_is_nowhere_any_more(filled, forms):
    (number,) = filled.rows("SELECT number FROM documents WHERE id = 'a'")[0]
    with filled.transaction():
        remove(filled, "a", forms)
    for table in schema.OF_A_DOCUMENT:
        assert filled.rows(f"SELECT count(*) FROM {table} WHERE document = ?", (number,)) == [(0,)]
    assert found(filled, "text_index", "kasur") == found(filled, "item_index", "kasur") == set()
    assert found(filled, "text_index", "jembatan")
    with pytest.raises(NotInArchive):
        load(filled, "a")


def test_removed_words_leave_the_file_when_it_is_wiped(filled, forms, tmp_path):
    with filled.transaction():
        remove(filled, "a", forms)
    filled.wipe()
    if filled.kind == "postgresql":  # its files are the server's; what can be asked is asked above
        return
    everything = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"jembatan" in everything
    assert b"kasur" not in everything


def test_a_document_that_is_not_there_cannot_be_removed(filled, forms):
    with pytest.raises(NotInArchive, match="minutes-miner search"), filled.transaction():
        remove(filled, "no such id", forms)


def test_a_transaction_that_fails_leaves_no_trace(database, analyses, forms):
    def half():
        with database.transaction():
            put(database, analyses[0], model="1", forms=forms)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert database.rows("SELECT count(*) FROM documents") == [(0,)]
    assert found(database, "text_index", "bantuan") == set()


def test_text_that_was_changed_behind_our_back_is_no_answer(filled):
    filled.run("UPDATE texts SET text = replace(text, '12 panti', '92 panti')")
    with pytest.raises(ArchiveDamaged, match="checksum"):
        load(filled, "a")
