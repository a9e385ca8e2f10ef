"""The options that several commands share; their help is found in `texts` by these keys.

Values come as text and are checked by the commands, so that every refusal is a sentence in the user's language.
"""

from __future__ import annotations

from typing import Annotated

import typer

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="option.path")]
To = Annotated[str | None, typer.Option("--to", metavar="FILE", help="option.to")]
Model = Annotated[str | None, typer.Option("--model", metavar="DIR", help="option.model")]
Ocr = Annotated[str, typer.Option("--ocr", metavar="auto|off|all", help="option.ocr")]
Password = Annotated[str | None, typer.Option("--password", metavar="WORD", help="option.password")]
Limit = Annotated[list[str] | None, typer.Option("--limit", metavar="NAME=N", help="option.limit")]
File = Annotated[str, typer.Argument(metavar="FILE", help="option.file")]
Jobs = Annotated[str, typer.Option("--jobs", metavar="N", help="option.jobs")]
Archive = Annotated[str | None, typer.Option("--archive", metavar="FILE", help="option.archive")]
