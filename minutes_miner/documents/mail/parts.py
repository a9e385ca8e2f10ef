"""The parts of a mail, their bytes and their text, under limits and with whatever faults a mail has."""

from __future__ import annotations

import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message

from minutes_miner.documents.decoding import decode
from minutes_miner.documents.web.charset import decode_page, encoding_of
from minutes_miner.records import Warning

MAX_PARTS = 200
MAX_DEPTH = 40
MAX_FIELD = 20_000
_ENCODED = re.compile(r"=\?[^?\s]{1,40}\?[bqBQ]\?[^?\s]*\?=")
_CODES = 500  # encoded words of one field; more than any mail program writes

Part = Message | EmailMessage


def parts_of(message: Part) -> Iterator[Part]:
    """The parts that hold something, outermost first; a mail within a mail is one part. Too many and too deep ones are passed over."""
    waiting: list[tuple[Part, int]] = [(message, 0)]
    count = 0
    while waiting and count < MAX_PARTS:
        part, depth = waiting.pop()
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            inside = part.get_payload()
            if depth < MAX_DEPTH and isinstance(inside, list):
                waiting.extend((inner, depth + 1) for inner in reversed(inside) if isinstance(inner, Message))
            continue
        count += 1
        yield part


def bytes_of(part: Part) -> bytes:
    """The content of a part, its transfer encoding undone as far as it can be; a mail within the mail as its own bytes."""
    if part.is_multipart():
        inner = part.get_payload(0)
        return inner.as_bytes(policy=email.policy.default.clone(max_line_length=None)) if isinstance(inner, Message) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def text_of(data: bytes, part: Part, source: str) -> tuple[str, tuple[Warning, ...]]:
    """The text of a plain part in the encoding that it names; where it names none that fits, as a text file is decoded."""
    text = _as_declared(data, part)
    return decode(data, source) if text is None else (text, ())


def page_text(data: bytes, part: Part, source: str) -> tuple[str, tuple[Warning, ...]]:
    """The source text of a part that is a web page; the mail's word on its encoding goes before the page's."""
    text = _as_declared(data, part)
    return decode_page(data, source) if text is None else (text, ())


def field_of(message: Part, name: str) -> str:
    """A field as one line, its encoded words decoded; one that is longer than any true one is cut."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name), None)
    if raw is None:
        return ""
    raw = str(raw)[:MAX_FIELD].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if len(_ENCODED.findall(raw)) > _CODES:
        return ""
    try:
        shown = str(message.policy.header_fetch_parse(name, raw)) if hasattr(message.policy, "header_fetch_parse") else raw
    except Exception:  # the parser of fields fails on malformed ones in ways of its own
        shown = raw
    return " ".join(shown.encode("utf-8", "replace").decode("utf-8").split())


def _as_declared(data: bytes, part: Part) -> str | None:
    """The text in the encoding that the part names; None where it names none, or one that does not fit."""
    name = part.get_content_charset()
    encoding = None if name is None or name == "us-ascii" else encoding_of(str(name))
    try:
        text = None if encoding is None else data.decode(encoding)
    except UnicodeError:
        return None
    return None if text is None else text.replace("\r\n", "\n").replace("\r", "\n")
