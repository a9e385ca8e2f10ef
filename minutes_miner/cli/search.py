"""`minutes-miner search`: what an archive knows of some words, a name, a place, a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from minutes_miner.cli.options import Archive, Model
from minutes_miner.cli.search_lines import facet_lines, hit_lines, plain, print_lines, thousands
from minutes_miner.cli.streams import print_result
from minutes_miner.cli.texts import Lang, say
from minutes_miner.cli.usage import count, form_of

if TYPE_CHECKING:
    from minutes_miner.answers import Hit
    from minutes_miner.archive.archive import Archive as OpenArchive
    from minutes_miner.archive.search.asked import Asked

FORMATS = ("table", "jsonl")
_OPTIONS = {"since": "--from", "until": "--to"}


class Part(NamedTuple):
    """A page of hits."""

    number: int
    limit: int


def search(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORD...]", help="option.words")] = None,
    archive: Archive = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="option.search_kind")] = None,
    person: Annotated[str | None, typer.Option("--person", metavar="NAME", help="option.person")] = None,
    office: Annotated[str | None, typer.Option("--office", metavar="NAME", help="option.office")] = None,
    institution: Annotated[str | None, typer.Option("--institution", metavar="NAME", help="option.institution")] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="NAME", help="option.region")] = None,
    forum: Annotated[str | None, typer.Option("--forum", metavar="NAME", help="option.forum")] = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="TOPIC", help="option.topic")] = None,
    status: Annotated[str | None, typer.Option("--status", metavar="open|done|late", help="option.status")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="option.since")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="option.until")] = None,
    limit: Annotated[str, typer.Option("--limit", metavar="N", help="option.hits")] = "10",
    page: Annotated[str, typer.Option("--page", metavar="N", help="option.search_page")] = "1",
    form: Annotated[str | None, typer.Option("--format", metavar="|".join(FORMATS), help="option.search_format")] = None,
    model: Model = None,
) -> int:
    """Prints what is found, best first; nothing found is an answer too."""
    from minutes_miner.archive.archive import Archive as OpenArchive

    form = form_of(form, FORMATS, None)
    part = Part(number=count("--page", page), limit=count("--limit", limit))
    text = " ".join(words or ())
    asked: Asked = {
        "kind": kind,
        "person": person,
        "office": office,
        "institution": institution,
        "region": region,
        "forum": forum,
        "topic": topic,
        "status": status,
        "since": since,
        "until": until,
    }
    with OpenArchive(archive, model=model) as opened:
        hits = opened.search(text, limit=part.limit, page=part.number, **asked)
        if form == "jsonl":
            _print_objects(hits)
        elif hits:
            _print_hits(opened, text, asked, hits, part, context.obj)
        else:
            _print_advice(opened, text, asked, part, context.obj)
    return 0


def _print_objects(hits: Sequence[Hit]) -> None:
    from minutes_miner.outputs.answers import hit_line

    for hit in hits:
        print_result(hit_line(hit))


def _print_hits(opened: OpenArchive, text: str, asked: Asked, hits: Sequence[Hit], part: Part, lang: Lang) -> None:
    """The hits, then how everything that was found falls into kinds, regions, topics and years."""
    from minutes_miner.archive.search.kinds import sought

    found = opened.facets(text, **asked)
    what = say(f"search.what.{sought(asked.get('kind')).hits or 'text'}", lang)
    lines = [plain(say("search.found", lang, total=thousands(found.total), what=what)), plain("")]
    lines += hit_lines(hits, lang)
    if len(hits) == part.limit and found.total > hits[-1].rank:
        lines += [plain(say("search.pages", lang, first=hits[0].rank, last=hits[-1].rank, next=part.number + 1)), plain("")]
    lines += facet_lines(found, opened.topics(), lang)
    print_lines(lines)


def _print_advice(opened: OpenArchive, text: str, asked: Asked, part: Part, lang: Lang) -> None:
    """That nothing is found, and what to try."""
    total = opened.facets(text, **asked).total if part.number > 1 else 0
    if total:
        print_result(say("search.no_such_page", lang, page=part.number, total=total))
        return
    print_result(say("search.nothing", lang))
    for each in opened.alternatives(text):
        print_result(say("search.mean", lang, word=each.word, instead=", ".join(each.instead)))
    if text:
        print_result(say("search.try_words", lang))
    options = [_OPTIONS.get(name, f"--{name}") for name, value in asked.items() if value is not None]
    if options:
        print_result(say("search.try_filters", lang, options=", ".join(options)))
