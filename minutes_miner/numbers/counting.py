"""A number while it is being read, word by word; and a number in digits."""

from __future__ import annotations

import re

from minutes_miner.numbers.words import NumeralClass

_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_LONGEST_LITERAL = 24


class Count:
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


def literal(token: str) -> float | None:
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
