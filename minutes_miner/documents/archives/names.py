"""The names of members: made plain, and refused where they play tricks."""

from __future__ import annotations

from pathlib import PurePosixPath

from minutes_miner.documents.discovery import is_hidden, promises_documents

LONGEST = 1_024  # characters
_MAC = "__MACOSX"


def plain_name(name: str) -> str:
    r"""The name with slashes only, and without a leading `./`; characters that no file can hold become replacement signs.

    >>> plain_name("./2024\\rapat.docx")
    '2024/rapat.docx'
    """
    clean = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace").replace("\\", "/")
    return "/".join(part for part in clean.split("/") if part != ".")


def is_safe(name: str) -> bool:
    """Whether the name stays inside the archive: no way up, no root, no drive, no zero byte.

    >>> [is_safe(name) for name in ("2024/rapat.docx", "../rapat.docx", "/etc/rapat.txt", "C:/rapat.txt")]
    [True, False, False, False]
    """
    parts = name.split("/")
    return len(name) <= LONGEST and "\0" not in name and ".." not in parts and "" not in parts and ":" not in parts[0]


def counts(name: str) -> bool:
    """Whether a member is looked at, as in a folder: a document or an archive by its ending, and nothing hidden on the way to it."""
    parts = PurePosixPath(name).parts
    return promises_documents(name) and not any((is_hidden(part) and part != "..") or part == _MAC for part in parts)
