"""The running matrix in a file: a workbook, a Word document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from minutes_miner.answers import MatrixRow
from minutes_miner.errors import UnknownOutput
from minutes_miner.outputs import docx_file, xlsx
from minutes_miner.outputs.replacing import replacing, try_to_write
from minutes_miner.outputs.schema import Table
from minutes_miner.outputs.tables import matrix_table

OUTPUTS: tuple[tuple[str, Callable[[Table, BinaryIO, str], None]], ...] = (
    (".xlsx", lambda table, stream, lang: xlsx.write_tables([table], xlsx.TITLE, lang, stream)),
    (".docx", docx_file.write_table),
)


def write(rows: Sequence[MatrixRow], target: Path, lang: str) -> None:
    """Writes the matrix to `target`, in the form that its ending names, whole or not at all.

    Raises:
        UnknownOutput: the ending names no output.
        TargetUnwritable: the system refuses to write there; an old file is as it was.
    """
    writer = _writer(target)
    with replacing(target) as stream:
        writer(matrix_table(rows, lang), stream, lang)


def check_target(target: Path) -> None:
    """Returns when `write` would find nothing wrong with `target`.

    Raises:
        UnknownOutput, TargetUnwritable: it would.
    """
    _writer(target)
    try_to_write(target)


def _writer(target: Path) -> Callable[[Table, BinaryIO, str], None]:
    for suffix, writer in OUTPUTS:
        if target.suffix.lower() == suffix:
            return writer
    raise UnknownOutput(target, formats=", ".join(suffix for suffix, _ in OUTPUTS))
