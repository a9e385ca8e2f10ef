"""List markers: the number, letter or bullet that stands before an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARKER = re.compile(
    r"(?:"
    r"[-–—*+•·▪▫■□●○◦‣⁃►➢➤✓✔✅☑☒⬜☐](?:[ \t]\[[ xX]\])?"
    r"|o(?=[ \t])"
    r"|\(?[1-9]\d{0,2}(?:\.[1-9]\d?){0,4}[.)]"
    r"|\(?[A-Za-z][.)]"
    r"|\(?(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})[.)]"
    r"|\(?(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})[.)]"
    r")(?=\s|$)"
)
_ROMAN_BEFORE = {"V.": "IV.", "X.": "IX."}


def marker_of(line: str) -> str | None:
    """The marker at the start of `line`, which begins without blanks.

    A number with a leading zero is none: `09.00.` is a time of day.

    >>> marker_of("1) Jumlah anak asuh"), marker_of("- [x] Undangan dikirim"), marker_of("IV. PENUTUP"), marker_of("09.00. Pembukaan")
    ('1)', '- [x]', 'IV.', None)
    """
    match = _MARKER.match(line)
    return match.group() if match else None


def without_initials(markers: Sequence[str | None]) -> list[str | None]:
    """The markers of successive lines, less the capital letters that are the initial of a name or a title (`H. Fajar`).

    A capital letter with a stop is a marker only in its turn: `A.` and `I.` when their successor follows, any other after its predecessor.

    >>> without_initials(["A.", None, "B.", "H."])
    ['A.', None, 'B.', None]
    """
    last = {marker: place for place, marker in enumerate(markers) if marker}
    met: set[str] = set()
    kept: list[str | None] = []
    for place, marker in enumerate(markers):
        if marker is not None and _is_capital(marker) and not _in_turn(marker, place, met, last):
            kept.append(None)
            continue
        if marker is not None:
            met.add(marker)
        kept.append(marker)
    return kept


def style_of(marker: str) -> str:
    """What kind of marker it is, so that nested lists can be told apart: `1)` and `12)` are `0)`, `a.` is `a.`, `IV.` is `I.`.

    >>> [style_of(marker) for marker in ("12)", "b.", "IV.", "C.", "-", "2.1.")]
    ['0)', 'a.', 'I.', 'A.', '-', '0.0.']
    """
    core = marker.strip("(.)")
    if core.isalpha() and core.isascii() and marker != core:
        roman = len(core) > 1 or core in "IVX"
        head = ("I" if roman else "A") if core.isupper() else "a"
        return marker.replace(core, head)
    return re.sub(r"\d+", "0", marker)


def _is_capital(marker: str) -> bool:
    return len(marker) == 2 and marker[0].isalpha() and marker[0].isupper() and marker[1] == "."


def _in_turn(marker: str, place: int, met: set[str], last: dict[str, int]) -> bool:
    if marker in met:
        return True
    if marker in ("A.", "I."):
        return last.get("B." if marker == "A." else "II.", -1) > place or (marker == "I." and "H." in met)
    return chr(ord(marker[0]) - 1) + "." in met or _ROMAN_BEFORE.get(marker, "") in met
