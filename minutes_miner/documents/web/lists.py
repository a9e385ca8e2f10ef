"""The numbers and bullets of lists in a web page, as a browser draws them."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import html

from minutes_miner.documents.word.numbering import BULLET, written

_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "disc": "bullet", "circle": "bullet", "square": "bullet", "none": "none",
}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?(" + "|".join(sorted(_STYLES, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def label_of(element: html.HtmlElement) -> Callable[[html.HtmlElement], str]:
    """What gives the label of each item of the list `element`, to be asked in their order; nothing for an item without one."""
    format = _format(element)
    at = _number(element.get("start"), 1) - 1

    def label(item: html.HtmlElement) -> str:
        nonlocal at
        at = _number(item.get("value"), at + 1)
        if format == "bullet":
            return BULLET
        return "" if format == "none" else f"{written(at, format)}."

    return label


def _format(element: html.HtmlElement) -> str:
    if match := _STYLE.search(element.get("style", "")):
        return _STYLES[match.group(1).lower()]
    return _KINDS.get(element.get("type", ""), "decimal") if element.tag == "ol" else "bullet"


def _number(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text) else default
