"""An archive that is whole has no fault, and whatever was changed behind its back is one."""

from __future__ import annotations

import pytest

from minutes_miner.archive.checking import check
from minutes_miner.archive.joined import changes
from minutes_miner.archive.joined.decisions import keep
from minutes_miner.archive.joining import join
from minutes_miner.corpus.people.decisions import Anchor, Decision
from minutes_miner.paths import model_folder


@pytest.fixture
def joined(filled):
    join(filled, model_folder(None))
    return filled


def faults(database, forms):
    return [(fault.where, fault.what["en"]) for fault in check(database, forms)]


def test_a_whole_archive_has_none(joined, forms):
    seen = []
    assert list(check(joined, forms, lambda *told: seen.append(told))) == []
    assert seen == [(1, 3, "a"), (2, 3, "b"), (3, 3, "c")]


def test_an_empty_archive_has_none(database, forms):
    assert list(check(database, forms)) == []


@pytest.mark.parametrize(
    ("change", "where", "what"),
    [
        ("UPDATE texts SET text = replace(text, '12 panti', '92 panti')", "a", "checksum"),
        ("UPDATE items SET status = 'done'", "a", "its rows in items"),
        ("UPDATE people SET name = 'Orang Lain'", "b", "its rows in people"),
        ("UPDATE holders SET acting = 1", "a", "its rows in holders"),
        ("DELETE FROM institutions", "a", "its rows in institutions"),
        ("UPDATE documents SET date = '1999-01-01' WHERE id = 'a'", "a", "its row in documents"),
        ("UPDATE documents SET model = '2' WHERE id = 'b'", "b", "checksum"),
        ("UPDATE documents SET id = 'd' WHERE id = 'b'", "d", "checksum"),
        ("UPDATE documents SET signature = ? WHERE id = 'c'", "c", "signature"),
        ("INSERT INTO meta VALUES ('forgetting', '1')", None, "not wiped"),
    ],
)
def test_a_changed_row_is_found_out(joined, forms, change, where, what):
    joined.run(change, (b"x",) if "?" in change else ())
    assert any(place == (where or joined.where) and what in told for place, told in faults(joined, forms))


def test_a_text_that_is_not_in_its_index_is_found_out(joined, forms):
    number, text = joined.rows("SELECT number, text FROM items ORDER BY number")[0]
    with joined.transaction():
        joined.remove_text(_items(), [(number, text, forms.differing(text))])
    assert ("a", "the text index item_index does not hold its text") in faults(joined, forms)


def test_a_text_that_is_only_in_the_index_is_found_out(joined, forms):
    if joined.kind == "postgresql":
        pytest.skip("a key of the table forbids it")
    with joined.transaction():
        joined.add_text(_items(), [(999, "Panti lain.", "")])
    assert ("item_index", "1 texts that its table does not have") in faults(joined, forms)


def test_decisions_and_changes_are_sealed(joined, forms):
    first, second = (Anchor("a", start, name) for start, name in ((75, "Sri Lestari"), (90, "Lestari")))
    decision = Decision(subject="person", verdict="same", first=(first,), second=(second,))
    keep(joined, decision, made_at="2026-01-01T08:00:00", made_by="Siti")
    item = changes.Anchor("a", "item", 0, 10)
    changes.keep_change(joined, item, "status", "done", mined="open", made_at="2026-01-01T08:00:00", origin="hasil.xlsx")
    assert faults(joined, forms) == []
    joined.run("UPDATE decisions SET verdict = 'different'")
    joined.run("UPDATE changes SET value = 'open'")
    assert faults(joined, forms) == [("decisions", "row 1 does not match its checksum"), ("changes", "row 1 does not match its checksum")]


def test_a_reference_to_nothing_is_found_out(joined, forms):
    if joined.kind == "postgresql":
        joined.run("ALTER TABLE documents DISABLE TRIGGER ALL")
    else:
        joined.run("PRAGMA foreign_keys = OFF")
    joined.run("UPDATE documents SET copy_of = 4711 WHERE id = 'a'")
    assert any("not in documents" in told for _, told in faults(joined, forms))


def _items():
    from minutes_miner.archive import schema

    return schema.ITEMS
