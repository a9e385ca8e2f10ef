"""A request about the bytes of a file -> its outcomes, worked on in a child process where the system has children to fork.

Request and outcomes are JSON with a schema, so that the parent believes nothing of a child but its words.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from minutes_miner.documents.settings import Settings
from minutes_miner.errors import ReaderCrashed
from minutes_miner.guard.keeper import guarded, warm

Work = Callable[[bytes, bytes], Iterator[bytes]]
T = TypeVar("T")

_STRANGE = {"id": "hasilnya tidak dapat dimengerti", "en": "its result makes no sense"}


def outcomes(work: Work, request: object, data: bytes, form: type[T], *, source: str, settings: Settings) -> Iterator[T]:
    """What `work`, a function at the top of a module, makes of a file with the content `data`, each outcome of the form that is expected.

    Raises:
        TooSlow, TooMuchMemory, ReaderCrashed, ReaderFailed: it does not end well.
    """
    details = msgspec.json.encode(request)
    results = guarded(_name(work), details, data, settings.limits, source) if _has_children() else work(details, data)
    for result in results:
        try:
            yield msgspec.json.decode(result, type=form)
        except msgspec.MsgspecError:
            raise strange(source) from None


def get_ready(work: Work) -> None:
    """Has the process that will do `work` get ready while the caller does something else."""
    if _has_children():
        warm(_name(work))


def strange(source: str) -> ReaderCrashed:
    """The error for an outcome of the right form that cannot be."""
    return ReaderCrashed(source, reason=_STRANGE)


def _name(work: Work) -> str:
    return f"{work.__module__}:{work.__name__}"


def _has_children() -> bool:
    """Children need `fork`. Elsewhere (Windows) files are parsed in place: the limits of size hold, those of time and memory do not."""
    return hasattr(os, "fork")
