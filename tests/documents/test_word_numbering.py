import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from minutes_miner.documents.word.numbering import Numbering
from minutes_miner.documents.word.styles import Styles


def level(place: int, format: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{extra}<w:lvlText w:val="{text}"/>'
        + ('<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>' if "symbol" in extra else "")
        + "</w:lvl>"
    )


def numbering(levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>', styles: str = "") -> Numbering:
    root = parse_xml(f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}</w:numbering>')
    return Numbering(root, Styles(parse_xml(f"<w:styles {nsdecls('w')}>{styles}</w:styles>")))


def labels(counted: Numbering, *depths: int, num: str = "1") -> list[str]:
    found = [counted.label((num, str(depth)), None) for depth in depths]
    return [label[0] if label else "" for label in found]


@pytest.mark.parametrize(
    ("format", "text", "shown"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("decimalZero", "%1)", ["01)", "02)", "03)"]),
        ("lowerLetter", "%1.", ["a.", "b.", "c."]),
        ("upperLetter", "(%1)", ["(A)", "(B)", "(C)"]),
        ("lowerRoman", "%1.", ["i.", "ii.", "iii."]),
        ("upperRoman", "Bab %1", ["Bab I", "Bab II", "Bab III"]),
        ("none", "-", ["-", "-", "-"]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("bullet", "–", ["–", "–", "–"]),
        ("bullet", "", ["•", "•", "•"]),
        ("none", "", ["", "", ""]),
        ("chicago", "%1.", ["1.", "2.", "3."]),
    ],
)
def test_formats(format: str, text: str, shown: list[str]) -> None:
    assert labels(numbering(level(0, format, text)), 0, 0, 0) == shown


def test_letters_and_romans_go_on_as_word_does() -> None:
    letters = numbering(level(0, "lowerLetter", "%1.", start=26))
    assert labels(letters, 0, 0, 0) == ["z.", "aa.", "bb."]
    assert labels(numbering(level(0, "upperRoman", "%1.", start=49)), 0, 0) == ["XLIX.", "L."]
    assert labels(numbering(level(0, "lowerRoman", "%1.", start=5000)), 0) == ["5000."]


def test_nested_levels_start_again_below_each_parent() -> None:
    counted = numbering(level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2.") + level(2, "decimal", "%1.%2.%3"))
    assert labels(counted, 0, 1, 2, 1, 0, 1, 2) == ["1.", "a.", "1.a.1", "b.", "2.", "a.", "2.a.1"]


def test_a_first_item_below_a_missing_parent() -> None:
    counted = numbering(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2."))
    assert labels(counted, 1, 1, 0) == ["1.1.", "1.2.", "2."]


def test_legal_numbers_and_levels_that_never_restart() -> None:
    counted = numbering(level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/><w:isLgl/>'))
    assert labels(counted, 0, 1, 0, 1) == ["I.", "1.1", "II.", "2.2"]


def test_lists_share_a_scheme_and_may_start_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    counted = numbering(level(0, "decimal", "%1."), nums)
    assert labels(counted, 0, 0) == ["1.", "2."]
    assert labels(counted, 0, num="2") == ["3."]
    assert labels(counted, 0, 0, num="3") == ["5.", "6."]


def test_symbol_fonts_show_a_bullet() -> None:
    xml = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="§"/><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    assert labels(numbering(xml), 0) == ["•"]


def test_the_level_comes_from_the_style_that_a_level_names() -> None:
    counted = numbering(level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2.", '<w:pStyle w:val="Butir"/>'))
    assert counted.label(("1", None), "Butir") == ("a.", 1)


def test_a_list_that_is_kept_in_a_style() -> None:
    nums = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Daftar"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="7"/></w:num>'
    )
    style = '<w:style w:type="numbering" w:styleId="Daftar"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    assert labels(numbering(level(0, "upperLetter", "%1."), nums, style), 0, 0, num="8") == ["A.", "B."]


@pytest.mark.parametrize("numbered", [("0", "0"), ("99", "0"), (None, "0"), ("1", "8"), ("1", "x")])
def test_what_is_not_numbered(numbered: tuple[str | None, str]) -> None:
    shown = numbering(level(0, "decimal", "%1.")).label(numbered, None)
    assert shown is None or (numbered == ("1", "x") and shown == ("1.", 0))
