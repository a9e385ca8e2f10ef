"""Bytes of a web page -> its text, as browsers decode it, but that valid UTF-8 is UTF-8 whatever the page says of itself."""

from __future__ import annotations

import codecs
import re

from minutes_miner.documents.decoding import decode
from minutes_miner.errors import WrongFormat
from minutes_miner.records import Warning

WITHIN = 4096
_DECLARED = re.compile(rb"(?:<meta\b[^>]*?charset|<\?xml[^>]*?encoding)\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
# Browsers read these names as what is really meant by them.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "latin-1": "cp1252"}
_NOT_FROM_WITHIN = ("utf-16", "utf-32", "utf-7", "utf-8")


def decode_page(data: bytes, source: str) -> tuple[str, tuple[Warning, ...]]:
    r"""The text of a page with `\n` as its only line end, and what had to be guessed.

    Raises:
        WrongFormat: the bytes are no text.

    >>> decode_page(b'<meta charset="iso-8859-1"><p>\x93Rapat\x94', "a.html")[0][-7:]
    '“Rapat”'
    """
    declared = _declared(data)
    if declared is None or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _is_utf8(data):
        return decode(data, source)
    try:
        text = data.decode(declared, "replace")
    except (LookupError, UnicodeError):
        raise WrongFormat(source, expected={"id": "halaman web", "en": "a web page"}) from None
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    """The encoding that the page names near its beginning; not UTF-16 and its like, in which it could not have named it so."""
    match = _DECLARED.search(data[:WITHIN])
    if match is None:
        return None
    try:
        found = codecs.lookup(match.group(1).decode("ascii"))
    except LookupError:
        return None
    if found.name in _MEANT:
        return _MEANT[found.name]
    is_text = getattr(found, "_is_text_encoding", True)
    return found.name if is_text and not found.name.startswith(_NOT_FROM_WITHIN) else None
