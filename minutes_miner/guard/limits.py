"""How much a document may cost."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may cost; beyond it, it is given up with a reason, or cut with a warning where part of it can be had.

    A document has `seconds` to be read, and `page_seconds` more for each page that is done. Sizes are in bytes: `memory` of the child that
    reads it, `size` of the file, `unpacked` of any part that is unpacked from it, `archive` of all files together that come out of an
    archive. `pages`, `characters` and, of an archive, `members` are how many are taken at most.
    """

    seconds: float = 20
    page_seconds: float = 20
    memory: int = 1400 * MIB
    size: int = 200 * MIB
    unpacked: int = 96 * MIB
    archive: int = 4096 * MIB
    members: int = 100_000
    pages: int = 2_000
    characters: int = 60_000_000
