"""Whether there is room for more beside an archive file."""

from __future__ import annotations

import shutil
from pathlib import Path

from minutes_miner.archive.errors import ArchiveFull
from minutes_miner.guard.limits import MIB

LEAST_FREE = 16 * MIB  # the log beside the file grows to some MiB before it is written back
SERVER = "postgresql://"


def check_space(address: str) -> None:
    """Nothing where there is room for a few documents more; of a server only the server knows.

    Raises:
        ArchiveFull: the disk is about to be full.
    """
    if address.startswith(SERVER):
        return
    try:
        free = shutil.disk_usage(Path(address).absolute().parent).free
    except OSError:
        return  # opening the archive will say why
    if free < LEAST_FREE:
        raise ArchiveFull(address)
