"""Words of a page -> segments: runs of words on one line without a gap wide enough to part columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_miner.documents.markers import marker_of
from minutes_miner.documents.pages.letter_spacing import closed
from minutes_miner.documents.pages.words import Word, around
from minutes_miner.records import Box

GAP = 1.1
WIDE = 3.0
STRETCH = 2.2
NEAR_LINES = 2.4
MANY_LINES = 500
EVEN = 0.05
POINT = 1.0
FLUSH = 3.0
SAME = 0.5
LABEL_GAP = 12.0
LABEL_WORDS = 5


@dataclass(slots=True)
class Segment:
    """A run of words on one line.

    Segments with the same `row` (its top) are the cells of one row of a table without rules. `edge` is the right border of the column that
    the segment stands in, `alone` says that it goes on in no other line, as in a signature; both are known where columns were found.
    """

    words: list[Word]
    box: Box
    row: float | None = None
    edge: float | None = None
    alone: bool = False

    @property
    def text(self) -> str:
        """Its words with one blank between them."""
        return " ".join(word.text for word in self.words)

    @property
    def height(self) -> float:
        """The height of its line, which goes with the size of the letters."""
        return self.box[3] - self.box[1]


def segments_of(words: Sequence[Word]) -> list[Segment]:
    """The segments of `words`, in the order in which they were drawn."""
    lines = [closed(line) for line in _drawn_lines(words)]
    others = lines if len(lines) <= MANY_LINES else ()
    return [segment for line in lines for segment in parted(line, others)]


def same_line(one: Box, other: Box) -> bool:
    """Whether two boxes overlap by more than half of the lower one's height."""
    overlap = min(one[3], other[3]) - max(one[1], other[1])
    return overlap > 0.5 * min(one[3] - one[1], other[3] - other[1])


def _drawn_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words that follow one another to the right on one line."""
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last is not None and same_line(last.box, word.box) and word.box[0] - last.box[2] >= -_height(last):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def parted(line: Sequence[Word], lines: Sequence[Sequence[Word]] = ()) -> list[Segment]:
    """The segments of one line: it is parted at gaps that are wide for their line, which those of stretched lines are not.

    A wide gap is still within a segment after a list marker and around the colon of `Label : value`. A line of few words, all of them far
    apart, is stretched where all its gaps are equal, or where those of `lines` that stand right above and below have words in them.
    """
    gaps = _Gaps(line, lines)
    pieces = [[line[0]]]
    for word in line[1:]:
        if gaps.part(pieces[-1], word):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return [Segment(piece, around([word.box for word in piece])) for piece in pieces]


def joined_where_near(row: Sequence[Segment]) -> list[Segment]:
    """The segments of one line, from the left; neighbours without a gap between them that parts columns become one."""
    gaps = _Gaps([word for segment in row for word in segment.words], ())
    pieces = [list(row[0].words)]
    for segment in row[1:]:
        if gaps.part(pieces[-1], segment.words[0]):
            pieces.append(list(segment.words))
        else:
            pieces[-1].extend(segment.words)
    return [Segment(piece, around([word.box for word in piece])) for piece in pieces]


class _Gaps:
    """The gaps between the words of a line, each of which parts columns or does not."""

    def __init__(self, line: Sequence[Word], lines: Sequence[Sequence[Word]]) -> None:
        widths = _widths(line)
        self._line, self._lines = line, lines
        self._narrowest = min(widths, default=0.0)
        self._even = _are_even(widths)

    def part(self, piece: Sequence[Word], word: Word) -> bool:
        """Whether the gap between a piece of the line and the word that follows on it parts columns."""
        last = piece[-1]
        gap, height = word.box[0] - last.box[2], _height(last)
        stretched = gap <= STRETCH * self._narrowest
        if gap <= GAP * height or (stretched and (gap <= WIDE * height or self._even or self._filled_nearby(last, word))):
            return False
        if word.text.startswith(":") or (len(piece) == 1 and marker_of(last.text) is not None):
            return False
        return not (last.text.endswith(":") and gap <= LABEL_GAP * height and len(piece) <= LABEL_WORDS)

    def _filled_nearby(self, left: Word, right: Word) -> bool:
        """Whether more of the lines right above and below have a word across the middle of a gap than leave it free.

        One that has the borders of this line counts twice, also where its gaps are free but equal: both are lines of a stretched paragraph.
        """
        x, height = (left.box[2] + right.box[0]) / 2, _height(left)
        balance = 0
        for other in self._lines:
            if not SAME * height < abs(other[0].box[1] - left.box[1]) < NEAR_LINES * height:
                continue
            near = [word.box for word in other if word.box[2] > left.box[0] - height and word.box[0] < right.box[2] + height]
            across = any(box[0] - height / 2 < x < box[2] + height / 2 for box in near)
            if self._has_borders_of(other) and (across or _are_even(_widths(other))):
                balance += 2
            elif across:
                balance += 1
            elif any(box[2] < x for box in near) and any(box[0] > x for box in near):
                balance -= 1
        return balance > 0

    def _has_borders_of(self, other: Sequence[Word]) -> bool:
        line = self._line
        return abs(other[0].box[0] - line[0].box[0]) < FLUSH and abs(other[-1].box[2] - line[-1].box[2]) < FLUSH


def _widths(line: Sequence[Word]) -> list[float]:
    """The widths of the gaps of a line."""
    return [after.box[0] - before.box[2] for before, after in pairwise(line)]


def _are_even(widths: Sequence[float]) -> bool:
    """Whether the gaps of a line are equal, as they are where it is stretched to fill its column."""
    return len(widths) > 1 and max(widths) - min(widths) <= max(EVEN * min(widths), POINT)


def _height(word: Word) -> float:
    return max(word.box[3] - word.box[1], 1.0)
