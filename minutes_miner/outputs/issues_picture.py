"""The recurring issues as a picture of their time lines, for slides and messages.

Drawn with Pillow, which every installation has, rather than with a plotting library that would bring twenty megabytes for bars: the same
issues give the same bytes, and nothing looks for fonts on the machine.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import BinaryIO

from PIL import Image, ImageDraw, ImageFont

from minutes_miner.outputs.issue_times import Axis, answered, axis_of, raised
from minutes_miner.outputs.issue_words import WORDS, facts_of, lead_of, listed, step_of
from minutes_miner.outputs.page_colours import INK, PAPER, Colour
from minutes_miner.outputs.safe_text import one_line
from minutes_miner.outputs.wording import ISSUE_STATES
from minutes_miner.records import Issue

MOST_ROWS = 25
STATES: dict[str, Colour] = {"open": (0, 114, 178), "answered": (0, 158, 115), "dormant": (154, 165, 177)}
ANSWER: Colour = (213, 94, 0)
SOFT, LINE, BAND = (91, 104, 117), (213, 220, 227), (246, 248, 250)
# In pixels of the picture, which is drawn at twice the size that it is meant to be seen at.
SCALE = 2
LABELS, CHART, SIDE = 380 * SCALE, 640 * SCALE, 24 * SCALE
HEAD, ROW, FOOT = 104 * SCALE, 62 * SCALE, 42 * SCALE
BARS = 34 * SCALE
LEAST_BAR = 4 * SCALE
TICK_WIDTH = 40 * SCALE


def write(issues: Sequence[Issue], lang: str, stream: BinaryIO) -> None:
    """Writes a PNG of the issues that came up in most meetings, a row each."""
    stream.write(_Picture(issues, lang).png())


class _Picture:
    def __init__(self, issues: Sequence[Issue], lang: str) -> None:
        self._lang = lang
        self._axis = axis_of(issues)
        shown = issues[:MOST_ROWS]
        self._image = Image.new("RGB", (LABELS + CHART + 2 * SIDE, HEAD + ROW * len(shown) + FOOT), PAPER)
        self._pen = ImageDraw.Draw(self._image)
        self._fonts = {size: ImageFont.load_default(size * SCALE) for size in (12, 15, 24)}
        self._head(issues)
        if self._axis:
            self._grid(self._axis, len(shown))
        most = max((max(raised(issue, self._axis)) for issue in shown), default=1) if self._axis else 1
        for row, issue in enumerate(shown):
            self._row(row, issue, max(most, 1))
        if len(issues) > len(shown):
            self._write(SIDE, HEAD + ROW * len(shown) + 14 * SCALE, WORDS["left_out"].say(lang).format(number=len(issues) - len(shown)))

    def png(self) -> bytes:
        """The bytes of the file."""
        data = io.BytesIO()
        self._image.save(data, "PNG", optimize=True)
        return data.getvalue()

    def _head(self, issues: Sequence[Issue]) -> None:
        self._write(SIDE, 16 * SCALE, WORDS["title"].say(self._lang), 24, INK)
        self._write(SIDE, 48 * SCALE, lead_of(issues, self._lang), 15)
        x = SIDE
        for state, colour in STATES.items():
            x = self._key(x, ISSUE_STATES[state].say(self._lang), colour, round_key=False)
        x = self._key(x, WORDS["reply"].say(self._lang), ANSWER, round_key=True)
        if self._axis:
            self._write(x, 74 * SCALE, step_of(self._axis, self._lang))

    def _key(self, x: int, name: str, colour: Colour, *, round_key: bool) -> int:
        box = (x, 77 * SCALE, x + 10 * SCALE, 87 * SCALE)
        (self._pen.ellipse if round_key else self._pen.rectangle)(box, fill=colour)
        self._write(x + 15 * SCALE, 74 * SCALE, name)
        return x + 15 * SCALE + self._width(name, 12) + 20 * SCALE

    def _grid(self, axis: Axis, rows: int) -> None:
        bottom = HEAD + ROW * rows
        every = max(1, -(-TICK_WIDTH * axis.steps * axis.months // (CHART * 12)))
        named = [step for step in range(axis.steps) if axis.begins_year(step) and (axis.year(step) - axis.year(0)) % every == 0]
        for step in named or [0]:
            x = self._x(axis, step)
            self._pen.line((x, HEAD, x, bottom + 5 * SCALE), fill=LINE, width=SCALE)
            self._write(x + 4 * SCALE, bottom + 6 * SCALE, str(axis.year(step)) if named else axis.name(step, self._lang))

    def _row(self, row: int, issue: Issue, most: int) -> None:
        top = HEAD + ROW * row
        base = top + ROW - 14 * SCALE
        self._pen.line((SIDE, top, self._image.width - SIDE, top), fill=LINE, width=1)
        self._pen.rectangle((SIDE, top + 8 * SCALE, SIDE + 4 * SCALE, top + ROW - 8 * SCALE), fill=STATES[issue.state])
        left, room = SIDE + 14 * SCALE, LABELS - 30 * SCALE
        self._write(left, top + 5 * SCALE, self._fitted(one_line(issue.label), 15, room), 15, INK)
        self._write(left, top + 24 * SCALE, self._fitted(facts_of(issue, self._lang), 12, room))
        self._write(left, top + 40 * SCALE, self._fitted(listed(issue.regions, self._lang, 2), 12, room))
        if not self._axis:
            return
        self._pen.line((SIDE + LABELS, base, SIDE + LABELS + CHART, base), fill=SOFT, width=SCALE)
        for step, count in enumerate(raised(issue, self._axis)):
            if count:
                height = max(LEAST_BAR, round(BARS * count / most))
                left, right = self._x(self._axis, step), self._x(self._axis, step + 1)
                gap = max(SCALE, (right - left) // 10)
                self._pen.rectangle((left + gap, base - height, max(left + gap, right - gap), base), fill=STATES[issue.state])
        for step, count in enumerate(answered(issue, self._axis)):
            if count:
                x, y, r = (self._x(self._axis, step) + self._x(self._axis, step + 1)) // 2, base + 6 * SCALE, 3 * SCALE
                self._pen.ellipse((x - r, y - r, x + r, y + r), fill=ANSWER)

    def _x(self, axis: Axis, step: int) -> int:
        return SIDE + LABELS + CHART * step // axis.steps

    def _fitted(self, text: str, size: int, room: int) -> str:
        if self._width(text, size) <= room:
            return text
        while text and self._width(text + "…", size) > room:
            text = text[:-1]
        return text.rstrip(" ,·") + "…"

    def _width(self, text: str, size: int) -> int:
        return round(self._pen.textlength(text, self._fonts[size]))

    def _write(self, x: int, y: int, text: str, size: int = 12, colour: Colour = SOFT) -> None:
        self._pen.text((x, y), text, colour, self._fonts[size])
