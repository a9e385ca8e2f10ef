from minutes_miner.documents.lines import DEEPEST, Line, blocks_of, joined, merged, row_line
from minutes_miner.records import Block, Evidence


def told(*texts: str) -> list[Block]:
    lines = [Line(text=text) for text in texts]
    joined(lines)
    return list(blocks_of(lines))


def test_headings_and_their_levels() -> None:
    blocks = told("# Notulen", "### Hasil", "NOTULEN RAPAT", "II. PEMBAHASAN", "III. Kesimpulan", "Tindak lanjut:", "**KEPUTUSAN**")
    assert [(block.kind, block.level) for block in blocks] == [("heading", level) for level in (1, 3, 1, 2, 2, 3, 1)]
    assert [block.label for block in blocks] == ["#", "###", None, "II.", "III.", None, None]


def test_what_only_looks_like_a_heading() -> None:
    blocks = told("NIP 19780506 200502 1 003", "BUDI, S.H., M.H.", "Tempat : AULA", "#tagar", "Rapat dibuka.", "A" * 101, "OK")
    assert {block.kind for block in blocks} == {"paragraph"}


def test_a_heading_letter_of_a_name_is_none() -> None:
    blocks = told("A. Pembukaan", "B. Pembahasan", "M. Fajar Cahyono memimpin rapat")
    assert [block.kind for block in blocks] == ["heading", "heading", "paragraph"]


def test_nested_items_by_style_and_by_indent() -> None:
    assert [block.level for block in told("1. satu", "a. dua", "1) tiga", "2) empat", "b. lima", "2. enam")] == [1, 2, 3, 3, 2, 1]
    lines = [Line(text="- a"), Line(text="- b", indent=4), Line(text="- c", indent=8), Line(text="- d", indent=4), Line(text="- e")]
    joined(lines)
    assert [block.level for block in blocks_of(lines)] == [1, 2, 3, 2, 1]


def test_a_heading_closes_the_lists_above() -> None:
    assert [block.level for block in told("1. satu", "a. dua", "PENUTUP", "a. tiga")][-1] == 1


def test_what_the_reader_knows_goes_before_the_words() -> None:
    lines = [Line(text="a. Judul", kind="heading", level=4, label="a."), Line(text="Pasal 1 Isi", label="Pasal 1", level=2)]
    joined(lines)
    first, second = blocks_of(lines)
    assert (first.kind, first.level, first.label) == ("heading", 4, "a.")
    assert (second.kind, second.level, second.label) == ("item", 2, "Pasal 1")


def test_a_row_with_empty_cells_at_its_borders() -> None:
    line = row_line([Line(text=""), Line(text="Dinas Sosial"), Line(text="")], [1, 2, 3], Evidence(table=1, row=1))
    text = joined([line, Line(text="akhir")])
    block, last = blocks_of([line, Line(text="akhir", start=line.start + len(line.text) + 1)])
    assert text == " | Dinas Sosial | \nakhir"
    assert text[block.start : block.end] == "| Dinas Sosial |"
    assert [text[start:end] for start, end in block.cells] == ["", "Dinas Sosial", ""]
    assert text[last.start : last.end] == "akhir"
    assert [(place.start, place.end, place.cell) for place in line.places] == [(3, 15, 2)]


def test_a_table_in_a_cell_has_its_places_behind_that_of_the_cell() -> None:
    inner = row_line([Line(text="a"), Line(text="b")], [1, 2], Evidence(table=1, row=1))
    cell = merged([Line(text="Rincian"), inner])
    outer = row_line([Line(text="1."), cell, Line(text="c")], [1, 2, 4], Evidence(table=2, row=3))
    told = [(outer.text[place.start : place.end], place.table, place.row, place.cell) for place in outer.places]
    assert told == [("1.", 2, 3, 1), ("Rincian a | b", 2, 3, 2), ("a", 1, 1, 1), ("b", 1, 1, 2), ("c", 2, 3, 4)]


def test_lists_inside_lists_are_told_apart_up_to_a_depth() -> None:
    lines = [Line(text="- a", indent=4 * depth) for depth in range(100)]
    joined(lines)
    levels = [block.level for block in blocks_of(lines)]
    assert levels[:20] == list(range(1, 21))
    assert set(levels[20:]) == {DEEPEST + 1}
