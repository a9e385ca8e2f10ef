"""The styles of a Word document, with what each takes over from the one that it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from minutes_miner.documents.word.xml import VAL, W, number, value

_HEADING_NAME = re.compile(r"(?:heading|judul) ([1-9])$")
_BODY_OUTLINE = 9
_NONE = (None, "nil", "none")
NumPr = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style itself says: heading level from 1, numbering as (list, level), borders of a table; None where it says nothing."""

    based_on: str | None = None
    heading: int | None = None
    numbering: NumPr | None = None
    borders: bool | None = None


class Styles:
    """The styles of one document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        for element in [] if root is None else root.iterfind(f"{W}style"):
            name = element.get(f"{W}styleId")
            if name is None:
                continue
            self._elements[name] = element
            if element.get(f"{W}default") == "1" and element.get(f"{W}type") == "paragraph":
                self._default = name

    def heading(self, style: str | None) -> int | None:
        """The heading level, from 1, of paragraphs in `style` (None: the default); None for body text."""
        return next((found.heading or None for found in self._chain(style or self._default) if found.heading is not None), None)

    def numbering(self, style: str | None) -> NumPr | None:
        """The (list, level) that `style` (None: the default) gives to its paragraphs."""
        return next((found.numbering for found in self._chain(style or self._default) if found.numbering is not None), None)

    def borders(self, style: str | None) -> bool:
        """Whether tables in `style` are drawn with lines."""
        return next((found.borders for found in self._chain(style) if found.borders is not None), False)

    def _chain(self, name: str | None) -> list[Style]:
        """The style and those that it is based on; a circle ends where it closes."""
        chain: dict[str, Style] = {}
        while name is not None and name not in chain and name in self._elements:
            chain[name] = self._style(name)
            name = chain[name].based_on
        return list(chain.values())

    def _style(self, name: str) -> Style:
        """The style, understood when it is first asked for: most of the hundred that Word writes into a file are never used."""
        if name not in self._styles:
            self._styles[name] = _style(self._elements[name])
        return self._styles[name]


def has_borders(properties: etree._Element | None) -> bool | None:
    """Whether a table's own properties draw any line; None when they say nothing about it."""
    borders = None if properties is None else properties.find(f"{W}tblBorders")
    return None if borders is None else any(side.get(VAL) not in _NONE for side in borders)


def outline(properties: etree._Element | None) -> int | None:
    """The heading level that an outline level stands for: 0 for body text, None when there is none."""
    level = number(value(properties, "outlineLvl"))
    return None if level is None else (0 if level >= _BODY_OUTLINE else level + 1)


def _style(element: etree._Element) -> Style:
    paragraph = element.find(f"{W}pPr")
    heading = outline(paragraph)
    name = (value(element, "name") or "").lower()
    if heading is None and (match := _HEADING_NAME.match(name)):
        heading = int(match.group(1))
    if heading is None and name == "title":
        heading = 1
    numbered = None if paragraph is None else paragraph.find(f"{W}numPr")
    return Style(
        based_on=value(element, "basedOn"),
        heading=heading,
        numbering=None if numbered is None else (value(numbered, "numId"), value(numbered, "ilvl")),
        borders=has_borders(element.find(f"{W}tblPr")),
    )
