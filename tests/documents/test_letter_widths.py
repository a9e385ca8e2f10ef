import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from minutes_miner.documents.pages.letter_widths import is_fixed, part_of
from minutes_miner.records import Box

SIZE = 11.0
WORDS = ["Blitar,", "(Dinsos)", "Aminah,", "“Kami", "Blitar/Kediri", "Rp500.000,-", "M.Si.,"]


def box_of(word: str, font: str) -> Box:
    return 60.0, 100.0, 60.0 + stringWidth(word, font, SIZE), 111.0


@pytest.mark.parametrize("font", ["Helvetica", "Helvetica-Bold", "Times-Roman", "Times-Bold", "Times-Italic"])
@pytest.mark.parametrize("word", WORDS)
def test_a_part_begins_and_ends_where_its_letters_do(word: str, font: str) -> None:
    box = box_of(word, font)
    for first in range(len(word)):
        x0, top, x1, bottom = part_of(box, word, first, len(word))
        assert (top, x1, bottom) == (100.0, pytest.approx(box[2]), 111.0)
        assert x0 == pytest.approx(60.0 + stringWidth(word[:first], font, SIZE), abs=0.18 * SIZE)


def test_a_sign_at_the_end_is_cut_off_to_a_quarter_of_its_width() -> None:
    for font in ("Helvetica", "Times-Roman"):
        box = box_of("Wonosobo,", font)
        assert part_of(box, "Wonosobo,", 0, 8)[2] == pytest.approx(box[2] - stringWidth(",", font, SIZE), abs=0.7)


def test_letters_of_one_width() -> None:
    box = box_of("Blitar,", "Courier")
    assert is_fixed(box, "Blitar,")
    assert not is_fixed(box_of("Blitar,", "Helvetica"), "Blitar,")
    assert part_of(box, "Blitar,", 0, 6, fixed=True) == pytest.approx((60.0, 100.0, 60.0 + stringWidth("Blitar", "Courier", SIZE), 111.0))


def test_a_blank_that_was_put_in_takes_no_room() -> None:
    assert part_of((0.0, 0.0, 40.0, 10.0), "ab cd", 0, 2, fixed=True) == (0.0, 0.0, 20.0, 10.0)


def test_upright_writing_is_not_cut() -> None:
    box = (0.0, 0.0, 11.0, 60.0)
    assert part_of(box, "Blitar,", 0, 6) == box
