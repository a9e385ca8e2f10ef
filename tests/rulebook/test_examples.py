from __future__ import annotations

import pytest

from minutes_miner.rulebook.examples import read_marked


@pytest.mark.parametrize(
    ("written", "text", "marked"),
    [
        ("[Bupati Ngawi] hadir.", "Bupati Ngawi hadir.", ["Bupati Ngawi"]),
        ("Dari [Ponorogo] ke [Magetan]", "Dari Ponorogo ke Magetan", ["Ponorogo", "Magetan"]),
        ("Hadir.\n- [Siti’s] é", "Hadir.\n- Siti’s é", ["Siti’s"]),
        ("tanpa tanda", "tanpa tanda", []),
        ("", "", []),
    ],
)
def test_brackets_become_offsets(written: str, text: str, marked: list[str]) -> None:
    sentence, spans = read_marked(written)
    assert sentence == text
    assert [sentence[start:end] for start, end in spans] == marked


@pytest.mark.parametrize("written", ["[Bupati", "Bupati]", "][", "[]", "[a [b]", "a [b]]"])
def test_brackets_that_do_not_pair_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        read_marked(written)
