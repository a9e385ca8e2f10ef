"""Indexing on a cluster from its beginning to its end: files are listed, cut into shards, shared out, and their results written down."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.scale import manifest, task
from minutes_miner.scale.fingerprint import fingerprint_of
from minutes_miner.scale.plan import USUAL_FILES, Shard, shards_of
from minutes_miner.scale.sources import list_files
from minutes_miner.scale.store import Store, absolute

Progress = Callable[[int, int, str], None]


@dataclass(slots=True)
class Tally:
    """What a run has done: files and shards in all, those that were done before, and documents and failures in what was done now."""

    files: int = 0
    shards: int = 0
    before: int = 0
    documents: int = 0
    failures: int = 0


def index(
    addresses: Sequence[str],
    target: str,
    *,
    scheduler: str | None = None,
    workers: int = 1,
    model: str | None = None,
    settings: Settings = DEFAULT,
    files_per_shard: int = USUAL_FILES,
    progress: Progress | None = None,
) -> Tally:
    """Mines all documents at paths and addresses and writes the results as Parquet; called again, it goes on where it was stopped.

    Args:
        addresses: paths and addresses; folders are walked.
        target: the folder of the results, a path or an address that every worker can write to.
        scheduler: the address of a Dask scheduler; without one, work is done by `workers` processes on this machine.
        workers: how many processes, without a scheduler.
        model: a model folder that every worker has; the shipped one if None.
        settings: how documents are read, and what they may cost.
        files_per_shard: how many files a shard has on average.
        progress: called with (files done, files in all, name of the last shard).

    Raises:
        InputError: an address at which there is nothing to read.
        ResultsDiffer: the folder has results of another model, program or settings.
        WorkerDiffers, ClusterUnreachable, ClusterLost: the cluster cannot do it.
    """
    target = absolute(target)
    store = Store(target)
    shards = list(shards_of(list_files(addresses), files_per_shard))
    fingerprint = fingerprint_of(model, settings)
    done = manifest.begin(store, shards, fingerprint)
    tally = Tally(files=sum(shard.count for shard in shards), shards=len(shards), before=len(done))
    job = task.Job(target=target, model=model, settings=settings, fingerprint=fingerprint, run=secrets.token_hex(8))
    left = [shard for shard in shards if shard.name not in done]
    if left:
        _do(job, left, scheduler, workers, tally, progress)
    manifest.tidy(store, shards)
    return tally


def _do(job: task.Job, left: Sequence[Shard], scheduler: str | None, workers: int, tally: Tally, progress: Progress | None) -> None:
    from minutes_miner.scale import cluster  # Dask takes a while to load

    files = tally.files - sum(shard.count for shard in left)
    if progress is not None:
        progress(files, tally.files, "")
    with cluster.connected(scheduler, min(workers, len(left))) as client:
        for receipt in cluster.results(client, partial(task.do, job), left):
            tally.documents += receipt.documents
            tally.failures += receipt.failures
            files += receipt.files
            if progress is not None:
                progress(files, tally.files, receipt.name)
