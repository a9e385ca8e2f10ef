"""How wide letters are beside each other, in any common font: where in a word's box a part of the word stands."""

from __future__ import annotations

from minutes_miner.records import Box

# In thousandths of the size: what Arial, Times and Calibri have in common once their words are stretched to one width.
COMMON = 520
CAPITAL = 690
_WIDTHS = {
    **dict.fromkeys("ijl.,:;'|!I’‘`·", 260),
    **dict.fromkeys("ftr()[]{}-/\\°", 330),
    **dict.fromkeys('"”“*', 390),
    **dict.fromkeys("szcJ?", 470),
    **dict.fromkeys("mM—", 840),
    **dict.fromkeys("wW%@…", 830),
    **dict.fromkeys(" \u00a0\u00ad", 0),
}
FIXED = 0.6
SAME = 0.004
LONGEST_UPRIGHT = 4


def part_of(box: Box, word: str, first: int, last: int, *, fixed: bool = False) -> Box:
    """The part of the word's box in which `word[first:last]` stands; the whole box where the writing does not run from left to right.

    Blanks in `word` are not drawn, and take no room. `fixed` is for a font whose letters all have the same width.
    """
    x0, top, x1, bottom = box
    if x1 - x0 < bottom - top and len(word) > LONGEST_UPRIGHT:
        return box
    widths = [float(not letter.isspace()) for letter in word] if fixed else [_width(letter) for letter in word]
    whole = sum(widths)
    if not whole:
        return box
    scale = (x1 - x0) / whole
    return x0 + scale * sum(widths[:first]), top, x0 + scale * sum(widths[:last]), bottom


def is_fixed(box: Box, word: str) -> bool:
    """Whether the word is as wide as in a font whose letters all have the usual width of typewriters."""
    height = box[3] - box[1]
    return height > 0 and bool(word) and abs((box[2] - box[0]) / (len(word) * height) - FIXED) < SAME


def _width(letter: str) -> int:
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    return CAPITAL if letter.isupper() else COMMON
