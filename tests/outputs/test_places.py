import pytest

from minutes_miner.outputs.places import page_of, place_words
from minutes_miner.records import Evidence


@pytest.mark.parametrize(
    ("evidence", "page", "indonesian", "english"),
    [
        (None, None, "", ""),
        (Evidence(), None, "", ""),
        (Evidence(page=2, boxes=((0, 0, 1, 1),)), 2, "hlm. 2", "p. 2"),
        (Evidence(paragraph=5), None, "paragraf 5", "paragraph 5"),
        (Evidence(paragraph=5, line=9), None, "baris 9", "line 9"),
        (Evidence(table=1, row=3, cell=2), None, "tabel 1, baris 3", "table 1, row 3"),
    ],
)
def test_places(evidence, page, indonesian, english):
    assert page_of(evidence) == page
    assert place_words(evidence, "id") == indonesian
    assert place_words(evidence, "en") == english
