from minutes_miner.documents.lines import Line
from minutes_miner.documents.tables import MAX_REPEATED_IN_ALL, Cell, Row, filled, grid, in_reading_order, is_list


def row(*texts: str) -> Row:
    return [Cell(lines=[Line(text=text)] if text else []) for text in texts]


def going_on(*texts: str) -> Row:
    return [Cell(lines=[Line(text=text)] if text else [], merged=not text) for text in texts]


def test_a_cell_that_goes_on_holds_what_stands_above() -> None:
    assert grid(filled([row("1", "a"), going_on("", "b"), going_on("", "c")])) == (("1", "a"), ("1", "b"), ("1", "c"))


def test_merged_cells_do_not_swell_a_table() -> None:
    rows = filled([row("a" * 9_000, "x"), *(going_on("", "y") for _ in range(1_000))])
    assert sum(len(cell.text) for cells in rows for cell in cells) < MAX_REPEATED_IN_ALL + 20_000


def test_many_rows_of_single_lines_are_a_list_but_signatures_are_none() -> None:
    assert is_list([row("Budi", "Ketua"), row("Siti", "Anggota"), row("Agus", "Anggota"), row("Rina", "Anggota")])
    assert not is_list([row("Ketua", "Notulis"), row("Budi", "Siti"), row("Pembina", "Penata"), row("NIP. 1970", "NIP. 1980")])
    assert not is_list([row("Ketua", "Notulis"), row("", ""), row("Budi", "Siti"), row("Pembina", "Penata")])


def test_what_lays_text_out_is_read_by_labels_or_by_columns() -> None:
    labelled = in_reading_order([row("Tempat", ":", "Aula"), row("Hari", ":", "Senin")])
    assert [[line.text for line in group] for group in labelled] == [["Tempat", ":", "Aula"], ["Hari", ":", "Senin"]]
    columns = in_reading_order([row("Ketua", "Notulis"), row("Budi", "Siti")])
    assert [line.text for group in columns for line in group] == ["Ketua", "Budi", "Notulis", "Siti"]
