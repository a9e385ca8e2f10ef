"""One shard: its files read, mined and written; what a worker does, and always with the same result.

Readers work in children of their own, as on one machine, and mining is done in a process that may die of it. Should a document take the
whole worker along, `attempts` remembers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from minutes_miner.archive.indexing.file_names import kept_name
from minutes_miner.archive.indexing.worker import documents_in
from minutes_miner.documents.contents import failure_of as refused
from minutes_miner.documents.opening import shown
from minutes_miner.documents.settings import Settings
from minutes_miner.errors import InputError
from minutes_miner.miner import ProcessDied, failure_of
from minutes_miner.records import Document, Failure
from minutes_miner.scale import manifest, mining, shards
from minutes_miner.scale.attempts import Attempts
from minutes_miner.scale.batches import batches
from minutes_miner.scale.errors import ResultsDamaged, WorkerDiffers
from minutes_miner.scale.fingerprint import Fingerprint, differences, fingerprint_of
from minutes_miner.scale.manifest import Receipt
from minutes_miner.scale.mining_process import Mined
from minutes_miner.scale.plan import Shard
from minutes_miner.scale.shards import Row
from minutes_miner.scale.sources import File, content_of
from minutes_miner.scale.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What all shards of a run have in common: where results go, how documents are read and mined, and what tells the run from others."""

    target: str
    model: str | None
    settings: Settings
    fingerprint: Fingerprint
    run: str


def do(job: Job, shard: Shard) -> Receipt:
    """Does a shard, or nothing where it is done already; a document that cannot be read or mined is a row with the reason.

    Raises:
        WorkerDiffers: this process would give other results than those of the run.
        OSError: a store does not answer.
    """
    _check(job.fingerprint, job.model, job.settings)
    store = Store(job.target)
    done = _done(store, shard)
    if done is not None:
        return done
    attempts = Attempts(store, shard.name, job.run)
    rows: list[Row] = []
    for batch in batches(shard.files, alone=attempts.is_suspect):
        rows += [_killed(batch[0], job)] if attempts.is_given_up(batch[0]) else _rows(batch, job, attempts)
    failures = sum(row.code is not None for row in rows)
    receipt = manifest.put(store, shard.name, shards.packed(rows), files=shard.count, documents=len(rows) - failures, failures=failures)
    attempts.end()
    return receipt


def _done(store: Store, shard: Shard) -> Receipt | None:
    """The receipt of a shard that somebody else has done meanwhile, or before."""
    try:
        receipt = manifest.receipt_of(store, shard.name)
        if receipt is not None:
            manifest.content_of(store, receipt)
    except ResultsDamaged:
        return None
    return receipt


@lru_cache(maxsize=4)
def _check(wanted: Fingerprint, model: str | None, settings: Settings) -> None:
    for facts in differences(fingerprint_of(model, settings), wanted):
        raise WorkerDiffers("worker", **facts)


def _rows(batch: Sequence[File], job: Job, attempts: Attempts) -> Iterator[Row]:
    attempts.begin(batch)
    got = [_content(file, job.settings) for file in batch]
    for file, content, read in zip(batch, got, _read(batch, got, job.settings), strict=True):
        bare = _bare(file, job, content)
        try:
            results = mining.mined(job.model, read)
        except mining.Killed:  # as on one machine, a file fails as a whole when one of its documents kills whoever mines it
            yield _killed(file, job)
        else:
            yield from (_row(bare, result) for result in results)


def _content(file: File, settings: Settings) -> bytes | Failure:
    try:
        return content_of(file, most=settings.limits.size)
    except InputError as error:
        return refused(error, shown(file.source))


def _read(batch: Sequence[File], got: Sequence[bytes | Failure], settings: Settings) -> list[list[Document | Failure]]:
    """For each file its documents; those of a batch are read together where that can be."""
    there = [(shown(file.source), content) for file, content in zip(batch, got, strict=True) if isinstance(content, bytes)]
    read = documents_in(there, settings)
    return [list(next(read)) if isinstance(content, bytes) else [content] for content in got]


def _killed(file: File, job: Job) -> Row:
    """The row of a file that kills; it tells nothing of the content, as it may be one that nobody dares to touch."""
    return _row(_bare(file, job, None), failure_of(shown(file.source), ProcessDied()))


def _bare(file: File, job: Job, content: bytes | Failure | None) -> Row:
    digest = hashlib.sha256(content).hexdigest() if isinstance(content, bytes) else None
    source = shown(file.source)
    return Row(
        file=kept_name(file.source), size=file.size, modified=file.modified, digest=digest, source=source, model=job.fingerprint.model
    )


def _row(bare: Row, result: Mined | Failure) -> Row:
    if isinstance(result, Mined):
        return replace(bare, source=result.source, id=result.id, text=result.text, analysis=result.analysis)
    return replace(bare, source=result.source, code=result.code, message=result.message, english=result.english, exit_code=result.exit_code)
