"""Results of a cluster -> an archive, which then is as if the same files had been indexed on one machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from minutes_miner.archive.contents import put
from minutes_miner.archive.database import Database
from minutes_miner.archive.indexing import sources
from minutes_miner.archive.indexing.file_names import named
from minutes_miner.archive.indexing.sources import PASSING, Seen
from minutes_miner.archive.indexing.worker import member_name
from minutes_miner.archive.packing import unpacked
from minutes_miner.archive.unjoined import join_news, note_news
from minutes_miner.corpus.word_forms import WordForms, load_word_forms
from minutes_miner.documents.opening import shown
from minutes_miner.records import Failure
from minutes_miner.scale import manifest, shards
from minutes_miner.scale.errors import ResultsDamaged, ResultsUnfinished
from minutes_miner.scale.shards import Row
from minutes_miner.scale.store import Store

Progress = Callable[[int, int, str], None]


@dataclass(slots=True)
class Loaded:
    """What a loading has met: files in all and those that were there already, documents that came, and failures."""

    files: int = 0
    unchanged: int = 0
    documents: int = 0
    failures: int = 0


def load(address: str, database: Database, model: Path, progress: Progress | None = None) -> Loaded:
    """Puts all documents of a run into an archive, each in a transaction of its own; called again, it goes on where it was stopped.

    Args:
        address: the folder of the run.
        database: open for writing.
        model: the model folder, for its word lists.
        progress: called with (files done, files in all, name of the last).

    Raises:
        ResultsMissing, ResultsUnfinished, ResultsDamaged: the results cannot be loaded.
        ArchiveError: the archive takes no more.
    """
    store = Store(address)
    listed = manifest.listed(store)
    missing = len({name for name, _ in listed} - manifest.finished(store))
    if missing:
        raise ResultsUnfinished(address, missing=missing, shards=len(listed))
    total = sum(count for _, count in listed)
    loader = _Loader(database, load_word_forms(model))
    for name, _ in listed:
        for file, rows in groupby(_rows(store, name), key=attrgetter("file")):
            loader.load(file, list(rows))
            if progress is not None:
                progress(loader.loaded.files, total, file)
    join_news(database, model)
    return loader.loaded


def _rows(store: Store, name: str) -> Iterator[Row]:
    receipt = manifest.receipt_of(store, name)
    if receipt is None:
        raise ResultsDamaged(f"{store.where}/{manifest.SHARDS}/{name}.json")
    return shards.unpacked(manifest.content_of(store, receipt), f"{store.where}/{manifest.SHARDS}/{name}.parquet")


class _Loader:
    def __init__(self, database: Database, forms: WordForms) -> None:
        self._database = database
        self._forms = forms
        self.loaded = Loaded()

    def load(self, file: str, rows: list[Row]) -> None:
        """Stores the documents of one file: its members first and then the file itself, which with that is done."""
        self.loaded.files += 1
        own = rows[0]
        if self._is_loaded(own):
            self.loaded.unchanged += 1
            return
        with self._database.transaction():
            note_news(self._database)
        name = shown(named(file))
        of_file = [row for row in rows if row.source == name]
        members = {f"{file}/{member_name(row.source, name)}": row for row in rows if row.source != name}
        for path, row in members.items():
            self._put(Seen(path=path, digest=row.id), row)
        lost = [path for path in sources.members_of(self._database, file) if path not in members]
        if lost:
            with self._database.transaction():
                sources.forget_members(self._database, lost, self._forms)
        seen = Seen(path=file) if own.code in PASSING else Seen(path=file, size=own.size, modified=own.modified, digest=own.digest)
        self._put(seen, of_file[-1] if of_file else None, model=own.model)

    def _is_loaded(self, row: Row) -> bool:
        """Whether the file is in the archive as the results have it, which is noted when all of it is there."""
        known = sources.source_at(self._database, row.file)
        if known is None or known.state not in ("stored", "failed"):
            return False
        return (known.size, known.modified, known.digest, known.model) == (row.size, row.modified, row.digest, row.model)

    def _put(self, seen: Seen, row: Row | None, model: str = "") -> None:
        """Stores one document, or the reason why there is none; nothing is a file that only has members."""
        model = row.model if row is not None else model
        with self._database.transaction():
            if row is not None and row.code is not None:
                self.loaded.failures += 1
                sources.failed(self._database, seen, _failure(row), model=model, forms=self._forms)
                return
            number = None
            if row is not None and row.analysis is not None:
                self.loaded.documents += 1
                number = put(self._database, unpacked(row.analysis, row.text or ""), model=model, forms=self._forms)
            sources.stored(self._database, seen, number, model=model, forms=self._forms)


def _failure(row: Row) -> Failure:
    return Failure(
        source=row.source, code=row.code or "", message=row.message or "", exit_code=row.exit_code or 0, english=row.english or ""
    )
