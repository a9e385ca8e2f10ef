"""All documents, by their ids."""

from __future__ import annotations

from minutes_miner.archive.address import open_database
from minutes_miner.archive.contents import put
from minutes_miner.archive.export import count, documents
from minutes_miner.outputs.jsonl import line


def test_they_come_as_they_were_stored_whatever_the_order(database, analyses, forms, tmp_path):
    other = open_database(tmp_path / "other.sqlite", write=True)
    for place, order in ((database, analyses), (other, analyses[::-1])):
        for analysis in order:
            with place.transaction():
                put(place, analysis, model="1", forms=forms)
    seen = []
    assert list(documents(database, lambda *told: seen.append(told))) == analyses
    assert seen[-1] == (count(database), 3, "c")
    assert list(map(line, documents(database))) == list(map(line, documents(other)))
    other.close()
