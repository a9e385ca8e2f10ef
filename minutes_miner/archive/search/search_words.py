"""What a search knows of words: their stems, what abbreviations stand for, and which parts of a name are titles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from minutes_miner.archive.search.query import Node, Phrase, ShortForms, all_words, parsed, together
from minutes_miner.corpus.word_forms import WORD, WordForms, load_word_forms
from minutes_miner.rulebook.tables import Row, read_rows

# A shorter one stands for too many things (`M.`, `RS`).
SHORTEST = 3
# Where the word list keeps what an abbreviation stands for.
_LONG_FORMS = {"agencies": "full_form", "office_heads": "written_out", "abbreviations": "expansion"}
_TITLES = ("titles", "degrees", "acting_markers")


@dataclass(frozen=True, slots=True)
class SearchWords:
    """`short_forms`: an abbreviation in lower case -> what it stands for, as words; `titles`: titles and degrees without their points."""

    forms: WordForms
    short_forms: ShortForms
    titles: frozenset[str]

    def query(self, text: str) -> Node | None:
        """What a user asks for; see `minutes_miner.archive.search.query.parsed`."""
        return parsed(text, self.forms, self.short_forms)

    def name(self, text: str) -> Node | None:
        """The words of the name of an office, an institution or a region, in any of their forms; None if it has none."""
        return all_words(text, self.forms, self.short_forms)

    def person(self, text: str) -> Node | None:
        """The words of a person's name as written, without titles and degrees; None if it has none.

        >>> SearchWords(WordForms({}), {}, frozenset({"h", "msi"})).person("H. Bambang, M.Si.")
        Phrase(words=('bambang',), prefix=False)
        """
        chunks = text.casefold().split()
        bare = [chunk for chunk in chunks if "".join(WORD.findall(chunk)) not in self.titles] or chunks
        words = [Phrase((word,)) for word in dict.fromkeys(WORD.findall(" ".join(bare)))]  # no stems: `Budiman` is no form of `Budi`
        return together(words)


def load_search_words(model: Path) -> SearchWords:
    """The words as the model folder `model` has them.

    Raises:
        ModelError: a list is missing.
    """
    lexicon = model / "lexicon"
    short_forms: dict[str, list[tuple[str, ...]]] = {}
    for name, column in _LONG_FORMS.items():
        for row in read_rows(lexicon / f"{name}.csv", required=("word", column)):
            for short, long in _short_form(row, column):
                if long not in short_forms.setdefault(short, []):
                    short_forms[short].append(long)
    titles = {
        "".join(WORD.findall(row["word"].casefold())) for name in _TITLES for row in read_rows(lexicon / f"{name}.csv", required=("word",))
    }
    return SearchWords(load_word_forms(model), short_forms, frozenset(titles))


def _short_form(row: Row, column: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    short = WORD.findall(row["word"].casefold())
    for written in row[column].split("/"):
        long = tuple(WORD.findall(written.casefold()))
        if len(short) == 1 and len(short[0]) >= SHORTEST and long and long != tuple(short):
            yield short[0], long
