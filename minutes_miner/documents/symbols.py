"""Signs that sources keep in ways of their own -> signs of any font."""

from __future__ import annotations

import re

OTHER = "•"
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0xA8: "☐", 0xA7: "▪", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
    0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS: dict[str, dict[int, str]] = {
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x2A: "☐", 0x30: "☐"},
    "webdings": {0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗"},
    "symbol": {
        0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xDE: "⇒", 0x2D: "−", 0x6D: "µ",
    },
}  # fmt: skip
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
# Soft hyphens, blanks of no width and the mark of byte order are there for the printer.
_KEPT = re.compile("[\xad\u200b\u2060\ufeff\uf000-\uf0ff]")
_DRAWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufb00-\ufb04\uf000-\uf0ff\ufeff\ufffe\uffff]")


def symbol(code: int, font: str = "wingdings") -> str:
    """The sign at `code` (its last byte counts) of a symbol font; a bullet where it is not known.

    >>> symbol(0xF0FE), symbol(0xF0B3, "Symbol")
    ('☑', '≥')
    """
    return _FONTS.get(font.lower(), _WINGDINGS).get(code & 0xFF, OTHER)


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
