"""Long texts in pieces for the tokenizer: a spaCy Doc takes five times the room of what is kept of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

PIECE = 200_000
REACH = 10_000  # characters in which a word must begin where a piece may end
WORD = re.compile(r"(?<=\s)\S")


def pieces(text: str, longest: int = PIECE) -> Iterator[str]:
    """The text in pieces that are cut into the same tokens as the whole: each but the first begins with a word.

    A text without blanks is cut anywhere.

    >>> list(pieces("Rapat dibuka pukul 09.00", 14))
    ['Rapat dibuka pukul ', '09.00']
    """
    start, end = 0, len(text)
    while end - start > longest + REACH or WORD.search(text, start + longest, end):
        border = WORD.search(text, start + longest, start + longest + REACH)
        cut = border.start() if border is not None else start + longest
        yield text[start:cut]
        start = cut
    yield text[start:]
