"""Documents that are longer than the limit: cut at the border of a block or line, and what is left out is said."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import islice

from minutes_miner.records import Block, Document, Warning

MOST_LINES = 1_000_000  # that are not blank; some twenty thousand pages, which take half a gigabyte as blocks
BREAK = re.compile(r"\n\s*")
REACH = 100_000  # characters in which a line or a word must end where a text may be cut


def border(text: str, most: int) -> int:
    r"""How many of the first `most` characters are kept: up to the end of a line, else of a word, where one ends near there.

    >>> border("Rapat dibuka.\nHadir semua.", 20)
    13
    """
    if len(text) <= most:
        return len(text)
    near = max(1, most - REACH)
    line = text.rfind("\n", near, most + 1)
    word = text.rfind(" ", near, most + 1) if line < 0 else line
    return most if word < 0 else word


def beginning(text: str, most: int, source: str, share: float = 1.0) -> tuple[str, tuple[Warning, ...]]:
    """The text up to `most` characters and `MOST_LINES` lines, with the warning `text_cut` where that is not all.

    `share` is how much of its document the text is already.
    """
    end = border(text, most)
    if text.count("\n", 0, end) > MOST_LINES:
        last = next(islice(BREAK.finditer(text, 0, end), MOST_LINES - 1, None), None)
        end = last.start() if last is not None else end
    if end == len(text) and share == 1.0:
        return text, ()
    return text[:end], (text_cut(source, end, share * end / max(1, len(text))),)


def text_cut(source: str, kept: int, share: float) -> Warning:
    """The warning that only the first `kept` characters were taken, which are that share of all."""
    count = f"{kept:,}".replace(",", ".")
    message = (
        f"{source}: dokumen terlalu panjang; hanya {count} huruf pertama (sekitar {share * 100:.0f} %) yang dibaca, "
        "sisanya tidak. Bagi dokumen ini menjadi beberapa berkas, atau naikkan batas panjang teks."
    )
    return Warning(code="text_cut", message=message)


def within(document: Document, most: int) -> Document:
    """The document, cut behind the last block that ends within `most` characters, with the warning `text_cut`; as it is if it fits.

    Where the very first block is longer, it is cut itself.
    """
    length = len(document.text)
    if length <= most:
        return document
    fitting = bisect_right(document.blocks, most, key=_end)
    blocks = document.blocks[:fitting]
    end = blocks[-1].end if blocks else border(document.text, most)
    if not blocks:
        blocks = tuple(_until(block, end) for block in document.blocks[:1] if block.start < end)
    warning = text_cut(document.source, end, end / length)
    return replace(
        document,
        text=document.text[:end],
        blocks=blocks,
        cells=tuple(replace(cell, end=min(cell.end, end)) for cell in document.cells if cell.start < end),
        repairs=tuple(repair for repair in document.repairs if repair.end <= end),
        warnings=(*document.warnings, warning),
    )


def _end(block: Block) -> int:
    return block.end


def _until(block: Block, end: int) -> Block:
    """A block cut where the text is."""
    return replace(block, end=end, cells=tuple((first, min(last, end)) for first, last in block.cells if first < end))
