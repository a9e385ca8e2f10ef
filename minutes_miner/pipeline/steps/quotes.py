"""Quoted passages, whatever the marks: curly, straight, mixed, doubled apostrophes, with a closing mark that is missing."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.pipeline.sheet import Sheet

DOUBLE = frozenset('"“”„«»') | {"’’", "‘‘", "''"}
OPENS = frozenset("“„«") | {"‘‘"}
SINGLE = frozenset("’'")


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
    words, size, at = sheet.words, sheet.size, 0
    while at < size:
        width = _mark(sheet, at)
        if opened is not None and "\n" in words[at]:
            _close_open_end(sheet, opened, at, quotes)
            opened = None
        elif width and opened is None and _may_open(sheet, at, width):
            opened = (at, at + width)
        elif width and opened is not None:
            if words[at] in OPENS and at > opened[1] and words[at - 1] not in ("(",):
                _close_open_end(sheet, opened, at, quotes)
                opened = (at, at + width)
            else:
                quotes.append(Quote(opened[1], at, opened[0], at + width))
                opened = None
        elif opened is not None and words[at] in SINGLE and words[at - 1] in (",", ".", "?", "!") and _says(sheet, at + 1):
            quotes.append(Quote(opened[1], at, opened[0], at + 1))
            opened = None
        at += width or 1
    if opened is not None:
        _close_open_end(sheet, opened, size, quotes)
    return [quote for quote in quotes if quote.last > quote.first]


def _mark(sheet: Sheet, at: int) -> int:
    """How many positions a double mark takes here (two single ones side by side count as one double)."""
    word = sheet.words[at]
    if word in DOUBLE:
        return 1
    if (
        word in ("’", "‘", "'")
        and at + 1 < sheet.size
        and sheet.words[at + 1] in ("’", "‘", "'")
        and sheet.ends[at] == sheet.starts[at + 1]
    ):
        return 2
    return 0


def _may_open(sheet: Sheet, at: int, width: int) -> bool:
    """A closing mark opens only where it leans on the word after it (`”Saya datang,” kata ...`)."""
    if sheet.words[at] != "”":
        return True
    leans_back = at > 0 and "\n" not in sheet.words[at - 1] and sheet.ends[at - 1] == sheet.starts[at]
    after = at + width
    return not leans_back and after < sheet.size and sheet.starts[after] == sheet.ends[after - 1]


def _says(sheet: Sheet, at: int) -> bool:
    return at < sheet.size and (sheet.has(at, "saying_after") or sheet.lowers[at] in sheet.lexis.after_nya)


def _close_open_end(sheet: Sheet, opened: tuple[int, int], stop: int, quotes: list[Quote]) -> None:
    first = opened[1]
    if stop - first < 3:
        return
    for at in range(first + 2, stop):
        if sheet.words[at - 1] in (",", "!", "?") and _says(sheet, at):
            quotes.append(Quote(first, at, opened[0], at))
            return
    quotes.append(Quote(first, stop, opened[0], stop))
