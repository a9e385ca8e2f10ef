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
_OF_PROGRAMS = ("idna", "punycode", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape", "unicode-escape", "undefined", "utf-7")
_NOT_FROM_WITHIN = ("utf-16", "utf-32", "utf-8")


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
    found = encoding_of(match.group(1).decode("ascii", "replace"))
    return None if found is None or found.startswith(_NOT_FROM_WITHIN) else found


def encoding_of(name: str) -> str | None:
    """The encoding that is meant by a name in a page or a mail; None for what is none of text, or is none at all.

    >>> encoding_of("ISO-8859-1"), encoding_of("base64"), encoding_of("punycode"), encoding_of("x")
    ('cp1252', None, None, None)
    """
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    is_text = getattr(found, "_is_text_encoding", True) and found.name not in _OF_PROGRAMS
    return _MEANT.get(found.name, found.name) if is_text else None
