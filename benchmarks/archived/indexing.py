"""How fast an archive is filled: documents a minute and core, two jobs beside one, a second run, tiny files, and memory over the run.

    python -m benchmarks.archive indexing [--count N] [--tiny N] [--rounds N]

Invented minutes and news of about 400 words (`made_texts`) are indexed by the command line, as a user does it, with one job and with two,
turn by turn into new archives; shown is the best round of each. Wall clock counts from the start of the program to its end, so the model,
the start of processes and the joining at the end are in it; `at work` counts from the first document stored to the last, which is what a
longer run comes near to. Memory is the most that the program and all its children have at one moment, at each tenth of the run.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.archived.made_texts import write_texts
from benchmarks.printing import table
from minutes_miner.archive.address import open_database

MIB = 1024 * 1024
LOOK_SECONDS = 0.25


class Run(NamedTuple):
    """One run: wall clock, the time between the first and the last document stored, both in seconds, and memory over it in MiB."""

    seconds: float
    at_work: float
    memory: tuple[int, ...]


def indexed(folder: Path, archive: Path, jobs: int) -> Run:
    """Has the command line index a folder."""
    command = [sys.executable, "-m", "minutes_miner.cli.main", "index", str(folder), "--archive", str(archive), "--jobs", str(jobs)]
    started = time.perf_counter()
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as program:
        memory: list[int] = []
        growth: list[tuple[float, int]] = []
        while program.poll() is None:
            time.sleep(LOOK_SECONDS)
            memory.append(_memory(program.pid))
            growth.append((time.perf_counter(), _stored(archive)))
        seconds = time.perf_counter() - started
        if program.returncode:
            sys.exit((program.stderr.read() if program.stderr else b"").decode())
    full = max((count for _, count in growth), default=0)
    busy = [at for at, count in growth if 0 < count < full]
    tenths = [max(memory[len(memory) * part // 10 : len(memory) * (part + 1) // 10] or [0]) for part in range(10)]
    return Run(seconds, busy[-1] - busy[0] if busy else seconds, tuple(tenths))


def _stored(archive: Path) -> int:
    if not archive.exists():
        return 0
    try:
        database = open_database(archive)
    except Exception:  # it is just being made
        return 0
    try:
        return int(database.rows("SELECT count(*) FROM sources WHERE state = 'stored'")[0][0])
    finally:
        database.close()


def _memory(session: int) -> int:
    """The memory of all processes of a session, in MiB, what they share counted once for each."""
    total = 0
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                if int((process / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                    pages = next(line for line in (process / "smaps_rollup").read_text().splitlines() if line.startswith("Pss:"))
                    total += int(pages.split()[1])
            except (OSError, StopIteration):  # it has just ended
                continue
    return total // 1024


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a table of the runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--tiny", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        write_texts(place / "texts", options.count)
        best: dict[int, Run] = {}
        for turn in range(options.rounds):
            for jobs in (1, 2):
                run = indexed(place / "texts", place / f"{turn}-{jobs}.sqlite", jobs)
                best[jobs] = min(best.get(jobs, run), run)
        again = indexed(place / "texts", place / "0-1.sqlite", 1)
        rows = [
            [f"{jobs} job{'s' if jobs > 1 else ''}", *_figures(run, options.count), " ".join(map(str, run.memory))]
            for jobs, run in best.items()
        ]
        rows.append(["second run", f"{again.seconds:.1f}", "", "", "", ""])
        if options.tiny:
            _write_tiny(place / "tiny", options.tiny)
            tiny = indexed(place / "tiny", place / "tiny.sqlite", 2)
            rows.append([f"{options.tiny} tiny files, 2 jobs", *_figures(tiny, options.tiny), " ".join(map(str, tiny.memory))])
            rows.append(["the same again", f"{indexed(place / 'tiny', place / 'tiny.sqlite', 2).seconds:.1f}", "", "", "", ""])
        heads = ["run", "seconds", "documents a minute", "at work, s", "a minute at work", "MiB in each tenth"]
        print(table(heads, rows, markdown=True))
        print(f"2 jobs: {best[1].seconds / best[2].seconds:.2f} times one job, {best[1].at_work / best[2].at_work:.2f} at work")
        print(f"second run: 1/{best[1].seconds / again.seconds:.0f} of the first")


def _figures(run: Run, count: int) -> list[str]:
    return [f"{run.seconds:.1f}", f"{60 * count / run.seconds:,.0f}", f"{run.at_work:.1f}", f"{60 * count / run.at_work:,.0f}"]


def _write_tiny(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(f"Notulen {number}. Warga meminta lampu jalan nomor {number}.\n", encoding="utf-8")


if __name__ == "__main__":
    main()
