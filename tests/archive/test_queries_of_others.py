"""What docs/archive.md says to those who ask with other tools is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minutes_miner.archive import schema
from minutes_miner.archive.address import open_database
from minutes_miner.archive.contents import put

PAGE = (Path(__file__).parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^```sql\n(.*?);\n```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def archive(tmp_path, analyses, forms):
    """An archive in a file, as the page describes it."""
    database = open_database(tmp_path / "arsip.sqlite", write=True)
    with database.transaction():
        for analysis in analyses:
            put(database, analysis, model="1", forms=forms)
    yield database
    database.close()


@pytest.mark.parametrize("sql", QUERIES)
def test_a_query_of_the_page_finds_something(archive, sql):
    assert archive.rows(sql)


def test_every_table_is_described(archive):
    tables = {name for (name,) in archive.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    own = {name for name in tables if not name.startswith(("sqlite_", *(indexed.index for indexed in schema.INDEXED)))}
    described = set(re.findall(r"`(\w+)`", PAGE))
    assert own - described <= {"meta", "issue_log"}
    assert {indexed.index for indexed in schema.INDEXED} <= described
