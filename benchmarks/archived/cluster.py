"""Documents a second with one and with two worker processes of a cluster, beside `index` on one machine, and the size of the results.

    python -m benchmarks.archived.cluster [--count N]

Invented texts of about 400 words. A few other documents are worked on first, on the same cluster, so that the workers have their model
loaded. Loading the results into an archive is timed by itself. The results of one and of two workers are compared byte for byte.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.archived.made_texts import write_texts
from minutes_miner.archive.address import open_database
from minutes_miner.archive.indexing.run import Wanted
from minutes_miner.archive.indexing.run import index as index_here
from minutes_miner.paths import model_folder
from minutes_miner.scale.cluster import local
from minutes_miner.scale.loading import load
from minutes_miner.scale.run import index

WARMING = 30


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a line for each way of working."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archived.cluster", description="Work beyond one machine, measured.")
    parser.add_argument("--count", type=int, default=4_000)
    count = parser.parse_args(arguments).count
    folder = Path(tempfile.mkdtemp(prefix="minutes-miner-"))
    try:
        _measure(folder, count)
    finally:
        shutil.rmtree(folder)


def _measure(folder: Path, count: int) -> None:
    texts = write_texts(folder / "texts", count)
    write_texts(folder / "warming", WARMING, first=count)
    size = sum(path.stat().st_size for path in texts)
    print(f"{count} documents, {size / 1e6:.1f} MB")
    for workers in (1, 2):
        _told(f"{workers} workers", count, _on_cluster(folder, workers))
    same = _tree(folder / "results-1") == _tree(folder / "results-2")
    results = _tree(folder / "results-2")
    shards = [len(content) for name, content in results.items() if name.endswith(".parquet")]
    print(f"results {'equal' if same else 'DIFFER'}; {len(shards)} shards, {sum(shards) / size:.2f} of the text")
    _told("loading", count, _seconds(lambda: _load(folder)))
    for jobs in (1, 2):
        index_here(Wanted(paths=[folder / "warming"], archive=str(folder / f"warm-{jobs}.sqlite"), jobs=jobs))
        wanted = Wanted(paths=[folder / "texts"], archive=str(folder / f"here-{jobs}.sqlite"), jobs=jobs)
        _told(f"index --jobs {jobs}", count, _seconds(lambda wanted=wanted: index_here(wanted)))


def _on_cluster(folder: Path, workers: int) -> float:
    with local(workers) as cluster:
        address = cluster.scheduler_address
        index([str(folder / "warming")], str(folder / f"warm-{workers}"), scheduler=address)
        return _seconds(lambda: index([str(folder / "texts")], str(folder / f"results-{workers}"), scheduler=address))


def _load(folder: Path) -> None:
    database = open_database(folder / "loaded.sqlite", write=True)
    try:
        load(str(folder / "results-2"), database, model_folder(None))
    finally:
        database.close()


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _told(what: str, count: int, seconds: float) -> None:
    print(f"{what:>16}: {seconds:6.1f} s, {count / seconds:6.0f} documents a second", flush=True)


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


if __name__ == "__main__":
    main()
