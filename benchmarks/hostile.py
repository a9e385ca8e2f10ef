"""What becomes of hostile, broken and odd files: every one ends in text or in a reason, in time and within its memory.

    python -m benchmarks.hostile FOLDER [--mine] [--list]

Every file below FOLDER is read with the limits that are set by default, and with `--mine` what was read is mined. Where FOLDER has a
`manifest.jsonl`, each line names a `path`, the `verdict` wanted (`read`, `refuse`, `either`), words that `must` come back and words that
`mustnot`; a word that is missing without a warning is text lost in silence. `--list` names what became of each file.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.printing import table
from minutes_miner.documents.discovery import discover
from minutes_miner.documents.reading import read_each
from minutes_miner.errors import InputError
from minutes_miner.guard import keeper
from minutes_miner.guard.limits import MIB
from minutes_miner.miner import shared_miner
from minutes_miner.records import Document, Failure

MANIFEST = "manifest.jsonl"


@dataclass(slots=True)
class Wanted:
    """What should become of a file."""

    path: Path
    kind: str
    verdict: str = "either"
    must: Sequence[str] = ()
    mustnot: Sequence[str] = ()


@dataclass(slots=True)
class Met:
    """What became of it; `fault` says what is wrong with that."""

    wanted: Wanted
    ends: list[str] = field(default_factory=list)
    seconds: float = 0.0
    peak: int = 0
    fault: str = ""


def wanted_in(folder: Path) -> Iterator[Wanted]:
    """The files of the folder, with their verdicts where there is a manifest; what it names and is not there is passed over."""
    manifest = folder / MANIFEST
    if not manifest.exists():
        for path in sorted(Path(root) / name for root, _, names in os.walk(folder) for name in names):
            yield Wanted(path, path.suffix.lower())
        return
    for line in manifest.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        entry = json.loads(line)
        path = folder / entry["path"]
        if os.path.lexists(path) and not (path.is_symlink() and path.is_dir()):  # a walk passes over links to folders
            yield Wanted(path, entry["group"], entry["verdict"], entry["must"], entry["mustnot"])


def meet(wanted: Wanted, *, mine: bool) -> Met:
    """Reads the file, mines it perhaps, and judges."""
    met = Met(wanted)
    results: list[Document | Failure] = []
    start = time.perf_counter()
    try:
        for path in discover([wanted.path]) if wanted.path.is_dir() else [wanted.path]:
            results.extend(read_each(path))
            met.peak = max(met.peak, *(each.peak for kept in keeper._idle.values() for each in kept), 0)
    except InputError as error:
        met.ends = [error.code]
    except Exception as error:  # the run must go on, and this is what it looks for
        met.fault = f"raises {type(error).__name__}: {error}"
        return met
    met.seconds = time.perf_counter() - start
    met.ends += [_end(result) for result in results] or ([] if met.ends else ["nothing"])
    if mine:
        start = time.perf_counter()
        for result in results:
            if isinstance(result, Document):
                shared_miner().mine(result)
        met.seconds += time.perf_counter() - start
    met.fault = _fault(wanted, results, met.ends)
    return met


def _end(result: Document | Failure) -> str:
    if isinstance(result, Failure):
        return result.code
    return "read with warnings" if result.warnings else "read"


def _fault(wanted: Wanted, results: Sequence[Document | Failure], ends: Sequence[str]) -> str:
    documents = [result for result in results if isinstance(result, Document)]
    text = "\n".join(document.text for document in documents)
    beside = "\n".join(note.text for document in documents for note in document.notes)
    warned = any(document.warnings for document in documents)
    if ends == ["nothing"]:
        return "neither records nor a reason"
    if "reader_failed" in ends:
        return "a reader failed in a way nobody foresaw"
    if found := [word for word in wanted.mustnot if word in text]:
        return f"holds {found}"
    if wanted.verdict == "refuse" and documents:
        return "read, though it should be refused" if not warned else ""
    if wanted.verdict == "read" and not documents:
        return f"refused, though it should be read: {ends}"
    missing = [word for word in wanted.must if word not in text and word not in beside]
    return f"lost in silence: {missing}" if documents and missing and not warned else ""


def main() -> None:
    """Reads the folder and prints what became of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mine", action="store_true")
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    every = []
    for wanted in wanted_in(arguments.folder):
        met = meet(wanted, mine=arguments.mine)
        every.append(met)
        if arguments.list:
            ends = dict(Counter(met.ends)) if len(met.ends) > 1 else met.ends[0] if met.ends else ""
            print(
                f"{met.seconds:6.2f} s {met.peak // MIB:5d} MiB  {met.wanted.verdict:7} {ends!s:22} {wanted.path.name!r} {met.fault}",
                flush=True,
            )
    _print(every)


def _print(every: Sequence[Met]) -> None:
    rows = []
    for kind in sorted({met.wanted.kind for met in every}):
        of_kind = [met for met in every if met.wanted.kind == kind]
        whole = sum(met.ends == ["read"] for met in of_kind)
        part = sum("read with warnings" in met.ends for met in of_kind)
        seconds = [met.seconds for met in of_kind]
        peak = max(met.peak for met in of_kind) // MIB
        faults = sum(bool(met.fault) for met in of_kind)
        rows.append((kind, f"{len(of_kind)}", f"{whole}", f"{part}", f"{max(seconds):.1f}", f"{peak}", f"{faults}"))
    print(table(("kind", "files", "read", "with warnings", "longest [s]", "peak of a child [MiB]", "faults"), rows, markdown=True))
    print()
    for met in every:
        if met.fault:
            print(f"- {met.wanted.path.name!r}: {met.fault}")
    reasons = Counter(end for met in every for end in set(met.ends) if not end.startswith("read"))
    print("\nReasons: " + ", ".join(f"{code} {count}" for code, count in reasons.most_common()))


if __name__ == "__main__":
    main()
