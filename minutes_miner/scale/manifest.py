"""What stands in the folder of a run beside the results: which shards there are, what made them, and which are done.

`manifest.json` has the fingerprint and the names of all shards, in order; `shards/NAME.parquet` is a shard, `shards/NAME.json` its receipt,
written after it. From these a run goes on, and is loaded.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from minutes_miner.scale.errors import ResultsDamaged, ResultsDiffer, ResultsMissing
from minutes_miner.scale.fingerprint import Fingerprint, differences
from minutes_miner.scale.plan import Shard
from minutes_miner.scale.store import WORK, Store

FORMAT = 1
SHARDS = "shards"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a finished shard holds, and the SHA-256 of its file."""

    name: str
    files: int
    documents: int
    failures: int
    bytes: int
    sha256: str


def begin(store: Store, shards: Sequence[Shard], fingerprint: Fingerprint) -> set[str]:
    """Writes the manifest, and gives the names of the shards that are done already.

    Raises:
        ResultsDiffer: the folder has results that were made otherwise.
    """
    found = store.read(MANIFEST)
    if found is not None:
        there = _manifest(found, store)[0]
        for facts in differences(there, fingerprint):
            raise ResultsDiffer(store.where, **facts)
    listed = [[shard.name, shard.count] for shard in shards]
    store.write(MANIFEST, _json({"format": FORMAT, "made_by": asdict(fingerprint), "shards": listed}))
    return finished(store) & {shard.name for shard in shards}


def finished(store: Store) -> set[str]:
    """The names of all shards that are there whole, by their receipts."""
    names = store.names(SHARDS)
    return {name.removesuffix(".json") for name in names if name.endswith(".json") and f"{name.removesuffix('.json')}.parquet" in names}


def tidy(store: Store, shards: Sequence[Shard]) -> None:
    """Removes what is no result: markers, what killed workers left, shards of files that are no more."""
    store.remove(WORK)
    wanted = {f"{shard.name}{suffix}" for shard in shards for suffix in (".parquet", ".json")}
    for name in sorted(store.names(SHARDS) - wanted):
        store.remove(f"{SHARDS}/{name}")


def listed(store: Store) -> list[tuple[str, int]]:
    """The names of all shards of a run with how many files each has, in order.

    Raises:
        ResultsMissing: there is no manifest.
        ResultsDamaged: it makes no sense.
    """
    found = store.read(MANIFEST)
    if found is None:
        raise ResultsMissing(store.where)
    return _manifest(found, store)[1]


def put(store: Store, name: str, content: bytes, *, files: int, documents: int, failures: int) -> Receipt:
    """Writes a shard and then its receipt."""
    sha256 = hashlib.sha256(content).hexdigest()
    receipt = Receipt(name=name, files=files, documents=documents, failures=failures, bytes=len(content), sha256=sha256)
    store.write(f"{SHARDS}/{name}.parquet", content)
    store.write(f"{SHARDS}/{name}.json", _json(asdict(receipt)))
    return receipt


def receipt_of(store: Store, name: str) -> Receipt | None:
    """The receipt of a shard; None when it is not done.

    Raises:
        ResultsDamaged: it makes no sense.
    """
    place = f"{SHARDS}/{name}.json"
    found = store.read(place)
    if found is None:
        return None
    try:
        return Receipt(**json.loads(found))
    except (ValueError, TypeError):
        raise ResultsDamaged(f"{store.where}/{place}") from None


def content_of(store: Store, receipt: Receipt) -> bytes:
    """The Parquet file of a finished shard.

    Raises:
        ResultsDamaged: it is not what was written.
    """
    place = f"{SHARDS}/{receipt.name}.parquet"
    content = store.read(place)
    if content is None or hashlib.sha256(content).hexdigest() != receipt.sha256:
        raise ResultsDamaged(f"{store.where}/{place}")
    return content


def _manifest(content: bytes, store: Store) -> tuple[Fingerprint, list[tuple[str, int]]]:
    try:
        found = json.loads(content)
        return Fingerprint(**found["made_by"]), [(str(name), int(count)) for name, count in found["shards"]]
    except (ValueError, TypeError, KeyError):
        raise ResultsDamaged(f"{store.where}/{MANIFEST}") from None


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass") + b"\n"
