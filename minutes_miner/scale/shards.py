"""The results of a shard: a Parquet file of a row a document, of equal bytes for equal rows; the home of pyarrow.

Written with fixed settings, so that who works, and when, does not show. Each row has a checksum of its own, which is looked at before a row
is used.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

import pyarrow
from pyarrow import parquet

from minutes_miner.archive.packing import checksum
from minutes_miner.guard.limits import MIB
from minutes_miner.scale.errors import ResultsDamaged

# The bytes of a file depend on what wrote it, and nothing else.
WRITER = f"pyarrow {pyarrow.__version__}"
GROUP_BYTES = 32 * MIB
_SCHEMA = pyarrow.schema(
    [
        pyarrow.field("file", pyarrow.string(), nullable=False),
        pyarrow.field("size", pyarrow.int64()),
        pyarrow.field("modified", pyarrow.int64()),
        pyarrow.field("digest", pyarrow.string()),
        pyarrow.field("source", pyarrow.string(), nullable=False),
        pyarrow.field("id", pyarrow.string()),
        pyarrow.field("text", pyarrow.string()),
        pyarrow.field("analysis", pyarrow.binary()),
        pyarrow.field("model", pyarrow.string(), nullable=False),
        pyarrow.field("code", pyarrow.string()),
        pyarrow.field("message", pyarrow.string()),
        pyarrow.field("english", pyarrow.string()),
        pyarrow.field("exit_code", pyarrow.int16()),
        pyarrow.field("checksum", pyarrow.binary(), nullable=False),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A document, or the reason why there is none.

    `file` is where it came from, as the archive keeps names, with its size, the time of its change (in nanoseconds) and its SHA-256;
    `source` names the document, which may be one of several in the file. Either `id`, `text` and `analysis` (packed) are there, or `code`
    and the messages of a failure.
    """

    file: str
    size: int | None
    modified: int | None
    digest: str | None
    source: str
    id: str | None = None
    text: str | None = None
    analysis: bytes | None = None
    model: str
    code: str | None = None
    message: str | None = None
    english: str | None = None
    exit_code: int | None = None


def packed(rows: Iterable[Row]) -> bytes:
    """The rows as a Parquet file, in their order."""
    stream = io.BytesIO()
    with parquet.ParquetWriter(stream, _SCHEMA, version="2.6", compression="zstd", compression_level=3, use_dictionary=_REPEATED) as writer:
        for group in _groups(rows):
            writer.write_table(_table(group), row_group_size=len(group))
    return stream.getvalue()


def unpacked(content: bytes, where: str) -> Iterator[Row]:
    """The rows of a Parquet file, one after the other.

    Raises:
        ResultsDamaged: it is none of ours, or not what was written.
    """
    try:
        file = parquet.ParquetFile(io.BytesIO(content))
        if not file.schema_arrow.equals(_SCHEMA):
            raise ResultsDamaged(where)
        for group in range(file.num_row_groups):
            yield from _rows(file.read_row_group(group), where)
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError):
        raise ResultsDamaged(where) from None


# Columns in which a few values come again and again; texts and analyses are compressed as they are.
_REPEATED = ["file", "digest", "model", "code", "message", "english", "exit_code"]


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    room = GROUP_BYTES
    for row in rows:
        group.append(row)
        room -= len(row.text or "") + len(row.analysis or b"")
        if room < 0:
            yield group
            group, room = [], GROUP_BYTES
    if group:
        yield group


def _table(rows: list[Row]) -> pyarrow.Table:
    columns = zip(*((*astuple(row), checksum(*astuple(row))) for row in rows), strict=True)
    return pyarrow.Table.from_arrays(
        [pyarrow.array(values, field.type) for values, field in zip(columns, _SCHEMA, strict=True)], schema=_SCHEMA
    )


def _rows(table: pyarrow.Table, where: str) -> Iterator[Row]:
    for values in table.to_pylist():
        kept = values.pop("checksum")
        row = Row(**values)
        if checksum(*astuple(row)) != kept:
            raise ResultsDamaged(where)
        yield row
