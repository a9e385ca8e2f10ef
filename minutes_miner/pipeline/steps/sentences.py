"""Borders of sentences: a stop, question or exclamation mark ends one unless an attribution follows, and so does the end of a line.

Abbreviations keep their stop in one token, so a stop that stands alone is a real one. A degree that ends in its stop ends the sentence only
when an ordinary word follows (`M.Hum. Selanjutnya`), and not a post in a list of those who came: there the stop is often a misprinted
comma (`Hadir Rosmaida, M.Si. Kepala Dinas Sosial, dan ...`).
"""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Sheet

STOPS = frozenset(".?!")
LONGEST_LIST = 60
LONGEST = 500  # words of a sentence; what steps look for in it takes time that grows with its square
CLOSERS = frozenset("\"”’'»)*") | {"’’", "''"}


def _marker(sheet: Sheet, at: int) -> bool:
    """A number or letter at the start of a line, whose stop belongs to the list."""
    starts = at == 0 or "\n" in sheet.words[at - 1]
    return starts and (sheet.words[at].isdigit() or sheet.has(at, "roman") or len(sheet.words[at]) == 1)


def _degree_ends(sheet: Sheet, first: int, at: int) -> bool:
    """Whether a degree with its stop ends the sentence that begins at `first`."""
    if sheet.words[at][-1] != "." or not sheet.has(at, "degrees") or at + 1 >= sheet.size or not sheet.has(at + 1, "not_names"):
        return False
    post = sheet.has(at + 1, "office_heads") or sheet.has(at + 1, "B:office_heads")
    return not (post and any(sheet.has(i, "list_openers") for i in range(first, at)) and _lists_on(sheet, at + 1))


def _lists_on(sheet: Sheet, at: int) -> bool:
    """Whether a list goes on: a comma comes, and no active verb up to the next stop."""
    rest = range(at, min(sheet.size, at + LONGEST_LIST))
    stop = next((i for i in rest if sheet.words[i] in STOPS or "\n" in sheet.words[i]), rest.stop)
    listed = range(at, stop)
    return any(sheet.words[i] == "," for i in listed) and not any(sheet.has(i, "low") and sheet.active(i) for i in listed)


def find_sentences(sheet: Sheet, openings: set[int]) -> list[tuple[int, int]]:
    """The (first, last) positions of each sentence, half open, line breaks left out.

    Args:
        openings: positions of marks that open a quotation; they belong to the next sentence.
    """
    words, size = sheet.words, sheet.size
    borders: list[tuple[int, int]] = []
    first, at = 0, 0
    while at < size:
        word = words[at]
        if "\n" in word:
            if at > first:
                borders.append((first, at))
            first = at + 1
        elif at - first >= LONGEST:
            borders.append((first, at))
            first = at
        elif word in STOPS or _degree_ends(sheet, first, at):
            end = at + 1
            while end < size and end not in openings and (words[end] in CLOSERS or words[end] in STOPS):
                end += 1
            if word == "." and at - first == 1 and _marker(sheet, first):
                at = end
                continue
            if end < size and words[end][0].islower() and end not in openings:
                at = end
                continue
            borders.append((first, end))
            first = at = end
            continue
        at += 1
    if size > first:
        borders.append((first, size))
    return borders
