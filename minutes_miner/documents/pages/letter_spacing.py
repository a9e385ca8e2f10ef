"""Letters set apart for emphasis (`B U P A T I   B A T A N G`) -> words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from minutes_miner.documents.lines import SEVERAL_WORDS
from minutes_miner.documents.pages.words import Word, around

RUN = 5
ALONE = 4
JUMP = 1.6
SMALL = 0.5


def closed(line: Sequence[Word]) -> Sequence[Word]:
    """The words of a line; a run of five and more single capitals or figures is closed, of four where nothing else is on the line.

    Where in the run a word ends shows in the gaps, which are then of two widths. Many letters with even gaps may be several words: they are
    left to the repairs, which know the words of the document.
    """
    if sum(len(word.text) == 1 for word in line) < ALONE:
        return line
    words: list[Word] = []
    run: list[Word] = []
    for word in line:
        if len(word.text) == 1 and (word.text.isupper() or word.text.isdigit() or (run and not word.text.isalnum())):
            run.append(word)
        else:
            words.extend(_closed_run(run, len(line)))
            words.append(word)
            run = []
    return words + _closed_run(run, len(line))


def _closed_run(run: list[Word], length: int) -> list[Word]:
    letters = sum(word.text.isupper() for word in run)
    if letters < (ALONE if len(run) == length else RUN):
        return run
    gaps = [max(after.box[0] - before.box[2], SMALL) for before, after in pairwise(run)]
    limit = _limit(gaps)
    if limit == max(gaps) and letters >= SEVERAL_WORDS:
        return run
    pieces = [[run[0]]]
    for gap, word in zip(gaps, run[1:], strict=True):
        if gap > limit:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return [_joined(piece) for piece in pieces]


def _limit(gaps: Sequence[float]) -> float:
    """The widest gap within a word: gaps above a jump in their widths are between words, which are fewer."""
    widths = sorted(gaps)
    jumps = [(after / before, before) for before, after in pairwise(widths[len(widths) // 2 :])]
    jump, limit = max(jumps, default=(0.0, widths[-1]))
    return limit if jump >= JUMP else widths[-1]


def _joined(letters: Sequence[Word]) -> Word:
    confidences = [word.confidence for word in letters if word.confidence is not None]
    text = "".join(word.text for word in letters)
    box = around([word.box for word in letters])
    return Word(text=text, box=box, slanted=letters[0].slanted, confidence=min(confidences, default=None))
