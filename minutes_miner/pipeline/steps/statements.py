"""Statements: what somebody is reported to have said, with the speaker.

The frames are those of Indonesian news and minutes, one file a kind: turns of verbatim records, quotations, indirect speech, rows of
minutes. They follow the text, for a pronoun, `-nya` and a quotation without an attribution mean the last speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.interrupted import part_interrupted
from minutes_miner.pipeline.steps.quotations import quoted
from minutes_miner.pipeline.steps.quotes import Quote
from minutes_miner.pipeline.steps.reported import reported
from minutes_miner.pipeline.steps.said import Said, Scene
from minutes_miner.pipeline.steps.speaker_rows import Heading, heading_over, labelled_row, row_below
from minutes_miner.pipeline.steps.speakers import Cast
from minutes_miner.pipeline.steps.turns import Turn


def find_statements(
    sheet: Sheet, sentences: list[tuple[int, int]], quotes: list[Quote], lines: list[Line], turns: list[Turn], cast: Cast
) -> tuple[list[Said], dict[int, str | None]]:
    """Every statement in order of the text, and for the first position of each sentence the one whom `ia` means there."""
    said = [Said(turn.first, turn.last, True, turn.speaker, sheet.text(*turn.label), "statement.turn") for turn in turns]
    spoken = {at for turn in turns for at in (*range(*turn.label), *range(turn.first, turn.last))}
    scene = Scene(sheet, cast)
    parted = list(part_interrupted(sheet, quotes))
    inside = {at for quote, _ in parted for at in range(quote.opens, quote.closes)}
    rows = {line.first: line for line in lines}
    after = {line.first: below for line, below in pairwise(lines)}
    heading: Heading | None = None
    attributed: list[Said] = []
    pending = [(quote, goes_on) for quote, goes_on in parted if quote.first not in spoken]
    openings = [quote.opens for quote, _ in pending]
    for first, last in sentences:
        if first in spoken:
            continue
        scene.focus[first] = scene.current
        line = rows.get(first)
        if line is not None and line.cells:
            continue
        if line is not None:
            known = heading
            heading = heading_over(scene, line, after.get(line.first), heading)
            if heading is not None and heading is known and line.marked and line.content < line.last:
                row = row_below(scene, line, heading.speaker)
                if row is not None:
                    attributed.append(row)
                    continue
            named = labelled_row(scene, line, openings)
            if named is not None:
                attributed.append(named)
                continue
        for quote, goes_on in pending[bisect_left(openings, first) : bisect_left(openings, last)]:
            direct = quoted(scene, quote, first, goes_on)
            if direct is not None:
                attributed.append(direct)
        attributed += reported(scene, first, last, inside, line)
    said += _merged(sheet, attributed)
    said.sort(key=lambda one: (one.first, one.last))
    return said, scene.focus


def _merged(sheet: Sheet, said: list[Said]) -> Iterator[Said]:
    """Statements without those that repeat another one's place."""
    taken = {direct: bytearray(sheet.size) for direct in (True, False)}
    for one in said:
        if taken[one.direct].find(1, one.first, one.last) < 0:
            taken[one.direct][one.first : one.last] = b"\1" * (one.last - one.first)
            yield one
