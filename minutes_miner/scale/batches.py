"""The files of a shard in batches: small text files together, whatever costs more by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from minutes_miner.documents.runs import MOST_BYTES, MOST_FILES, SMALL, SUFFIXES
from minutes_miner.scale.sources import File


def batches(files: Iterable[File], *, alone: Callable[[File], bool]) -> Iterator[list[File]]:
    """The files in their order; those of which `alone` says so are by themselves too."""
    batch: list[File] = []
    room = MOST_BYTES
    for file in files:
        size = None if alone(file) else _size_of_small(file)
        if batch and (size is None or size > room or len(batch) == MOST_FILES):
            yield batch
            batch, room = [], MOST_BYTES
        if size is None:
            yield [file]
        else:
            batch.append(file)
            room -= size
    if batch:
        yield batch


def _size_of_small(file: File) -> int | None:
    """How many bytes a small text file has; None for every other file."""
    is_small = file.size is not None and file.size <= SMALL and file.source.lower().endswith(SUFFIXES)
    return file.size if is_small else None
