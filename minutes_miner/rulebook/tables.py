"""Rows of a CSV file as a spreadsheet in an Indonesian locale may write it: comma or semicolon, with or without a byte-order mark."""

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


@dataclass(frozen=True, slots=True)
class Grid:
    """A CSV file as it stands: its header, and its rows that are not empty, each with its line; cells are stripped of blanks."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_grid(path: Path) -> Grid:
    """The cells of a CSV file, every row as wide as the header.

    Raises:
        ModelError: unreadable file, a quotation mark that is not closed, or a row with more cells than columns.
    """
    text = _text_of(path)
    header_line = text.split("\n", 1)[0]
    delimiter = ";" if header_line.count(";") > header_line.count(",") else ","
    reader = csv.reader(text.splitlines(), delimiter=delimiter, strict=True)
    rows = []
    begun = 1
    try:
        header = tuple(name.strip() for name in next(reader, []))
        begun = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) > len(header):
                    fault = f"{len(cells)} cells but {len(header)} columns"
                    raise ModelError(f"{path}:{begun}", fault=fault, remedy="Put a cell that holds the separator in quotes")
                blank = [""] * (len(header) - len(cells))
                rows.append((begun, (*(cell.strip() for cell in cells), *blank)))
            begun = reader.line_num + 1
    except csv.Error as error:
        remedy = 'Close the quotation mark, or write """" for a mark that is the whole cell'
        raise ModelError(f"{path}:{begun}", fault=f"the quotation marks of this row do not fit ({error})", remedy=remedy) from error
    return Grid(header, tuple(rows))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        remedy = "Put the file back or remove what refers to it"
        raise ModelError(path, fault=f"cannot be read ({error.strerror})", remedy=remedy) from error
    except UnicodeDecodeError as error:
        raise ModelError(path, fault="is not UTF-8", remedy="Save it as CSV UTF-8") from error


def read_rows(path: Path, required: Sequence[str] = ()) -> list[Row]:
    """The rows below the header row, cells stripped of blanks.

    Args:
        path: a UTF-8 file; its first row names the columns.
        required: columns that must be there; the first of them is filled in every row.

    Raises:
        ModelError: as `read_grid`, and for a missing column or an empty cell where one is required.
    """
    grid = read_grid(path)
    for column in required:
        if column not in grid.header:
            raise ModelError(f"{path}:1", fault=f"column {column} is missing", remedy=f"Add it to the header row: {', '.join(required)}")
    rows = [Row(dict(zip(grid.header, cells, strict=True)), f"{path}:{line}") for line, cells in grid.rows]
    for row in rows:
        if required and not row[required[0]]:
            raise ModelError(row.where, fault=f"{required[0]} is empty", remedy="Fill the cell or delete the row")
    return rows
