"""Spoilt copies of good files, as accidents and ill will make them."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib

EXTREMES = (b"0", b"-1", b"1", b"65536", b"2147483647", b"-2147483648", b"4294967295", b"1e400", b"99999999999999999999", b"NaN", b"")
SIGNS = (
    "\x00",
    "\ud7ff",
    "\ufffe",
    "\u202e",
    "\u200b",
    "\ufdfa",
    "e\u0301" * 40,
    "\U000e0041",
    "😀\u200d" * 20,
    "|",
    "\t" * 300,
    '"',
    "(" * 200,
)
_NUMBER = re.compile(rb"\d+")
_ELEMENT = re.compile(rb"<[^<>]{1,200}>")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def mutated(data: bytes, dice: random.Random) -> bytes:
    """A copy of `data` spoilt in one to four ways; archives and PDF streams are also spoilt inside."""
    for _ in range(dice.randint(1, 4)):
        data = _once(data, dice)
    return data


def _once(data: bytes, dice: random.Random) -> bytes:
    if data.startswith(b"PK") and dice.random() < 0.7:
        return _in_archive(data, dice)
    if data.startswith(b"%PDF") and dice.random() < 0.6:
        return dice.choice((_in_stream, _number, _number))(data, dice)
    if data[:1].isascii() and dice.random() < 0.3:
        return _sign(data, dice)
    return dice.choice(_ANYWHERE)(data, dice)


def _place(data: bytes, dice: random.Random) -> tuple[int, int]:
    start = dice.randrange(len(data) + 1)
    return start, min(len(data), start + int(2 ** dice.uniform(0, 12)))


def _flip(data: bytes, dice: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(dice.randint(1, 16) if data else 0):
        spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
    return bytes(spoilt)


def _cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def _drop(data: bytes, dice: random.Random) -> bytes:
    start, end = _place(data, dice)
    return data[:start] + data[end:]


def _double(data: bytes, dice: random.Random) -> bytes:
    start, end = _place(data, dice)
    return data[:end] + data[start:end] * dice.choice((1, 1, 2, 50)) + data[end:]


def _move(data: bytes, dice: random.Random) -> bytes:
    start, end = _place(data, dice)
    rest = data[:start] + data[end:]
    target = dice.randrange(len(rest) + 1)
    return rest[:target] + data[start:end] + rest[target:]


def _noise(data: bytes, dice: random.Random) -> bytes:
    start, end = _place(data, dice)
    return data[:start] + dice.randbytes(end - start) + data[end:]


def _number(data: bytes, dice: random.Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return _flip(data, dice)
    match = dice.choice(found)
    return data[: match.start()] + dice.choice(EXTREMES) + data[match.end() :]


def _element(data: bytes, dice: random.Random) -> bytes:
    """An element's tag dropped, doubled, or put elsewhere; without regard to whether the tree stays well formed."""
    found = list(_ELEMENT.finditer(data))
    if not found:
        return _flip(data, dice)
    match = dice.choice(found)
    way = dice.randrange(3)
    if way == 0:
        return data[: match.start()] + data[match.end() :]
    copies = match.group() * dice.choice((1, 3, 400))
    target = match.end() if way == 1 else dice.choice(found).start()
    return data[:target] + copies + data[target:]


def _sign(data: bytes, dice: random.Random) -> bytes:
    place = dice.randrange(len(data) + 1)
    return data[:place] + (dice.choice(SIGNS) * dice.choice((1, 1, 30))).encode("utf-8", "surrogatepass") + data[place:]


def _in_archive(data: bytes, dice: random.Random) -> bytes:
    """A zip archive with one of its parts spoilt, dropped or emptied; as bytes where it is none any more."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        return _flip(data, dice)
    if not parts:
        return data
    texts = [name for name in parts if name.endswith((".xml", ".rels"))] or list(parts)
    name = dice.choice(
        [name for name in texts if "document.xml" in name or "content.xml" in name] or texts if dice.random() < 0.5 else texts
    )
    way = dice.choice((_element, _element, _element, _number, _sign, _drop, _double, _flip, _cut))
    parts[name] = way(parts[name], dice)
    if dice.random() < 0.05:
        del parts[name]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return target.getvalue()


def _in_stream(data: bytes, dice: random.Random) -> bytes:
    """A PDF with one of its compressed streams spoilt behind the compression."""
    found = list(_STREAM.finditer(data))
    if not found:
        return _number(data, dice)
    match = dice.choice(found)
    try:
        inside = zlib.decompress(match.group(1))
    except zlib.error:
        return _flip(data, dice)
    way = dice.choice((_number, _number, _drop, _double, _move, _flip))
    return data[: match.start(1)] + zlib.compress(way(inside, dice)) + data[match.end(1) :]


_ANYWHERE = (_flip, _flip, _cut, _drop, _double, _move, _noise, _number)
