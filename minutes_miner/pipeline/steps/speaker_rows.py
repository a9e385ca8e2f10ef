"""Rows of minutes that somebody says: below a heading that names the speaker (`c. Sambutan Kepala Desa`), or behind a name and a colon."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from minutes_miner.pipeline.outline import LISTS, Line
from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.said import SHORTEST_CLAUSE, SHORTEST_QUOTE, SIGNS, Said, Scene, content_end

LONGEST_HEADING = 14


@dataclass(slots=True)
class Heading:
    """A line that names the speaker of the rows below it, with its level in the list."""

    speaker: str
    level: int
    marked: bool


def heading_over(scene: Scene, line: Line, below: Line | None, current: Heading | None) -> Heading | None:
    """The heading that holds for the rows from this line on: a new one, the one so far, or none.

    New ones are `c. Sambutan Kepala Desa`, `a. Kabid ... menyampaikan:`, and a line that is a post or a name with deeper rows below.
    """
    sheet = scene.sheet
    words = range(line.content, line.last)
    colon = sheet.words[line.last - 1] == ":"
    speaker: str | None = None
    if colon and any(sheet.has(i, "saying") or sheet.has(i, "told") for i in words):
        verb = next(i for i in words if sheet.has(i, "saying") or sheet.has(i, "told"))
        speaker = scene.subject(line.content, verb + 1 if verb == line.content else verb)
    elif len(words) <= LONGEST_HEADING and any(sheet.has(i, "speech_nouns") for i in words[:2]):
        speaker = scene.named(line.content, line.last)
    elif len(words) <= LONGEST_HEADING and below is not None and below.marked and below.level > line.level and line.section not in LISTS:
        first = _behind_titles(sheet, line.content, line.last)
        mention = next((m for m in scene.cast.speaking(sheet, first, first + 1) if m.label != "INSTITUTION"), None)
        if mention is not None and _behind_bracket(sheet, mention.last, line.last) >= line.last - (1 if colon else 0) - 1:
            speaker = scene.named(first, line.last)
    if speaker is not None:
        return Heading(speaker, line.level, line.marked)
    if current is None or line.kind == "heading" or line.cells:
        return current if line.cells else None
    deeper = line.marked and (line.level > current.level or not current.marked)
    return current if deeper else None


def row_below(scene: Scene, line: Line, speaker: str) -> Said | None:
    """A row below a heading that names its speaker."""
    sheet = scene.sheet
    if _speaks_itself(sheet, line) or any(sheet.has(i, "speech_nouns") for i in range(line.content, min(line.last, line.content + 1))):
        return None
    start = line.content
    if sheet.has(start, "saying"):
        start += 1
        while start < line.last and (sheet.has(start, "complementisers") or sheet.words[start] in SIGNS):
            start += 1
    stop = content_end(sheet, start, line.last, set())
    if stop - start < SHORTEST_CLAUSE or (scene.named(line.content, line.last) == speaker and stop - start < 5):
        return None
    return Said(start, stop, False, speaker, sheet.words[line.content], "statement.row")


def _speaks_itself(sheet: Sheet, line: Line) -> bool:
    """Whether a row begins with a person of its own who says something."""
    for mention in sheet.between(line.content, line.content + 3):
        if mention.label == "PERSON":
            return any(sheet.has(at, "saying") or sheet.words[at] == ":" for at in range(mention.last, min(line.last, mention.last + 5)))
    return False


def _behind_titles(sheet: Sheet, first: int, last: int) -> int:
    """The position behind the titles and the nouns of speech that open a row (`Usulan Pak Sutarno: ...`)."""
    while first < last and (sheet.has(first, "titles") or sheet.has(first, "speech_nouns") or sheet.words[first] in "*("):
        first += 1
    return first


def _behind_bracket(sheet: Sheet, at: int, last: int) -> int:
    """The position behind a bracket that begins here (`Bu Rukmini (LKSA Nurul Amal): ...`), else the position itself."""
    if at >= last or sheet.words[at] != "(":
        return at
    return next((close + 1 for close in range(at + 1, min(last, at + LONGEST_HEADING)) if sheet.words[close] == ")"), at)


def labelled_row(scene: Scene, line: Line, openings: list[int]) -> Said | None:
    """A row `Pak Ahmad: biaya visitasi terlalu berat`: a name, a colon, and more than names behind it.

    `openings` are the positions at which quotations open, in order.
    """
    sheet = scene.sheet
    if not line.marked and (line.field or not line.section):
        return None
    first = _behind_titles(sheet, line.content, line.last)
    mention = next((m for m in scene.cast.speaking(sheet, first, first + 1) if m.label != "INSTITUTION"), None)
    if mention is None:
        return None
    colon = _behind_bracket(sheet, mention.last, line.last)
    if colon == mention.last < line.last and sheet.words[colon] == ")":
        colon += 1  # `Pertanyaan (Pak Sutarno): ...`
    if colon >= line.last or sheet.words[colon] != ":":
        return None
    start = colon + 1
    stop = content_end(sheet, start, line.last, set())
    names = sum(m.last - m.first for m in sheet.between(start, stop) if m.last <= stop and m.label in ("PERSON", "OFFICE", "DATE"))
    if stop - start < SHORTEST_QUOTE or names * 2 > stop - start or bisect_left(openings, start) < bisect_left(openings, stop):
        return None
    speaker = scene.cast.resolve(mention.entity)
    scene.heard(speaker)
    return Said(start, stop, False, speaker, sheet.text(mention.first, mention.last), "statement.labelled")
