"""`minutes-miner index --engine dask`: the part of the command that works on a cluster."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_miner.cli.batch import exit_code
from minutes_miner.cli.progress import Bar
from minutes_miner.cli.streams import printable, say_aside
from minutes_miner.cli.texts import Lang, say
from minutes_miner.documents.settings import Settings


def index_on_cluster(
    addresses: Sequence[str], target: str, *, scheduler: str | None, jobs: int, model: str | None, settings: Settings, lang: Lang
) -> int:
    """Indexes into a folder of results and gives the exit code; without a scheduler by `jobs` processes on this machine.

    Raises:
        PackageMissing: the packages of the cluster are not installed.
        MinutesMinerError: see `minutes_miner.scale.run.index`.
    """
    from minutes_miner.scale.packages import check_packages

    check_packages("--engine dask")
    from minutes_miner.scale.run import index

    with Bar(say("progress.cluster", lang)) as bar:
        tally = index(addresses, target, scheduler=scheduler, workers=jobs, model=model, settings=settings, progress=bar.advance)
    facts = {"documents": tally.documents, "failed": tally.failures, "before": tally.before, "shards": tally.shards}
    say_aside(say("closing.cluster", lang, target=printable(target), **facts))
    return exit_code(tally.documents + tally.before, tally.failures)
