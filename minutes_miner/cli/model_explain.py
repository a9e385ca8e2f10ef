"""`minutes-miner model explain`: what each step found in a sentence, by which rule, and where that rule is written."""

from __future__ import annotations

from typing import Annotated

import typer

from minutes_miner.cli.options import Model
from minutes_miner.cli.streams import print_result


def explain(
    context: typer.Context,
    sentence: Annotated[list[str], typer.Argument(metavar="SENTENCE", help="option.sentence")],
    model: Model = None,
) -> int:
    """Prints the explanation; a sentence without quotation marks arrives as several words and is put together again."""
    from minutes_miner.miner import explain as explained

    for line in explained(" ".join(sentence), model=model):
        print_result(line)
    return 0
