"""Spoilt copies of the samples; `python -m benchmarks.fuzz` tries many more."""

import random
from pathlib import Path

import pytest

from benchmarks.mutations import mutated
from minutes_miner.documents.reading import read_each
from minutes_miner.miner import shared_miner
from minutes_miner.records import Document

SAMPLES = Path(__file__).parents[2] / "samples"
SEEDS = sorted(path for kind in ("*.docx", "*.pdf", "*.txt", "*.md") for path in SAMPLES.glob(f"*/{kind}"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_a_spoilt_file_gives_a_document_or_a_named_reason(tmp_path: Path, seed: Path) -> None:
    data = seed.read_bytes()
    for number in range(8):
        path = tmp_path / f"{number}{seed.suffix}"
        path.write_bytes(mutated(data, random.Random(f"{seed.name} {number}")))
        results = list(read_each(path))
        assert results
        for result in results:
            if isinstance(result, Document):
                assert shared_miner().mine(result).text == result.text
            else:
                assert result.code not in ("reader_failed", "input", "error")
