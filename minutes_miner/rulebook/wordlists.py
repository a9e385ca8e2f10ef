"""The word lists of a model: every CSV under `lexicon/` whose first column is `word`.

A list is known by its file's name. A column `class` splits it further: the rows of class `rank` in `titles.csv` are the list `titles.rank`
(and still belong to `titles`). A column `case` with `exact` makes a word count only as written. A word of several words is a phrase.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.tables import Row, read_rows


@dataclass(slots=True)
class WordList:
    """The words of one list: `any_case` in lower case, `exact` as written; rows by their word as written, and every row in order."""

    name: str
    any_case: set[str] = field(default_factory=set)
    exact: set[str] = field(default_factory=set)
    rows: dict[str, Row] = field(default_factory=dict)
    every: list[Row] = field(default_factory=list)

    def add(self, word: str, row: Row, exact: bool) -> None:
        """Take in one word with the row that it comes from."""
        (self.exact if exact else self.any_case).add(word if exact else word.lower())
        self.rows.setdefault(word, row)
        self.every.append(row)

    def row(self, word: str) -> Row | None:
        """The row of a word, found as written or else without regard to case."""
        return self.rows.get(word) or self._folded().get(word.lower())

    def _folded(self) -> dict[str, Row]:
        if not hasattr(self, "_cache"):
            self._cache = {word.lower(): row for word, row in reversed(list(self.rows.items()))}
        return self._cache

    _cache: dict[str, Row] = field(init=False, repr=False)


class WordLists(dict[str, WordList]):
    """The lists of a model by name; asking for one that is not there is a fault of the model."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, name: str) -> WordList:
        stem, _, part = name.partition(".")
        fault = f"no word has the class {part}" if part else "this word list is missing"
        raise ModelError(self._folder / f"{stem}.csv", fault=fault, remedy="Copy the file from the shipped model and add to it")


def load_word_lists(folder: Path) -> WordLists:
    """Every list of a model's lexicon by its name.

    Raises:
        ModelError: a file that is no list of words.
    """
    lists = WordLists(folder)
    for path in sorted(folder.glob("*.csv")):
        for row in read_rows(path, required=("word",)):
            names = [path.stem]
            names += [f"{path.stem}.{name}" for name in row["class"].split("+") if name]
            for name in names:
                lists.setdefault(name, WordList(name)).add(row["word"], row, row["case"] == "exact")
    return lists
