import pytest

from minutes_miner.documents.markers import marker_of, style_of, without_initials


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("1. Pembukaan", "1."),
        ("12) Camat Ngrambe", "12)"),
        ("(3) ayat", "(3)"),
        ("2.1. Pembahasan", "2.1."),
        ("a. usulan", "a."),
        ("(b) usulan", "(b)"),
        ("iv. usulan", "iv."),
        ("XII. PENUTUP", "XII."),
        ("- menegaskan bahwa", "-"),
        ("• menegaskan", "•"),
        ("* menegaskan", "*"),
        ("- [ ] undangan", "- [ ]"),
        ("- [x] undangan", "- [x]"),
        ("o\tmenegaskan", "o"),
        ("7.", "7."),
    ],
)
def test_markers(line: str, marker: str) -> None:
    assert marker_of(line) == marker


@pytest.mark.parametrize(
    "line",
    ["09.00. Pembukaan", "1.500 orang", "2025. Tahun ini", "Rp. 500", "-5 persen", "**Keputusan**", "dr. Rina", "civil. x", "oleh camat"],
)
def test_what_is_no_marker(line: str) -> None:
    assert marker_of(line) is None


def test_capital_letters_count_only_in_their_turn() -> None:
    assert without_initials(["A.", "1.", "B.", "C.", "M."]) == ["A.", "1.", "B.", "C.", None]
    assert without_initials(["H.", "R.", "A."]) == [None, None, None]
    assert without_initials(["I.", "II.", "III.", "IV.", "V."]) == ["I.", "II.", "III.", "IV.", "V."]
    assert without_initials(["V.", "I."]) == [None, None]


def test_styles_tell_nested_lists_apart() -> None:
    assert len({style_of(marker) for marker in ("1.", "a.", "1)", "a)", "A.", "II.", "-", "•", "(1)")}) == 9
    assert style_of("1.") == style_of("23.")
