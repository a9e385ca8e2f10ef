"""Texts that no office writes: they end in good time, and what comes out still fits the text.

The bound on seconds is far above what any of them needs, and only tells a search that grows with the square of the text from one that
does not; how the work grows is counted, not timed.
"""

from __future__ import annotations

import sys
import time

import pytest

from benchmarks.long_texts import ODD_TEXTS, book, minutes, news
from minutes_miner.documents.plain import document_of_text
from minutes_miner.miner import shared_miner
from minutes_miner.pipeline.order import STEPS
from minutes_miner.pipeline.sheet import make_sheet
from minutes_miner.pipeline.tokenizer import LONGEST_WORD
from minutes_miner.pipeline.work import Work

SECONDS = 20
MOST_GROWTH = 2.3
SYLLABLES = ("ra", "di", "su", "no", "ka", "me", "ti", "bo", "wu", "le")
NAMES = [f"{a.title()}{b}{c} {d.title()}{e}to" for a in SYLLABLES for b in SYLLABLES for c in "nsrlh" for d in SYLLABLES for e in SYLLABLES]

HOSTILE = {
    "capital words": "Kata " * 5_000,
    "capital words, all different": " ".join(NAMES[:2_500]),
    "words in capitals": "RAPAT KOORDINASI " * 2_500,
    "titles": "Dr. " * 10_000,
    "dashes": "-" * 100_000,
    "dashes with blanks": "- " * 50_000,
    "lines of dashes": "-\n" * 30_000,
    "one word": "a" * 200_000,
    "one line without blanks": "Ab1.,-" * 33_000,
    "digits": "7" * 200_000,
    "points": "." * 100_000,
    "apostrophes": "'" * 50_000,
    "opening quotation marks": "“" * 5_000,
    "opening quotation marks with blanks": "“ " * 5_000,
    "quotations that never close": "“Beras habis, " * 3_000,
    "quotations inside quotations": "“Ia bilang ‘mereka kata “begini " * 1_000 + "” ujar Budi.",
    "straight marks": '"' * 10_001,
    "parentheses inside parentheses": "(" * 5_000 + "beras" + ")" * 5_000,
    "parentheses with blanks": "( " * 5_000 + "beras" + " )" * 5_000,
    "telephone numbers": "+62 812-" * 5_000,
    "those present": "NOTULEN RAPAT\nHadir:\n" + "\n".join(f"{number}. {NAMES[number]}" for number in range(1, 3_001)),
    "those present in one sentence": "Hadir " + ", ".join(f"Dr. H. {name}, S.Sos., M.Si." for name in NAMES[:3_000]) + ".",
    "table bars": "| a " * 20_000,
    "rows": "| a | b |\n" * 10_000,
    "labels": "Tempat: " * 10_000,
    "saying verbs": "bupati mengatakan bahwa dinas akan " * 3_000,
    "sources": "menurut dia, " * 3_000,
    "posts": "Bupati Ngawi, " * 3_000,
    "number words": "dua ratus " * 10_000,
    "dates": "Senin, 3 Maret 2025 s.d. " * 2_000,
    "addresses": "https://a.id/b?c=d&" * 5_000,
    "pictures": "\U0001f600" * 50_000,
    "combining marks": "a" + "\u0301" * 50_000,
    "zero bytes": "\x00" * 10_000,
    "blanks": " " * 200_000 + "x",
    "line breaks": "\n" * 100_000 + "x",
    "other line breaks": "kata\r\n" * 10_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_ends(text):
    before = time.process_time()
    analysis = shared_miner().mine_text(text, id="x")
    assert time.process_time() - before < SECONDS
    assert analysis.text == text
    for record in (*analysis.mentions, *analysis.statements, *analysis.items):
        assert text[record.start : record.end] == record.text


@pytest.mark.parametrize(
    "text",
    [
        "-" * LONGEST_WORD,
        "-" * (LONGEST_WORD + 1),
        "a" * (LONGEST_WORD * 3) + " akhir",
        "awal  " + "Ab1." * LONGEST_WORD + "\n\n" + "(" * (LONGEST_WORD + 7) + " tengah " + "“" * (LONGEST_WORD * 2),
        " " * LONGEST_WORD + "\t" + "x" * (LONGEST_WORD + 1) + " ",
    ],
)
def test_a_run_that_is_parted_keeps_its_offsets(text):
    doc = shared_miner().pipeline.nlp.tokenizer(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
    assert max(len(token) for token in doc if not token.is_space) <= LONGEST_WORD


def test_a_run_as_long_as_the_limit_stays_whole():
    tokenizer = shared_miner().pipeline.nlp.tokenizer
    assert [token.text for token in tokenizer("a" * LONGEST_WORD)] == ["a" * LONGEST_WORD]
    assert [len(token) for token in tokenizer("a" * (LONGEST_WORD + 2))] == [LONGEST_WORD, 2]


def test_a_name_beside_an_overlong_run_is_found_where_it_stands():
    text = f"{'=' * 1_000} Bupati Wajo Andi Nurhayati {'=' * 1_000}"
    people = [mention for mention in shared_miner().mine_text(text).mentions if mention.label == "PERSON"]
    assert [(mention.text, mention.start) for mention in people] == [("Andi Nurhayati", text.index("Andi"))]


def test_an_apostrophe_does_not_look_for_its_twin_through_the_whole_line():
    assert shared_miner().mine_text("'kata " * 2_000).statements == ()


def calls(text):
    """How many functions are called, and generators gone on with, when a text is mined."""
    count = 0

    def told(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    miner = shared_miner()
    miner.mine_text(text)
    sys.setprofile(told)
    try:
        miner.mine_text(text)
    finally:
        sys.setprofile(None)
    return count


STEEP = (
    "single marks that never close",
    "quotations inside quotations",
    "capital words",
    "reports inside reports",
    "heads of agencies",
    "abbreviations",
    "rows of tasks",
    "lists inside lists",
    "names",
    "those present",
    "people with posts",
    "turns",
    "abbreviations of names",
    "villages",
    "a sentence without end",
    "one row",
)


@pytest.mark.parametrize("title", STEEP)
def test_an_odd_text_twice_as_long_is_twice_the_work(title):
    build = ODD_TEXTS[title]
    assert calls(build(10_000)) < MOST_GROWTH * calls(build(5_000))


@pytest.mark.parametrize("writer", [minutes, news])
def test_twice_as_many_pages_are_twice_the_work(writer):
    assert calls(book(writer, 8)) < MOST_GROWTH * calls(book(writer, 4))


class Looked(list):
    """A list of mentions that counts how many of them were looked at in passing."""

    seen = 0

    def __iter__(self):
        for one in super().__iter__():
            self.seen += 1
            yield one


def looks(text):
    """How many mentions the steps behind the mentions look at."""
    pipeline = shared_miner().pipeline
    blocks = document_of_text(text, id="", source="").blocks
    work = Work(make_sheet(pipeline.tokens(text), text, pipeline.lexis))
    for name, step in STEPS:
        step(work, blocks, pipeline.readers)
        if name == "mentions":
            work.sheet.mentions = Looked(work.sheet.mentions)
    return work.sheet.mentions.seen


@pytest.mark.parametrize(
    "line",
    [
        "Bupati Ngawi Bambang Wirawan mengatakan bahwa Dinas Sosial akan mendata panti.\n",
        "“Kami akan datang lagi,” ujar Budi Santoso, Kepala Dinas Sosial.\n",
        "1. Dinas Sosial agar mendata panti (PIC: Budi Santoso)\n",
    ],
)
def test_a_text_twice_as_long_is_twice_the_work(line):
    assert looks(line * 200) < 2.5 * looks(line * 100)
