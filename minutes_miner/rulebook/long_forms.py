"""Names of institutions and posts word by word, with every abbreviation as what it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from minutes_miner.rulebook.wordlists import WordList

SIGNS = frozenset(".,()/’'‘\"“”-") | {"se"}
LONGEST_SHORT_FORM = 3
WRITTEN_OUT = (
    ("field_abbreviations", "full_form"),
    ("agencies", "full_form"),
    ("organisations", "full_form"),
    ("office_heads", "written_out"),
)


class LongForms:
    """Writes names out, so that an agency is compared by its fields, however their names are shortened and joined.

    Attributes:
        written_out: abbreviations of agencies, their fields and posts -> the words they stand for, in lower case, without joining words.
        informal: short forms of chats and jottings -> the words they stand for (`yg` -> `yang`).
        joining: words that join the members of a list (`dan`).
    """

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        self.informal = {word: row["full"] for word, row in lists["informal"].rows.items()}
        self.joining = frozenset(lists["joiners"].any_case)
        self.written_out: dict[str, list[str]] = {}
        for name, column in WRITTEN_OUT:
            for word, row in lists[name].rows.items():
                if row[column]:
                    full = row[column].lower().replace(",", "").split()
                    self.written_out[word.lower()] = [part for part in full if part not in self.joining]

    def words(self, words: Sequence[str]) -> Iterator[str]:
        """The words of a name in lower case, written out, without signs and joining words (`Dinsos` gives `dinas`, `sosial`)."""
        lowers = [self.informal.get(word.strip(".").lower(), word.lower()) for word in words]
        at = 0
        while at < len(lowers):
            for length in range(min(LONGEST_SHORT_FORM, len(lowers) - at), 0, -1):
                written = self.written_out.get(" ".join(lowers[at : at + length]))
                if written is not None:
                    yield from written
                    break
            else:
                word = lowers[at].strip(".")
                if word and word not in SIGNS and word not in self.joining and "\n" not in word:
                    yield word
                length = 1
            at += length
