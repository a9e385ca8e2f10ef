"""What documents are mined with, in one line: when it changes, they are mined anew."""

from __future__ import annotations

import hashlib
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_SHOWN = 12


def model_version(folder: Path) -> str:
    """Name, version and digest of the model, and the version of the program.

    The digest is over all files of the folder, so that an edited copy never passes for the original.
    """
    meta = tomllib.loads((folder / "meta.toml").read_text(encoding="utf-8"))
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}:{len(data)}:".encode())
        digest.update(data)
    return f"{meta.get('name', folder.name)} {meta.get('version', '?')} {digest.hexdigest()[:_SHOWN]}, minutes-miner {_program()}"


def _program() -> str:
    try:
        return version("minutes-miner")
    except PackageNotFoundError:
        return "?"
