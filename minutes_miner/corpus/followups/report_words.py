"""What the words of a report say of an earlier item: done, late, dropped or still open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.tables import read_rows

State = Literal["done", "late", "open", "dropped"]
CLASSES = ("late", "again", "dropped", "done", "finished", "open", "earlier", "meeting", "back", "ahead")

_WORD = re.compile(r"\w+", re.UNICODE)
_TICKED = re.compile(r"\[\s*[xXvV√✓✔]\s*\]")
_EMPTY_BOX = re.compile(r"\[\s*\]")
_DAY = re.compile(r"\b\d{1,2}\b")
_PASSIVE = re.compile(r"\b(?:sudah|telah)\s+(?:\w+\s+){0,2}?(?:di|ter)(?!\w*(?:lambat|tunda)\b)\w{3,}")


class ReportWords:
    """Reads the words that tell what became of an item.

    Args:
        phrases: class -> its words and phrases in lower case, of `CLASSES`.
        informal: how words are shortened in chats -> the full word.
        ticks: signs of a box that is ticked.
        boxes: signs of a box that is empty.
        months: names of months in lower case.
    """

    def __init__(
        self,
        phrases: Mapping[str, Iterable[str]],
        informal: Mapping[str, str],
        ticks: Iterable[str],
        boxes: Iterable[str],
        months: Iterable[str],
    ) -> None:
        self._found = {name: _any_of(phrases[name]) for name in CLASSES}
        self._informal = dict(informal)
        self._ticks, self._boxes = tuple(ticks), tuple(boxes)
        self._month = _any_of(months)
        told = [phrase for name in ("late", "dropped", "done", "finished", "open") for phrase in phrases[name]]
        self.telling = frozenset(word for phrase in told for word in _WORD.findall(phrase))
        self.opening = frozenset(phrase for phrase in told if " " not in phrase)

    def plain(self, text: str) -> str:
        """The text in lower case, chat words written out, blanks single."""
        return " ".join(_WORD.sub(lambda word: self._informal.get(word[0], word[0]), text.casefold()).split())

    def ticked(self, text: str) -> bool | None:
        """Whether the box of a row is ticked; None where there is no box."""
        if _TICKED.search(text) or any(sign in text for sign in self._ticks):
            return True
        return False if _EMPTY_BOX.search(text) or any(sign in text for sign in self._boxes) else None

    def tells(self, text: str) -> bool:
        """Whether a passage says anything of how far an item has come."""
        plain = self.plain(text)
        return self.ticked(text) is not None or any(
            self._found[name].search(plain) for name in ("late", "dropped", "done", "finished", "open")
        )

    def subject(self, text: str) -> str:
        """What a report is about: the words before the first that tells a state, or all where it begins with one.

        >>> from minutes_miner.paths import model_folder
        >>> load_report_words(model_folder(None)).subject("gudang blm sempat, Fajar ujian")
        'gudang'
        """
        at = 0
        for word in _WORD.finditer(text):
            small = word[0].casefold()
            if self._informal.get(small, small) in self.opening:
                break
            at = word.end()
        return text[:at] or text

    def state(self, text: str, *, done: bool = False) -> State:
        """What a passage says of the item that it is about.

        A box or a status that was mined (`done`) settles it. Else words of delay win over `sudah`, for what is late is still open
        (`sudah dua rapat tertunda`), and words of completion win over delay (`terlaksana, mundur dua minggu`); a passage that says both
        done and not done is of an open item (`surat sudah masuk, belum ada jawaban`). Cancelled with a new date is late.
        """
        plain, box = self.plain(text), self.ticked(text)
        has = {name: bool(pattern.search(plain)) for name, pattern in self._found.items()}
        unfinished = has["open"]
        finished = (has["finished"] or bool(_PASSIVE.search(plain))) and not unfinished
        if done or box:
            return "done"
        if has["dropped"] and not finished:
            return "late" if has["again"] or has["late"] else "dropped"
        if has["late"] and not (finished and box is None):
            return "late"
        return "done" if (has["done"] or finished) and not unfinished and box is None else "open"

    def heads_report(self, line: str) -> bool:
        """Whether a heading opens a report on the items of an earlier meeting: `Tindak lanjut rapat 8 Juni`, `Hasil rapat kemarin`.

        >>> from minutes_miner.paths import model_folder
        >>> words = load_report_words(model_folder(None))
        >>> words.heads_report("II. EVALUASI TINDAK LANJUT RAPAT JANUARI"), words.heads_report("C. RENCANA TINDAK LANJUT RAPAT")
        (True, False)
        """
        plain = self.plain(line)
        if self._found["ahead"].search(plain) or not self._found["earlier"].search(plain):
            return False
        dated = bool(self._month.search(plain)) and (bool(_DAY.search(plain)) or self._found["meeting"].search(plain) is not None)
        return bool(self._found["meeting"].search(plain)) and (dated or bool(self._found["back"].search(plain)))


@cache
def load_report_words(model: Path) -> ReportWords:
    """The words of the model folder `model`.

    Raises:
        ModelError: a list is missing or holds a class that is not known.
    """
    lexicon = model / "lexicon"
    phrases: dict[str, list[str]] = {name: [] for name in CLASSES}
    for row in read_rows(lexicon / "followup_words.csv", required=("word", "class")):
        for name in row["class"].split("+"):
            if name not in phrases:
                raise ModelError(row.where, fault=f"unknown class '{name}'", remedy=f"Use one of {', '.join(CLASSES)}")
            phrases[name].append(row["word"].casefold())
    informal = {row["word"].casefold(): row["full"].casefold() for row in read_rows(lexicon / "informal.csv", required=("word", "full"))}
    ticks, boxes, months = (
        [row["word"] for row in read_rows(lexicon / name, required=("word",))] for name in ("ticks.csv", "empty_boxes.csv", "months.csv")
    )
    return ReportWords(phrases, informal, ticks, boxes, [month.casefold() for month in months])


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(phrase) for phrase in longest_first) + r")(?!\w)")
