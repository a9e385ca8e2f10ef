"""A workbook that comes back from a clerk -> its rows that have a code, and those that seem to lack one.

This runs in a child process, for a workbook is a file that nobody trusts. Sheets and columns are known by their headings, in either
language and any order, so that a workbook may be sorted, filtered, moved about and saved by Excel or LibreOffice.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from minutes_miner.outputs.schema import Column
from minutes_miner.outputs.tables import CODE, NUMBER, RESPONSIBLE, STATUS, TEXT

HEADING_ROWS = 20  # the heading stands in one of the first rows
MOST_CELL = 32_767
_SOUGHT: dict[str, Column[Any]] = {"code": CODE, "number": NUMBER, "text": TEXT, "actor": RESPONSIBLE, "status": STATUS}
_KEYS = {phrase.casefold(): key for key, column in _SOUGHT.items() for phrase in column.heading}


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookRow:
    """A row as it stands, `row` counted from 1 as the program shows it; `status` and `actor` None where the sheet has no such column."""

    sheet: str
    row: int
    code: str
    number: str
    text: str
    status: str | None
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookOutcome:
    """One of the things that come out: a row, or what is wrong with the file (`no_workbook`, `no_codes`, `too_large`)."""

    row: WorkbookRow | None = None
    fault: str | None = None


def read_rows(details: bytes, data: bytes) -> Iterator[bytes]:
    """The outcomes (as JSON) for a workbook with the content `data`; `details` are JSON with `unpacked`, the most that it may unpack to."""
    try:
        most = json.loads(details)["unpacked"]
        if sum(part.file_size for part in zipfile.ZipFile(BytesIO(data)).infolist()) > most:
            yield _told({"fault": "too_large"})
            return
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, TypeError, AttributeError, SyntaxError):  # openpyxl has no error of its own
        yield _told({"fault": "no_workbook"})
        return
    coded = False
    for sheet in book.worksheets:
        columns: dict[str, int] = {}
        for at, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            if not columns:
                columns = _headings(cells)
                if at >= HEADING_ROWS and not columns:
                    break
                coded = coded or bool(columns)
            elif any(cell is not None for cell in cells):
                yield _told({"row": _row(sheet.title, at, cells, columns)})
    if not coded:
        yield _told({"fault": "no_codes"})


def _headings(cells: Sequence[Any]) -> dict[str, int]:
    """The columns by what their headings say; none where this is no row of headings."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        key = _KEYS.get(" ".join(cell.split()).casefold()) if isinstance(cell, str) else None
        if key is not None:
            found.setdefault(key, at)
    return found if "code" in found and ("status" in found or "actor" in found) else {}


def _row(sheet: str, at: int, cells: Sequence[Any], columns: dict[str, int]) -> dict[str, Any]:
    def words(key: str) -> str | None:
        if key not in columns:
            return None
        cell = cells[columns[key]] if columns[key] < len(cells) else None
        return "" if cell is None else str(cell)[:MOST_CELL]

    told = {key: words(key) for key in _SOUGHT}
    return {
        "sheet": sheet,
        "row": at,
        "code": told["code"] or "",
        "number": told["number"] or "",
        "text": told["text"] or "",
        "status": told["status"],
        "actor": told["actor"],
    }


def _told(outcome: dict[str, Any]) -> bytes:
    return json.dumps(outcome).encode()
