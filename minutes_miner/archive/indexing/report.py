"""What came out of indexing: of one file, and of a run."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.records import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """What became of one file: how many documents of it are in the archive, and what failed."""

    documents: int = 0
    failures: tuple[Failure, ...] = ()


@dataclass(slots=True, kw_only=True)
class Report:
    """What became of all files; the reasons of failures are in the archive.

    `documents` were read or met again under another name, `unchanged` files needed nothing, of which `failed_before` are such as failed
    in an earlier run; `gone` files are no more.
    """

    files: int = 0
    documents: int = 0
    failed: int = 0
    unchanged: int = 0
    failed_before: int = 0
    gone: int = 0

    def add(self, indexed: Indexed) -> None:
        """Counts a file."""
        self.files += 1
        self.documents += indexed.documents
        self.failed += len(indexed.failures)

    @property
    def exit_code(self) -> int:
        """0 nothing failed, 3 everything, 4 something."""
        if not self.failed:
            return 0
        return 4 if self.documents or self.unchanged > self.failed_before else 3
