import pytest

from minutes_miner.documents.pages.letter_spacing import closed
from minutes_miner.documents.pages.words import Word

WIDTHS = {"I": 4.0, "M": 11.0, "W": 12.0, ":": 3.0}


def placed(text: str, blank: float = 3.0) -> list[Word]:
    """The words of `text` on one line; every blank takes the same width."""
    words: list[Word] = []
    x = 100.0
    for piece in text.split(" "):
        if piece:
            width = sum(WIDTHS.get(letter, 7.0) for letter in piece)
            words.append(Word(text=piece, box=(x, 100, x + width, 112)))
            x += width
        x += blank
    return words


def pitched(text: str, pitch: float = 18.0) -> list[Word]:
    """Letters at equal distances of their left borders; a blank takes a place."""
    letters = ((place, letter) for place, letter in enumerate(text) if letter != " ")
    return [Word(text=letter, box=(pitch * place, 100, pitch * place + WIDTHS.get(letter, 7.0), 112)) for place, letter in letters]


@pytest.mark.parametrize(
    ("spaced", "wanted"),
    [
        ("B U P A T I   B A T A N G", "BUPATI BATANG"),
        ("B U P A T I  B A T A N G", "BUPATI BATANG"),
        ("P R O V I N S I   J A W A   T E N G A H", "PROVINSI JAWA TENGAH"),
        ("Y A N G", "YANG"),
        ("M E M U T U S K A N :", "MEMUTUSKAN:"),
        ("T A H U N   2 0 2 4", "TAHUN 2024"),
        ("Surat K E P U T U S A N Bupati", "Surat KEPUTUSAN Bupati"),
    ],
)
def test_closed(spaced: str, wanted: str) -> None:
    assert " ".join(word.text for word in closed(placed(spaced))) == wanted


@pytest.mark.parametrize("text", ["Golongan darah A B O ada", "RT 1 2 3 4 5 6", "a b c d e f", "Kelas A B C D ikut", "I . 1", "A B C"])
def test_left_as_it_is(text: str) -> None:
    line = placed(text)
    assert closed(line) == line


def test_letters_at_equal_distances() -> None:
    assert [word.text for word in closed(pitched("SURAT EDARAN"))] == ["SURAT", "EDARAN"]


def test_a_closed_word_has_the_box_and_the_lowest_confidence_of_its_letters() -> None:
    line = placed("N O T U L E N")
    line[2].confidence = 0.4
    line[3].confidence = 0.9
    (word,) = closed(line)
    assert word.box == (100, 100, line[-1].box[2], 112)
    assert word.confidence == 0.4
