"""Values of Indonesian numbers, money and counts.

The grammar is here, the words (`tiga`, `juta`, `Rp`) come from the model's lists. A comma is the decimal mark and a point parts thousands,
as Indonesian writes them; a lone point that does not part off three digits (`7.5`) is a decimal all the same. The text given is already
delimited: somebody else has decided that it is a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple, cast, get_args

NumeralClass = Literal["digit", "whole", "teen", "multiplier", "scale", "scale_one", "fraction", "point", "minus"]
MarkClass = Literal["about", "currency", "percent", "of", "range"]

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_](?:[./][^\W\d_])+(?![^\W\d_])\.?|[^\W\d_]+|\S")
_BLANK_IN_NUMBER = re.compile(r"(?<=[0-9][.,])\s+(?=[0-9]{3}(?![0-9]))")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_DASHES = frozenset("-–—‐‑−")
_LAST_MARKS = frozenset(".,;:")
_DIGITS = frozenset("0123456789")
_MOST_TOKENS = 64
_LONGEST_LITERAL = 24


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
        count = _Count()
        read: tuple[float, int] | None = None
        for used, word in enumerate(words, 1):
            literal = _literal(word) if word[:1] in _DIGITS else None
            if literal is not None:
                taken = count.take_literal(literal)
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


class _Count:
    """A number while it is being read word by word.

    `total` holds the finished thousands and above, `group` the finished part below, `digit` a last digit that `puluh` or `ratus` may still
    raise, `place` the worth of the next digit behind `koma` (0 before it).
    """

    __slots__ = ("complete", "digit", "fixed", "group", "last_scale", "place", "total")

    def __init__(self) -> None:
        self.total = 0.0
        self.group: float | None = None
        self.digit: float | None = None
        self.place = 0.0
        self.last_scale = float("inf")
        self.fixed = False
        self.complete = False

    @property
    def value(self) -> float:
        return round(self.total + (self.group or 0.0) + (self.digit or 0.0), 6)

    def take_literal(self, value: float) -> bool:
        """Joins digits (`207`), which only a scale, a multiplier or a comma may follow."""
        if self.group is not None or self.digit is not None:
            return False
        if value < 10 and value == int(value):
            self.digit = value
        else:
            self.group, self.fixed = value, True
        self.complete = True
        return True

    def take(self, kind: NumeralClass, value: float) -> bool:
        """Joins one more numeral; False where it cannot belong to the same number."""
        if self.place and kind not in ("digit", "scale"):
            return False
        taken = self._join(kind, value)
        if taken:
            self.complete = kind != "point"
        return taken

    def _join(self, kind: NumeralClass, value: float) -> bool:
        match kind:
            case "digit":
                return self._join_digit(value)
            case "whole":
                return self.digit is None and self._raise(value, 100 if value < 100 else 1000)
            case "teen":
                return bool(self.digit) and self._raise((self.digit or 0) + value, 100)
            case "multiplier":
                return bool(self.digit) and self._raise((self.digit or 0) * value, value * 10)
            case "scale":
                return self._join_scale(value)
            case "scale_one":
                return self.group is None and self.digit is None and value < self.last_scale and self._close_group(1.0, value)
            case "fraction":
                self.group, self.digit, self.fixed = (self.group or 0) + (self.digit or 0) + value, None, True
                return True
            case "point":
                started = self.group is not None or self.digit is not None
                self.group, self.digit, self.place = (self.group or 0) + (self.digit or 0), None, 0.1
                return started
            case "minus":
                return False

    def _join_digit(self, value: float) -> bool:
        if self.place:
            self.group = (self.group or 0) + value * self.place
            self.place /= 10
            return True
        if self.digit is not None or self.fixed or (self.group or 0) % 10:
            return False
        self.digit = value
        return True

    def _raise(self, value: float, free_below: float) -> bool:
        """Adds to the group where its places below `free_below` are still free."""
        if self.fixed or (self.group or 0) % free_below:
            return False
        self.group, self.digit = (self.group or 0) + value, None
        return True

    def _join_scale(self, value: float) -> bool:
        if self.group is not None or self.digit is not None:
            return self._close_group((self.group or 0) + (self.digit or 0), value)
        if not self.total:
            return False
        self.total *= value
        self.last_scale = value
        return True

    def _close_group(self, part: float, scale: float) -> bool:
        """Moves the group into the total; a larger scale behind a smaller one raises all (`dua ratus ribu miliar`)."""
        self.total = round(self.total + part * scale if scale < self.last_scale else (self.total + part) * scale, 6)
        self.group = self.digit = None
        self.place, self.last_scale, self.fixed = 0.0, scale, False
        return True


def _key(row: Mapping[str, str]) -> str:
    return row["word"] if row.get("case") == "exact" else row["word"].lower()


def _literal(token: str) -> float | None:
    """The value of a number in digits, None where its marks make no sense (`1.23.4`)."""
    if len(token) > _LONGEST_LITERAL:
        return None
    if "," in token:
        if token.count(",") > 1 or token.find(".", token.index(",")) >= 0:
            token = token.replace(",", "")
        else:
            token = token.replace(".", "").replace(",", ".")
    elif _THOUSANDS.fullmatch(token) and not token.startswith("0"):
        token = token.replace(".", "")
    elif token.count(".") > 1:
        return None
    return float(token) if token.count(".") <= 1 else None
