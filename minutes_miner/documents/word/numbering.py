"""The automatic numbers of a Word document, as Word shows them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from minutes_miner.documents.word.styles import NumPr, Styles
from minutes_miner.documents.word.xml import W, number, value

LEVELS = 9
BULLET = "•"
_PLACE = re.compile("%([1-9])")
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
        strict=True,
    )
)
_MAX_ROMAN = 3999
_MAX_LETTERS = 26 * 20
_MAX_ENCLOSED = 20
_SILENT = ("none", "bullet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list counts; `text` has `%1` for the number of the first level, `restart` is the level (from 1) that resets it."""

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    style: str | None
    symbol: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list in use: the scheme it counts in, and its own starts and levels where they differ."""

    scheme: str
    starts: dict[int, int]
    levels: dict[int, Level]


class Numbering:
    """Counts through a document: ask once for each numbered paragraph, in the order of the text."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._schemes: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def label(self, numbered: NumPr, style: str | None) -> tuple[str, int] | None:
        """The label and the level (from 0) of the next paragraph in the list `numbered`; None when it shows no number."""
        name, given_level = numbered
        found = self._lists.get(name or "")
        if found is None or name is None:
            return None
        levels = self._levels(found)
        depth = number(given_level)
        if depth is None:
            depth = next((place for place, level in levels.items() if level.style is not None and level.style == style), 0)
        if depth not in levels:
            return None
        counts = self._counted(name, found, levels, depth)
        text = _shown(levels, counts, depth)
        return (text, depth) if text else None

    def _counted(self, name: str, found: List, levels: dict[int, Level], depth: int) -> dict[int, int]:
        """The counts of the scheme after one more paragraph at `depth`."""
        counts = self._counts.setdefault(found.scheme, {})
        if name not in self._begun:
            self._begun.add(name)
            for place in found.starts:
                counts.pop(place, None)
        for place in range(depth + 1):
            start = found.starts.get(place, levels[place].start) if place in levels else 1
            if place == depth:
                counts[place] = counts[place] + 1 if place in counts else start
            else:
                counts.setdefault(place, start)
        for place in range(depth + 1, LEVELS):
            restart = levels[place].restart if place in levels else None
            if restart is None or (restart and depth < restart):
                counts.pop(place, None)
        return counts

    def _levels(self, found: List) -> dict[int, Level]:
        scheme = found.scheme
        if (linked := self._links.get(scheme)) and (numbered := self._styles.numbering(linked)) and numbered[0] in self._lists:
            scheme = self._lists[numbered[0]].scheme
        return {**self._schemes.get(scheme, {}), **found.levels}

    def _read(self, root: etree._Element) -> None:
        for scheme in root.iterfind(f"{W}abstractNum"):
            name = scheme.get(f"{W}abstractNumId", "")
            self._schemes[name] = dict(filter(None, map(_level, scheme.iterfind(f"{W}lvl"))))
            if linked := value(scheme, "numStyleLink"):
                self._links[name] = linked
        for element in root.iterfind(f"{W}num"):
            overrides = element.findall(f"{W}lvlOverride")
            starts = {number(o.get(f"{W}ilvl"), 0) or 0: number(value(o, "startOverride")) for o in overrides}
            levels = [_level(level) for o in overrides for level in o.iterfind(f"{W}lvl")]
            self._lists[element.get(f"{W}numId", "")] = List(
                scheme=value(element, "abstractNumId") or "",
                starts={place: start for place, start in starts.items() if start is not None},
                levels=dict(filter(None, levels)),
            )


def _level(element: etree._Element) -> tuple[int, Level] | None:
    place = number(element.get(f"{W}ilvl"))
    if place is None or place >= LEVELS:
        return None
    font = element.find(f"{W}rPr/{W}rFonts")
    fonts = "" if font is None else (font.get(f"{W}ascii") or font.get(f"{W}hAnsi") or "").lower()
    return place, Level(
        start=number(value(element, "start"), 0) or 0,  # where nothing is said, Word begins at zero
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=number(value(element, "lvlRestart")),
        legal=element.find(f"{W}isLgl") is not None,
        style=value(element, "pStyle"),
        symbol=fonts.startswith(_SYMBOL_FONTS),
    )


def _shown(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.format == "bullet":
        private = any("\ue000" <= sign <= "\uf8ff" for sign in level.text)
        return BULLET if level.symbol or private or not level.text.strip() else level.text.strip()

    def counted(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        format = levels[place].format if place in levels else "decimal"
        return written(counts.get(place, 1), "decimal" if level.legal and format not in _SILENT else format)

    return " ".join(_PLACE.sub(counted, level.text).split())


def written(count: int, format: str) -> str:
    """The number in one of Word's formats (`lowerLetter`, `upperRoman`), as digits in one that is not known."""
    return _FORMATS.get(format, str)(count)


def _letters(count: int) -> str:
    """`a` to `z`, then `aa`, `bb`, as Word goes on."""
    if not 0 < count <= _MAX_LETTERS:
        return str(count)
    turn, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (turn + 1)


def _roman(count: int) -> str:
    if not 0 < count <= _MAX_ROMAN:
        return str(count)
    signs = []
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        signs.append(sign * times)
    return "".join(signs)


def _ordinal(count: int) -> str:
    """`1st`: Word knows no ordinals of Indonesian and writes the English ones."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{'th' if count % 100 in (11, 12, 13) else ending}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "none": lambda _: "",
    "bullet": lambda _: "",
    "ordinal": _ordinal,
    "numberInDash": "- {} -".format,
    "decimalEnclosedCircle": lambda count: chr(0x245F + count) if 0 < count <= _MAX_ENCLOSED else str(count),
    "decimalEnclosedParen": "({})".format,
    "decimalEnclosedFullstop": "{}.".format,
}
