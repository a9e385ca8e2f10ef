"""Examples of rules: sentences with the expected spans in square brackets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """One example; `written` is how it stands in the file, `text` the sentence itself, `where` the file and line."""

    written: str
    text: str
    spans: tuple[tuple[int, int], ...]
    where: str


def read_marked(written: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The sentence without its brackets, and the (start, end) offsets of what stood between them, in the order in which they close.

    >>> read_marked("Hadir [Bupati [Ngawi]] pagi ini.")
    ('Hadir Bupati Ngawi pagi ini.', ((13, 18), (6, 18)))

    Raises:
        ValueError: a bracket without its partner, or with nothing inside.
    """
    kept: list[str] = []
    opened: list[int] = []
    spans: list[tuple[int, int]] = []
    for char in written:
        if char == "[":
            opened.append(len(kept))
        elif char == "]":
            if not opened or opened[-1] == len(kept):
                raise ValueError("a bracket without its partner, or with nothing inside")
            spans.append((opened.pop(), len(kept)))
        else:
            kept.append(char)
    if opened:
        raise ValueError("a bracket without its partner, or with nothing inside")
    return "".join(kept), tuple(spans)
