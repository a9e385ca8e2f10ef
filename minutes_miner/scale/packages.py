"""Whether the packages are installed that work beyond one machine needs."""

from __future__ import annotations

from importlib.util import find_spec

from minutes_miner.scale.errors import PackageMissing

NEEDED = ("dask", "distributed", "fsspec", "pyarrow")


def check_packages(where: str) -> None:
    """Returns when they are.

    Raises:
        PackageMissing: they are not; says what to install for what was asked for.
    """
    if any(find_spec(name) is None for name in NEEDED):
        raise PackageMissing(where, packages="'minutes-miner[cluster]'")
