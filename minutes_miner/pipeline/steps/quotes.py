"""Quoted passages, whatever the marks: curly, straight, mixed, doubled apostrophes, single ones, marks garbled by a wrong encoding.

Which way a mark leans tells what it does: one that leans on the word after it opens, one that leans on the word before it closes. A mark
that is missing is made up for: a closing one by the attribution or the end of the line, an opening one by the start of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.pipeline.sheet import Sheet

OPENS = frozenset({"“", "„", "«", "‘‘", "``", "â€œ"})
DOUBLE = frozenset({*OPENS, '"', "”", "»", "’’", "''", "â€\x9d", "â€"})
SINGLE = frozenset("‘’'`")
LOW = frozenset("„«")
PAUSES = frozenset(",?!")
STOPS = frozenset(".?!")
LONGEST_INNER = 8
SHORTEST_SINGLE = 4
LONGEST_SINGLE = 200


@dataclass(slots=True)
class Quote:
    """A quoted passage by positions: the content without the marks, and where the marks begin and end."""

    first: int
    last: int
    opens: int
    closes: int


def find_quotes(sheet: Sheet) -> list[Quote]:
    """The quoted passages in order; one that is never closed ends before its attribution or at the end of its line."""
    quotes: list[Quote] = []
    opened: tuple[int, int] | None = None
    words, done = sheet.words, 0
    for at in [at for at, word in enumerate(words) if word in DOUBLE or word in SINGLE or "\n" in word]:
        if at < done:
            continue
        width = _double(sheet, at)
        if "\n" in words[at]:
            if opened is not None:
                _close_open_end(sheet, opened, at, quotes)
            opened = None
        elif not width:
            if opened is not None and words[at - 1] in ",.?!" and _says(sheet, at + 1):
                quotes.append(Quote(opened[1], at, opened[0], at + 1))
                opened = None
            elif opened is None and (close := _single_close(sheet, at)):
                quotes.append(Quote(at + 1, close, at, close + 1))
                done = close + 1
        elif opened is None:
            if not _leans_back(sheet, at, width):
                opened = (at, at + width)
            elif _before_attribution(sheet, at, width):
                start = _sentence_start(sheet, at, quotes)
                quotes.append(Quote(start, at, start, at + width))
        elif _opens_again(sheet, at, width, words[opened[0]]):
            inner = _inner_close(sheet, at, width)
            if inner:
                done = inner
                continue
            _close_open_end(sheet, opened, at, quotes)
            opened = (at, at + width)
        else:
            quotes.append(Quote(opened[1], at, opened[0], at + width))
            opened = None
        done = max(done, at + (width or 1))
    if opened is not None:
        _close_open_end(sheet, opened, sheet.size, quotes)
    return [quote for quote in quotes if quote.last > quote.first]


def _double(sheet: Sheet, at: int) -> int:
    """How many positions a double mark takes here (two single ones side by side count as one double)."""
    word = sheet.words[at]
    if word in DOUBLE:
        return 1
    if word in SINGLE and at + 1 < sheet.size and sheet.words[at + 1] in SINGLE and sheet.ends[at] == sheet.starts[at + 1]:
        return 2
    return 0


def _before_attribution(sheet: Sheet, at: int, width: int) -> bool:
    """Whether a mark stands between a sign and a verb of saying, where it closes however it leans (`besok, ”ujar Darman`)."""
    return at > 0 and sheet.words[at - 1] in PAUSES and _says(sheet, at + width) and sheet.words[at + width].islower()


def _touches_before(sheet: Sheet, at: int) -> bool:
    return at > 0 and "\n" not in sheet.words[at - 1] and sheet.ends[at - 1] == sheet.starts[at] and sheet.words[at - 1] not in "(–—-"


def _touches_after(sheet: Sheet, after: int) -> bool:
    return after < sheet.size and "\n" not in sheet.words[after] and sheet.starts[after] == sheet.ends[after - 1]


def _leans_back(sheet: Sheet, at: int, width: int) -> bool:
    """Whether a mark can only close: it leans on the word before it, or is a closing one that leans on no word after it."""
    if _before_attribution(sheet, at, width) or (sheet.words[at] == "”" and not _touches_after(sheet, at + width)):
        return True
    if sheet.words[at] in OPENS or not _touches_before(sheet, at):
        return False
    return sheet.words[at] == "”" or not _touches_after(sheet, at + width) or _says(sheet, at + width)


def _opens_again(sheet: Sheet, at: int, width: int, opener: str) -> bool:
    """Whether a mark inside an open quotation opens another one: an opening mark, or one that leans on the word after it only."""
    if sheet.words[at - 1] == "(" or _before_attribution(sheet, at, width) or (sheet.words[at] == "“" and opener in LOW):
        return False
    back, on = _touches_before(sheet, at), _touches_after(sheet, at + width)
    if sheet.words[at] in OPENS:
        return on or not back
    return on and not back and sheet.words[at] in ('"', "”")


def _inner_close(sheet: Sheet, at: int, width: int) -> int:
    """Behind the closing mark of words that are quoted within a quotation (`“Ada “bazar” besok,” katanya`), or 0."""
    if sheet.words[at - 1] in ",.?!:":
        return 0
    for close in range(at + width + 1, min(sheet.size, at + width + LONGEST_INNER)):
        if "\n" in sheet.words[close]:
            return 0
        closes = _double(sheet, close)
        if closes:
            again = sheet.words[close] in OPENS or _says(sheet, close + closes)
            return 0 if again or _ends_line(sheet, close + closes) else close + closes
    return 0


def _ends_line(sheet: Sheet, at: int) -> bool:
    """Whether no further mark stands in the line, so that the next one closes what is open."""
    for after in range(at, sheet.size):
        if "\n" in sheet.words[after]:
            return True
        if _double(sheet, after):
            return False
    return True


def _single_close(sheet: Sheet, at: int) -> int:
    """The position of the single mark that closes a passage which a single one opens here, or 0: it stands beside a sign or a verb."""
    if _touches_before(sheet, at) or not _touches_after(sheet, at + 1):
        return 0
    for close in range(at + 1 + SHORTEST_SINGLE, min(sheet.size, at + LONGEST_SINGLE)):
        word = sheet.words[close]
        if "\n" in word or word in DOUBLE:
            return 0
        if word in SINGLE and _touches_before(sheet, close):
            after = sheet.words[close + 1] if close + 1 < sheet.size else "\n"
            beside = sheet.words[close - 1] in ",.?!" or after in ",." or "\n" in after or _says(sheet, close + 1)
            return close if beside else 0
    return 0


def _sentence_start(sheet: Sheet, at: int, quotes: list[Quote]) -> int:
    """Where the sentence of a closing mark without an opening one begins."""
    start = at - 2
    floor = quotes[-1].closes if quotes else 0
    while start > floor and "\n" not in sheet.words[start - 1] and sheet.words[start - 1] not in STOPS:
        start -= 1
    start = max(start, floor, 0)
    return start + _double(sheet, start)


def _says(sheet: Sheet, at: int) -> bool:
    return at < sheet.size and (sheet.has(at, "saying_after") or sheet.lowers[at] in sheet.lexis.after_nya)


def _close_open_end(sheet: Sheet, opened: tuple[int, int], stop: int, quotes: list[Quote]) -> None:
    first = opened[1]
    if stop - first < 3:
        return
    for at in range(first + 2, stop):
        if sheet.words[at - 1] in PAUSES and _says(sheet, at):
            quotes.append(Quote(first, at, opened[0], at))
            return
    quotes.append(Quote(first, stop, opened[0], stop))
