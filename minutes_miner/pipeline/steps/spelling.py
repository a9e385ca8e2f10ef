"""Whether two spellings may be of one name."""

from __future__ import annotations

SHORTEST = 5


def one_apart(x: str, y: str) -> bool:
    """Whether two long words differ by one letter that is other, too many, or missing.

    >>> one_apart("wilianto", "wilanto")
    True
    >>> one_apart("budi", "budy")
    False
    """
    if min(len(x), len(y)) < SHORTEST or abs(len(x) - len(y)) > 1 or x == y:
        return False
    start = 0
    while start < min(len(x), len(y)) and x[start] == y[start]:
        start += 1
    return x[start + 1 :] == y[start + 1 :] or x[start:] == y[start + 1 :] or x[start + 1 :] == y[start:]
