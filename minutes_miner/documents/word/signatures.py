"""Signatures side by side that were set with tabs or blanks -> one person below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.documents.lines import Line, tidy
from minutes_miner.documents.markers import marker_of

MOST_COLUMNS = 3
LONGEST = 70
_GAP = re.compile(r"[ \xa0]*\t[\t \xa0]*|[ \xa0]{5,}")

Group = tuple[str, list[Line]]  # the raw text of a paragraph, and the lines that it makes
Row = tuple[str, ...]


def set_apart(groups: Sequence[Group]) -> list[Line]:
    r"""The lines of successive paragraphs, blocks of signatures read column by column.

    A block is a run of paragraphs with as many pieces each, parted by tabs or wide blanks, with room for the signatures: an empty paragraph
    between two of them. Labels with a colon and lists are none.

    >>> rows = ["Ketua Rapat\t\tNotulis", "", "Drs. Bambang\t\tSri Lestari"]
    >>> [line.text for line in set_apart([(row, [Line(text=row)] if row else []) for row in rows])]
    ['Ketua Rapat', 'Drs. Bambang', 'Notulis', 'Sri Lestari']
    """
    lines: list[Line] = []
    place = 0
    while place < len(groups):
        rows, end = _run(groups, place)
        if len(rows) > 1 and end - place > len(rows):
            lines.extend(Line(text=text) for column in zip(*rows, strict=True) for text in column)
            place = end
        else:
            lines.extend(groups[place][1])
            place += 1
    return lines


def _run(groups: Sequence[Group], place: int) -> tuple[list[Row], int]:
    """The rows of pieces from `place` on, and where they end; empty paragraphs between them count, those below them do not."""
    rows: list[Row] = []
    end = place
    for at in range(place, len(groups)):
        raw, lines = groups[at]
        if not lines and not raw.strip() and rows:
            continue
        row = _pieces(raw, lines)
        if not row or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
        end = at + 1
    return rows, end


def _pieces(raw: str, lines: list[Line]) -> Row:
    """The pieces of a paragraph that may be a row of signatures; none of any other."""
    if len(lines) != 1 or lines[0].label or lines[0].kind or _GAP.search(raw.strip()) is None:
        return ()
    pieces = tuple(filter(None, map(tidy, _GAP.split(raw.strip()))))
    if not 2 <= len(pieces) <= MOST_COLUMNS or marker_of(raw.strip()) is not None:
        return ()
    fits = all(len(piece) <= LONGEST and piece[0] != ":" and piece[-1] != ":" for piece in pieces)
    return pieces if fits else ()
