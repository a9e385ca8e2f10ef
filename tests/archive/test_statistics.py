"""Counts of an archive."""

from __future__ import annotations

from minutes_miner.archive.joining import join
from minutes_miner.archive.statistics import statistics
from minutes_miner.paths import model_folder


def test_what_is_there_is_counted(filled, analyses):
    filled.run_many(
        "INSERT INTO sources (path, state, code) VALUES (?, ?, ?)",
        [("/a", "failed", "damaged"), ("/b", "failed", "encrypted"), ("/c", "failed", "damaged"), ("/d", "stored", None)],
    )
    join(filled, model_folder(None))
    found = statistics(filled)
    assert (found.documents, found.copies) == (3, 0)
    assert found.characters == sum(len(one.text) for one in analyses)
    assert found.bytes > 10_000
    assert sum(found.kinds.values()) == sum(found.regions.values()) == sum(found.years.values()) == 3
    assert found.years["2024"] == 1
    assert found.items["need"] == sum(item.kind == "need" for one in analyses for item in one.items)
    assert found.records["statements"] == sum(len(one.statements) for one in analyses)
    assert found.sources == {"failed": 3, "stored": 1}
    assert list(found.failures.items()) == [("damaged", 2), ("encrypted", 1)]
    assert found.models == {"1": 3}


def test_an_empty_archive_is_counted_too(database):
    found = statistics(database)
    assert (found.documents, found.characters, found.kinds) == (0, 0, {})
