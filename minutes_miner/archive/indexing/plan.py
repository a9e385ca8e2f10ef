"""What is to be done: which of the files that are there are new or changed, and which of those that are known are no more."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from minutes_miner.archive.indexing.file_names import kept_name
from minutes_miner.archive.indexing.sources import Source

# A file that was begun so often and never done is tried last and alone, as it may be the one that ends the program each time.
SUSPECT = 2
GIVEN_UP = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Files to do in order, those to try alone, those not to try any more, how many need nothing (and failed before), and paths gone."""

    todo: Sequence[Path]
    suspects: Sequence[Path]
    given_up: Sequence[Path]
    unchanged: int
    failed_before: int
    gone: Sequence[str]


def planned(files: Sequence[Path], roots: Sequence[Path], known: Iterable[Source], *, model: str, retry: bool) -> Plan:
    """What to do about `files`, all that was found below `roots`; paths are absolute.

    Args:
        known: the sources of the archive.
        model: what is mined with.
        retry: whether files that failed are tried again though nothing has changed.
    """
    rows = {source.path: source for source in known}
    paths = {kept_name(os.fspath(file)): file for file in files}
    again = _with_failed_members(rows.values(), paths) if retry else frozenset[str]()
    todo, suspects, given_up = list[Path](), list[Path](), list[Path]()
    unchanged = failed_before = 0
    for path, file in paths.items():
        row = rows.get(path)
        if row is not None and path not in again and needs_nothing(row, file, model, retry=retry):
            unchanged += 1
            failed_before += row.state == "failed"
        elif row is None or row.state != "begun" or row.attempts < SUSPECT:
            todo.append(file)
        elif row.attempts < GIVEN_UP or retry:
            suspects.append(file)
        else:
            given_up.append(file)
    gone = sorted(_gone(rows, paths, [kept_name(os.fspath(root)) for root in roots]))
    return Plan(todo=todo, suspects=suspects, given_up=given_up, unchanged=unchanged, failed_before=failed_before, gone=gone)


def needs_nothing(row: Source, file: Path, model: str, *, retry: bool) -> bool:
    """Whether the file is as it was when it was done with this model."""
    if row.model != model or row.state not in (("stored",) if retry else ("stored", "failed")):
        return False
    try:
        found = os.lstat(file)
    except OSError:
        return False
    return (row.size, row.modified) == (found.st_size, found.st_mtime_ns)


def _with_failed_members(rows: Iterable[Source], paths: Mapping[str, Path]) -> frozenset[str]:
    """The files with a member that failed."""
    return frozenset(
        above
        for row in rows
        if row.size is None and row.state == "failed"
        for above in _above(row.path)
        if above in paths
    )  # fmt: skip


def _gone(rows: Mapping[str, Source], paths: Mapping[str, Path], roots: Sequence[str]) -> Iterable[str]:
    """Known files below the roots that were not found; members go with their file, and what a closed folder holds nobody knows."""
    below = tuple(f"{root.rstrip('/')}/" for root in roots)
    for path, row in rows.items():
        if row.state == "gone" or path in paths or not path.startswith(below):
            continue
        above = list(_above(path))
        is_member = row.size is None and any(one in rows for one in above)
        if not is_member and not any(one in paths and paths[one].is_dir() for one in above):
            yield path


def _above(path: str) -> Iterable[str]:
    """The folders, or files, that a path lies in, from the inside out."""
    end = path.rfind("/")
    while end > 0:
        yield path[:end]
        end = path.rfind("/", 0, end)
