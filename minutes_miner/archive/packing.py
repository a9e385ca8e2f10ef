"""An analysis as bytes and back, small enough to be kept for each of a million documents.

The text is kept apart, and so are the words of records that are a part of it. The bytes are the same for the same analysis.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from hashlib import blake2b
from typing import TypeVar

import msgspec

from minutes_miner.records import Analysis, Item, Mention, Statement

Worded = TypeVar("Worded", Mention, Statement, Item)
# A level more makes them smaller by a hundredth and takes twice the time.
LEVEL = 6
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
DIGEST_BYTES = 16


def packed(analysis: Analysis) -> bytes:
    """The analysis without its text."""
    bare = replace(
        analysis,
        text="",
        mentions=_without_words(analysis.mentions, analysis.text),
        statements=_without_words(analysis.statements, analysis.text),
        items=_without_words(analysis.items, analysis.text),
    )
    return zlib.compress(msgspec.msgpack.encode(bare, enc_hook=str), LEVEL)


def storable(analysis: Analysis) -> Analysis:
    """The analysis with U+FFFD for what a database cannot hold: NUL, and half a surrogate pair. Offsets hold, as each is one sign."""
    if not _UNSTORABLE.search(analysis.text):
        return analysis
    changed: Analysis = msgspec.convert(_storable(msgspec.to_builtins(analysis, enc_hook=str)), type=Analysis)
    return changed


def _storable(value: object) -> object:
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _storable(each) for key, each in value.items()}
    return [_storable(each) for each in value] if isinstance(value, (list, tuple)) else value


def unpacked(data: bytes, text: str) -> Analysis:
    """The analysis that was packed, with its text.

    Raises:
        ValueError: the bytes are no packed analysis.
    """
    try:
        bare = msgspec.msgpack.decode(zlib.decompress(data), type=Analysis)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise ValueError(str(error)) from None
    return replace(
        bare,
        text=text,
        mentions=_with_words(bare.mentions, text),
        statements=_with_words(bare.statements, text),
        items=_with_words(bare.items, text),
    )


def checksum(*parts: str | bytes | int | float | None) -> bytes:
    """A digest of the values of a row, which tells apart what is none, empty, and where one value ends."""
    digest = blake2b(digest_size=DIGEST_BYTES)
    for part in parts:
        data = b"" if part is None else part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{'-' if part is None else len(data)}:".encode())
        digest.update(data)
    return digest.digest()


def _without_words(records: tuple[Worded, ...], text: str) -> tuple[Worded, ...]:
    return tuple(replace(record, text="") if record.text == text[record.start : record.end] else record for record in records)


def _with_words(records: tuple[Worded, ...], text: str) -> tuple[Worded, ...]:
    return tuple(record if record.text else replace(record, text=text[record.start : record.end]) for record in records)
