"""The rows and cells of a table in a Word document, as its XML has them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from minutes_miner.documents.tables import MAX_SPAN
from minutes_miner.documents.word.styles import Styles, has_borders
from minutes_miner.documents.word.xml import VAL, W, is_on, local, number, value

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """The rows that are shown: a row that was deleted under tracked changes is not."""
    for row in _inside(table, "tr"):
        if not is_on(row.find(f"{W}trPr"), "del"):
            yield row


def cells_of(row: etree._Element) -> Iterator[etree._Element | int]:
    """The cells of a row in order; a number stands for so many empty grid columns."""
    properties = row.find(f"{W}trPr")
    if before := min(number(value(properties, "gridBefore"), 0) or 0, MAX_SPAN):
        yield before
    yield from _inside(row, "tc")
    if after := min(number(value(properties, "gridAfter"), 0) or 0, MAX_SPAN):
        yield after


def span_of(cell: etree._Element) -> int:
    """How many grid columns the cell says that it covers, at least 1 and not more than a page could hold."""
    return max(1, min(number(value(cell, "tcPr/gridSpan"), 1) or 1, MAX_SPAN))


def goes_on(cell: etree._Element) -> bool:
    """Whether the cell continues the one above (`vMerge` without `restart`)."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(VAL, "continue") != "restart"


def is_swallowed(cell: etree._Element) -> bool:
    """Whether the cell is a part of the one before it (`hMerge` without `restart`, which old files have)."""
    merge = cell.find(f"{W}tcPr/{W}hMerge")
    return merge is not None and merge.get(VAL, "continue") != "restart"


def is_ruled(table: etree._Element, styles: Styles) -> bool:
    """Whether lines are drawn between the cells: by the table, by its style, or by most of its cells."""
    properties = table.find(f"{W}tblPr")
    drawn = has_borders(properties)
    if drawn is None:
        drawn = styles.borders(value(properties, "tblStyle"))
    if drawn:
        return True
    cells = [cell for row in rows_of(table) for cell in cells_of(row) if not isinstance(cell, int)]
    return 2 * sum(map(_draws, cells)) > len(cells)


def _inside(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    for child in parent:
        name = local(child)
        if name == wanted:
            yield child
        elif name in _WRAPPERS:
            yield from _inside(child, wanted)


def _draws(cell: etree._Element) -> bool:
    borders = cell.find(f"{W}tcPr/{W}tcBorders")
    return borders is not None and sum(side.get(VAL) not in (None, "nil", "none") for side in borders) >= 2
