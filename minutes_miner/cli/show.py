"""`minutes-miner show`: one page as a picture, with what was found on it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from minutes_miner.cli.options import File, Limit, Model, Ocr, Password
from minutes_miner.cli.reading_options import settings_of
from minutes_miner.cli.streams import say_aside
from minutes_miner.cli.texts import say
from minutes_miner.cli.usage import count, one_of
from minutes_miner.errors import UnknownOutput

ENDING = ".png"


def show(
    context: typer.Context,
    file: File,
    png: Annotated[str, typer.Option("--png", metavar="OUT", help="option.png")],
    page: Annotated[str, typer.Option("--page", metavar="N", help="option.page")] = "1",
    kind: Annotated[str | None, typer.Option("--kind", metavar="NAME,...", help="option.kind")] = None,
    model: Model = None,
    ocr: Ocr = "auto",
    password: Password = None,
    limit: Limit = None,
) -> int:
    """Writes the picture; nothing is written when the page cannot be drawn."""
    from minutes_miner.outputs.page_marks import KINDS
    from minutes_miner.outputs.replacing import replacing, try_to_write

    number = count("--page", page)
    kinds = [one_of("--kind", name.strip(), tuple(KINDS)) for name in kind.split(",")] if kind is not None else None
    settings = settings_of(ocr=ocr, password=password, limits=limit or ())
    target = Path(png)
    if target.suffix.lower() != ENDING:
        raise UnknownOutput(target, formats=ENDING)
    try_to_write(target)
    from minutes_miner.library import show as picture_of

    picture = picture_of(file, number, kinds=kinds, lang=context.obj, model=model, settings=settings)
    with replacing(target) as stream:
        stream.write(picture)
    say_aside(say("closing.written", context.obj, target=target))
    return 0
