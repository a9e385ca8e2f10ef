"""Text of documents made fit for files: nothing that breaks a writer, turns writing round, or starts a formula."""

from __future__ import annotations

import re

# Controls (but not tab and line feed), lone surrogates and noncharacters make XML writers and encoders fail;
# the directional overrides can make a name read as another one.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_FORMULA_START = "=+-@\t\r\n＝＋－＠"
# Where a spreadsheet splits at semicolons (the list separator of Indonesia), a cell may begin in the middle of a text.
_AFTER_SEMICOLON = re.compile(rf";(?=[\s{_INVISIBLE}\"]*[=+\-@＝＋－＠])")


def printable(text: str) -> str:
    """The text without the characters that no file format here can hold."""
    return _UNFIT.sub("", text)


def one_line(text: str | None) -> str:
    r"""The text on one line, its runs of white space made one space.

    >>> one_line("Dinas Sosial\n  akan\x07 mendata")
    'Dinas Sosial akan mendata'
    """
    return printable(" ".join(text.split())) if text else ""


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula once it is typed or loaded again."""
    return text.lstrip(_INVISIBLE + " ")[:1] in tuple(_FORMULA_START)


def defused(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet that loads it from a text file might see a formula.

    >>> defused("=HYPERLINK(A1)")
    "'=HYPERLINK(A1)"
    >>> defused("Dinas Sosial")
    'Dinas Sosial'
    """
    text = _AFTER_SEMICOLON.sub(";'", text)
    return f"'{text}" if starts_formula(text) else text
