"""Rows of a CSV file as a spreadsheet in an Indonesian locale may have written it: comma or semicolon, with or without a byte-order mark."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from minutes_miner.errors import ModelError


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the line of the file on which it stands (from 1)."""

    cells: dict[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_rows(path: Path, required: Sequence[str] = ()) -> list[Row]:
    """The rows below the header row, cells stripped of blanks.

    Args:
        path: a UTF-8 file; its first row names the columns.
        required: columns that must be there.

    Raises:
        ModelError: unreadable file, missing column, a row with more cells than columns, or a required cell that is empty.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ModelError(path, fault=f"cannot be read ({error.strerror})", remedy="Put the file back or remove what refers to it") from error
    except UnicodeDecodeError as error:
        raise ModelError(path, fault="is not UTF-8", remedy="Save it as CSV UTF-8") from error
    header_line = text.split("\n", 1)[0]
    delimiter = ";" if header_line.count(";") > header_line.count(",") else ","
    reader = csv.reader(text.splitlines(), delimiter=delimiter)
    header = [name.strip() for name in next(reader, [])]
    for column in required:
        if column not in header:
            raise ModelError(f"{path}:1", fault=f"column {column} is missing", remedy=f"Add it to the header row: {', '.join(required)}")
    rows = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        where = f"{path}:{reader.line_num}"
        if len(cells) > len(header):
            raise ModelError(where, fault=f"{len(cells)} cells but {len(header)} columns", remedy="Put a cell that holds the separator in quotes")
        row = Row(dict(zip(header, (cell.strip() for cell in cells), strict=False)), where)
        for column in required[:1]:
            if not row[column]:
                raise ModelError(where, fault=f"{column} is empty", remedy="Fill the cell or delete the row")
        rows.append(row)
    return rows
