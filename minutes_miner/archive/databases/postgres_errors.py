"""Errors of the database server as ours, which say what to do, and never a password."""

from __future__ import annotations

from psycopg import Error, OperationalError, errors

from minutes_miner.archive.errors import ArchiveBusy, ArchiveDamaged, ArchiveError, ArchiveFull, ArchiveRefused, SearchTooSlow

_BUSY = (errors.LockNotAvailable, errors.DeadlockDetected, errors.SerializationFailure)
_FULL = (errors.DiskFull, errors.OutOfMemory)
_DAMAGED = (errors.DataCorrupted, errors.IndexCorrupted, errors.InternalError_, errors.IoError)
_REFUSED = (errors.InsufficientPrivilege, errors.ReadOnlySqlTransaction, errors.InvalidSchemaName)


def told(error: Error, where: str, secret: str | None, seconds: float | None = None) -> ArchiveError | None:
    """Our error for one of the driver's; None for one that can only be a fault of the program.

    Args:
        error: what the driver raised.
        where: the address, as it may be shown.
        secret: the password, which the server might repeat.
        seconds: the time that a question may take.
    """
    if isinstance(error, errors.QueryCanceled) and seconds is not None:
        return SearchTooSlow(where, seconds=f"{seconds:g}")
    if isinstance(error, _BUSY):
        return ArchiveBusy(where)
    if isinstance(error, _FULL):
        return ArchiveFull(where)
    if isinstance(error, _DAMAGED):
        return ArchiveDamaged(where, reason=_reason(error, secret))
    if isinstance(error, (*_REFUSED, OperationalError)):
        return ArchiveRefused(where, reason=_reason(error, secret))
    return None


def _reason(error: Error, secret: str | None) -> str:
    """The first line of what the server says."""
    said = error.diag.message_primary or str(error).strip() or type(error).__name__
    line = said.splitlines()[0]
    return line.replace(secret, "…") if secret else line
