import pytest

from minutes_miner.documents.pages.words import PageContent, Word
from minutes_miner.documents.pdf.text_layer import layer_of

PROSE = "Rapat dibuka oleh Kepala Dinas Sosial Kabupaten Ngawi pada pukul sembilan pagi dan dihadiri pengurus panti asuhan".split()
SPOILT = "5DSDW GLEXND ROHK .HSDOD 'LQDV 6RVLDO .DEXSDWHQ 1JDZL SDGD SXNXO VHPELODQ SDJL GDQ GLKDGLUL SHQJXUXV".split()


def page(words: list[str], *, picture: bool = False) -> PageContent:
    boxes = [Word(text=word, box=(0, 0, 10, 10)) for word in words]
    return PageContent(number=1, width=595, height=842, words=boxes, tables=[], has_picture=picture)


@pytest.mark.parametrize(
    ("words", "picture", "letters", "pictures", "objects", "unseen", "layer"),
    [
        (PROSE, False, 100, 0.0, 5, False, "good"),
        (PROSE * 2, True, 200, 1.0, 5, False, "good"),
        (PROSE, True, 100, 1.0, 5, False, "missing"),
        (PROSE, True, 100, 1.0, 5, True, "good"),
        (PROSE, True, 100, 0.2, 5, False, "good"),
        ([], True, 0, 1.0, 1, False, "missing"),
        ([], False, 0, 0.0, 500, False, "missing"),
        ([], False, 0, 0.0, 3, False, "good"),
        ([], False, 300, 0.0, 5, False, "bad"),
        (SPOILT, False, 100, 0.0, 5, False, "bad"),
        (["\ue012\ue013\ue014"] * 3 + ["rapat"] * 6, False, 100, 0.0, 5, False, "bad"),
        (["(cid:12)(cid:3)"] * 9 + ["rapat"], False, 100, 0.0, 5, False, "bad"),
        (["â€œRapatâ€"] * 12, False, 100, 0.0, 5, False, "bad"),
        (["S.STP", "NIP", "LKSA", "KB", "PKH", "BPJS", "RT", "RW", "DPRD"], False, 100, 0.0, 5, False, "good"),
    ],
)
def test_a_layer_is_judged_by_what_it_says(
    words: list[str], picture: bool, letters: int, pictures: float, objects: int, unseen: bool, layer: str
) -> None:
    assert layer_of(page(words, picture=picture), letters=letters, pictures=pictures, objects=objects, unseen=unseen) == layer
