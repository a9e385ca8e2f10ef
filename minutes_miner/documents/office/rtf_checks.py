"""What an RTF file says about itself that no reader should follow, found in one pass before it is opened."""

from __future__ import annotations

import re

MAX_DEPTH = 500
_SIGNS = re.compile(rb"\\bin(-?\d{1,12}) ?|\\[^a-zA-Z]|[{}]", re.DOTALL)
_DEEP = {"id": "kelompoknya bersarang terlalu dalam", "en": "its groups are nested too deeply"}
_SHORT = {"id": "bagian binernya lebih panjang dari berkasnya", "en": "a binary part is longer than the file"}


def fault_of_rtf(data: bytes) -> dict[str, str] | None:
    r"""Why the file is not to be opened, in both languages; None when nothing speaks against it.

    >>> fault_of_rtf(rb"{\rtf1 Rapat {\b dibuka}}")
    >>> fault_of_rtf(rb"{\rtf1 {\pict\bin2147483647 x}}")["en"]
    'a binary part is longer than the file'
    """
    depth = position = 0
    while match := _SIGNS.search(data, position):
        position = match.end()
        sign = match.group()
        if sign == b"{":
            depth += 1
            if depth > MAX_DEPTH:
                return _DEEP
        elif sign == b"}":
            depth -= 1
        elif match.group(1):
            position += max(0, int(match.group(1)))
            if position > len(data):
                return _SHORT
    return None
