from __future__ import annotations

import pytest

from minutes_miner.corpus.people.names import Names, keys, likeness
from minutes_miner.paths import model_folder
from minutes_miner.rulebook.wordlists import load_word_lists


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_word_lists(model_folder() / "lexicon"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moh. Rofiq", "Mohammad Rofik"),
        ("Abd. Rahman Sholeh", "Abdurrahman Soleh"),
        ("Soekarno Djoko", "Sukarno Joko"),
        ("IGA Rai Sukreni", "I Gusti Ayu Rai Sukreni"),
        ("Fahmi Ma’ruf", "Fahmi Maruf"),
        ("Y.Lewar", "Y. Lewar"),
    ],
)
def test_spellings_of_one_name_are_one(names: Names, one: str, other: str) -> None:
    assert names.words(one) == names.words(other)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Y. Lewar", "Yanto Lewar", "initials"),
        ("Ambo Upe", "Ambo Upe Maddukelleng", "shorter"),
        ("Kus", "Kuswanto", "part"),
        ("Goreti", "Maria Goreti", "part"),
        ("Retno Wilanto", "Retno Wilianto", "spelling"),
        ("Yulianto Sari", "Yulianti Sari", None),
        ("Wahyudi Hartono", "Wahyuni Hartono", None),
        ("Y. S.", "Yanto Suryono", None),
        ("Sri Lestari", "Sri Hartati", None),
        ("Suryono Yanto", "Yanto Suryono Adi", None),
    ],
)
def test_how_a_name_may_mean_another(names: Names, one: str, other: str, kind: str | None) -> None:
    first, second = names.words(one), names.words(other)
    assert likeness(first, second, names.known) == likeness(second, first, names.known) == kind
    if kind in ("initials", "shorter", "spelling"):
        assert set(keys(first)) & set(keys(second))
