"""One file in an archive, whatever kind of archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as the archive tells of it: its name, the size that it claims, and how its first bytes are had, before the next entry comes.

    `read` raises an InputError where the content cannot be had.
    """

    name: str
    size: int
    read: Callable[[int], bytes]
