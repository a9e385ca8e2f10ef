"""Where an institution's name ends and the name of a person runs on from it, without a comma (`Direktur Yayasan Kasih Ibu Marthen Beda`).

Each word behind the institution's first one votes: a given name or a clan for the person, an ordinary word of the language for the
institution, a word that is neither a little for the person. The border is where the votes behind it add up to most.
"""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Found, Sheet

SHORTEST_NAME = 3
LONGEST_HOLDER = 5
LONGEST_POST = 8
NAMES = frozenset(mark + name for name in ("given_names", "clan_names", "name_parts") for mark in ("", "B:", "I:"))
PARTICLES = frozenset(("name_parts", "B:name_parts", "I:name_parts"))
WORDS = frozenset(("common_words", "field_words", "organisation_words", "B:field_words", "I:field_words"))
REGIONS = frozenset(mark + label for label in ("PLACE", "DATE", "TIME", "districts") for mark in ("B:", "I:"))
HEADS = frozenset(mark + "office_heads" for mark in ("", "B:", "I:"))
BARRED = frozenset(
    ("not_names", "breaks", "months", "weekdays", "titles", "degrees", "office_heads", "institution_heads", "agencies", "organisations")
)
BARRED_MARKS = REGIONS | HEADS | {mark + label for label in ("titles", "institution_heads") for mark in ("B:", "I:")}
FREELY_NAMED = ("institution.named", "institution.body")
BARRED_VOTE = -9.0
INTRODUCED_VOTE = 4.0
KNOWN_VOTE = 2.0
LEAST = 1.0


def part_run_ons(sheet: Sheet, found: list[Found], names: frozenset[str]) -> list[Found]:
    """The institutions, those cut back behind which a name runs on and before which a post stands, or after which a saying verb."""
    _trim_to_known(sheet, found)
    starts = {span.first for span in found}
    for span in found:
        end = _run_end(sheet, span, starts, names)
        if end - span.first > 1 and (_spoken(sheet, end) or _posted(sheet, span.first)):
            start = _name_start(sheet, span, end, names)
            if start is not None:
                span.last = min(span.last, start)
    return found


def cut_before_names(sheet: Sheet, found: list[Found], names: frozenset[str]) -> list[Found]:
    """The posts, cut back before a name that holds a word which the document uses as the name of a speaker."""
    for span in found:
        last = next((at for at in range(span.first + 1, span.last) if sheet.lowers[at] in names), span.last)
        while last < span.last and last - 1 > span.first and _vote(sheet, last - 1) >= KNOWN_VOTE:
            last -= 1
        span.last = last
    return found


def _trim_to_known(sheet: Sheet, found: list[Found]) -> None:
    """Cut an institution back to a name that stands alone elsewhere.

    `Ketua Panti Asuhan Darul Aitam Rusdi Albaar` beside `Panti Asuhan Darul Aitam` loses `Rusdi Albaar`.
    """
    names = {tuple(sheet.lowers[f.first : f.last]) for f in found if f.last - f.first >= SHORTEST_NAME}
    for span in found:
        words = tuple(sheet.lowers[span.first : span.last])
        for length in range(len(words) - 1, SHORTEST_NAME - 1, -1):
            rest = range(span.first + length, span.last)
            if words[:length] in names and len(rest) < LONGEST_HOLDER and all(_vote(sheet, i) > BARRED_VOTE for i in rest):
                span.last = span.first + length
                break


def _spoken(sheet: Sheet, at: int) -> bool:
    return at < sheet.size and (sheet.has(at, "saying") or sheet.has(at, "told"))


def _posted(sheet: Sheet, first: int) -> bool:
    """Whether a post begins in the words with capitals before a position."""
    for at in range(first - 1, max(first - LONGEST_POST, 0) - 1, -1):
        facts = sheet.facts[at]
        if facts & HEADS:
            return True
        if not (facts & {"Cap", "UP", "roman"} or sheet.has(at, "joiners")):
            return False
    return False


def _run_end(sheet: Sheet, span: Found, starts: set[int], names: frozenset[str]) -> int:
    """The end of the words that may belong to a name, from the end of an institution on."""
    at = span.last
    while at < sheet.size and at - span.last < LONGEST_HOLDER and at not in starts and _vote(sheet, at, names) > BARRED_VOTE:
        at += 1
    return at


def _vote(sheet: Sheet, at: int, names: frozenset[str] = frozenset()) -> float:
    """How much a word looks like part of a person's name (above nothing) or of an institution's (below)."""
    facts = sheet.facts[at]
    if sheet.lowers[at] in names and "Cap" in facts:
        return INTRODUCED_VOTE
    if facts & BARRED_MARKS or facts & BARRED:
        return BARRED_VOTE
    known = facts & NAMES
    if "Cap" not in facts and not known:
        return 0.0 if facts & {"Init", "short"} else BARRED_VOTE
    if facts & WORDS:
        return 0.5 if known else -1.5
    if "given_names.common" in facts:
        return 1.0
    return KNOWN_VOTE if known else 1.0


def _name_start(sheet: Sheet, span: Found, end: int, names: frozenset[str]) -> int | None:
    """Where the name begins that runs on from an institution, or nothing."""
    best, start, total = 0.0, None, 0.0
    for at in range(end - 1, max(span.first + 1, end - LONGEST_HOLDER) - 1, -1):
        vote = _vote(sheet, at, names)
        total += vote
        if vote < LEAST or not _may_end(sheet, span, at, end, names):
            continue
        merit = total + _welcome(sheet, span, at)
        if merit >= LEAST and merit > best:
            best, start = merit, at
    return start


def _welcome(sheet: Sheet, span: Found, at: int) -> float:
    """How well a word begins a name behind an institution whose own name could go on."""
    if span.rule not in FREELY_NAMED:
        return 0.0
    if sheet.facts[at] & PARTICLES:
        return 3.0
    return 1.0 if sheet.facts[at] & NAMES else 0.0


def _may_end(sheet: Sheet, span: Found, at: int, end: int, names: frozenset[str]) -> bool:
    """Whether an institution may end before a position.

    One that is freely named keeps a word of its own, and two where nothing but a border between ordinary and other words speaks for a name.
    A name of one word stands before a small letter or a stop.
    """
    before, known = sheet.facts[at - 1], bool(sheet.facts[at] & NAMES) or sheet.lowers[at] in names
    alone = end - at == 1
    if alone and end < sheet.size and (sheet.words[end] == "(" or sheet.words[end][0].isupper()):
        return False
    if before & REGIONS:
        return True
    if span.rule not in FREELY_NAMED:
        return known or bool(before & (WORDS | BARRED))
    introduced = any(sheet.lowers[i] in names for i in range(at, end))
    if alone or introduced:
        return known and introduced
    own = span.first + 1
    while own < at and "I:institution_heads" in sheet.facts[own]:
        own += 1
    return at > own and (known or bool(before & WORDS))
