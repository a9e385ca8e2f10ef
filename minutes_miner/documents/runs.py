"""Files in their order -> runs of small text files, which one child can read in one go, and all others by themselves."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from minutes_miner.guard.limits import MIB

SUFFIXES = (".txt", ".md")
SMALL = MIB // 8  # bytes of a file
MOST_FILES = 64
MOST_BYTES = MIB


def runs(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """The paths in their order, cut into runs."""
    run: list[Path] = []
    room = MOST_BYTES
    for path in paths:
        size = _size_of_small(path)
        if run and (size is None or size > room or len(run) == MOST_FILES):
            yield run
            run, room = [], MOST_BYTES
        if size is None:
            yield [path]
        else:
            run.append(path)
            room -= size
    if run:
        yield run


def _size_of_small(path: Path) -> int | None:
    """How many bytes a small text file has; None for every other file."""
    if not path.name.lower().endswith(SUFFIXES):
        return None
    try:
        size = os.lstat(path).st_size
    except OSError:
        return None
    return size if size <= SMALL else None
