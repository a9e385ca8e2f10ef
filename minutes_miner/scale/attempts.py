"""Which files of a shard were under work when a worker was lost, kept beside the results and not in any worker's memory.

Before files are touched, a marker names them; when they are done, the marker goes on to the next. Whoever takes the shard over finds
in it what was under work. Files that were lost in company are done one by one from then on; a file that was lost by itself as often as
`TRIES` is not touched again. A loss counts only within one run, since whoever stops a run blames no file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from minutes_miner.scale.sources import File
from minutes_miner.scale.store import WORK, Store

TRIES = 2


class Attempts:
    """The marker of one shard.

    Args:
        store: the folder of the run.
        shard: its name.
        run: what tells this run from others.
    """

    def __init__(self, store: Store, shard: str, run: str) -> None:
        self._store = store
        self._name = f"{WORK}/{shard}.json"
        self._run = run
        self._lost: dict[str, int] = {}
        found = store.read(self._name)
        kept = json.loads(found) if found else {}
        if kept.get("run") == run:
            self._lost = kept["lost"]
            self._count(kept["under_work"])

    def is_suspect(self, file: File) -> bool:
        """Whether the file was under work when a worker was lost."""
        return file.source in self._lost

    def is_given_up(self, file: File) -> bool:
        """Whether that happened to the file by itself too often."""
        return self._lost.get(file.source, 0) >= TRIES

    def begin(self, files: Sequence[File]) -> None:
        """Marks the files as under work."""
        content = {"run": self._run, "lost": self._lost, "under_work": [file.source for file in files]}
        self._store.write(self._name, json.dumps(content).encode())

    def end(self) -> None:
        """Takes the marker away, when the shard is done."""
        self._store.remove(self._name)

    def _count(self, under_work: Sequence[str]) -> None:
        for source in under_work:
            self._lost[source] = self._lost.get(source, 0) + (len(under_work) == 1)
