"""Reads numbers, money and counts.

The grammar is here, the words (`tiga`, `juta`, `Rp`) come from the model's lists. A comma is the decimal mark and a point parts thousands,
as Indonesian writes them; a lone point that does not part off three digits (`7.5`) is a decimal all the same. The text given is already
delimited: somebody else has decided that it is a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from minutes_miner.numbers.counting import Count, literal
from minutes_miner.numbers.words import MarkClass, NumberMark, Numeral

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_](?:[./][^\W\d_])+(?![^\W\d_])\.?|[^\W\d_]+|\S")
_BLANK_IN_NUMBER = re.compile(r"(?<=[0-9][.,])\s+(?=[0-9]{3}(?![0-9]))")
_DASHES = frozenset("-–—‐‑−")
_LAST_MARKS = frozenset(".,;:")
_DIGITS = frozenset("0123456789")
_MOST_TOKENS = 64


class Money(NamedTuple):
    """An amount in whole units of its currency; of a range it is the upper end, since that is what has to be found."""

    value: float
    currency: str


class Quantity(NamedTuple):
    """How many of what; of a range the upper end. `unit` is as written, `persen` for a percentage, empty where nothing is named."""

    value: float
    unit: str


class _Ends(NamedTuple):
    """The lower and upper end of what was read (equal for a single number) and the index of the first token behind it."""

    low: float
    high: float
    after: int


class NumberReader:
    """Reads numbers, money and counts with the numerals and marks of a model.

    Args:
        numerals: words by their form, lower case unless only that spelling counts (`M`).
        marks: likewise.

    >>> numerals = {"dua": Numeral(kind="digit", value=2), "puluh": Numeral(kind="multiplier", value=10)}
    >>> reader = NumberReader(numerals, {"rp": NumberMark(kind="currency", name="IDR")})
    >>> reader.quantity("dua puluh anak asuh")
    Quantity(value=20.0, unit='anak asuh')
    >>> reader.money("Rp. 124.500.000,-")
    Money(value=124500000.0, currency='IDR')
    """

    def __init__(self, numerals: Mapping[str, Numeral], marks: Mapping[str, NumberMark]) -> None:
        self._numerals = dict(numerals)
        self._marks = dict(marks)

    def number(self, text: str) -> float | None:
        """The value of a text that is a number and nothing else, of a range its upper end; None for any other text.

        `dua puluh lima` → 25, `275.520.000` → 275520000, `1,24 miliar` → 1240000000, `2 (dua)` → 2, `30 persen` → 30.
        """
        tokens = self._tokens(text)
        ends = self._ends(tokens)
        if ends is None:
            return None
        rest = [token for token in tokens[ends.after :] if token not in _LAST_MARKS and self._kind(token) != "percent"]
        return None if rest else ends.high

    def ends(self, text: str) -> tuple[float, float] | None:
        """The lower and upper end of the number or range that the text begins with, equal for a single number: `5-6 M` → (5e9, 6e9)."""
        ends = self._ends(self._tokens(text))
        return None if ends is None else (ends.low, ends.high)

    def money(self, text: str) -> Money | None:
        """The amount that the text begins with; what follows it (`per anak`) is left alone. Rupiah where no currency is named.

        `Rp. 124.500.000,-` → 124500000, `25 ribu rupiah` → 25000, `Rp85 ribu sampai Rp110 ribu` → 110000.
        """
        tokens = self._tokens(text)
        ends = self._ends(tokens)
        if ends is None:
            return None
        named = (self._mark(token) for token in tokens[: ends.after])
        return Money(ends.high, next((mark.name for mark in named if mark and mark.kind == "currency"), "IDR"))

    def quantity(self, text: str) -> Quantity | None:
        """The number that the text begins with and the noun that it counts.

        A share keeps its first number (`3 dari 14 orang` → 3 orang); of a size the first side is the value and the rest stays in the unit
        (`500x90cm` → 500 x90cm).
        """
        text = _BLANK_IN_NUMBER.sub("", text)
        found = list(islice(_TOKEN.finditer(text), _MOST_TOKENS))
        tokens = [match.group() for match in found]
        ends = self._ends(tokens)
        if ends is None:
            return None
        start, stop = self._unit(tokens, ends.after)
        if start >= len(found):
            return Quantity(ends.high, "")
        if (mark := self._mark(tokens[start])) and mark.kind == "percent":
            return Quantity(ends.high, mark.name)
        stop_offset = found[stop].start() if stop < len(found) else len(text)
        return Quantity(ends.high, " ".join(text[found[start].start() : stop_offset].split()).rstrip(".,;: "))

    def leading(self, words: Sequence[str]) -> tuple[float, int] | None:
        """The value of the number that the words begin with and how many of them it takes: (`dua`, `puluh`, `orang`) → (20, 2)."""
        count = Count()
        read: tuple[float, int] | None = None
        for used, word in enumerate(words, 1):
            digits = literal(word) if word[:1] in _DIGITS else None
            if digits is not None:
                taken = count.take_literal(digits)
            else:
                numeral = self._numeral(word)
                taken = numeral is not None and count.take(numeral.kind, numeral.value)
            if not taken:
                break
            if count.complete:
                read = (count.value, used)
        return read

    def _tokens(self, text: str) -> list[str]:
        found = _TOKEN.finditer(_BLANK_IN_NUMBER.sub("", text))
        return [match.group() for match in islice(found, _MOST_TOKENS)]

    def _numeral(self, token: str) -> Numeral | None:
        return self._numerals.get(token) or self._numerals.get(token.lower())

    def _mark(self, token: str) -> NumberMark | None:
        return self._marks.get(token) or self._marks.get(token.lower())

    def _kind(self, token: str) -> MarkClass | None:
        mark = self._mark(token)
        return mark.kind if mark else None

    def _ends(self, tokens: Sequence[str]) -> _Ends | None:
        """What the tokens begin with: one number, or two with a range mark between."""
        first = self._signed(tokens, 0)
        if first is None:
            return None
        low, after = first
        bridge = after
        while bridge < len(tokens) and (tokens[bridge] in _DASHES or self._kind(tokens[bridge]) == "range"):
            bridge += 1
        second = self._signed(tokens, bridge) if bridge > after else None
        if second is None:
            return _Ends(low, low, after)
        high, end = second
        return _Ends(self._shared_scale(low, high, tokens[bridge:end]), high, end)

    def _shared_scale(self, low: float, high: float, tokens: Sequence[str]) -> float:
        """The lower end with the scale that is said only once: `5-6 M`, `10 sampai 20 juta`."""
        scales = [numeral.value for token in tokens if (numeral := self._numeral(token)) and numeral.kind == "scale"]
        scaled = round(low * scales[0], 6) if scales else low
        return scaled if low < high and scaled <= high else low

    def _signed(self, tokens: Sequence[str], at: int) -> tuple[float, int] | None:
        """The number at `at` behind its marks (`sekitar`, `Rp.`, a minus), and the index behind its own tail."""
        sign = 1.0
        while at < len(tokens):
            token = tokens[at]
            numeral = self._numeral(token)
            if token in _DASHES or (numeral is not None and numeral.kind == "minus"):
                sign = -1.0
            elif self._kind(token) in ("about", "of", "currency") or token == ".":
                sign = 1.0
            else:
                break
            at += 1
        number = self._fraction(tokens, at) or self.leading(tokens[at:])
        if number is None:
            return None
        value, used = number
        return sign * value, self._tail(tokens, at + used)

    def _fraction(self, tokens: Sequence[str], at: int) -> tuple[float, int] | None:
        """A fraction in digits: `1/2`."""
        if len(tokens) < at + 3 or tokens[at + 1] != "/":
            return None
        upper, lower = tokens[at], tokens[at + 2]
        if not (len(upper) <= 2 and len(lower) <= 2 and upper.isdecimal() and lower.isdecimal()) or not 0 < int(upper) < int(lower):
            return None
        return int(upper) / int(lower), 3

    def _tail(self, tokens: Sequence[str], at: int) -> int:
        """The index behind what only repeats or closes a number: `,-`, `(enam)`, `rupiah`."""
        if tokens[at : at + 1] == [","] and at + 1 < len(tokens) and tokens[at + 1] in _DASHES:
            at += 2
        at = self._behind_currency(tokens, at)
        if tokens[at : at + 1] == ["("]:
            again = self.leading(tokens[at + 1 :])
            close = self._behind_currency(tokens, at + 1 + again[1]) if again else at
            if tokens[close : close + 1] == [")"]:
                at = self._behind_currency(tokens, close + 1)
        return at

    def _behind_currency(self, tokens: Sequence[str], at: int) -> int:
        return at + 1 if at < len(tokens) and self._kind(tokens[at]) == "currency" else at

    def _unit(self, tokens: Sequence[str], at: int) -> tuple[int, int]:
        """Where the counted noun begins and ends: behind `dari 14`, or before it (`4 orang dari 17 orang`)."""
        if at < len(tokens) and self._kind(tokens[at]) == "of" and (whole := self._signed(tokens, at)):
            return whole[1], len(tokens)
        for stop in range(at + 1, len(tokens)):
            if self._kind(tokens[stop]) == "of" and self._signed(tokens, stop):
                return at, stop
        return at, len(tokens)
