import pytest

from minutes_miner.outputs.safe_text import defused, one_line, printable, starts_formula


def test_printable_drops_what_breaks_writers_and_keeps_letters():
    assert printable("Ma’rup\x00\x1b[31m\ufffe\ud800\udfff 陈荣光 é\n\tx") == "Ma’rup[31m 陈荣光 é\n\tx"


def test_printable_drops_marks_that_turn_the_reading_direction():
    assert printable("Dinas \u202elaisoS\u2069") == "Dinas laisoS"


@pytest.mark.parametrize(("text", "line"), [(None, ""), ("", ""), ("\n \t", ""), ("Dinas\r\n Sosial\x85Kota\u2028", "Dinas Sosial Kota")])
def test_one_line(text, line):
    assert one_line(text) == line


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u200b=1", "＝1", "－1"])
def test_formula_starts_are_seen(text):
    assert starts_formula(text)
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Dinas = Sosial", "10-12-2024", "a@b", "'=1"])
def test_ordinary_text_stays(text):
    assert not starts_formula(text)
    assert defused(text) == text


def test_a_formula_behind_a_semicolon_is_defused_too():
    assert defused('catatan;=HYPERLINK("x"); "+1; biasa') == 'catatan;\'=HYPERLINK("x");\' "+1; biasa'
