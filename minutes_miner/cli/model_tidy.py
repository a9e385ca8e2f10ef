"""`minutes-miner model tidy`: brings the CSV lists of a model into one order and one form."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from minutes_miner.cli.options import Model
from minutes_miner.cli.streams import print_result, say_aside
from minutes_miner.cli.texts import say
from minutes_miner.errors import ModelError, TargetUnwritable
from minutes_miner.paths import model_folder


def tidy(
    context: typer.Context,
    check: Annotated[bool, typer.Option("--check", help="option.check")] = False,
    model: Model = None,
) -> int:
    """Names the files that were, or with `--check` would be, changed."""
    from minutes_miner.rulebook.tidying import tidy as tidy_lists

    lang = context.obj
    folder = model_folder(model)
    if not check:
        _must_be_writable(folder)
    files = tidy_lists(folder, check_only=check)
    for file in files:
        print_result(say("tidy.untidy" if check else "tidy.changed", lang, file=file))
    if not files:
        say_aside(say("tidy.clean", lang, folder=folder))
    elif check:
        say_aside(say("tidy.remedy", lang, folder=folder, files=len(files)))
        return ModelError.exit_code
    return 0


def _must_be_writable(folder: Path) -> None:
    """Refuses before the first file is touched, so that no half of the lists is tidy."""
    for path in (folder, *sorted(folder.rglob("*.csv"))):
        if not os.access(path, os.W_OK):
            raise TargetUnwritable(path, reason={"id": "tidak ada izin menulis", "en": "no permission to write"})
