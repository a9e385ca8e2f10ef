"""The issues of an archive: the same for any order and any batches, with ids that stay, and narrowed as asked."""

from __future__ import annotations

import random

import pytest

import minutes_miner
from minutes_miner.archive.address import open_database
from minutes_miner.archive.contents import put, remove
from minutes_miner.archive.joined.issues import read_issues
from minutes_miner.archive.joining import join
from minutes_miner.corpus.issues.wanted import Wanted
from minutes_miner.paths import model_folder

HEAD = "NOTULEN RAPAT FORUM\nHari/Tanggal: {day}\nTempat: Aula {region}\n\nKEBUTUHAN\n"
MEETINGS = {
    "a": ("10 Januari 2023", "Kabupaten Ngawi", "Sanggar membutuhkan gamelan baru.\nPanti kekurangan beras untuk 40 anak."),
    "b": ("12 Juni 2023", "Kabupaten Ngawi", "Kami mengusulkan pelatih gamelan.\nWarga mengeluhkan jalan desa yang rusak."),
    "c": ("5 Februari 2024", "Kabupaten Wonosobo", "Panti kekurangan beras dan lauk.\nKami membutuhkan lapangan voli."),
    "d": ("9 September 2024", "Kabupaten Wonosobo", "Pemuda membutuhkan pelatih voli.\nDinas Sosial akan menyalurkan beras kepada panti."),
}


@pytest.fixture(scope="module")
def meetings():
    texts = [{"id": id, "text": HEAD.format(day=day, region=region) + body} for id, (day, region, body) in MEETINGS.items()]
    return list(minutes_miner.mine_texts(texts))


def filled_in(path, batches, forms):
    database = open_database(path, write=True)
    for batch in batches:
        for analysis in batch:
            with database.transaction():
                put(database, analysis, model="1", forms=forms)
        join(database, model_folder(None))
    return database


def issues_of(database, **wanted):
    return read_issues(database, model_folder(None), Wanted(**wanted))


@pytest.fixture
def archive(tmp_path, meetings, forms):
    database = filled_in(tmp_path / "a.sqlite", [meetings], forms)
    yield database
    database.close()


def test_what_comes_back_is_there_with_its_meetings(archive):
    found = {issue.issue: issue for issue in issues_of(archive)}
    assert {"food_aid", "roads", "open-kesenian", "open-olahraga"} <= found.keys()
    rice = found["food_aid"]
    assert (rice.meetings, rice.first_seen, rice.last_seen) == (2, "2023-01-10", "2024-02-05")
    assert {answer.document for answer in rice.answers} == {"d"}
    assert set(rice.regions) == {"Kabupaten Ngawi", "Kabupaten Wonosobo"}
    assert found["open-kesenian"].meetings == 2


def test_the_table_says_the_same(archive):
    rows = archive.rows("SELECT id, meetings, first_seen, state FROM issues ORDER BY id")
    assert rows == sorted((issue.issue, issue.meetings, issue.first_seen, issue.state) for issue in issues_of(archive))


def test_order_and_batches_make_no_difference(tmp_path, archive, meetings, forms):
    expected = issues_of(archive)
    for seed in range(3):
        order = random.Random(seed).sample(meetings, len(meetings))
        other = filled_in(tmp_path / f"{seed}.sqlite", [order[: seed + 1], order[seed + 1 :]], forms)
        assert issues_of(other) == expected
        other.close()


def test_a_second_joining_changes_nothing(archive):
    before, log = issues_of(archive), archive.rows("SELECT COUNT(*) FROM issue_log")
    join(archive, model_folder(None))
    assert issues_of(archive) == before
    assert archive.rows("SELECT COUNT(*) FROM issue_log") == log


def test_what_is_gone_is_logged(archive, forms):
    with archive.transaction():
        remove(archive, "b", forms)
    join(archive, model_folder(None))
    assert ("gone", "roads") in archive.rows("SELECT event, issue FROM issue_log")
    assert "roads" not in {issue.issue for issue in issues_of(archive)}


def test_part_of_them_is_described_by_that_part(archive):
    rice = next(issue for issue in issues_of(archive, since="2024-01-01") if issue.issue == "food_aid")
    assert (rice.meetings, rice.first_seen) == (1, "2024-02-05")
    assert {issue.issue for issue in issues_of(archive, region="ngawi")} >= {"roads", "food_aid"}
    assert "open-olahraga" not in {issue.issue for issue in issues_of(archive, region="Ngawi")}
    assert [issue.issue for issue in issues_of(archive, topic="roads")] == ["roads"]
    assert all(issue.state == "dormant" for issue in issues_of(archive, state="dormant"))
    assert issues_of(archive, until="2020-01-01") == []
