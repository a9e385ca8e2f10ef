"""Tokens as symbols: each token becomes one character that stands for all that the rules may ask about it.

What a rule can ask is whether a token has a shape (`Cap`, `num`), is a given word, stands in a word list, or belongs to a phrase or span
found earlier (`B:label` for its first token, `I:label` for the others). All combinations that can occur are numbered when the model is
loaded; a text is then a string of such characters, and a pattern is a regular expression over them, which the C engine of `re` runs in
nanoseconds a token. The idea is the cascade of finite-state transducers of FASTUS (Hobbs et al. 1997).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

FIRST_SYMBOL = 0x1000
LAST_SYMBOL = 0xD7FF
SHAPES = (
    "Cap",
    "UP",
    "Init",
    "low",
    "mixed",
    "num",
    "year",
    "decimal",
    "clock",
    "slashdate",
    "isodate",
    "years",
    "size",
    "code",
    "punct",
    "newline",
    "blank",
    "roman",
    "short",
)
NUMBER = re.compile(r"\d+$|\d{1,3}(?:\.\d{3})+(?:,\d+)?(?:,-)?$|\d+,\d+$|\d+\.\d{1,2}$")
CLOCK = re.compile(r"[0-2]?\d(?:[.:][0-5]\d|(?::[0-5]\d){2}|[.:][0-5]\d-[0-2]?\d[.:][0-5]\d)$")
SLASH_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$|\d{1,2}-[A-Z][a-z]{2}-\d{4}$")
ISO_DATE = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?$")
YEARS = re.compile(r"(?:19|20)\d\d[-–/](?:19|20)?\d\d$")
SIZE = re.compile(r"\d+(?:x\d+\w*|[xX])$")
ROMAN = re.compile(r"[IVX]{1,5}$")
INITIAL = re.compile(r"[A-Z]$|(?:[A-Z]\.){1,4}$")


def shape(text: str) -> frozenset[str]:
    """What a token looks like: one main shape, and what else it may be read as."""
    first = text[0]
    if first.isspace():
        return frozenset(("newline",) if "\n" in text else ("blank",))
    if text.isdigit():
        return frozenset(("num", "year")) if len(text) == 4 and text[:2] in ("19", "20") else frozenset(("num",))
    if first.isdigit():
        return _digit_shape(text)
    if not any(char.isalpha() for char in text):
        return frozenset(("code",) if first == "." and text[1:].isdigit() else ("punct",))
    shapes = set()
    if INITIAL.match(text):
        shapes.add("Init")
    if ROMAN.match(text):
        shapes.add("roman")
    if any(char.isdigit() for char in text):
        return frozenset(shapes | {"mixed"})
    letters = text.replace(".", "").replace("-", "").replace("’", "").replace("'", "")
    if letters.isupper() and len(letters) > 1:
        shapes.add("UP")
        if len(letters) <= 3:
            shapes.add("short")
    elif first.isupper() and text[1:] == text[1:].lower() and len(text) > 1 and text[-1] != ".":
        shapes.add("Cap")
    elif text == text.lower():
        shapes.add("low")
    elif not shapes or len(text) > 2:
        parts = re.split(r"[-’'.]", text)
        shapes.add(
            "Cap"
            if first.isupper() and all(not p or (p[0].isupper() and p[1:].islower()) or p.islower() for p in parts) and text[-1] != "."
            else "mixed"
        )
    return frozenset(shapes)


def _digit_shape(text: str) -> frozenset[str]:
    shapes = set()
    if NUMBER.match(text):
        shapes.add("decimal")
    if CLOCK.match(text):
        shapes.add("clock")
    if SLASH_DATE.match(text):
        shapes.add("slashdate")
    if ISO_DATE.match(text):
        shapes.add("isodate")
    if YEARS.match(text):
        shapes.add("years")
    if SIZE.match(text):
        shapes.add("size")
    return frozenset(shapes or {"code"})


# One made-up token of every shape that texts commonly show.
ORDINARY_WORDS = (
    "xyzq Xyzq XYZQ XYZ XY X X. Xy. xY XyZ X.Y. IV I V. "
    "Xy-xy Xy-Xy xy-xy XY-XY XY-xy Xy’xy Xy.xy xy. XY. X.y x. Ii. LK2S A-01"
)  # fmt: skip
ORDINARY_FIGURES = (
    "7 77 1999 7.7 7,7 7.5 7:30 07.30 13.45 1.234 7/7/2007 7/7 03-Feb-2021 2020-07-07 2020-7 "
    "2018-2023 2005-06 2020/2021 12B 4.1.2 7x7 7x .7 , . -"
)  # fmt: skip
ORDINARY = (*ORDINARY_WORDS.split(), *ORDINARY_FIGURES.split(), "\n", "  ")
WRITTEN = (("low",), ("Cap",), ("UP",), ("UP", "short"), ("mixed",), ("Init",))


class SymbolTable:
    """Numbers every combination of features that a token of this model can have.

    Args:
        any_case: list name -> its single words in lower case.
        exact: list name -> its single words as written.
        words: words that patterns name by themselves, in lower case.
        labels: names of phrases lists and spans that may be marked (`B:`/`I:`).
    """

    def __init__(
        self, any_case: Mapping[str, Iterable[str]], exact: Mapping[str, Iterable[str]], words: Iterable[str], labels: Iterable[str]
    ) -> None:
        self.by_lower: dict[str, set[str]] = {}
        self.by_text: dict[str, set[str]] = {}
        for name, members in any_case.items():
            for word in members:
                self.by_lower.setdefault(word, set()).add(name)
        for name, members in exact.items():
            for word in members:
                self.by_text.setdefault(word, set()).add(name)
        for word in words:
            self.by_lower.setdefault(word, set()).add("=" + word)
        self.labels = tuple(sorted(set(labels)))
        self.symbols: dict[frozenset[str], str] = {}
        self.features: list[frozenset[str]] = []
        self.classes: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[int, str]] = {}
        self.having: dict[str, set[int]] = {}
        self.of_text: dict[str, str] = {}
        self.marks: dict[tuple[str, str, str], str] = {}
        self.shape_of: dict[str, frozenset[str]] = {}
        self.last: tuple[str, frozenset[str]] = ("", frozenset())
        self._number_all()

    def _number_all(self) -> None:
        """Meet every combination before the first text does, so that patterns are compiled once."""
        for word in ORDINARY:
            self.symbol(word)
        for word in self.by_text:
            self.symbol(word)
        written = [frozenset(shapes) for shapes in WRITTEN]
        for names in {frozenset(names) for names in self.by_lower.values()}:
            for shapes in written:
                self._number(names | shapes, shapes)
        for word in self.by_lower:
            if not word.isalpha():
                for spelling in (word, word.capitalize(), word.title(), word.upper()):
                    self.symbol(spelling)
        for shapes in set(self.shape_of.values()):
            symbol = self._number(shapes, shapes)
            for label in self.labels:
                self.mark(symbol, "B:", label)
                self.mark(symbol, "I:", label)

    def symbol(self, text: str) -> str:
        """The symbol of a token by its text."""
        known = self.of_text.get(text)
        if known is None:
            lower = text.lower()
            shapes = shape(text)
            features = shapes | self.by_lower.get(lower, set()) | self.by_text.get(text, set())
            known = self._number(frozenset(features), shapes)
            if len(self.of_text) < 200_000:
                self.of_text[text] = known
        return known

    def mark(self, symbol: str, prefix: str, label: str) -> str:
        """The symbol of a token that has become part of a phrase or span: it keeps its shape and loses its lists."""
        key = (symbol, prefix, label)
        known = self.marks.get(key)
        if known is None:
            shapes = self.shape_of[symbol]
            known = self.marks[key] = self._number(shapes | {prefix + name for name in label.split("+")}, shapes)
        return known

    def _number(self, features: frozenset[str], shapes: frozenset[str]) -> str:
        symbol = self.symbols.get(features)
        if symbol is None:
            code = FIRST_SYMBOL + len(self.features)
            if code > LAST_SYMBOL:
                raise OverflowError("the model tells too many kinds of tokens apart")
            symbol = self.symbols[features] = chr(code)
            self.features.append(features)
            for feature in features:
                self.having.setdefault(feature, set()).add(code)
            self.shape_of[symbol] = shapes
        return symbol

    def present(self, symbols: str) -> frozenset[str]:
        """The different symbols of a text; many patterns ask for those of one text in a row."""
        if self.last[0] is not symbols:
            self.last = symbols, frozenset(symbols)
        return self.last[1]

    def facts(self, symbol: str) -> frozenset[str]:
        """What a symbol stands for: the shapes, words, lists and marks of its tokens."""
        return self.features[ord(symbol) - FIRST_SYMBOL]

    def with_features(self, names: Iterable[str], without: Iterable[str]) -> list[int]:
        """The code points of the symbols that have one of `names` and none of `without`, in order."""
        wanted: set[int] = set()
        for name in names:
            wanted |= self.having.get(name, set())
        for name in without:
            wanted -= self.having.get(name, set())
        return sorted(wanted)

    @property
    def version(self) -> int:
        """How many symbols there are; a pattern compiled for fewer does not know the newer ones."""
        return len(self.features)
