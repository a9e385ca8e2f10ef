"""Words as their stems, so that a search for one form finds the others (`membantu`, `bantuan`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import Stemmer

from minutes_miner.rulebook.tables import read_rows

WORD = re.compile(r"[^\W_]+")


class WordForms:
    """Snowball's Indonesian stemmer, corrected by the model where it cuts too much (`sekolah` is no `seko` with `-lah`).

    Args:
        overrides: word -> stem, in lower case.
    """

    def __init__(self, overrides: Mapping[str, str]) -> None:
        self._overrides = dict(overrides)
        self._snowball: Callable[[str], str] = Stemmer.Stemmer("indonesian", 0).stemWord
        self.stem = lru_cache(maxsize=200_000)(self._stem)

    def _stem(self, word: str) -> str:
        small = word.casefold()
        return self._overrides.get(small) or self._snowball(small)

    def differing(self, text: str) -> str:
        """The stems of the words of `text` that are not their own stem, in order, with blanks between.

        >>> WordForms({}).differing("Dinas menyalurkan bantuan beras")
        'salur bantu'
        """
        stem = self.stem
        return " ".join([stemmed for word in WORD.findall(text.casefold()) if (stemmed := stem(word)) != word])


def load_word_forms(model: Path) -> WordForms:
    """The stems as the model folder `model` corrects them.

    Raises:
        ModelError: the list is missing.
    """
    rows = read_rows(model / "lexicon" / "stem_overrides.csv", required=("word", "stem"))
    return WordForms({row["word"].casefold(): row["stem"] for row in rows})
