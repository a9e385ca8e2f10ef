"""`minutes-miner archive stats`: what the archive holds, in numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_miner.cli.options import Archive
from minutes_miner.cli.streams import print_result, printable
from minutes_miner.cli.texts import Lang, say
from minutes_miner.cli.usage import one_of
from minutes_miner.outputs.wording import ITEM_KINDS

if TYPE_CHECKING:
    from minutes_miner.archive.statistics import Statistics

FORMATS = ("table", "jsonl")
NUMBERS = ("documents", "copies", "characters", "bytes")
MOST_LINES = 20


def stats(
    context: typer.Context,
    archive: Archive = None,
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="option.archive_format")] = FORMATS[0],
) -> int:
    """Prints the counts."""
    one_of("--format", form, FORMATS)
    from minutes_miner.archive.address import open_database, usual_address
    from minutes_miner.archive.statistics import statistics

    database = open_database(archive or usual_address())
    try:
        found = statistics(database)
    finally:
        database.close()
    if form == "jsonl":
        print_result(json.dumps(asdict(found), ensure_ascii=False))
        return 0
    for line in _lines(found, context.obj):
        print_result(line)
    return 0


def _lines(found: Statistics, lang: Lang) -> Iterator[str]:
    yield from _aligned({say(f"archive_stats.{name}", lang): getattr(found, name) for name in NUMBERS})
    for group, counts in asdict(found).items():
        if group in NUMBERS or not any(counts.values()):
            continue
        yield f"\n{say(f'archive_stats.{group}', lang)}"
        named = {_named(group, name, lang): count for name, count in list(counts.items())[:MOST_LINES]}
        yield from (f"  {line}" for line in _aligned(named))
        if len(counts) > MOST_LINES:
            yield f"  {say('archive_stats.more', lang, more=len(counts) - MOST_LINES)}"


def _named(group: str, name: str, lang: Lang) -> str:
    if group == "items" and name in ITEM_KINDS:
        return ITEM_KINDS[name].say(lang)
    if group in ("records", "sources"):
        return say(f"archive_stats.{name}", lang)
    return say("archive_stats.unknown", lang) if name == "?" else printable(name)


def _aligned(counts: Mapping[str, int]) -> Iterator[str]:
    width = max(map(len, counts))
    yield from (f"{name.ljust(width)}  {f'{count:,}'.replace(',', '.'):>13}" for name, count in counts.items())
