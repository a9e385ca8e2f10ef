"""`minutes-miner archive export`: every document of the archive in a file that other programs read."""

from __future__ import annotations

from pathlib import Path

import typer

from minutes_miner.archive.database import Database
from minutes_miner.cli.options import Archive, Model, To
from minutes_miner.cli.progress import Bar
from minutes_miner.cli.streams import print_result, say_aside
from minutes_miner.cli.texts import Lang, say
from minutes_miner.cli.usage import WrongUsage

LINES = ".jsonl"
# A workbook is put together in memory, and nobody scrolls through more.
MOST_IN_A_WORKBOOK = 5_000


def export(context: typer.Context, to: To = None, archive: Archive = None, model: Model = None) -> int:
    """Writes all documents, to standard output as lines if no file is named."""
    from minutes_miner.archive.address import open_database, usual_address
    from minutes_miner.archive.export import count, documents

    lang: Lang = context.obj
    target = Path(to) if to is not None else None
    if target is not None:
        _check(target)
    database = open_database(archive or usual_address())
    try:
        number = count(database)
        if target is None:
            from minutes_miner.outputs.jsonl import line

            for analysis in documents(database):
                print_result(line(analysis))
            return 0
        if target.suffix.lower() != LINES and number > MOST_IN_A_WORKBOOK:
            raise WrongUsage("too_many", "--to", documents=number, most=MOST_IN_A_WORKBOOK, form=LINES)
        _write(database, target, model, lang)
    finally:
        database.close()
    say_aside(say("archive_export.written", lang, documents=number, target=target))
    return 0


def _check(target: Path) -> None:
    from minutes_miner.outputs.writing import check_target

    check_target(target)


def _write(database: Database, target: Path, model: str | None, lang: Lang) -> None:
    from minutes_miner.archive.export import documents

    with Bar(say("progress.archive_export", lang)) as bar:
        if target.suffix.lower() == LINES:
            from minutes_miner.outputs.jsonl import line
            from minutes_miner.outputs.replacing import replacing

            with replacing(target) as stream:
                stream.writelines(f"{line(analysis)}\n".encode() for analysis in documents(database, bar.advance))
            return
        from minutes_miner.outputs.writing import write
        from minutes_miner.paths import model_folder
        from minutes_miner.rulebook.topics import load_topics

        labels = load_topics(model_folder(model)).labels
        write(list(documents(database, bar.advance)), target, lang=lang, topic_labels=labels)
