"""Segments of a page -> reading order, columns kept apart.

The order in which a page was drawn is nearly always the order of reading and is kept when it makes sense: down a column, then up to the
next column on the right. Only a page that jumps about, or draws two columns line by line, is put in order by its geometry.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import mode

from minutes_miner.documents.pages.segments import Segment, joined_where_near, parted, same_line

NEAR = 3.0
BAND_GAP = 2.0
LIST_ROWS = 4
LIST_COLUMNS = 3
FULL = 0.6
HALF = 0.5
PROSE_LINES = 4
PROSE_WORDS = 2.5
SPACE = 0.3
SIGNATURE_LINES = 10
SIDE_LINES = 3
SIDE_GAP = 1.5
APART = 0.8
SIGNING = 8.0
MAX_DEPTH = 8


def in_reading_order(segments: list[Segment]) -> list[Segment]:
    """The segments, given in the order in which they were drawn, as they are read; those that stand in columns are marked so."""
    if not _makes_sense(segments):
        return _by_geometry(segments)
    _mark_columns(segments)
    return segments


def go_on_in_column(pages: Sequence[Sequence[Segment]]) -> None:
    """Marks the text of a page on which only the first column of the pages before it is filled, as on the last page."""
    known: tuple[float, float] | None = None
    for segments in pages:
        prose = [segment for segment in segments if segment.edge is not None and not segment.alone]
        if prose:
            first = min(prose, key=lambda segment: segment.box[0])
            known = (first.box[0], first.edge or 0.0)
        elif known is not None and all(known[0] - NEAR <= segment.box[0] and segment.box[2] <= known[1] + NEAR for segment in segments):
            for segment in segments:
                segment.edge = known[1]


def _makes_sense(segments: Sequence[Segment]) -> bool:
    """Whether the segments run down the page, or jump up only to a column on the right; two on one line are columns drawn line by line."""
    for before, after in pairwise(segments):
        if same_line(before.box, after.box):
            return False
        upward = after.box[1] < before.box[1]
        if upward and after.box[0] < before.box[2]:
            return False
    return True


def _by_geometry(segments: Sequence[Segment], depth: int = 0) -> list[Segment]:
    """The segments from the top, where there are gutters column by column; columns in columns down to a depth that no page needs."""
    rows = _rows(segments)
    ordered: list[Segment] = []
    place = 0
    while place < len(rows):
        end, gutter = _band(rows, place) if depth < MAX_DEPTH else (place + 1, None)
        if gutter is not None:
            end = place + _without_what_follows(rows[place:end], gutter)
        if gutter is None:
            ordered.extend(rows[place])
        else:
            ordered.extend(_columns(rows[place:end], gutter, depth))
        place = end
    return ordered


def _rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The segments as lines across the page, from the top, each from the left."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: segment.box[1] + segment.box[3]):
        if rows and same_line(rows[-1][0].box, segment.box) and not any(_is_over(other, segment) for other in rows[-1]):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [_joined_row(sorted(row, key=lambda segment: segment.box[0])) for row in rows]


def _is_over(one: Segment, other: Segment) -> bool:
    """Whether words of two segments are printed over one another."""
    if min(one.box[2], other.box[2]) <= max(one.box[0], other.box[0]):
        return False
    return any(
        min(word.box[2], over.box[2]) - max(word.box[0], over.box[0]) > HALF * min(word.box[2] - word.box[0], over.box[2] - over.box[0])
        for word in one.words
        for over in other.words
    )


def _joined_row(row: Sequence[Segment]) -> list[Segment]:
    """The segments of a row, those joined that were drawn apart without a wide gap; where they overlap, their words are parted anew."""
    if any(after.box[0] < before.box[2] for before, after in pairwise(row)):
        return parted(sorted((word for segment in row for word in segment.words), key=lambda word: word.box[0]))
    return joined_where_near(row)


def _band(rows: Sequence[list[Segment]], start: int) -> tuple[int, tuple[float, float] | None]:
    """Where a band of rows beginning at `start` ends, and the gutter that is free in all of them; a row alone has none."""
    gutter = _widest_gap(rows[start]) or _gap_to_the_side(rows, start)
    if gutter is None:
        return start + 1, None
    end = start + 1
    last = rows[start][0]
    for place in range(start + 1, len(rows)):
        row = rows[place]
        narrowed = _narrowed(gutter, row)
        distance = row[0].box[1] - last.box[3]
        two_sided = narrowed is not None and row[0].box[2] <= narrowed[0] and row[-1].box[0] >= narrowed[1]
        if narrowed is None or (not two_sided and distance > BAND_GAP * last.height and not _is_signed(rows, place, distance, narrowed)):
            break
        gutter, end, last = narrowed, place + 1, row[0]
    return end, gutter


def _is_signed(rows: Sequence[list[Segment]], place: int, distance: float, gutter: tuple[float, float]) -> bool:
    """Whether a line far below the one before it is the name under a signature: the other side goes on right below it."""
    if place + 1 == len(rows) or distance > SIGNING * rows[place][0].height:
        return False
    segment, below = rows[place][0], rows[place + 1]
    middle = (gutter[0] + gutter[1]) / 2
    near = below[0].box[1] - segment.box[3] < segment.height
    other_side = any((other.box[0] > middle) != (segment.box[0] > middle) for other in below)
    return near and other_side and _narrowed(gutter, below) is not None


def _gap_to_the_side(rows: Sequence[list[Segment]], start: int) -> tuple[float, float] | None:
    """The gap between a line that stands alone and the next one, where that stands beside it a little lower: two blocks of signatures."""
    if start + 1 == len(rows) or len(rows[start]) > 1 or len(rows[start + 1]) > 2:
        return None
    segment = rows[start][0]
    for other in rows[start + 1]:
        left, right = sorted((segment, other), key=lambda each: each.box[0])
        near = other.box[1] - segment.box[3] < SIDE_GAP * segment.height
        if (
            near
            and right.box[0] - left.box[2] > SIDE_GAP * segment.height
            and _other_side_goes_on(rows, start, (left.box[2], right.box[0]))
        ):
            return left.box[2], right.box[0]
    return None


def _other_side_goes_on(rows: Sequence[list[Segment]], start: int, gutter: tuple[float, float]) -> bool:
    """Whether each side of the gutter has lines enough for a name and an office, before a line crosses it."""
    sides = [0, 0]
    for row in rows[start : start + SIGNATURE_LINES]:
        narrowed = _narrowed(gutter, row)
        if narrowed is None:
            break
        gutter = narrowed
        for segment in row:
            sides[segment.box[0] >= gutter[1]] += 1
    return min(sides) >= SIDE_LINES


def _without_what_follows(rows: Sequence[list[Segment]], gutter: tuple[float, float]) -> int:
    """How many rows of a band belong to its columns: what follows under one of two blocks of signatures, set apart, is text again."""
    middle = (gutter[0] + gutter[1]) / 2
    sides = [{segment.box[0] > middle for segment in row} for row in rows]
    if len(sides[-1]) > 1:
        return len(rows)
    last = max((place for place, side in enumerate(sides) if side != sides[-1]), default=len(rows))
    columns = [[segment for row in rows for segment in row if (segment.box[0] > middle) is right] for right in (False, True)]
    if any(len(column) >= PROSE_LINES and _is_prose(column) for column in columns):
        return len(rows)
    for place in range(last + 1, len(rows)):
        gap = rows[place][0].box[1] - max(segment.box[3] for segment in rows[place - 1])
        if gap > APART * rows[place][0].height:
            return place
    return len(rows)


def _widest_gap(row: Sequence[Segment]) -> tuple[float, float] | None:
    gaps = [(before.box[2], after.box[0]) for before, after in pairwise(row)]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _narrowed(gutter: tuple[float, float], row: Sequence[Segment]) -> tuple[float, float] | None:
    """The part of the gutter that `row` leaves free; None when a segment crosses it."""
    left, right = gutter
    for segment in row:
        x0, _, x1, _ = segment.box
        middle = (left + right) / 2
        if x1 <= middle:
            left = max(left, x1)
        elif x0 >= middle:
            right = min(right, x0)
        elif x1 <= right:
            left = max(left, x1)
        elif x0 >= left:
            right = min(right, x0)
        else:
            return None
    return (left, right) if right - left > 0.5 * row[0].height else None


def _columns(rows: Sequence[list[Segment]], gutter: tuple[float, float], depth: int) -> list[Segment]:
    """A band in reading order: row by row where it is a table without rules, else the left side and then the right."""
    if _is_list(rows):
        for row in rows:
            for segment in row:
                segment.row = row[0].box[1]
        return [segment for row in rows for segment in row]
    middle = (gutter[0] + gutter[1]) / 2
    left = [segment for row in rows for segment in row if segment.box[2] <= middle]
    right = [segment for row in rows for segment in row if segment.box[2] > middle]
    for side in (left, right):
        _mark(side)
    return [segment for side in (left, right) for segment in (_by_geometry(side, depth + 1) if _is_split(side) else side)]


def _mark_columns(segments: Sequence[Segment]) -> None:
    """Marks the columns of a page in good order: those before and after each jump up to the right."""
    for place in range(1, len(segments)):
        before, after = segments[place - 1], segments[place]
        if after.box[1] >= before.box[1]:
            continue
        start = place
        while (
            start > 0
            and _stands_left(segments[start - 1], after)
            and (start == place or segments[start - 1].box[1] <= segments[start].box[1])
        ):
            start -= 1
        end = place + 1
        while end < len(segments) and segments[end].box[0] >= before.box[2] and segments[end].box[1] >= segments[end - 1].box[1]:
            end += 1
        _mark(segments[start:place])
        _mark(segments[place:end])


def _stands_left(segment: Segment, top: Segment) -> bool:
    """Whether a segment is left of the column that begins with `top`, and no higher."""
    return segment.box[2] <= top.box[0] and segment.box[3] >= top.box[1]


def _mark(column: Sequence[Segment]) -> None:
    """Says of the lines of a column where they end, or that each stands alone."""
    prose = len(column) >= PROSE_LINES and _is_prose(column) and not _is_signature(column)
    edge = max((segment.box[2] for segment in column), default=0.0)
    for segment in column:
        segment.edge, segment.alone = edge, not prose


def _is_split(segments: Sequence[Segment]) -> bool:
    return any(same_line(before.box, after.box) for before, after in pairwise(segments))


def _is_list(rows: Sequence[list[Segment]]) -> bool:
    """Whether the rows are a table without rules: several, each in as many pieces, close together and ragged, not columns of prose."""
    if len(rows) < LIST_ROWS:
        return False
    pieces = sorted(len(row) for row in rows)
    most = pieces[len(pieces) // 2]
    if sum(count == most for count in pieces) < 0.7 * len(rows):
        return False
    gaps = [after[0].box[1] - before[0].box[3] for before, after in pairwise(rows)]
    if max(gaps) > BAND_GAP * rows[0][0].height:
        return False
    return most >= LIST_COLUMNS or (most > 1 and not _is_prose([row[0] for row in rows]))


def _is_prose(column: Sequence[Segment]) -> bool:
    """Whether most lines have several words, begin together and end where the next word would not have fitted, as running text does."""
    if sum(len(segment.words) for segment in column) < PROSE_WORDS * len(column):
        return False
    edge = max(segment.box[2] for segment in column)
    left = mode(round(segment.box[0] / NEAR) * NEAR for segment in column)
    flush = sum(abs(segment.box[0] - left) <= segment.height for segment in column)
    full = sum(_is_full(segment, after, edge) for segment, after in pairwise(column))
    return flush >= FULL * len(column) and full >= FULL * (len(column) - 1)


def _is_full(segment: Segment, after: Segment, edge: float) -> bool:
    """Whether the first word of the line below would reach over the edge of the column."""
    first = after.words[0].box
    return segment.box[2] + first[2] - first[0] + SPACE * segment.height > edge


def _is_signature(column: Sequence[Segment]) -> bool:
    """Whether a few lines leave room between them for somebody to sign."""
    gaps = (after.box[1] - before.box[3] for before, after in pairwise(column))
    return len(column) <= SIGNATURE_LINES and max(gaps, default=0.0) > BAND_GAP * column[0].height
