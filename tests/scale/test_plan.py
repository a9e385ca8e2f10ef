"""Files are cut into the same shards whatever else there is."""

from __future__ import annotations

from minutes_miner.guard.limits import MIB
from minutes_miner.scale.batches import batches
from minutes_miner.scale.plan import MOST_BYTES, shards_of
from minutes_miner.scale.sources import File


def many(count):
    return [File(f"/arsip/{number:05}.txt", 100, number) for number in range(count)]


def test_a_shard_has_its_files_in_order():
    files = many(500)
    shards = list(shards_of(files, 16))
    assert [file for shard in shards for file in shard.files] == files
    assert all(shard.count == len(shard.files) <= 32 for shard in shards)
    assert 500 / 32 <= len(shards) <= 500 / 8
    assert len({shard.name for shard in shards}) == len(shards)


def test_a_file_that_comes_changes_its_shard_only():
    files = many(500)
    before = {shard.name for shard in shards_of(files, 16)}
    after = {shard.name for shard in shards_of(sorted([*files, File("/arsip/00200a.txt", 9, 9)]), 16)}
    assert len(after - before) <= 3


def test_large_files_do_not_pile_up():
    files = [File(f"/arsip/{number}.pdf", 100 * MIB, None) for number in range(9)]
    assert all(shard.count * 100 * MIB <= MOST_BYTES for shard in shards_of(files, 1000))
    assert [shard.count for shard in shards_of([File("/besar.pdf", 2 * MOST_BYTES, None)])] == [1]


def test_small_texts_go_together_and_suspects_alone():
    files = [File(name, 9, None) for name in ("a.txt", "b.txt", "c.pdf", "d.txt", "e.txt", "f.md")]
    assert [[file.source for file in batch] for batch in batches(files, alone=lambda file: file.source == "e.txt")] == [
        ["a.txt", "b.txt"],
        ["c.pdf"],
        ["d.txt"],
        ["e.txt"],
        ["f.md"],
    ]
