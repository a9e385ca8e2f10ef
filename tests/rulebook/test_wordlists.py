from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.wordlists import load_word_lists


def written(folder: Path, text: str) -> Path:
    (folder / "titles.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_word_counts_in_any_case_unless_it_is_exact(tmp_path: Path) -> None:
    titles = load_word_lists(written(tmp_path, "word,case\nPak,\nKB,exact\nIbu,capital\n"))["titles"]
    assert titles.any_case == {"pak", "ibu"}
    assert titles.exact == {"KB"}


def test_classes_are_lists_of_their_own(tmp_path: Path) -> None:
    lists = load_word_lists(written(tmp_path, "word,class\nAKBP,rank\nPak,kinship+short\nIr.,\n"))
    assert {name: sorted(words.rows) for name, words in lists.items()} == {
        "titles": ["AKBP", "Ir.", "Pak"],
        "titles.rank": ["AKBP"],
        "titles.kinship": ["Pak"],
        "titles.short": ["Pak"],
    }


def test_a_row_is_found_as_written_or_else_in_any_case(tmp_path: Path) -> None:
    titles = load_word_lists(written(tmp_path, "word,note\nDR,doktor\nDr,dokter\n"))["titles"]
    notes = [row["note"] if (row := titles.row(word)) else None for word in ("Dr", "DR", "dr", "Drs")]
    assert notes == ["dokter", "doktor", "doktor", None]


def test_of_a_word_that_stands_twice_the_first_row_counts(tmp_path: Path) -> None:
    titles = load_word_lists(written(tmp_path, "word,note\nDr,satu\nDr,dua\n"))["titles"]
    assert titles.rows["Dr"]["note"] == "satu"
    assert [row["note"] for row in titles.every] == ["satu", "dua"]


def test_a_list_that_is_asked_for_and_not_there_is_a_fault(tmp_path: Path) -> None:
    lists = load_word_lists(written(tmp_path, "word,class\nAKBP,rank\n"))
    with pytest.raises(ModelError, match=r"degrees\.csv: this word list is missing"):
        lists["degrees"]
    with pytest.raises(ModelError, match=r"titles\.csv: no word has the class noble"):
        lists["titles.noble"]
    assert "degrees" not in lists
    assert lists.get("degrees") is None


def test_a_list_without_words_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="column word is missing"):
        load_word_lists(written(tmp_path, "kata\nPak\n"))
