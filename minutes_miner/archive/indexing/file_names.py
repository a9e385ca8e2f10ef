"""File names as the archive keeps them: text that any database takes, from which the very bytes of the name come back."""

from __future__ import annotations

import os
import re

# What is no UTF-8 stands as a character of the last private plane, a byte each; such characters in a name are kept the same way.
_FIRST = 0x10FF00
_KEPT = re.compile("[\U0010ff80-\U0010ffff]")
_OURS = re.compile("[\U0010ff80-\U0010ffff]+")


def kept_name(path: str) -> str:
    r"""The name as it is stored.

    >>> kept_name("rapat.txt"), named(kept_name("rapat\udcff.txt")) == "rapat\udcff.txt"
    ('rapat.txt', True)
    """
    if path.isascii():
        return path
    bare = _KEPT.sub(lambda found: "".join(chr(0xDC00 + byte) for byte in found[0].encode()), path)
    return "".join(chr(_FIRST + ord(sign) - 0xDC00) if "\udc80" <= sign <= "\udcff" else sign for sign in bare)


def named(kept: str) -> str:
    """The name as Python has it, to open the file with."""
    return _OURS.sub(lambda found: os.fsdecode(bytes(ord(sign) - _FIRST for sign in found[0])), kept)
