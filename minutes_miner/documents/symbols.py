"""Signs that sources keep in ways of their own -> signs of any font."""

from __future__ import annotations

import re

OTHER = "•"
_CODES = {0xFC: "✓", 0xFB: "✗", 0xFE: "☒", 0xA8: "☐", 0xA7: "▪", 0xD8: "➢"}
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
# Soft hyphens, blanks of no width and the mark of byte order are there for the printer.
_KEPT = re.compile("[\xad\u200b\u2060\ufeff\uf000-\uf0ff]")
_DRAWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufb00-\ufb04\uf000-\uf0ff\ufeff\ufffe\uffff]")


def symbol(code: int) -> str:
    """The sign at `code` (its last byte counts) of a symbol font such as Wingdings; a bullet where it is not known."""
    return _CODES.get(code & 0xFF, OTHER)


def readable(text: str) -> str:
    """The text without signs that nobody sees, and with those of symbol fonts (which Word keeps from U+F000 on) as signs of any font."""
    return text if text.isascii() else _KEPT.sub(lambda sign: _drawn(sign.group()), text)


def readable_drawn(text: str) -> str:
    """The same for text as it was drawn on a page: besides, ligatures are taken apart and what is no character goes."""
    if text.isascii() and text.isprintable():
        return text
    return _DRAWN.sub(lambda sign: _drawn(sign.group()), text)


def _drawn(sign: str) -> str:
    if sign in _LIGATURES:
        return _LIGATURES[sign]
    return symbol(ord(sign)) if "\uf000" <= sign <= "\uf0ff" else ""
