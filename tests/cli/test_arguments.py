"""The language is found wherever it stands on the line."""

import pytest

from minutes_miner.cli.arguments import expand_wildcards, take_language
from minutes_miner.cli.usage import WrongUsage


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["mine", "a.txt"], {}, ("id", ["mine", "a.txt"])),
        (["--lang", "en", "mine", "a.txt"], {}, ("en", ["mine", "a.txt"])),
        (["mine", "a.txt", "--lang=en"], {}, ("en", ["mine", "a.txt"])),
        (["mine", "--lang", "id", "a.txt"], {"MINUTES_MINER_LANG": "en"}, ("id", ["mine", "a.txt"])),
        (["mine"], {"MINUTES_MINER_LANG": "en"}, ("en", ["mine"])),
        (["mine"], {"MINUTES_MINER_LANG": ""}, ("id", ["mine"])),
        (["--lang", "en", "--lang", "id"], {}, ("id", [])),
        (["mine", "--", "--lang", "en"], {}, ("id", ["mine", "--", "--lang", "en"])),
        (["mine", "--language"], {}, ("id", ["mine", "--language"])),
    ],
)
def test_take_language(arguments, environment, expected):
    assert take_language(arguments, environment) == expected


@pytest.mark.parametrize(
    ("arguments", "environment", "sentence"),
    [
        (["--lang", "fr"], {}, "--lang: nilai fr tidak dikenal. Pakai salah satu dari id, en."),
        (["--lang="], {}, "--lang: nilai '' tidak dikenal. Pakai salah satu dari id, en."),
        (["mine"], {"MINUTES_MINER_LANG": "jv"}, "MINUTES_MINER_LANG: nilai jv tidak dikenal. Pakai salah satu dari id, en."),
        (["mine", "--lang"], {}, "minutes-miner: --lang memerlukan sebuah nilai sesudahnya. Lihat minutes-miner --help."),
    ],
)
def test_a_language_that_is_not_spoken_is_refused(arguments, environment, sentence):
    with pytest.raises(WrongUsage) as caught:
        take_language(arguments, environment)
    assert caught.value.sentence("id") == sentence
    assert caught.value.exit_code == 2


def test_expand_wildcards_sorts_what_matches_and_keeps_what_does_not(tmp_path):
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).touch()
    assert expand_wildcards(["mine", f"{tmp_path}/*.txt", "*.tidak-ada"]) == [
        "mine",
        f"{tmp_path}/a.txt",
        f"{tmp_path}/b.txt",
        "*.tidak-ada",
    ]
