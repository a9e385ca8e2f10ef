"""Shards shared out among the workers of a cluster; the home of Dask.

Dask does a task at least once: a worker that is lost, or only slow to answer, makes it do its task again elsewhere. Shards can be done as
often as one likes, so that costs time and nothing else. Which document is to blame is not left to Dask, which only knows tasks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

import dask
from distributed import Client, LocalCluster, as_completed
from distributed.client import FutureCancelledError
from distributed.scheduler import KilledWorker

from minutes_miner.scale.errors import ClusterLost, ClusterUnreachable
from minutes_miner.scale.manifest import Receipt
from minutes_miner.scale.plan import Shard

Work = Callable[[Shard], Receipt]
TRIES = 10  # of a shard; every try but the first is one that a worker or a store has failed
AHEAD = 3  # shards for each thread of the cluster that wait for it
ANSWER_SECONDS = 20
LOOPBACK = "127.0.0.1"
_NO_WORKERS = {"id": "bagian {shard} gagal {tries} kali: {reason}", "en": "shard {shard} failed {tries} times: {reason}"}
_GONE = {"id": "penjadwalnya hilang", "en": "its scheduler is gone"}
_SETTINGS = {"distributed.comm.timeouts.connect": ANSWER_SECONDS, "distributed.scheduler.allowed-failures": TRIES}


@contextmanager
def connected(scheduler: str | None, workers: int) -> Iterator[Client]:
    """A client of the scheduler at an address; without one, of a cluster of so many processes on this machine, for as long as it is used.

    Raises:
        ClusterUnreachable: no scheduler answers there.
    """
    with dask.config.set(_SETTINGS):
        if scheduler is None:
            with local(workers) as cluster, Client(cluster) as client:
                yield client
            return
        try:
            client = Client(scheduler, timeout=ANSWER_SECONDS)
        except (OSError, ValueError, TimeoutError):
            raise ClusterUnreachable(scheduler) from None
        with client:
            yield client


def results(client: Client, work: Work, shards: Sequence[Shard]) -> Iterator[Receipt]:
    """The receipts of the shards, as they get done.

    Raises:
        ClusterLost: a shard fails again and again, or the scheduler is gone.
        MinutesMinerError: what a worker says that is the same on every try.
    """
    waiting = iter(shards)
    tries: dict[str, int] = {}
    shard_of: dict[Any, Shard] = {}

    def submitted(shard: Shard) -> Any:
        tries[shard.name] = tries.get(shard.name, 0) + 1
        future = client.submit(work, shard, key=f"shard-{shard.name}-{tries[shard.name]}", pure=False)
        shard_of[future.key] = shard
        return future

    futures = as_completed(map(submitted, islice(waiting, _room(client))))
    for future in futures:
        shard = shard_of.pop(future.key)
        receipt = _receipt(future, shard, tries[shard.name], client)
        if receipt is None:
            futures.add(submitted(shard))
            continue
        yield receipt
        futures.update(map(submitted, islice(waiting, max(_room(client) - futures.count(), 0))))


def _receipt(future: Any, shard: Shard, tried: int, client: Client) -> Receipt | None:
    """What came of a shard; None when it is to be tried again."""
    try:
        return future.result()  # type: ignore[no-any-return]
    except FutureCancelledError:
        raise ClusterLost(client.scheduler.addr if client.scheduler else "", reason=_GONE) from None
    except (KilledWorker, OSError) as error:
        if tried < TRIES:
            return None
        reason = {lang: text.format(shard=shard.name, tries=tried, reason=error) for lang, text in _NO_WORKERS.items()}
        raise ClusterLost("", reason=reason) from error


def _room(client: Client) -> int:
    threads: dict[str, int] = client.nthreads()
    return AHEAD * max(sum(threads.values()), 1)


def local(workers: int) -> LocalCluster:
    """Processes with one thread each, which nobody outside this machine can talk to."""
    return LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, host=LOOPBACK, dashboard_address=f"{LOOPBACK}:0", memory_limit=0
    )
