"""The items as comma-separated text: one line an item, needs among the others, dates as ISO 8601."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import BinaryIO

from minutes_miner.outputs.report import Report
from minutes_miner.outputs.safe_text import defused
from minutes_miner.outputs.schema import Cell
from minutes_miner.outputs.tables import items_table

# Without the mark, Excel takes the file for the code page of the machine and spoils every letter beyond ASCII.
_BYTE_ORDER_MARK = "\ufeff".encode()


def text(report: Report) -> str:
    """The table with its heading line, every text in quotation marks and none of it ever a formula; lines end in CRLF."""
    table = items_table(report.results, report.lang, report.topic_labels)
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([heading.text for heading in table.headings])
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def write(report: Report, stream: BinaryIO) -> None:
    """Writes the table as UTF-8 with a byte-order mark."""
    stream.write(_BYTE_ORDER_MARK + text(report).encode())


def _plain(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return defused(cell)
    return int(cell) if float(cell).is_integer() else cell
