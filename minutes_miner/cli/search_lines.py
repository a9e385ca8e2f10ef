"""Hits and counts as lines for the terminal, the words that were asked for in bold; plain and unbroken where the output is piped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from minutes_miner.cli.streams import printable, results
from minutes_miner.cli.texts import Lang, say

if TYPE_CHECKING:
    from minutes_miner.answers import Facets, Hit
    from minutes_miner.outputs.wording import Phrase

INDENT = "    "
MOST = 5


class Line(NamedTuple):
    """A line of text, and the (start, end) of what is bold in it."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()


def plain(text: str) -> Line:
    """A line with nothing bold."""
    return Line(printable(text))


def thousands(number: int) -> str:
    """A number as staff write it.

    >>> thousands(12345)
    '12.345'
    """
    return f"{number:,}".replace(",", ".")


def hit_lines(hits: Sequence[Hit], lang: Lang) -> Iterator[Line]:
    """Three lines a hit: what it is, its passage, where it stands; and a blank one."""
    for hit in hits:
        yield plain(f"{hit.rank}. {' | '.join(_heading(hit, lang))}")
        yield _passage(hit)
        yield plain(INDENT + " | ".join(_where(hit, lang)))
        yield plain("")


def facet_lines(found: Facets, topics: Mapping[str, Phrase], lang: Lang) -> Iterator[Line]:
    """A line for each sort of counts, the largest first."""
    from minutes_miner.outputs.wording import DOCUMENT_KINDS, ITEM_KINDS

    names = {**DOCUMENT_KINDS, **ITEM_KINDS, **topics}
    for key, counts in (("kinds", found.kinds), ("regions", found.regions), ("topics", found.topics), ("years", found.years)):
        shown = [f"{names[value].say(lang) if value in names else value} {thousands(count)}" for value, count in counts[:MOST]]
        if len(counts) > MOST:
            shown.append(say("search.more", lang, count=len(counts) - MOST))
        if shown:
            yield plain(f"{say(f'search.facet.{key}', lang)}: {', '.join(shown)}")


def print_lines(lines: Sequence[Line]) -> None:
    """Prints lines to standard output, wrapped and with bold words where it is a terminal."""
    with results() as out:
        if not out.isatty():
            out.writelines(f"{line.text}\n" for line in lines)
            return
        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False, file=out)
        for line in lines:
            text = Text(line.text)
            for start, end in line.bold:
                text.stylize("bold", start, end)
            console.print(text)


def _heading(hit: Hit, lang: Lang) -> Iterator[str]:
    from minutes_miner.outputs.cell_words import day_words

    yield day_words(hit.date) if hit.date else say("search.undated", lang)
    if hit.kind != "text":
        yield say(f"search.kind.{hit.kind}", lang)
    yield " ".join((hit.title or hit.place.source).split())


def _where(hit: Hit, lang: Lang) -> Iterator[str]:
    yield hit.place.source
    if hit.place.page is not None:
        yield say("search.page", lang, page=hit.place.page)
    if hit.gone:
        yield say("search.gone", lang)
    if hit.copies:
        yield say("search.copies", lang, paths=", ".join(hit.copies))


def _passage(hit: Hit) -> Line:
    """The snippet on one line, its runs of white space made one blank and what a terminal would act upon made visible."""
    text, bold = INDENT, []
    at = 0
    for start, end in (*hit.marks, (len(hit.snippet), len(hit.snippet))):
        text = _put(text, hit.snippet[at:start])
        first = len(text)
        text = _put(text, hit.snippet[start:end])
        bold.append((first, len(text)))
        at = end
    return Line(text.rstrip(), tuple(bold[:-1]))


def _put(text: str, more: str) -> str:
    """`more` behind `text`, with single blanks."""
    words = printable(" ".join(more.split()))
    before = " " if more[:1].isspace() and not text.endswith(" ") else ""
    after = " " if words and more[-1:].isspace() else ""
    return f"{text}{before}{words}{after}"
