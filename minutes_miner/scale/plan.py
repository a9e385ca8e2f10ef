"""The list of files cut into shards: always the same cuts for the same files, however many workers there are.

A cut is made before a file whose name has a certain digest (content-defined chunking, Muthitacharoen, Chen and Mazières 2001), so that a
file that comes or goes changes the shard that it lies in and leaves the others as they are.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from hashlib import blake2b

from minutes_miner.guard.limits import MIB
from minutes_miner.scale.sources import File

# Some seconds of work, so that a lost worker costs little and nobody waits long for the last one.
USUAL_FILES = 128
MOST_BYTES = 256 * MIB
_MOST_TIMES = 2
_NAME_BYTES = 12


@dataclass(frozen=True, slots=True)
class Shard:
    """A run of files that one worker does in one go; `name` tells by its digest which files, in which version. They are packed, as there
    may be many millions of them in a plan."""

    name: str
    count: int
    packed: bytes

    @property
    def files(self) -> list[File]:
        """The files, in order."""
        return [File(*values) for values in json.loads(zlib.decompress(self.packed))]


def shards_of(files: Iterable[File], usual: int = USUAL_FILES) -> Iterator[Shard]:
    """The shards of a list of files in its order, of `usual` files on average; none has more than twice as many."""
    run: list[File] = []
    size = 0
    for file in files:
        if run and (_is_cut(file, usual) or len(run) == _MOST_TIMES * usual or size + (file.size or 0) > MOST_BYTES):
            yield _shard(run)
            run, size = [], 0
        run.append(file)
        size += file.size or 0
    if run:
        yield _shard(run)


def _is_cut(file: File, usual: int) -> bool:
    digest = blake2b(file.source.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % usual == 0


def _shard(files: list[File]) -> Shard:
    content = json.dumps([astuple(file) for file in files], separators=(",", ":")).encode()
    return Shard(blake2b(content, digest_size=_NAME_BYTES).hexdigest(), len(files), zlib.compress(content))
