"""Misprints in a line are mended, and what was mended is kept beside it; places of words stay exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutes_miner.documents.lines import Line
from minutes_miner.documents.repairs import RULES, Rule
from minutes_miner.documents.vocabulary import Vocabulary
from minutes_miner.records import Repair


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` is to become `new`."""

    start: int
    end: int
    new: str
    name: str


def edits_in(text: str, vocabulary: Vocabulary, rules: Iterable[Rule] = RULES) -> list[Edit]:
    """What is to be mended in a text by `rules`, in order; a place that two of them want is the first one's."""
    found: list[Edit] = []
    for rule in rules:
        for match in rule.pattern.finditer(text):
            new = rule.mend(match, vocabulary)
            if new is not None and new != match.group() and _is_free(match.start(), match.end(), found):
                found.append(Edit(match.start(), match.end(), new, rule.name))
    return sorted(found, key=lambda edit: edit.start)


def _is_free(start: int, end: int, taken: Iterable[Edit]) -> bool:
    return all(end <= edit.start or edit.end <= start for edit in taken)


class Mender:
    """Mends the lines of one document.

    Args:
        texts: the document's text as it was drawn, in pieces.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        whole = " ".join(texts)
        self._vocabulary = Vocabulary(whole)
        self._rules = [rule for rule in RULES if rule.hint.search(whole)]

    def mend_all(self, lines: Iterable[Line]) -> None:
        """Mends each of `lines`."""
        for line in lines:
            self.mend(line)

    def mend(self, line: Line) -> None:
        """Mends the text of `line`, which has no cells yet."""
        if not self._rules:
            return
        text = line.text
        edits = edits_in(text, self._vocabulary, self._rules)
        if not edits:
            return
        line.text, line.repairs = _edited(text, edits, line.runs[0].page.number if line.runs else None)
        for run in line.runs:
            run.starts = [_moved(start, text, edits) for start in run.starts]


def _edited(text: str, edits: Sequence[Edit], page: int | None) -> tuple[str, list[Repair]]:
    pieces: list[str] = []
    repairs = []
    length = last = 0
    for edit in edits:
        pieces += text[last : edit.start], edit.new
        start = length + edit.start - last
        length, last = start + len(edit.new), edit.end
        repairs.append(Repair(name=edit.name, start=start, end=length, original=text[edit.start : edit.end], page=page))
    return "".join([*pieces, text[last:]]), repairs


def _moved(offset: int, text: str, edits: Iterable[Edit]) -> int:
    """Where the letter at `offset` stands after the edits, which change letters one for one and the number of blanks."""
    moved = offset
    for edit in edits:
        if edit.end <= offset:
            moved += len(edit.new) - (edit.end - edit.start)
        elif edit.start < offset:
            letters = offset - edit.start - text.count(" ", edit.start, offset)
            places = [place for place, letter in enumerate(edit.new) if letter != " "]
            return moved + edit.start - offset + places[letters]
    return moved
