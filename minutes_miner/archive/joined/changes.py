"""What clerks changed in workbooks, kept apart from all that was mined: a record is never overwritten, and a change survives its document
being mined anew, for it is anchored by the document's id and the place in its text.

Each row has a checksum of its own, since a change cannot be found anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from minutes_miner.archive.database import Database
from minutes_miner.archive.errors import ArchiveDamaged
from minutes_miner.archive.packing import checksum

Field = Literal["status", "actor"]
# What the checksum of a row is over.
COLUMNS = "document, kind, start, stop, field, value, mined, made_at, origin"
_WRONG_CHECKSUM = {"id": "sebuah perubahan tidak cocok dengan jumlah periksanya", "en": "a change does not match its checksum"}


class Anchor(NamedTuple):
    """The item that a change is about."""

    document: str
    kind: str
    start: int
    stop: int


def keep_change(database: Database, anchor: Anchor, field: Field, value: str, *, mined: str, made_at: str, origin: str) -> None:
    """Stores a change; inside a transaction of the caller.

    Args:
        database: open for writing.
        anchor: the item.
        field: what was changed.
        value: a key of the statuses, or the name of who is responsible.
        mined: what the minutes say.
        made_at: date and time, ISO 8601.
        origin: the workbook, with sheet and row.
    """
    values = (anchor.document, anchor.kind, anchor.start, anchor.stop, field, value, mined, made_at, origin)
    database.run(f"INSERT INTO changes ({COLUMNS}, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*values, checksum(*values)))


def kept_changes(database: Database) -> Mapping[Anchor, Mapping[str, str]]:
    """The last word on each field of each item.

    Raises:
        ArchiveDamaged: a row is not what was stored.
    """
    found: dict[Anchor, dict[str, str]] = {}
    for row in database.rows(f"SELECT {COLUMNS}, checksum FROM changes ORDER BY number"):
        if checksum(*row[:-1]) != bytes(row[-1]):
            raise ArchiveDamaged(database.where, reason=_WRONG_CHECKSUM)
        document, kind, start, stop, field, value = row[:6]
        found.setdefault(Anchor(document, kind, start, stop), {})[field] = value or ""
    return found
