"""Words of a page -> segments: runs of words on one line without a gap wide enough to part columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_miner.documents.letter_spacing import closed
from minutes_miner.documents.markers import marker_of
from minutes_miner.documents.page_words import Word, around
from minutes_miner.records import Box

GAP = 1.1
WIDE = 3.0
STRETCH = 2.2
NEAR_LINES = 1.8
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
    others = _Open(lines)
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


class _Open:
    """The lines of a page, asked whether a gap goes on in the lines above or below."""

    def __init__(self, lines: Sequence[Sequence[Word]]) -> None:
        self._lines = lines

    def goes_on(self, left: Word, right: Word) -> bool:
        """Whether no word near above or near below the gap between two words reaches into its middle."""
        x = (left.box[2] + right.box[0]) / 2
        height = _height(left)
        near = NEAR_LINES * height
        above = below = False
        for line in self._lines:
            top = line[0].box[1]
            if not -near < top - left.box[1] < near or abs(top - left.box[1]) < SAME * height:
                continue
            if any(word.box[0] - height / 2 < x < word.box[2] + height / 2 for word in line):
                above, below = above or top < left.box[1], below or top > left.box[1]
        return not (above and below)


def parted(line: Sequence[Word], others: _Open | None = None) -> list[Segment]:
    """The segments of one line: it is parted at gaps that are wide for their line, which those of stretched lines are not.

    A wide gap is still within a segment after a list marker and around the colon of `Label : value`. A line of few words, all of them far
    apart, is stretched where the lines above and below, if given as `others`, have words in its gaps.
    """
    narrowest = min((after.box[0] - before.box[2] for before, after in pairwise(line)), default=0.0)
    pieces = [[line[0]]]
    for word in line[1:]:
        if _is_parting(pieces[-1], word, narrowest, others):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return [Segment(piece, around([word.box for word in piece])) for piece in pieces]


def _is_parting(piece: Sequence[Word], word: Word, narrowest: float, others: _Open | None) -> bool:
    last = piece[-1]
    gap, height = word.box[0] - last.box[2], _height(last)
    if gap <= WIDE * height and (gap <= GAP * height or gap <= STRETCH * narrowest):
        return False
    if gap <= STRETCH * narrowest and others is not None and not others.goes_on(last, word):
        return False
    if word.text.startswith(":") or (len(piece) == 1 and marker_of(last.text) is not None):
        return False
    return not (last.text.endswith(":") and gap <= LABEL_GAP * height and len(piece) <= LABEL_WORDS)


def _height(word: Word) -> float:
    return max(word.box[3] - word.box[1], 1.0)
