"""The steps in the order in which they run: the one list of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutes_miner.pipeline.outline import outline
from minutes_miner.pipeline.steps.belonging import fill_institutions
from minutes_miner.pipeline.steps.deadlines import find_phrases
from minutes_miner.pipeline.steps.document_days import find_day
from minutes_miner.pipeline.steps.document_kinds import find_kind
from minutes_miner.pipeline.steps.entities import link_entities
from minutes_miner.pipeline.steps.header_fields import header_fields
from minutes_miner.pipeline.steps.holders import find_holders
from minutes_miner.pipeline.steps.items import find_items
from minutes_miner.pipeline.steps.meeting import find_meeting
from minutes_miner.pipeline.steps.mentions import find_mentions, find_times
from minutes_miner.pipeline.steps.quotes import find_quotes
from minutes_miner.pipeline.steps.sentences import find_sentences
from minutes_miner.pipeline.steps.speakers import make_cast
from minutes_miner.pipeline.steps.statements import find_statements
from minutes_miner.pipeline.steps.turns import find_turns
from minutes_miner.pipeline.steps.values import Readers, find_values
from minutes_miner.pipeline.work import Work
from minutes_miner.records import Block

Step = Callable[[Work, Sequence[Block], Readers], None]


def _lines(work: Work, blocks: Sequence[Block], readers: Readers) -> None:
    work.lines = outline(work.sheet, blocks)


def _sentences(work: Work, blocks: Sequence[Block], readers: Readers) -> None:
    work.quotes = find_quotes(work.sheet)
    work.sentences = find_sentences(work.sheet, {quote.opens for quote in work.quotes})


def _times(work: Work, blocks: Sequence[Block], readers: Readers) -> None:
    find_times(work.sheet)
    work.phrases = find_phrases(work.sheet)


def _mentions(work: Work, blocks: Sequence[Block], readers: Readers) -> None:
    find_mentions(work.sheet, work.lines)


def _entities(work: Work, blocks: Sequence[Block], readers: Readers) -> None:
    work.entities = link_entities(work.sheet)


def _meeting(work: Work, blocks: Sequence[Block], readers: Readers) -> None:
    fields = header_fields(work.sheet, work.lines)
    kind = find_kind(work.sheet, work.lines, fields, work.quotes)
    day = find_day(work.sheet, work.lines, fields, kind, readers.dates)
    work.meeting = find_meeting(work.sheet, work.lines, fields, kind, day)
    find_values(work.sheet, day, readers)


def _holders(work: Work, blocks: Sequence[Block], readers: Readers) -> None:
    work.held = find_holders(work.sheet, work.lines)
    work.cast = make_cast(work.sheet, work.entities, work.held, work.meeting.chair)
    fill_institutions(work.sheet, work.cast)


def _statements(work: Work, blocks: Sequence[Block], readers: Readers) -> None:
    turns = find_turns(work.sheet, work.cast)
    work.labels = {at for turn in turns for at in range(*turn.label)}
    work.said, work.focus = find_statements(work.sheet, work.sentences, work.quotes, work.lines, turns, work.cast)


def _items(work: Work, blocks: Sequence[Block], readers: Readers) -> None:
    minutes = work.meeting.kind in ("minutes", "letter")
    work.tasks = find_items(work, minutes)


STEPS: tuple[tuple[str, Step], ...] = (
    ("lines", _lines),
    ("sentences", _sentences),
    ("times", _times),
    ("mentions", _mentions),
    ("entities", _entities),
    ("meeting", _meeting),
    ("holders", _holders),
    ("statements", _statements),
    ("items", _items),
)
