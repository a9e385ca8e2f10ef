"""Bytes of a text file -> its text.

The order of the guesses is the order of their certainty: a byte-order mark, the zero bytes of UTF-16, valid UTF-8, and last Windows-1252,
which takes nearly any bytes and is therefore believed only when the result looks like writing.
"""

from __future__ import annotations

import codecs
import re

from minutes_miner.errors import WrongFormat
from minutes_miner.records import Warning

EXPECTED = {"id": "teks", "en": "text"}
SAMPLE = 4096
MOSTLY = 0.7
STRAY = 0.002

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HALF = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")


def decode(data: bytes, source: str, *, whole: bool = True) -> tuple[str, tuple[Warning, ...]]:
    r"""The text of `data` with `\n` as its only line end and without a byte-order mark, and what had to be guessed.

    Where `data` is not the `whole` of a file but its beginning, the last character may be cut in two, and its part is left out.

    Nothing else is changed, so that offsets into the text are offsets into the file's content.

    Raises:
        WrongFormat: the bytes are no text in any encoding that is known here.

    >>> decode(b"\xef\xbb\xbfRapat\r\ndibuka", "notulen.txt")
    ('Rapat\ndibuka', ())
    """
    text, warnings = _decoded(data, source, whole)
    if _CONTROL.subn("", text)[1] > STRAY * len(text) + 1:
        raise WrongFormat(source, expected=EXPECTED)
    return text.replace("\r\n", "\n").replace("\r", "\n"), warnings


def _decoded(data: bytes, source: str, whole: bool) -> tuple[str, tuple[Warning, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, source, whole), ()
    unmarked = _unmarked_utf16(data)
    if unmarked is not None:
        return _strictly(data, unmarked, source, whole), ()
    try:
        return _decode(data, "utf-8", whole), ()
    except UnicodeDecodeError:
        return _guessed(data, source)


def _decode(data: bytes, encoding: str, whole: bool) -> str:
    return data.decode(encoding) if whole else codecs.getincrementaldecoder(encoding)().decode(data)


def _strictly(data: bytes, encoding: str, source: str, whole: bool) -> str:
    try:
        return _decode(data, encoding, whole)
    except UnicodeDecodeError:
        raise WrongFormat(source, expected=EXPECTED) from None


def _unmarked_utf16(data: bytes) -> str | None:
    """Latin script in UTF-16 has a zero in every second byte: in the odd places when little-endian, in the even ones when big-endian."""
    sample = data[:SAMPLE]
    zeros = sample.count(0)
    if zeros < 2 or len(data) % 2:
        return None
    odd, half = sample[1::2].count(0), len(sample) // 2
    if odd >= MOSTLY * half and odd == zeros:
        return "utf-16-le"
    if zeros - odd >= MOSTLY * half and odd == 0:
        return "utf-16-be"
    return None


def _guessed(data: bytes, source: str) -> tuple[str, tuple[Warning, ...]]:
    """Bytes that are not valid UTF-8: UTF-8 with some damage when most of its long characters are whole, else Windows-1252."""
    lenient = data.decode("utf-8", "replace")
    lost = lenient.count("\ufffd")
    whole = sum(not character.isascii() for character in lenient) - lost
    if whole > lost:
        message = f"{source}: {lost} huruf rusak dan diganti tanda \ufffd. Bandingkan dengan berkas aslinya, atau minta salinan baru."
        return lenient, (Warning(code="damaged_characters", message=message),)
    text = _strictly(data, "cp1252", source, True)
    message = (
        f"{source}: berkas ini memakai kode huruf lama (Windows-1252). Periksa tanda kutip dan huruf khusus, atau simpan sebagai UTF-8."
    )
    return text, (Warning(code="guessed_encoding", message=message),)


def whole_characters(text: str) -> str:
    r"""The text with each lone half of a surrogate pair (`\ud83d` in JSON) as one replacement sign, so that it can be written out.

    >>> whole_characters("Rp\ud83d 500")
    'Rp� 500'
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _HALF.search(text) else text
