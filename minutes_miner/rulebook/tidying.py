"""The CSV files of a model in one normal form, whatever spreadsheet they were saved by."""

from __future__ import annotations

import csv
import io
import os
import shutil
from contextlib import suppress
from pathlib import Path

from minutes_miner.errors import TargetUnwritable
from minutes_miner.rulebook.tables import Grid, read_grid


def tidy(folder: Path, *, check_only: bool) -> list[Path]:
    """The word lists and gazetteers that were changed, or with `check_only` would be.

    Normal form: UTF-8 without a byte-order mark, commas, LF, no blanks around a cell, no empty row, no row twice; word lists sorted by
    their first column without regard to case, gazetteers by their id. All files are read before the first is written.

    Args:
        folder: a model.
        check_only: leave everything as it is.

    Raises:
        ModelError: a file cannot be read.
        TargetUnwritable: a file cannot be written.
    """
    files = [path for part in ("lexicon", "gazetteers") for path in sorted((folder / part).glob("*.csv"))]
    tidied = {path: _written(read_grid(path)) for path in files}
    untidy = [path for path, content in tidied.items() if path.read_bytes() != content]
    if not check_only:
        for path in untidy:
            _replace(path, tidied[path])
    return untidy


def _written(grid: Grid) -> bytes:
    key = grid.header.index("id") if "id" in grid.header else 0
    rows = sorted(dict.fromkeys(cells for _, cells in grid.rows), key=lambda cells: cells[key].casefold())
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(grid.header)
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8")


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file and rename, so that it is never there by halves."""
    final = Path(os.path.realpath(path))  # a link keeps pointing at the file that it names
    beside = final.with_name(f".{final.name}.new")
    try:
        beside.write_bytes(content)
        shutil.copymode(final, beside)
        beside.replace(final)
    except OSError as error:
        raise TargetUnwritable(path, reason=error.strerror) from error
    finally:
        with suppress(OSError):  # it was renamed, or never made
            beside.unlink()
