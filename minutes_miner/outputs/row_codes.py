"""The code of a row in a workbook: which record it is, and what it said when it was written.

`DOCUMENT:START-STOP:KIND:MARKS`; the marks are digests of status, responsible person and text as they were written, so that it can be told
what a clerk has changed since, whatever has become of the record meanwhile.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import NamedTuple

MARK = 8  # hexadecimal digits
_CODE = re.compile(r"(?P<document>.+):(?P<start>\d{1,12})-(?P<stop>\d{1,12}):(?P<kind>[a-z]+):(?P<marks>[0-9a-f]{24})$", re.DOTALL)


class RowCode(NamedTuple):
    """A code taken apart."""

    document: str
    start: int
    stop: int
    kind: str
    status: str
    actor: str
    text: str


def code_of(document: str, start: int, stop: int, kind: str, *, status: str, actor: str, text: str) -> str:
    """The code of a row.

    >>> code_of("a", 3, 9, "need", status="open", actor="", text="Beras")[:11]
    'a:3-9:need:'
    """
    return f"{document}:{start}-{stop}:{kind}:{mark(status)}{mark(actor)}{mark(text)}"


def taken_apart(code: str) -> RowCode | None:
    """What a code says, None for what is none."""
    found = _CODE.match(code.strip())
    if found is None:
        return None
    marks = found["marks"]
    return RowCode(
        found["document"], int(found["start"]), int(found["stop"]), found["kind"], marks[:MARK], marks[MARK : 2 * MARK], marks[2 * MARK :]
    )


def mark(words: str) -> str:
    """The digest of a cell, without regard to blanks around and between its words."""
    return blake2b(" ".join(words.split()).encode("utf-8", "surrogatepass"), digest_size=MARK // 2).hexdigest()
