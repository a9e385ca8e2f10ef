"""What was under work when a worker was lost is done with care, and given up only when it was lost by itself, twice."""

from __future__ import annotations

import pytest

from minutes_miner.scale.attempts import Attempts
from minutes_miner.scale.sources import File
from minutes_miner.scale.store import Store

A, B = File("/a.txt", 1, 1), File("/b.txt", 1, 1)


@pytest.fixture
def store(tmp_path):
    return Store(str(tmp_path))


def lost(store, *files, run="1"):
    Attempts(store, "shard", run).begin(files)
    return Attempts(store, "shard", run)


def test_what_was_lost_in_company_is_suspect_and_no_more(store):
    for _ in range(3):
        found = lost(store, A, B)
        assert found.is_suspect(A)
        assert not found.is_given_up(A)


def test_what_was_lost_alone_twice_is_given_up(store):
    assert not lost(store, A).is_given_up(A)
    found = lost(store, A)
    assert found.is_given_up(A)
    assert not found.is_suspect(B)
    assert Attempts(store, "other", "1").is_suspect(A) is False


def test_what_goes_on_after_it_is_done_is_innocent(store):
    first = lost(store, A)
    first.begin([A])
    first.begin([B])
    found = Attempts(store, "shard", "1")
    assert not found.is_given_up(A)
    found.end()
    assert not Attempts(store, "shard", "1").is_suspect(A)


def test_whoever_stops_a_run_blames_no_file(store):
    lost(store, A)
    assert not Attempts(store, "shard", "2").is_suspect(A)
