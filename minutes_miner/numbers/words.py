"""The words of numbers, and the words and signs that stand by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast, get_args

NumeralClass = Literal["digit", "whole", "teen", "multiplier", "scale", "scale_one", "fraction", "point", "minus"]
MarkClass = Literal["about", "currency", "percent", "of", "range"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A word that numbers are spelled with.

    `kind` says how it joins the others: `digit` (satu), `whole` (sepuluh, seratus), `teen` (belas), `multiplier` (puluh, ratus), `scale`
    (ribu, juta), `scale_one` (seribu), `fraction` (setengah), `point` (koma), `minus`.
    """

    kind: NumeralClass
    value: float = 0.0

    @staticmethod
    def from_rows(rows: Sequence[Mapping[str, str]]) -> dict[str, Numeral]:
        """Numerals by their word, from rows with the columns `word`, `class`, `value` and `case`.

        Raises:
            ValueError: a class that is not known, or a value that is no number.
        """
        numerals = {}
        for row in rows:
            if row["class"] not in get_args(NumeralClass):
                raise ValueError(f"{row['word']}: class {row['class']!r} is none of {', '.join(get_args(NumeralClass))}")
            if not (row["value"] or "0").replace(".", "", 1).isdecimal():
                raise ValueError(f"{row['word']}: value {row['value']!r} is no number")
            numerals[_key(row)] = Numeral(kind=cast(NumeralClass, row["class"]), value=float(row["value"] or 0))
        return numerals


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMark:
    """A word or sign that stands by a number: `about` (sekitar), `currency` (Rp), `percent` (%), `of` (dari), `range` (sampai).

    `name` is what a currency or a percentage is called in a result: `IDR`, `persen`.
    """

    kind: MarkClass
    name: str = ""

    @staticmethod
    def from_rows(rows: Sequence[Mapping[str, str]]) -> dict[str, NumberMark]:
        """Marks by their word; a row without the column `class` is a word between the ends of a range, read word by word.

        Raises:
            ValueError: a class that is not known.
        """
        marks = {}
        for row in rows:
            kind = row.get("class") or "range"
            if kind not in get_args(MarkClass):
                raise ValueError(f"{row['word']}: class {kind!r} is none of {', '.join(get_args(MarkClass))}")
            for word in _key(row).split():
                marks[word] = NumberMark(kind=cast(MarkClass, kind), name=row.get("value") or "")
        return marks


def _key(row: Mapping[str, str]) -> str:
    return row["word"] if row.get("case") == "exact" else row["word"].lower()
