"""How long `minutes-miner --help` takes beside `python -c "import spacy"`: the aim is less than a third.

    python benchmarks/startup.py [RUNS]

Every run is a fresh interpreter. The candidates take turns, so that a busy moment of the machine hits all of them alike, and the first
turn, which may read from a cold disk, is not counted. Times depend on the machine; the ratio of the medians is what counts.
"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

AIM = 1 / 3
BASE = "import spacy"
CANDIDATES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (BASE, ("-c", "import spacy")),
    ("bare interpreter", ("-c", "pass")),
    ("minutes-miner --help", ("-m", "minutes_miner.cli.main", "--help")),
    ("minutes-miner mine --help", ("-m", "minutes_miner.cli.main", "mine", "--help")),
    ("minutes-miner --version", ("-m", "minutes_miner.cli.main", "--version")),
)


def measure(runs: int) -> dict[str, list[float]]:
    """The seconds of each run of each candidate."""
    seconds: dict[str, list[float]] = {name: [] for name, _ in CANDIDATES}
    for turn in range(runs + 1):
        for name, arguments in CANDIDATES:
            start = time.perf_counter()
            subprocess.run((sys.executable, *arguments), check=True, stdout=subprocess.DEVNULL)
            if turn:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def main() -> None:
    """Measures and prints the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    seconds = measure(runs)
    base = median(seconds[BASE])
    print(f"| command | median of {runs} [ms] | fastest [ms] | slowest [ms] | ratio to `{BASE}` |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, times in seconds.items():
        print(f"| {name} | {median(times) * 1000:.0f} | {min(times) * 1000:.0f} | {max(times) * 1000:.0f} | {median(times) / base:.2f} |")
    ratio = median(seconds["minutes-miner --help"]) / base
    print(f"\n`minutes-miner --help` takes {ratio:.2f} of `{BASE}`; the aim is under {AIM:.2f}: {'reached' if ratio < AIM else 'missed'}.")


if __name__ == "__main__":
    main()
