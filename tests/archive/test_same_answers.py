"""Both databases find the same for the same question."""

from __future__ import annotations

from dataclasses import replace

import pytest

import minutes_miner
from minutes_miner.archive import schema
from minutes_miner.archive.address import open_database
from minutes_miner.archive.contents import put
from minutes_miner.archive.search.query import parsed

QUESTIONS = (
    "bantuan",
    "membantu",
    "bantuan operasional",
    '"bantuan operasional"',
    '"dinas sosial"',
    "panti OR jembatan",
    "panti -kasur",
    "rapat -(panti OR desa)",
    "anak-anak",
    "sekolah",
    "perba*",
    '"kepala dinas so*"',
    "Rp 5.000.000",
    "2024",
    "yang dan di",
    "(beras ATAU minyak) warga",
    "koordinasi TANPA rapat",
    "dan",
    '"dan di"',
    "katayangtidakada",
    "naïve café",
)
PLAIN_WORDS = " ".join(f"kata{number} dan di jalan" for number in range(8_000))


@pytest.fixture(scope="module")
def documents(samples):
    analyses = [minutes_miner.mine(path) for path in sorted((samples / "minutes").glob("*.txt"))]
    longest = replace(
        analyses[0], document=replace(analyses[0].document, id="panjang"), text=f"Panti {PLAIN_WORDS} jembatan bantuan operasional. Rapat"
    )
    return [
        *analyses,
        replace(longest, items=(), statements=(), mentions=(), people=(), offices=(), institutions=(), regions=(), holders=()),
    ]


@pytest.fixture(scope="module")
def both(documents, forms, new_database, tmp_path_factory):
    opened = [open_database(address, write=True) for address in (tmp_path_factory.mktemp("arsip") / "a.sqlite", new_database())]
    for database in opened:
        for analysis in documents:
            with database.transaction():
                put(database, analysis, model="1", forms=forms)
    yield opened
    for database in opened:
        database.close()


@pytest.mark.parametrize("indexed", [schema.TEXTS, schema.ITEMS, schema.STATEMENTS], ids=lambda indexed: indexed.table)
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_rows_are_found(both, forms, question, indexed):
    query = parsed(question, forms)
    found = []
    for database in both:
        for scored in (False, True):
            match = database.matching(indexed, query, scored=scored)
            tables = f"{match.sql} m JOIN {indexed.table} t ON t.{indexed.key} = m.number JOIN documents d ON d.number = t.document"
            sql = f"SELECT d.id, t.text, m.* FROM {tables}"
            rows = database.rows(sql, match.values)
            assert database.kind == "sqlite" or not scored or all(row[3] > 0 for row in rows)
            found.append(sorted(row[:2] for row in rows))
    assert found[0] == found[1] == found[2] == found[3]


def test_the_questions_find_something(both, forms):
    match = both[1].matching(schema.TEXTS, parsed("jembatan bantuan -kasur", forms), scored=True)
    assert both[1].rows(f"SELECT count(*) FROM {match.sql} m", match.values)[0][0] >= 1
