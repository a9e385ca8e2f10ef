"""What a browser does not show of a page, taken out of its tree."""

from __future__ import annotations

import re

from lxml import etree, html

MAX_DEPTH = 2000  # libxml2 drops what lies deeper than 2,048
_UNSEEN = frozenset(
    "head script style template noscript iframe object embed svg math canvas audio video select datalist button textarea dialog rt rp "
    "map frame noframes xml del".split()
)
_CONTROL = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)


def cleaned(root: html.HtmlElement) -> bool:
    """Takes out what is not shown, below `root`; False when the tree is so deep that the parser has lost a part of it."""
    depth = 0
    unseen = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            return False
        if event == "start":
            _take_control_characters(element)
            if _is_unseen(element):
                unseen.append(element)
    for element in reversed(unseen):
        if element.getparent() is not None:
            element.drop_tree()
    return True


def _take_control_characters(element: html.HtmlElement) -> None:
    """Takes out what the parser lets pass in a page but refuses when its texts are moved."""
    for place in ("text", "tail"):
        text = getattr(element, place)
        if text and _CONTROL.search(text):
            setattr(element, place, _CONTROL.sub("", text))


def _is_unseen(element: html.HtmlElement) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN:
        return True
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None
