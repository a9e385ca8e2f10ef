"""The words of a need that count, and what each is worth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import Stemmer

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.tables import read_rows

# How much a word tells about what is needed. Coordination, bantuan, program and their like tell nearly nothing; who asks, what is to be
# done with the thing (repair, add) and verbs tell less than the thing itself, and a thing in a side clause (`karena ...`, `yang ...`) is
# rarely what is asked for.
BOILERPLATE, GENERIC, ASIDE, THING = 0, 1, 2, 3
VERB_PREFIXES = ("me", "di")

_WORD = re.compile(r"[^\W\d_]{2,}")
_CLASSES = ("stop", "aside", "boilerplate", "generic")
# A sentence that opens with a side clause (`Karena banjir, ...`) asks for something after it.
_OPENING = 2


class NeedWords:
    """The words of a need that count, as stems.

    Snowball's Indonesian stemmer brings forms together (`disalurkan`, `penyaluran`); the model corrects it where it cuts too much
    (`sekolah` is no `seko` with `-lah`), and words that name a subject are left alone (`beruang` is no `uang`). Stop words are left out,
    and so are names, so that needs are not grouped by the place or the home that they come from; boilerplate and generic words are kept
    but marked.

    Args:
        stop: words that say nothing, in lower case.
        boilerplate: words that stand in nearly every need, in lower case.
        generic: words that name no thing (repair, add, new, who asks), in lower case.
        asides: stop words that open a side clause, in lower case.
        overrides: word -> stem, against the stemmer.
        subjects: word, in lower case -> the subject outside the taxonomy that it speaks of.
    """

    def __init__(
        self,
        stop: Iterable[str],
        boilerplate: Iterable[str],
        overrides: Mapping[str, str],
        generic: Iterable[str] = (),
        asides: Iterable[str] = (),
        subjects: Mapping[str, str] | None = None,
    ) -> None:
        self._asides = frozenset(asides)
        self._stop = frozenset(stop) | self._asides
        self._boilerplate = frozenset(boilerplate)
        self._generic = frozenset(generic)
        self._overrides = dict(overrides)
        self.subjects = dict(subjects or {})
        self._snowball: Callable[[str], str] = Stemmer.Stemmer("indonesian").stemWord
        self.boilerplate = frozenset(map(self.stem, self._boilerplate))
        self._generic_stems = frozenset(map(self.stem, self._generic))
        self._telling_stem = lru_cache(maxsize=100_000)(self._stem_unless_stop)

    def __reduce__(self) -> tuple[type[NeedWords], tuple[object, ...]]:
        """How to make it again: the stemmer cannot be copied, but scikit-learn copies the parameters of an estimator."""
        return NeedWords, (self._stop, self._boilerplate, self._overrides, self._generic, self._asides, self.subjects)

    def stem(self, word: str) -> str:
        """The stem of one word, whatever its case.

        >>> NeedWords((), (), {"sekolah": "sekolah"}).stem("Penyaluran")
        'salur'
        """
        small = word.casefold()
        if (bare := small.removesuffix("nya")) in self.subjects:
            return bare
        return self._overrides.get(small) or self._snowball(small)

    def level(self, word: str, stem: str) -> int:
        """How much `word`, whose stem is `stem`, tells in a main clause: BOILERPLATE, GENERIC or THING."""
        if stem in self.boilerplate:
            return BOILERPLATE
        if stem in self._generic_stems or (word.casefold() != stem and word.casefold().startswith(VERB_PREFIXES)):
            return GENERIC
        return THING

    def says_nothing(self, word: str) -> bool:
        """Whether a word (in lower case) is a stop word."""
        return word in self._stop

    def words(self, text: str) -> list[tuple[str, str]]:
        """(word as written, stem) for each word in order; the stem of a stop word or a name is empty."""
        words = _WORD.findall(text)
        stem = self._telling_stem
        found = [(word, stem(word)) for word in words]
        names = [at for at, word in enumerate(words) if at and word.istitle()]
        if 2 * len(names) < len(words):
            for at in names:
                found[at] = (words[at], "")
        return found

    def stems(self, text: str) -> list[str]:
        """The stems of `text` in order, without stop words and names."""
        stem = self._telling_stem
        return [found for found in map(stem, self.kept(text)) if found]

    def kept(self, text: str) -> list[str]:
        """The words of `text` as written, without names; a row in Title Case keeps its words."""
        words: list[str] = _WORD.findall(text)
        if text[1:].islower():
            return words
        others = words[:1] + [word for word in words[1:] if not word.istitle()]
        return others if 2 * (len(words) - len(others)) < len(words) else words

    def clauses(self, text: str) -> tuple[list[str], list[str]]:
        """The words of `text` as `kept` gives them: those of its main clause, and those of the side clause that follows."""
        words = self.kept(text)
        for at in range(_OPENING, len(words)):
            if words[at] in self._asides:
                return words[:at], words[at:]
        return words, []

    def telling_stem(self, word: str) -> str:
        """The stem of `word`, or nothing for a stop word."""
        return self._telling_stem(word)

    def _stem_unless_stop(self, word: str) -> str:
        return "" if word.casefold() in self._stop else self.stem(word)


def load_need_words(model: Path) -> NeedWords:
    """The stop words, boilerplate and generic words, stem corrections and subjects of the model folder `model`.

    Raises:
        ModelError: a list is missing or holds a class that is not known.
    """
    by_class: dict[str, list[str]] = {name: [] for name in _CLASSES}
    for row in read_rows(model / "lexicon" / "stopwords.csv", required=("word", "class")):
        if row["class"] not in by_class:
            raise ModelError(row.where, fault=f"unknown class '{row['class']}'", remedy=f"Use one of {', '.join(_CLASSES)}")
        by_class[row["class"]].append(row["word"].casefold())
    return NeedWords(
        by_class["stop"],
        by_class["boilerplate"],
        _pairs(model / "lexicon" / "stem_overrides.csv", "stem"),
        by_class["generic"],
        by_class["aside"],
        _pairs(model / "lexicon" / "subjects.csv", "subject"),
    )


def _pairs(path: Path, column: str) -> dict[str, str]:
    return {row["word"].casefold(): row[column] for row in read_rows(path, required=("word", column))}
