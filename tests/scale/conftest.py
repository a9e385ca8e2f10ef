"""A few files, a cluster of three processes on this machine, and the results that any cluster must come to."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from minutes_miner.scale import cluster as clusters
from minutes_miner.scale.cluster import local
from minutes_miner.scale.run import Tally, index

TEXTS = {
    "2024/a.txt": "Bupati Wajo Andi Nurhayati berjanji memperbaiki panti paling lambat 20 Maret 2025.",
    "2024/b.txt": "NOTULEN RAPAT\nTanggal: 3 Maret 2025\nKeputusan:\n1. Iuran kas lima ribu rupiah\n",
    "2024/kosong.txt": " \n",
    "2025/c.txt": "“Kami butuh dua pengasuh lagi,” kata Pak Darman.",
    "2025/d.txt": "Dinas Sosial Kota Batam akan mendata panti paling lambat 20 Maret 2025.",
    "2025/kumpulan.jsonl": '{"id": "x", "text": "Warga Desa Tirta membutuhkan jembatan."}\n{"id": "y"}\n',
    "2025/salinan.txt": "Dinas Sosial Kota Batam akan mendata panti paling lambat 20 Maret 2025.",
}
FILES_PER_SHARD = 2

# Run by every interpreter that has it on its path. The one that mines takes the poison, and finds nothing in any document, which is quick.
POISON = """
import os, signal, sys
if any("mining_process" in word for word in sys.orig_argv):
    from minutes_miner.miner import Miner
    from minutes_miner.records import Analysis, Header
    def mine(self, document):
        if "RACUNPEKERJA" in document.text:
            os.kill(os.getppid(), signal.SIGKILL)
        if "RACUN" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        header = Header(id=document.id, source=document.source, media_type=document.media_type, kind="news")
        return Analysis(document=header, text=document.text)
    Miner.__init__ = lambda self, model: None
    Miner.mine = mine
"""


def write(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(10**18, 10**18))
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="session")
def cluster():
    with local(3) as three:
        yield three.scheduler_address


@pytest.fixture
def poisoned_cluster(tmp_path, monkeypatch):
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "sitecustomize.py").write_text(POISON, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "path")
    with local(2) as two:
        yield two.scheduler_address


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    return write(tmp_path_factory.mktemp("files"), TEXTS)


def index_here(files: Path, target: Path) -> Tally:
    """The work of a cluster by one worker, which is this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clusters, "connected", lambda scheduler, workers: nullcontext())
        patch.setattr(clusters, "results", lambda client, work, shards: map(work, shards))
        return index([str(files)], str(target), files_per_shard=FILES_PER_SHARD)


@pytest.fixture(scope="session")
def results(files, tmp_path_factory):
    folder = tmp_path_factory.mktemp("results")
    index_here(files, folder)
    return folder
