"""The visible page: positions of the file -> positions as the reader sees them."""

from __future__ import annotations

import pypdfium2

from minutes_miner.records import Box


class Frame:
    """Turns positions of the file (origin at the lower left, page unturned) into those of the reader (origin at the upper left)."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._box: Box = page.get_bbox()
        self._turned = page.get_rotation()
        self.width, self.height = page.get_size()

    def placed(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the file on the visible page."""
        x0, y0, x1, y1 = self._box
        if self._turned == 0:
            return left - x0, y1 - top, right - x0, y1 - bottom
        if self._turned == 90:
            return bottom - y0, left - x0, top - y0, right - x0
        if self._turned == 180:
            return x1 - right, bottom - y0, x1 - left, top - y0
        return y1 - top, x1 - right, y1 - bottom, x1 - left

    def share(self, box: Box) -> float:
        """The share of the visible page (0 to 1) that a box of the file covers."""
        x0, top, x1, bottom = self.placed(*box)
        seen = max(0.0, min(x1, self.width) - max(x0, 0)) * max(0.0, min(bottom, self.height) - max(top, 0))
        return float(seen / max(self.width * self.height, 1.0))
