"""The archive, measured part by part: indexing, kills, searching, issues, people, follow-ups, the cluster, flipped bits.

    python -m benchmarks.archive PART [ARGUMENTS...]

Each part is a module of `benchmarks/archived` that says in its docstring what it measures, beside which peers, and which arguments it
takes. Without a part, those that need nothing run one after the other, each in a process of its own.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module

PARTS = ("indexing", "kills", "search", "issues", "people", "cluster", "flips")
NEED_DATA = ("followups",)


def main(arguments: Sequence[str]) -> None:
    """Runs one part, or all that need no data."""
    if not arguments:
        for part in PARTS:
            print(f"\n{part}\n{'-' * len(part)}", flush=True)
            subprocess.run([sys.executable, "-m", "benchmarks.archive", part], check=True)
        return
    part, *rest = arguments
    if part not in (*PARTS, *NEED_DATA):
        sys.exit(f"{part}: no such part; choose one of {', '.join((*PARTS, *NEED_DATA))}")
    import_module(f"benchmarks.archived.{part}").main(rest)


if __name__ == "__main__":
    main(sys.argv[1:])
