"""The address of a database server: what the driver is told, and what may be shown of it."""

from __future__ import annotations

import re
from typing import Any

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from minutes_miner.archive.errors import ArchiveRefused

_UNREADABLE = {
    "id": "alamatnya tidak dapat dibaca; tanda seperti @ : / ? dalam kata sandi ditulis %40 %3A %2F %3F",
    "en": "the address cannot be read; signs such as @ : / ? in a password are written %40 %3A %2F %3F",
}
# From the scheme to the last @: a password that holds such a sign must not be shown either.
_USER = re.compile(r"(?<=://).*@", re.DOTALL)


def connection_words(address: str) -> dict[str, Any]:
    """The parameters that an address gives, by the names of libpq.

    Raises:
        ArchiveRefused: it is no address; the driver's own words for that quote parts of the password.
    """
    try:
        return dict(conninfo_to_dict(address))
    except ProgrammingError:
        raise ArchiveRefused(without_password(address), reason=_UNREADABLE) from None


def without_password(address: str) -> str:
    """The address as errors name it, without user, password and parameters.

    >>> without_password("postgresql://siti:rah@sia@db.contoh.id:5432/rakor?password=x&sslmode=require")
    'postgresql://db.contoh.id:5432/rakor'
    """
    return _USER.sub("", address).partition("?")[0]
