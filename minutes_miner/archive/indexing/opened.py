"""A file as the indexer finds it: its content, or why it has none."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from minutes_miner.archive.indexing.file_names import kept_name
from minutes_miner.archive.indexing.sources import Seen
from minutes_miner.documents.contents import failure_of
from minutes_miner.documents.opening import content_at, shown
from minutes_miner.errors import InputError, SourceBusy, SourceNotFound, SourceUnreadable
from minutes_miner.records import Failure


@dataclass(frozen=True, slots=True)
class Opened:
    """A file with either its content or the reason why it could not be opened; `shown` is its name as results have it."""

    path: Path
    shown: str
    seen: Seen
    content: bytes | None = None
    failure: Failure | None = None


def opened(path: Path, most: int) -> Opened:
    """The file at `path`, of at most so many bytes.

    What may pass by itself, such as a missing permission, leaves no size behind, so that the file is tried again by the next run.
    """
    key, name = kept_name(os.fspath(path)), shown(path)
    size = modified = None
    try:
        if os.path.lexists(path):  # looked at before it is read: a change in between has it looked at again
            found = path.lstat()
            size, modified = found.st_size, found.st_mtime_ns
        data = content_at(path, most=most)
    except (SourceBusy, SourceNotFound, SourceUnreadable) as error:
        return Opened(path, name, Seen(path=key), failure=failure_of(error, name))
    except InputError as error:
        return Opened(path, name, Seen(path=key, size=size, modified=modified), failure=failure_of(error, name))
    seen = Seen(path=key, size=size, modified=modified, digest=hashlib.sha256(data).hexdigest())
    return Opened(path, name, seen, content=data)
