"""`minutes-miner archive load`: the results of a cluster into an archive."""

from __future__ import annotations

from typing import Annotated

import typer

from minutes_miner.cli.batch import exit_code
from minutes_miner.cli.options import Archive, Model
from minutes_miner.cli.progress import Bar
from minutes_miner.cli.streams import printable, say_aside
from minutes_miner.cli.texts import say


def load(
    context: typer.Context,
    results: Annotated[str, typer.Argument(metavar="FOLDER", help="option.results")],
    archive: Archive = None,
    model: Model = None,
) -> int:
    """Loads the results and says with its exit code how it went."""
    from minutes_miner.archive.address import open_database, usual_address
    from minutes_miner.paths import model_folder
    from minutes_miner.scale.packages import check_packages

    check_packages("archive load")
    from minutes_miner.scale.loading import load as load_results

    address = archive or usual_address()
    database = open_database(address, write=True)
    try:
        with Bar(say("progress.archive.load", context.obj)) as bar:
            loaded = load_results(results, database, model_folder(model), bar.advance)
    finally:
        database.close()
    facts = {"documents": loaded.documents, "failed": loaded.failures, "unchanged": loaded.unchanged, "archive": printable(address)}
    say_aside(say("closing.archive.load", context.obj, **facts))
    return exit_code(loaded.documents + loaded.unchanged, loaded.failures)
