"""Which body that meets again and again a document belongs to, by what its header calls it.

`FLKS Ngawi`, `Forum Komunikasi Lembaga Kesejahteraan Sosial Kabupaten Ngawi`, `Notulen Rapat Rutin FLKS Ngawi Bulan Maret 2024` and
`Rapat Koordinasi Triwulan II FLKS Kab. Ngawi` are one forum: numbers, months and the kind of meeting are no part of its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from minutes_miner.corpus.home_region import home_region
from minutes_miner.corpus.word_forms import WordForms, load_word_forms
from minutes_miner.errors import ModelError
from minutes_miner.records import Analysis
from minutes_miner.rulebook.gazetteer import LEVELS, WIDE, Gazetteer
from minutes_miner.rulebook.tables import read_rows

CLASSES = ("meeting", "cut", "body", "numbered", "filler")
LETTERHEAD = 8  # lines
LONGEST_PHRASE = 3
LONGEST_REGION = 4

_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[(),:;/–—-]")
_NUMERAL = re.compile(r"(?:\d+|[ivxlc]+)$")
_ABBREVIATED = re.compile(r"^[^aeiou]+$|[^aeiou]{3}|\(")
_SHORT = re.compile(r"[A-Z][A-Za-z-]*[A-Z]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum:
    """A forum as one document calls it: `words` of its name as stems, `spelled` as written and with the fillers that `words` leave out
    (`komunikasi`), `short` its abbreviation, `region` the words of its region.

    `level` is `city`, `regency`, ... where the text says it; `known` says that the words name a body and not only a subject.
    """

    name: str
    words: tuple[str, ...]
    spelled: tuple[tuple[str, str], ...]
    short: str | None
    region: tuple[str, ...]
    level: str | None
    known: bool


class ForumNames:
    """Reads the names of forums.

    Args:
        phrases: word or phrase in lower case -> its classes, of `CLASSES`.
        prefixes: what stands before a region in lower case (`kab`) -> its level.
        calendar: names of months and days in lower case.
        gazetteer: the regions that are known.
        forms: stems.
    """

    def __init__(
        self,
        phrases: Mapping[str, frozenset[str]],
        prefixes: Mapping[str, str],
        calendar: Iterable[str],
        gazetteer: Gazetteer,
        forms: WordForms,
    ) -> None:
        self._phrases, self._prefixes, self._calendar = dict(phrases), dict(prefixes), frozenset(calendar)
        self._gazetteer, self._forms = gazetteer, forms

    def of_document(self, analysis: Analysis) -> Forum | None:
        """The forum that minutes name in their event, title or first lines; None for other documents and where nothing tells.

        A subject alone (`Rapat Anggaran Jambore`) is no forum, a subject with its region (`Rakor Pengendalian Banjir Kab. Lamongan`) is.
        """
        header = analysis.document
        if header.kind != "minutes":
            return None
        found = [self.read(text) for text in (header.event, header.title) if text]
        found += [forum for line in _letterhead(analysis.text) if (forum := self.read(line)) is not None and forum.known]
        best = max(filter(None, found), key=lambda forum: (forum.known, bool(forum.region)), default=None)
        if best is None or not (best.known or (best.region and (best.words or best.level == "village"))):
            return None
        region = home_region(analysis) if not best.region else None
        return self.read(f"{best.name} {region}") if region is not None else best

    def read(self, text: str) -> Forum | None:
        """The forum that a line names, None where nothing is left but the kind of meeting, numbers and dates."""
        tokens = _TOKEN.findall(text)
        kept, short = self._kept(tokens)
        words, region, level = self._parted(kept)
        known = any("body" in self._classes(kept, at, length) for at, length in self._spans(words)) or short is not None
        known = known or (not text.isupper() and any(_SHORT.match(word) for word in words))
        if not words and not region:
            return None
        spelled = tuple(
            ("" if "filler" in self._classes(words, at, 1) else self._forms.stem(word), word.casefold()) for at, word in enumerate(words)
        )
        name = " ".join([*words, *([f"({short})"] if short else []), *kept[len(words) :]])
        lowered = tuple(word.casefold() for word in region)
        return Forum(
            name=_mixed(name),
            words=tuple(stem for stem, _ in spelled if stem),
            spelled=spelled,
            short=short.casefold() if short else None,
            region=lowered,
            level=level,
            known=known,
        )

    def same(self, a: Forum, b: Forum) -> bool:
        """Whether two names can be of one forum: the words agree, in full or abbreviated, and the regions do not contradict."""
        return _same_region(a, b) and same_words(a, b)

    def matches(self, asked: str, name: str) -> bool:
        """Whether a forum is meant by loose words of a user, in any word form, abbreviated or in full."""
        wanted, forum = self.read(asked), self.read(name)
        if wanted is None or forum is None:
            return asked.casefold() in name.casefold()
        if wanted.region and forum.region and not set(wanted.region) <= set(forum.region):
            return False
        if {"city", "regency"} == {wanted.level, forum.level}:
            return False
        have = {*forum.words, *forum.region, forum.short}
        left = [pair for pair in wanted.spelled if pair[0] and pair[0] not in have]
        rest = [pair for pair in forum.spelled if pair[0] not in wanted.words]
        if len(forum.words) == 1 and left and abbreviates(forum.words[0], wanted.spelled):
            return True
        return all(any(abbreviates(stem, rest[first:]) for first in range(len(rest))) for stem, _ in left)

    def _kept(self, tokens: Sequence[str]) -> tuple[list[str], str | None]:
        """The tokens that can be of a name, and the abbreviation in brackets among them."""
        kept: list[str] = []
        short = None
        at = 0
        while at < len(tokens):
            token = tokens[at]
            small = token.casefold()
            if token == "(" and at + 2 < len(tokens) and tokens[at + 2] == ")":
                short = short or tokens[at + 1]
                at += 3
                continue
            length, classes = self._longest(tokens, at)
            if "cut" in classes or token in (":", ";") or (token == "," and not self._opens_region(tokens, at + 1)):
                if kept:
                    break
                at += 1
                continue
            numbered = bool(kept) and "numbered" in self._phrases.get(kept[-1].casefold(), ())
            if "body" in classes:
                kept += tokens[at : at + length]
            elif (
                "meeting" not in classes and small not in self._calendar and (numbered or not _NUMERAL.match(small)) and token[0].isalnum()
            ):
                kept.append(token)
            at += max(1, length if classes else 1)
        return kept, short

    def _parted(self, kept: Sequence[str]) -> tuple[list[str], list[str], str | None]:
        """The words of the name, those of its region, and what the region is said to be."""
        for at, word in enumerate(kept):
            level = self._prefixes.get(word.casefold())
            if level is not None and at + 1 < len(kept):
                end = next((n for n in range(at + 2, len(kept)) if kept[n].casefold() in self._prefixes), len(kept))
                return list(kept[:at]), list(kept[at + 1 : min(end, at + 1 + LONGEST_REGION)]), level
        for first in range(max(0, len(kept) - LONGEST_REGION), len(kept)):
            if self._gazetteer.is_wide(" ".join(kept[first:])):
                return list(kept[:first]), list(kept[first:]), None
        return list(kept), [], None

    def _opens_region(self, tokens: Sequence[str], at: int) -> bool:
        return at < len(tokens) and tokens[at].casefold() in self._prefixes

    def _longest(self, tokens: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
        for length in range(LONGEST_PHRASE, 0, -1):
            classes = self._classes(tokens, at, length)
            if classes:
                return length, classes
        return 1, frozenset()

    def _classes(self, tokens: Sequence[str], at: int, length: int) -> frozenset[str]:
        if at + length > len(tokens):
            return frozenset()
        return self._phrases.get(" ".join(tokens[at : at + length]).casefold(), frozenset())

    def _spans(self, words: Sequence[str]) -> list[tuple[int, int]]:
        return [(at, length) for at in range(len(words)) for length in range(1, LONGEST_PHRASE + 1)]


def same_words(a: Forum, b: Forum) -> bool:
    """Whether the names agree: the same words, or what one has over is the abbreviation of what the other has over."""
    if a.words == b.words or (a.short and (a.short,) == b.words) or (b.short and (b.short,) == a.words):
        return True
    if not a.words or not b.words:
        return False
    if a.short and a.short == b.short:
        return True
    left = [pair for pair in a.spelled if pair[0] not in b.words]
    right = [pair for pair in b.spelled if pair[0] not in a.words]
    if not any(stem for stem, _ in (*left, *right)):
        return True
    return any(len(one) == 1 and abbreviates(one[0][0], other) for one, other in ((_told(left), right), (_told(right), left)))


def abbreviates(short: str, spelled: Sequence[tuple[str, str]]) -> bool:
    """Whether the letters are the initials of words (stem and word as written), with the fillers among them (no stem) or without.

    >>> abbreviates("flk", [("forum", "forum"), ("", "komunikasi"), ("lembaga", "lembaga"), ("jahtera", "kesejahteraan")])
    True
    """
    if len(short) < 2:
        return False
    return short in ("".join(word[0] for _, word in spelled), "".join(word[0] for stem, word in spelled if stem))


def grouped(names: Iterable[str], reader: ForumNames) -> dict[str, str]:
    """Each name -> the name that is used for its forum, the fullest of them; the same for the same names in any order.

    Names that tell whether they mean a city or a regency come first, then those with a region, then those without one, which belong to the
    only forum of such words or to none of those that have a region.
    """
    forums = {name: forum for name in sorted(set(names)) if (forum := reader.read(name)) is not None}
    groups: list[list[str]] = []
    for name in sorted(forums, key=lambda each: (-_told_of_region(forums[each]), each)):
        forum = forums[name]
        near = [group for group in groups if any(same_words(forum, forums[other]) for other in group)]
        fit = [group for group in near if any(_same_region(forum, forums[other]) for other in group)] if forum.region else near
        if len(fit) > 1 and forum.level is None:
            fit = [group for group in fit if all(forums[other].level != "city" for other in group)] if forum.region else []
        joined = [name, *(other for group in fit for other in group)]
        groups = [group for group in groups if group not in fit] + [joined]
    return {name: max(group, key=lambda each: (_fullness(forums[each]), each)) for group in groups for name in group}


def _told_of_region(forum: Forum) -> int:
    return (forum.level is not None) + bool(forum.region)


def _fullness(forum: Forum) -> tuple[int, bool, int]:
    return _told_of_region(forum), forum.short is not None, len(forum.name)


def _told(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [pair for pair in pairs if pair[0]]


def _same_region(a: Forum, b: Forum) -> bool:
    return a.region == b.region and {a.level, b.level} != {"city", "regency"}


def _letterhead(text: str) -> list[str]:
    """The first lines, as far as they are no fields such as `Tanggal : ...`."""
    lines = [line.strip(" #*_|") for line in text.splitlines() if line.strip()][:LETTERHEAD]
    fields = next((at for at, line in enumerate(lines) if at and ":" in line), len(lines))
    return lines[:fields]


def _mixed(name: str) -> str:
    """A name in capitals as running text writes it; abbreviations (no vowel, or three consonants on end) and numerals stay."""
    if not name.isupper():
        return name
    return " ".join(
        word if _ABBREVIATED.search(word.casefold()) or _NUMERAL.match(word.casefold()) else word.title() for word in name.split()
    )


@cache
def load_forum_names(model: Path) -> ForumNames:
    """The reader of names with the lists of the model folder `model`.

    Raises:
        ModelError: a list is missing or holds a class that is not known.
    """
    lexicon = model / "lexicon"
    phrases: dict[str, frozenset[str]] = {}
    for row in read_rows(lexicon / "forum_words.csv", required=("word", "class")):
        classes = frozenset(row["class"].split("+"))
        if not classes <= set(CLASSES):
            raise ModelError(row.where, fault=f"unknown class '{row['class']}'", remedy=f"Use one of {', '.join(CLASSES)}")
        phrases[row["word"].casefold()] = classes
    levels = {*WIDE, *LEVELS.values()}
    prefixes = {
        row["word"].casefold().rstrip("."): row["class"]
        for row in read_rows(lexicon / "place_prefixes.csv", required=("word", "class"))
        if row["class"] in levels
    }
    calendar = [row["word"].casefold() for name in ("months.csv", "weekdays.csv") for row in read_rows(lexicon / name, required=("word",))]
    return ForumNames(phrases, prefixes, calendar, Gazetteer(model / "gazetteers"), load_word_forms(model))
