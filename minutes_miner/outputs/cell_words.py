"""Cells as words, for the outputs that are only read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minutes_miner.outputs.schema import Cell, Heading


def cell_words(cell: Cell) -> str:
    """A cell as staff write it: days as 20/12/2024, numbers with points between the thousands.

    >>> cell_words(date(2024, 12, 20)), cell_words(25000000.0), cell_words(None)
    ('20/12/2024', '25.000.000', '')
    """
    if cell is None or isinstance(cell, str):
        return cell or ""
    return cell.strftime("%d/%m/%Y") if isinstance(cell, date) else f"{cell:,.0f}".replace(",", ".")


def day_words(day: str) -> str:
    """A day of the records (ISO 8601) as staff write it; what is none stays as it is.

    >>> day_words("2024-12-20")
    '20/12/2024'
    """
    try:
        return cell_words(date.fromisoformat(day))
    except ValueError:
        return day


def row_words(headings: Sequence[Heading], cells: Sequence[Cell]) -> dict[str, str]:
    """A row as words by the key of the column; a deadline that is no day is shown in the words of the document."""
    words = {heading.key: cell_words(cell) for heading, cell in zip(headings, cells, strict=True)}
    if not words.get("deadline", "-"):
        words["deadline"] = words.get("deadline_text", "")
    return words
