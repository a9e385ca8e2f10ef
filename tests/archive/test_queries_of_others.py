"""What docs/archive.md says to those who ask with other tools is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minutes_miner.archive import schema

PAGE = (Path(__file__).parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^```sql\n(.*?);\n```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("sql", QUERIES)
def test_a_query_of_the_page_finds_something(filled, sql):
    assert filled.rows(sql)


def test_every_table_is_described(filled):
    tables = {name for (name,) in filled.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    own = {name for name in tables if not name.startswith(("sqlite_", *(indexed.index for indexed in schema.INDEXED)))}
    described = set(re.findall(r"`(\w+)`", PAGE))
    assert own - described <= {"meta", "issue_log"}
    assert {indexed.index for indexed in schema.INDEXED} <= described
