"""The same results, byte for byte, whoever works, in whichever order, and whatever happens to them."""

from __future__ import annotations

import os
import signal

import pytest
from distributed import default_client

from minutes_miner.cli.main import run as command
from minutes_miner.documents.settings import Settings
from minutes_miner.guard.limits import Limits
from minutes_miner.scale import cluster as clusters
from minutes_miner.scale import manifest, shards
from minutes_miner.scale.errors import ClusterUnreachable, ResultsDiffer
from minutes_miner.scale.run import index
from minutes_miner.scale.store import Store

from .conftest import FILES_PER_SHARD, TEXTS, index_here, tree, write


def run(files, target, cluster, **options):
    return index([str(files)], str(target), scheduler=cluster, files_per_shard=FILES_PER_SHARD, **options)


def rows(folder):
    store = Store(str(folder))
    receipts = [manifest.receipt_of(store, name) for name, _ in manifest.listed(store)]
    return [row for receipt in receipts for row in shards.unpacked(manifest.content_of(store, receipt), "")]


def test_every_file_has_its_rows(results, files):
    found = rows(results)
    assert [row.file for row in found if not row.file.endswith(".jsonl")] == sorted(
        str(files / name) for name in TEXTS if not name.endswith(".jsonl")
    )
    assert {row.source.rpartition("/")[2]: row.code for row in found if row.code} == {
        "kosong.txt": "empty",
        "kumpulan.jsonl:2": "bad_line",
    }
    assert {"x"} <= {row.id for row in found}


def test_three_workers_in_another_order_give_the_same_bytes(results, files, cluster, tmp_path, monkeypatch):
    original = clusters.results
    monkeypatch.setattr(clusters, "results", lambda client, work, shards: original(client, work, shards[::-1]))
    tally = run(files, tmp_path, cluster)
    assert (tally.documents, tally.failures, tally.before) == (6, 2, 0)
    assert tree(tmp_path) == tree(results)


def test_a_worker_that_is_killed_costs_nothing(results, files, cluster, tmp_path):
    killed = []

    def kill_one(done, total, name):
        if name and not killed:
            workers = default_client().run(os.getpid)
            killed.append(min(workers.values()))
            os.kill(killed[0], signal.SIGKILL)

    run(files, tmp_path, cluster, progress=kill_one)
    assert killed
    assert tree(tmp_path) == tree(results)


def test_a_run_that_was_stopped_goes_on(results, files, cluster, tmp_path):
    def stop(done, total, name):
        if name:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(files, tmp_path, cluster, progress=stop)
    before = manifest.finished(Store(str(tmp_path)))
    assert before
    (tmp_path / "work").mkdir(exist_ok=True)
    (tmp_path / "work" / "rest.tmp").write_bytes(b"of a worker that was killed")
    tally = run(files, tmp_path, cluster)
    assert tally.before >= len(before)
    assert tree(tmp_path) == tree(results)


def test_documents_that_kill_whoever_touches_them_are_given_up_and_no_others(poisoned_cluster, tmp_path):
    texts = {f"{number}.txt": f"Dinas Sosial Kota Batam akan mendata {number} panti." for number in range(6)}
    texts["1-racun.txt"] = "Lurah mengatakan RACUNPROSES tidak berhenti."
    texts["3-racun.txt"] = "Lurah mengatakan RACUNPEKERJA tidak berhenti."
    folder = write(tmp_path / "files", texts)
    tally = index([str(folder)], str(tmp_path / "results"), scheduler=poisoned_cluster, files_per_shard=100)
    assert (tally.documents, tally.failures) == (6, 2)
    failed = [row for row in rows(tmp_path / "results") if row.code]
    assert [row.source.rpartition("/")[2] for row in failed] == ["1-racun.txt", "3-racun.txt"]
    assert all(row.code == "fault" and "prosesnya mati" in row.message for row in failed)


def test_without_a_scheduler_processes_of_this_machine_work(tmp_path, capsys):
    folder = write(tmp_path / "files", {"kosong.txt": " \n"})
    assert command(["index", str(folder), "--engine", "dask", "--to", str(tmp_path / "results")]) == 3
    assert "0 dokumen selesai, 1 gagal; 0 dari 1 bagian sudah ada." in capsys.readouterr().err
    assert [row.code for row in rows(tmp_path / "results")] == ["empty"]


def test_a_cluster_needs_a_folder_for_its_results(capsys):
    assert command(["index", "x", "--engine", "dask"]) == 2
    assert "--to" in capsys.readouterr().err
    assert command(["index", "x", "--engine", "spark"]) == 2
    assert "local, dask" in capsys.readouterr().err


def test_files_that_change_cost_their_shards_only(tmp_path):
    folder = write(tmp_path / "files", TEXTS)
    target = tmp_path / "results"
    first = index_here(folder, target)
    (folder / "2025/d.txt").write_text("Camat akan mendata panti.", encoding="utf-8")
    second = index_here(folder, target)
    assert second.before == first.shards - 1
    found = {row.file.rpartition("/")[2]: row.text for row in rows(target)}
    assert found["d.txt"] == "Camat akan mendata panti."
    assert len(list((target / "shards").iterdir())) == 2 * second.shards
    (folder / "2025/d.txt").unlink()
    index_here(folder, target)
    assert "d.txt" not in {row.file.rpartition("/")[2] for row in rows(target)}


def test_two_ways_of_making_results_are_not_mixed(results, files):
    before = tree(results)
    with pytest.raises(ResultsDiffer, match="characters=1000"):
        index([str(files)], str(results), settings=Settings(limits=Limits(characters=1000)))
    assert tree(results) == before


def test_a_scheduler_that_is_not_there_is_named(files, tmp_path, monkeypatch):
    monkeypatch.setattr(clusters, "ANSWER_SECONDS", 0.2)
    with pytest.raises(ClusterUnreachable, match=r"127\.0\.0\.1:1"):
        run(files, tmp_path, "tcp://127.0.0.1:1")
