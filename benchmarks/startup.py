"""How long our starts take beside spaCy's: `--help` beside `import spacy`, the pipeline beside spaCy's own for Indonesian.

    python -m benchmarks.startup [RUNS]

The aims: `minutes-miner --help` takes less than a third of `import spacy`; a process that loads our pipeline, all lists and rules
included, takes at most 1.5 times one that loads `spacy.blank("id")`, which holds nothing but the stock tokenizer. Every run is a fresh
interpreter. The candidates take turns, so that a busy moment of the machine hits all of them alike, and the first turn, which may read
from a cold disk, is not counted. Times depend on the machine; the ratio of the medians is what counts.
"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

BASE = "import spacy"
BLANK = 'spacy.blank("id")'
HELP = "minutes-miner --help"
PIPELINE = "minutes_miner.load()"
AIMS = ((HELP, BASE, 1 / 3), (PIPELINE, BLANK, 1.5))
CANDIDATES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (BASE, ("-c", "import spacy")),
    ("bare interpreter", ("-c", "pass")),
    (BLANK, ("-c", "import spacy; spacy.blank('id')")),
    (PIPELINE, ("-c", "import minutes_miner; minutes_miner.load()")),
    (HELP, ("-m", "minutes_miner.cli.main", "--help")),
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
    middle = {name: median(times) for name, times in seconds.items()}
    print(f"| command | median of {runs} [ms] | fastest [ms] | slowest [ms] | ratio to `{BASE}` |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, times in seconds.items():
        cells = (middle[name] * 1000, min(times) * 1000, max(times) * 1000)
        print(f"| {name} | {' | '.join(f'{cell:.0f}' for cell in cells)} | {middle[name] / middle[BASE]:.2f} |")
    print()
    for name, base, aim in AIMS:
        ratio = middle[name] / middle[base]
        print(f"`{name}` takes {ratio:.2f} of `{base}`; the aim is under {aim:.2f}: {'reached' if ratio < aim else 'missed'}.")


if __name__ == "__main__":
    main()
