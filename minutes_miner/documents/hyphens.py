"""Words broken at the end of a line -> whole words."""

from __future__ import annotations

from collections.abc import Sequence

HYPHENS = "-\u2010\u00ad"
DASHES = "–—"


def join_lines(lines: Sequence[str]) -> tuple[str, list[int]]:
    """Successive lines of one paragraph as one text, and the offset at which each begins in it.

    A hyphen at a line end goes when the word runs on in small letters, but stays in a doubled word (`anak-anak`, `sayur-mayur`), in which
    both halves sound alike, and before a capital or a figure (`se-Kabupaten`). A dash without a blank before it gets none behind it
    (`Oktober–Desember`).

    >>> join_lines(["Rapat membahas pema-", "paran dari anak-", "anak asuh se-", "Kabupaten Ngawi"])
    ('Rapat membahas pemaparan dari anak-anak asuh se-Kabupaten Ngawi', [0, 19, 35, 48])
    """
    text = ""
    starts = []
    for line in lines:
        if not text or (text[-1] in DASHES and text[-2:-1].isalnum() and line[0].isalnum()):
            pass
        elif _is_broken(text, line):
            text = text if _is_compound(text, line) else text[:-1]
        else:
            text += " "
        starts.append(len(text))
        text += line
    return text, starts


def _is_broken(text: str, line: str) -> bool:
    return len(text) > 1 and text[-1] in HYPHENS and text[-2].isalnum() and line[:1].isalnum()


def _is_compound(text: str, line: str) -> bool:
    if not line[0].islower():
        return True
    before = text[:-1].rpartition(" ")[2].rpartition("-")[2].lower()
    after = line.partition(" ")[0].lower()
    repeats = any(after.startswith(before[-size:]) for size in range(3, len(before) + 1))
    return repeats or (len(before) > 3 and before[1:] in after)
