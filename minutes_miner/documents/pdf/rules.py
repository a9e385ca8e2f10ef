"""The ruling lines of a PDF page, as the reader sees them."""

from __future__ import annotations

from minutes_miner.documents.pages.rules import Rule, Rules, rules_of
from minutes_miner.documents.pdf.drawing import Drawing
from minutes_miner.documents.pdf.frame import Frame


def rules_on(drawing: Drawing, frame: Frame) -> Rules:
    """The level and upright lines of a drawing on the visible page."""
    placed = [frame.placed(*line) for line in drawing.lines]
    level = [Rule(top, x0, x1) for x0, top, x1, bottom in placed if x1 - x0 >= bottom - top]
    upright = [Rule(x0, top, bottom) for x0, top, x1, bottom in placed if x1 - x0 < bottom - top]
    return rules_of(level, upright)
