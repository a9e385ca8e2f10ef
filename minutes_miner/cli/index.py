"""`minutes-miner index`: documents into the archive, and the archive brought up to date."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_miner.cli.cluster_indexing import index_on_cluster
from minutes_miner.cli.options import Archive, Jobs, Limit, Model, Ocr, Password
from minutes_miner.cli.progress import Bar
from minutes_miner.cli.reading_options import settings_of
from minutes_miner.cli.streams import printable, say_aside
from minutes_miner.cli.texts import Lang, say
from minutes_miner.cli.usage import WrongUsage, count, one_of
from minutes_miner.errors import NoDocuments

if TYPE_CHECKING:
    from minutes_miner.archive.indexing.report import Report
    from minutes_miner.archive.indexing.run import Wanted

ENGINES = ("local", "dask")
PAUSE = 2.0  # seconds between two looks at the folders


def index(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="option.index_path")],
    archive: Archive = None,
    jobs: Jobs = "1",
    watch: Annotated[bool, typer.Option("--watch", help="option.watch")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="option.retry")] = False,
    model: Model = None,
    ocr: Ocr = "auto",
    password: Password = None,
    limit: Limit = None,
    engine: Annotated[str, typer.Option("--engine", metavar="|".join(ENGINES), help="option.engine")] = "local",
    scheduler: Annotated[str | None, typer.Option("--scheduler", metavar="ADDRESS", help="option.scheduler")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="FOLDER", help="option.index_to")] = None,
) -> int:
    """Brings the archive up to date with the files, or makes results on a cluster, and says with its exit code how it went."""
    number = count("--jobs", jobs)
    settings = settings_of(ocr=ocr, password=password, limits=limit or (), jobs=number)
    if one_of("--engine", engine, ENGINES) == "dask":
        if to is None:
            raise WrongUsage("missing", context.command_path, what="--to")
        return index_on_cluster(paths, to, scheduler=scheduler, jobs=number, model=model, settings=settings, lang=context.obj)
    from minutes_miner.archive.address import usual_address
    from minutes_miner.archive.indexing.run import Wanted

    address = archive or usual_address()
    wanted = Wanted(paths=paths, archive=address, model=model, settings=settings, jobs=number, retry=retry)
    if watch:
        return _watch(wanted, context.obj)
    report = _round(wanted, context.obj)
    _close(report, address, context.obj)
    return report.exit_code


def _round(wanted: Wanted, lang: Lang) -> Report:
    from minutes_miner.archive.indexing.run import index as bring_up_to_date

    with Bar(say("progress.index", lang), rate=True) as bar:
        return bring_up_to_date(wanted, bar.advance, lambda failure: bar.tell(failure.sentence(lang)))


def _watch(wanted: Wanted, lang: Lang) -> int:
    """Rounds until Ctrl-C, which is how this is meant to end; only the first and those with news are told of."""
    codes: list[int] = []
    try:
        while True:
            with suppress(NoDocuments):  # a folder may fill later
                report = _round(wanted, lang)
                if not codes or report.files or report.gone:
                    _close(report, wanted.archive, lang)
                codes.append(report.exit_code)
                wanted = replace(wanted, retry=False)
            time.sleep(PAUSE)
    except KeyboardInterrupt:
        say_aside(say("stopped", lang))
    return max(codes, default=0)


def _close(report: Report, archive: str, lang: Lang) -> None:
    facts = {"documents": report.documents, "failed": report.failed, "unchanged": report.unchanged, "gone": report.gone}
    words = [say("closing.index", lang, archive=printable(archive), **facts)]
    if report.failed_before:
        words.append(say("closing.failed_before", lang, count=report.failed_before))
    say_aside(" ".join(words))
