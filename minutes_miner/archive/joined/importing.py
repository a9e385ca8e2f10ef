"""A workbook that a clerk has edited -> changes in the archive, and a report on every row that is not what it should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from minutes_miner.archive.database import Database
from minutes_miner.archive.joined.changes import Anchor, Field, keep_change, kept_changes
from minutes_miner.documents.errands import outcomes, strange
from minutes_miner.documents.opening import content_at, shown
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import NotOurWorkbook, SourceTooLarge
from minutes_miner.outputs.row_codes import RowCode, mark, taken_apart
from minutes_miner.outputs.wording import STATUSES
from minutes_miner.outputs.workbook import WorkbookOutcome, WorkbookRow, read_rows

Finding = Literal["changed", "conflict", "unknown", "edited", "added", "twice", "status", "missing"]
STATUS_KEYS = {word.casefold(): key for key, phrase in STATUSES.items() for word in phrase}
_NO_CODES = {"id": "tidak ada kolom Kode", "en": "there is no column Code"}
_NO_WORKBOOK = {"id": "bukan buku kerja .xlsx", "en": "no .xlsx workbook"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What was found at a row: `field` and `value` of a change, `kept` what the archive has instead where the two conflict."""

    finding: Finding
    sheet: str
    row: int
    text: str = ""
    field: str = ""
    value: str = ""
    kept: str = ""


def rows_of(path: str | Path, settings: Settings = DEFAULT) -> list[WorkbookRow]:
    """The rows of a workbook, read in a child process.

    Raises:
        InputError: it cannot be had, or is no workbook with a column of codes.
    """
    source = shown(path)
    data = content_at(Path(path), most=settings.limits.size)
    found = []
    request = {"unpacked": settings.limits.unpacked}
    for outcome in outcomes(read_rows, request, data, WorkbookOutcome, source=source, settings=settings):
        if outcome.fault == "too_large":
            raise SourceTooLarge(source, size=f"> {settings.limits.unpacked}", limit=settings.limits.unpacked)
        if outcome.fault is not None:
            raise NotOurWorkbook(source, reason=_NO_CODES if outcome.fault == "no_codes" else _NO_WORKBOOK)
        if outcome.row is None:
            raise strange(source)
        found.append(outcome.row)
    return found


def take_in(database: Database, rows: Sequence[WorkbookRow], *, origin: str, made_at: str) -> list[Remark]:
    """Stores what a clerk changed of status and responsible person, and says what was found, row by row.

    A cell that still says what it said when the workbook was written is no change, whatever the archive holds by now. A cell that says
    what the archive holds already is none either, so that the same workbook can be taken in again. Where the archive holds another
    change than the workbook was written with, the two conflict: nothing is stored, and the report has both.

    Args:
        database: open for writing, in a transaction.
        rows: those of the workbook.
        origin: its name.
        made_at: date and time, ISO 8601.
    """
    known = kept_changes(database)
    codes = [(row, taken_apart(row.code)) for row in rows]
    first: dict[str, WorkbookRow] = {}
    remarks: list[Remark] = []
    for row, code in codes:
        if code is None:
            if row.text.strip():
                remarks.append(_remark("unknown" if row.code.strip() else "added", row))
            continue
        anchor = Anchor(code.document, code.kind, code.start, code.stop)
        if first.setdefault(row.code, row) is not row:
            if (row.status, row.actor) != (first[row.code].status, first[row.code].actor):
                remarks.append(_remark("twice", row))
            continue
        if not database.rows("SELECT 1 FROM documents WHERE id = ?", (code.document,)):
            remarks.append(_remark("unknown", row))
            continue
        if row.text and mark(row.text) != code.text:
            remarks.append(_remark("edited", row))
        for field, value in _changed(row, code, remarks):
            kept = known.get(anchor, {}).get(field)
            if kept == value:
                continue
            if kept is not None and mark(kept) != (code.status if field == "status" else code.actor):
                remarks.append(_remark("conflict", row, field, value, kept))
                continue
            mined = _mined(database, anchor, field)
            keep_change(database, anchor, field, value, mined=mined, made_at=made_at, origin=f"{origin}, {row.sheet}, {row.row}")
            remarks.append(_remark("changed", row, field, value))
    return remarks + _missing(rows)


def _changed(row: WorkbookRow, code: RowCode, remarks: list[Remark]) -> Iterator[tuple[Field, str]]:
    """The fields whose cells no longer say what was written."""
    if row.status is not None and row.status.strip():
        key = STATUS_KEYS.get(" ".join(row.status.split()).casefold())
        if key is None:
            remarks.append(_remark("status", row, "status", row.status))
        elif mark(key) != code.status:
            yield "status", key
    if row.actor is not None and mark(row.actor) != code.actor:
        yield "actor", " ".join(row.actor.split())


def _mined(database: Database, anchor: Anchor, field: Field) -> str:
    sql = f"SELECT i.{field} FROM items i JOIN documents d ON d.number = i.document"
    sql += " WHERE d.id = ? AND i.kind = ? AND i.start = ? AND i.stop = ?"
    found = database.rows(sql, tuple(anchor))
    return str(found[0][0] or "") if found else ""


def _missing(rows: Sequence[WorkbookRow]) -> list[Remark]:
    """The numbers that are missing in a sheet, each by itself; what follows after the last cannot be seen."""
    remarks: list[Remark] = []
    for sheet in dict.fromkeys(row.sheet for row in rows):
        own = [row for row in rows if row.sheet == sheet and taken_apart(row.code) is not None]
        numbers = {int(float(row.number)) for row in own if row.number.replace(".", "", 1).isdigit()}
        gone = sorted(set(range(1, max(numbers, default=0) + 1)) - numbers)
        remarks += [Remark(finding="missing", sheet=sheet, row=number) for number in gone]
    return remarks


def _remark(finding: Finding, row: WorkbookRow, field: str = "", value: str = "", kept: str = "") -> Remark:
    return Remark(finding=finding, sheet=row.sheet, row=row.row, text=row.text, field=field, value=value, kept=kept)
