"""One pipeline for all tests of the steps, and sentences in which the expected spans stand in square brackets."""

from __future__ import annotations

import pytest

from minutes_miner.documents.plain import document_of_text
from minutes_miner.miner import shared_miner
from minutes_miner.pipeline.lexis import LABELS
from minutes_miner.rulebook.examples import read_marked

OF_WORK = ("SENTENCE", "QUOTE", "TURN")


@pytest.fixture(scope="session")
def miner():
    """The miner that all tests share."""
    return shared_miner()


@pytest.fixture(scope="session")
def mine(miner):
    """text -> Analysis"""
    return miner.mine_text


@pytest.fixture(scope="session")
def work(miner):
    """text -> Work, the state of all steps"""

    def run(text):
        return miner.pipeline.work(miner.pipeline.tokens(text), text, document_of_text(text, id="", source="").blocks)

    return run


@pytest.fixture(scope="session")
def shown():
    """(sheet, spans of positions) -> the text with each span in brackets"""

    def show(sheet, spans):
        return bracketed(sheet.whole, [(sheet.starts[first], sheet.ends[last - 1]) for first, last in spans])

    return show


@pytest.fixture(scope="session")
def marked(miner, work, shown):
    """(text with brackets, what) -> the Analysis of the text without them; fails unless exactly the bracketed spans are found.

    `what` is a mention's label, `DIRECT`, `INDIRECT`, `HOLDER`, an item's kind or `ITEM` for all kinds, or what only the steps know:
    `SENTENCE`, `QUOTE`, `TURN`.
    """

    def check(written, what):
        text, _ = read_marked(written)
        analysis = miner.mine_text(text)
        if what in OF_WORK:
            done = work(text)
            found = shown(done.sheet, spans_of_work(done, what))
        else:
            found = bracketed(text, spans_of_records(analysis, what))
        assert found == written
        return analysis

    return check


def spans_of_records(analysis, what):
    if what in LABELS:
        records = [mention for mention in analysis.mentions if mention.label == what]
    elif what in ("DIRECT", "INDIRECT"):
        records = [statement for statement in analysis.statements if statement.direct == (what == "DIRECT")]
    elif what == "HOLDER":
        records = analysis.holders
    else:
        records = [item for item in analysis.items if what in ("ITEM", item.kind)]
    return [(record.start, record.end) for record in records]


def spans_of_work(done, what):
    if what == "SENTENCE":
        return done.sentences
    if what == "QUOTE":
        return [(quote.first, quote.last) for quote in done.quotes]
    return [(said.first, said.last) for said in done.said if said.rule == "statement.turn"]


def bracketed(text, spans):
    """The text with brackets at the borders of spans, which may nest but not cross."""
    marks = [(start, 1, -end, "[") for start, end in spans] + [(end, 0, -start, "]") for start, end in spans]
    parts = []
    at = 0
    for place, _, _, mark in sorted(marks):
        parts += [text[at:place], mark]
        at = place
    return "".join([*parts, text[at:]])
