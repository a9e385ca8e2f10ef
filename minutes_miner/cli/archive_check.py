"""`minutes-miner archive check`: is everything in the archive as it was written?"""

from __future__ import annotations

import typer

from minutes_miner.cli.options import Archive, Model
from minutes_miner.cli.progress import Bar
from minutes_miner.cli.streams import print_result, printable, say_aside
from minutes_miner.cli.texts import say
from minutes_miner.paths import model_folder


def check(context: typer.Context, archive: Archive = None, model: Model = None) -> int:
    """Prints every fault of the archive; the exit code says whether there is one."""
    from minutes_miner.archive.address import open_database, usual_address
    from minutes_miner.archive.checking import check as faults_of
    from minutes_miner.archive.errors import ArchiveError
    from minutes_miner.archive.export import count
    from minutes_miner.corpus.word_forms import load_word_forms

    lang = context.obj
    forms = load_word_forms(model_folder(model))
    database = open_database(archive or usual_address())
    faults = 0
    try:
        with Bar(say("progress.archive_check", lang), beside_results=True) as bar:
            for fault in faults_of(database, forms, bar.advance):
                faults += 1
                print_result(printable(fault.sentence(lang)))
        where = printable(database.where)
        if faults:
            say_aside(say("archive_check.faults", lang, archive=where, faults=faults))
            return ArchiveError.exit_code
        say_aside(say("archive_check.right", lang, archive=where, documents=count(database)))
    finally:
        database.close()
    return 0
