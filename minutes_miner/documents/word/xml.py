"""Names and values in the XML of a Word document."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
VAL = f"{W}val"
_OFF = frozenset({"0", "false", "off", "none", "nil"})
MAX_NUMBER = 1_000_000


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; nothing for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: etree._Element | None, path: str) -> str | None:
    """The value of the property at `path` (`pPr/pStyle`) below `element`."""
    found = None if element is None else element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(VAL)


def number(text: str | None, default: int | None = None) -> int | None:
    """A whole number from 0, at most a million, or `default` where the text is none."""
    if text is None or not text.isascii() or not text.isdigit():
        return default
    return min(int(text[:8]), MAX_NUMBER)


def is_on(element: etree._Element | None, name: str) -> bool:
    """Whether the switch `name` (`vanish`, `del`) is set below `element`; one without a value is."""
    found = None if element is None else element.find(f"{W}{name}")
    return found is not None and found.get(VAL, "1") not in _OFF
