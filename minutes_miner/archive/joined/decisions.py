"""What people decided about who is who, kept apart from all that is found: nothing but a person's word changes it.

Each row has a checksum of its own, since a decision cannot be found anew.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast, get_args

from minutes_miner.archive.database import Database, Row
from minutes_miner.archive.errors import ArchiveDamaged, NotInArchive
from minutes_miner.archive.packing import checksum
from minutes_miner.corpus.people.decisions import Anchor, Decision, Subject, Verdict

# What the checksum of a row is over.
COLUMNS = "kind, verdict, first, second, value, made_at, made_by"
_WRONG_CHECKSUM = {"id": "sebuah keputusan tidak cocok dengan jumlah periksanya", "en": "a decision does not match its checksum"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A decision in the archive: its number, and when and by whom it was made."""

    number: int
    decision: Decision
    made_at: str
    made_by: str | None


def keep(database: Database, decision: Decision, *, made_at: str, made_by: str | None) -> int:
    """Stores a decision, and gives its number.

    Args:
        database: in a transaction.
        decision: what was decided.
        made_at: date and time, ISO 8601.
        made_by: who decided it, if that is to be known.
    """
    second = _packed(decision.second) if decision.second else None
    values = (decision.subject, decision.verdict, _packed(decision.first), second, decision.value, made_at, made_by)
    sql = f"INSERT INTO decisions ({COLUMNS}, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number"
    return int(database.rows(sql, (*values, checksum(*values)))[0][0])


def kept(database: Database) -> list[Kept]:
    """All decisions about people, offices, institutions and holdings, the oldest first.

    Raises:
        ArchiveDamaged: a row is not what was stored.
    """
    rows = database.rows(f"SELECT number, {COLUMNS}, checksum FROM decisions ORDER BY number")
    return [_unpacked(row, database.where) for row in rows if row[1] in get_args(Subject)]


def undo(database: Database, number: int) -> None:
    """Takes a decision back.

    Raises:
        NotInArchive: there is none of this number.
    """
    if not database.rows("SELECT number FROM decisions WHERE number = ?", (number,)):
        raise NotInArchive(str(number), archive=database.where)
    database.run("DELETE FROM decisions WHERE number = ?", (number,))


def _unpacked(row: Row, where: str) -> Kept:
    if checksum(*row[1:-1]) != bytes(row[-1]):
        raise ArchiveDamaged(where, reason=_WRONG_CHECKSUM)
    number, kind, verdict, first, second, value, made_at, made_by, _ = row
    decision = Decision(
        subject=cast(Subject, kind),
        verdict=cast(Verdict, verdict),
        first=_anchors(first),
        second=_anchors(second) if second else (),
        value=value,
    )
    return Kept(number=number, decision=decision, made_at=made_at, made_by=made_by)


def _packed(anchors: Sequence[Anchor]) -> str:
    return json.dumps([[anchor.document, anchor.start, anchor.name] for anchor in sorted(anchors)], ensure_ascii=False)


def _anchors(text: str) -> tuple[Anchor, ...]:
    return tuple(Anchor(document, start, name) for document, start, name in json.loads(text))
