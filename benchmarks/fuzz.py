"""Spoilt copies of the samples: whatever comes in, a document or a named error comes out.

    python -m benchmarks.fuzz [INPUTS] [--seed N] [--mine N] [--keep FOLDER]

Reads INPUTS (20,000 by default) mutations of the files below `samples/`, each in its child process under the default limits, and mines
every Nth that was read (every 10th by default). Recognition, which takes seconds a page, is used on one input in a hundred. Prints how they
ended; an end that no error names is a fault, and its input is kept in FOLDER.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.mutations import mutated
from benchmarks.printing import table
from minutes_miner.documents.discovery import discover
from minutes_miner.documents.reading import read_each
from minutes_miner.documents.settings import Settings
from minutes_miner.miner import shared_miner
from minutes_miner.records import Document

SAMPLES = Path(__file__).parent.parent / "samples"
RECOGNISED = 100
ORDINARY = ("read", "read with warnings")


def main() -> None:
    """Runs the mutations and prints their ends."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mine", type=int, default=10)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "minutes_miner_fuzz")
    arguments = parser.parse_args()
    seeds = [(path.suffix, path.read_bytes()) for path in discover([SAMPLES])]
    arguments.keep.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    ends, faults = _run(seeds, arguments)
    seconds = time.perf_counter() - start
    _print(ends, faults, arguments.inputs, seconds)


def _run(seeds: Sequence[tuple[str, bytes]], arguments: argparse.Namespace) -> tuple[Counter[tuple[str, str]], list[str]]:
    dice = random.Random(arguments.seed)
    ends: Counter[tuple[str, str]] = Counter()
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(arguments.inputs):
            suffix, data = dice.choice(seeds)
            path = Path(folder) / f"{number}{suffix}"
            path.write_bytes(mutated(data, dice))
            end = _end(path, mine=number % arguments.mine == 0, recognise=number % RECOGNISED == 0)
            ends[suffix, end] += 1
            if end.startswith("fault"):
                path.rename(arguments.keep / path.name)
                faults.append(f"{path.name}: {end}")
            else:
                path.unlink()
    return ends, faults


def _end(path: Path, *, mine: bool, recognise: bool) -> str:
    try:
        results = list(read_each(path, Settings(ocr="auto" if recognise else "off")))
        for result in results:
            if mine and isinstance(result, Document):
                shared_miner().mine(result)
    except Exception as error:  # what this benchmark is there to find
        return f"fault: {type(error).__name__}: {error}"
    codes = {("read with warnings" if result.warnings else "read") if isinstance(result, Document) else result.code for result in results}
    if not codes or "reader_failed" in codes:
        told = next((result.english for result in results if not isinstance(result, Document)), "no result")
        return f"fault: {told}"
    return min(codes, key=lambda code: (code in ORDINARY, code))


def _print(ends: Counter[tuple[str, str]], faults: Sequence[str], inputs: int, seconds: float) -> None:
    names = sorted({"fault" if end.startswith("fault") else end for _, end in ends})
    rows = []
    for suffix in sorted({suffix for suffix, _ in ends}):
        counts = Counter(dict.fromkeys(names, 0))
        for (found, end), count in ends.items():
            if found == suffix:
                counts["fault" if end.startswith("fault") else end] += count
        rows.append((suffix, *(f"{counts[name]}" for name in names)))
    print(table(("format", *names), rows, markdown=True))
    print(f"\n{inputs} inputs in {seconds:.0f} s, {len(faults)} faults.")
    for fault in faults[:50]:
        print(f"- {fault}")


if __name__ == "__main__":
    main()
