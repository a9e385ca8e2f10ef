"""`minutes-miner model diff`: which records a change of rules adds, drops and alters."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from minutes_miner.cli.batch import exit_code
from minutes_miner.cli.options import Jobs, Paths
from minutes_miner.cli.progress import Bar
from minutes_miner.cli.streams import print_result, say_aside
from minutes_miner.cli.texts import Lang, say
from minutes_miner.cli.usage import count, one_of
from minutes_miner.outputs.places import place_words
from minutes_miner.outputs.wording import DIRECT, INDIRECT, ITEM_KINDS
from minutes_miner.paths import model_folder
from minutes_miner.records import Failure

if TYPE_CHECKING:
    from minutes_miner.comparing import Change, Difference

FORMATS = ("text", "jsonl")
SIGNS = {"added": "+", "dropped": "-", "altered": "~"}
WORDS = {"direct": DIRECT, "indirect": INDIRECT, **ITEM_KINDS}


def diff(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="option.old")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="option.new")],
    paths: Paths,
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="option.diff_format")] = FORMATS[0],
    jobs: Jobs = "1",
) -> int:
    """Prints the changes of each document, then in one line how many there are."""
    from minutes_miner.comparing import compare_models

    lang: Lang = context.obj
    one_of("--format", form, FORMATS)
    ways: Counter[str] = Counter()
    done = failed = different = 0
    with Bar(say("progress.diff", lang), beside_results=True) as bar:
        models = model_folder(old), model_folder(new)
        for result in compare_models(*models, paths, jobs=count("--jobs", jobs), progress=bar.advance):
            if isinstance(result, Failure):
                failed += 1
                bar.tell(result.sentence(lang))
                continue
            done += 1
            different += bool(result.changes)
            ways.update(change.way for change in result.changes)
            for line in _lines(result, form, lang):
                print_result(line)
    tally = {way: ways[way] for way in SIGNS}
    if done:
        say_aside(say("closing.diff", lang, documents=done, different=different, **tally))
    return exit_code(done, failed)


def _lines(found: Difference, form: str, lang: Lang) -> Iterator[str]:
    if form == "jsonl":
        yield from (json.dumps({"source": found.source, **asdict(change)}, ensure_ascii=False) for change in found.changes)
    elif found.changes:
        yield found.source
        yield from (f"  {_words(change, lang)}" for change in found.changes)


def _words(change: Change, lang: Lang) -> str:
    """One change on one line: what it is, where it stands, by which rule, and for an altered record each field as it was and is."""
    name = WORDS[change.name].say(lang) if change.name in WORDS else change.name
    text = "" if change.text == change.name or change.kind == "header" else f"[{change.text}]"
    sources = ", ".join(part for part in (place_words(change.evidence, lang), change.rule) if part)
    nothing = say("diff.nothing", lang)
    fields = "; ".join(f"{field}: {old or nothing} -> {new or nothing}" for field, (old, new) in change.fields.items())
    parts = (SIGNS[change.way], name, text, f"({sources})" if sources else "", fields)
    return " ".join(" ".join(parts).split())
