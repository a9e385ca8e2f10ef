"""Paths as the user gives them -> the files to read, in order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from minutes_miner.documents.archives.recognising import has_archive_name
from minutes_miner.documents.formats import format_of_name, suffixes
from minutes_miner.errors import InputError, NoDocuments, SourceNotFound

LOCK_FILE = "~$"


def discover(paths: Sequence[str | Path]) -> list[Path]:
    """The files at `paths`, each once: a file as it is given, a folder as the documents in it and in its folders, sorted by name.

    In a folder only endings of known formats and of archives count; hidden files, lock files of Office, links, pipes and devices are
    passed over.
    When other paths hold something, a missing path or a folder without documents stays in the list as it is, so that reading it gives
    the failure and the others are done all the same.

    Raises:
        SourceNotFound, NoDocuments: nothing was found at all; about the first path.
    """
    found: dict[str, Path] = {}
    faults: list[InputError] = []
    for path in map(Path, paths):
        files = list(_files(path)) if path.is_dir() else [path] if os.path.lexists(path) else []
        if not files:
            faults.append(fault_of(path))
        for file in files or [path]:
            found.setdefault(os.path.normcase(os.path.realpath(file)), file)
    if faults and len(faults) == len(paths):
        raise faults[0]
    return list(found.values())


def fault_of(path: Path) -> InputError:
    """Why nothing can be read at a path that is no file."""
    return NoDocuments(path, formats=suffixes()) if path.is_dir() else SourceNotFound(path)


def _files(folder: Path) -> Iterator[Path]:
    """The documents below `folder`; a folder that cannot be opened is given out itself, so that it is not lost in silence."""
    waiting = [(os.fspath(folder), True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield Path(path)
            continue
        try:
            with os.scandir(path) as entries:
                inside = sorted(filter(_counts, entries), key=lambda entry: entry.name, reverse=True)
        except OSError:
            yield Path(path)
            continue
        waiting.extend((entry.path, entry.is_dir(follow_symlinks=False)) for entry in inside)


def is_hidden(name: str) -> bool:
    """Whether the name is that of a hidden file or folder, or of a lock file of Office."""
    return name.startswith((".", LOCK_FILE))


def _counts(entry: os.DirEntry[str]) -> bool:
    if is_hidden(entry.name):
        return False
    if entry.is_dir(follow_symlinks=False):
        return True
    return entry.is_file(follow_symlinks=False) and promises_documents(entry.name)


def promises_documents(name: str) -> bool:
    """Whether the ending is that of a document or of an archive of documents."""
    return format_of_name(name) is not None or has_archive_name(name)
