"""`minutes-miner model explain`: what each step did with a sentence and why, and where the rules are written."""

from __future__ import annotations

import shutil
from typing import Annotated

import typer

from minutes_miner.cli.options import Model
from minutes_miner.cli.streams import print_result

WIDEST = 100


def explain(
    context: typer.Context,
    sentence: Annotated[list[str], typer.Argument(metavar="SENTENCE", help="option.sentence")],
    model: Model = None,
) -> int:
    """Prints the explanation; a sentence without quotation marks arrives as several words and is put together again."""
    from minutes_miner.cli.explain_lines import lines
    from minutes_miner.explaining import explain as explained

    width = min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)
    for line in lines(explained(" ".join(sentence), model=model), context.obj, width):
        print_result(line)
    return 0
