"""`minutes-miner import`: a clerk's changes in a workbook, taken into the archive."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_miner.cli.options import Archive, Limit
from minutes_miner.cli.reading_options import settings_of
from minutes_miner.cli.streams import print_result, say_aside
from minutes_miner.cli.texts import Lang, say

if TYPE_CHECKING:
    from minutes_miner.archive.joined.importing import Remark

LOST = ("conflict", "unknown", "added", "twice", "status")
SHOWN_TEXT = 60


def import_(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE.xlsx", help="option.workbook")],
    archive: Archive = None,
    limit: Limit = None,
) -> int:
    """Stores the changes and tells of each row that is not as it should be; exit code 4 where some could not be taken in."""
    from minutes_miner.archive.address import open_database, usual_address
    from minutes_miner.archive.joined.importing import rows_of, take_in

    lang: Lang = context.obj
    settings = settings_of(ocr="auto", password=None, limits=limit or (), jobs=1)
    rows = rows_of(file, settings)
    database = open_database(archive or usual_address(), write=True)
    try:
        with database.transaction():
            made_at = datetime.now(UTC).isoformat(timespec="seconds")
            remarks = take_in(database, rows, origin=Path(file).name, made_at=made_at)
    finally:
        database.close()
    for remark in remarks:
        print_result(_line(remark, lang))
    changed = sum(remark.finding == "changed" for remark in remarks)
    say_aside(say("import.closing", lang, changed=changed, rows=len(rows)))
    return 4 if any(remark.finding in LOST for remark in remarks) else 0


def _line(remark: Remark, lang: Lang) -> str:
    field = say(f"import.field.{remark.field}", lang) if remark.field else ""
    text = remark.text if len(remark.text) <= SHOWN_TEXT else remark.text[: SHOWN_TEXT - 1] + "…"
    facts = {"sheet": remark.sheet, "row": remark.row, "text": text, "field": field}
    return say(f"import.{remark.finding}", lang, value=_words(remark, remark.value, lang), kept=_words(remark, remark.kept, lang), **facts)


def _words(remark: Remark, value: str, lang: Lang) -> str:
    from minutes_miner.outputs.wording import STATUSES

    return STATUSES[value].say(lang) if remark.field == "status" and value in STATUSES else value or say("import.nobody", lang)
