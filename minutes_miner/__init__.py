"""minutes_miner: Indonesian meeting minutes and local news as people, offices, statements, items and recurring issues.

The functions of the library load on first use, so that `import minutes_miner` is cheap.

>>> import minutes_miner
>>> analysis = next(minutes_miner.mine_texts(["Bupati Ngawi Bambang Wirawan berjanji memperbaiki panti."]))
>>> analysis.people[0].name
'Bambang Wirawan'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from minutes_miner.archive.archive import Archive
    from minutes_miner.corpus.issues.clusters import IssueClusterer
    from minutes_miner.documents.reading import read
    from minutes_miner.library import find_issues, load, mine, show
    from minutes_miner.miner import mine_texts
    from minutes_miner.outputs.frames import frames
    from minutes_miner.outputs.issue_files import write_issues
    from minutes_miner.outputs.issue_frames import issue_frames
    from minutes_miner.outputs.writing import write

__version__ = "0.1.0"
__all__ = [
    "Archive",
    "IssueClusterer",
    "__version__",
    "find_issues",
    "find_people",
    "frames",
    "holdings",
    "issue_frames",
    "load",
    "mine",
    "mine_texts",
    "read",
    "show",
    "write",
    "write_issues",
]

_HOMES = {
    "Archive": "archive.archive",
    "IssueClusterer": "corpus.issues.clusters",
    "find_issues": "library",
    "find_people": "library",
    "frames": "outputs.frames",
    "holdings": "outputs.frames",
    "issue_frames": "outputs.issue_frames",
    "load": "library",
    "mine": "library",
    "mine_texts": "miner",
    "read": "documents.reading",
    "show": "library",
    "write": "outputs.writing",
    "write_issues": "outputs.issue_files",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
