"""Follow-ups in the archive, and what a clerk changes in a workbook."""

from io import BytesIO

import openpyxl
import pytest

import minutes_miner
from minutes_miner.archive.contents import put, remove
from minutes_miner.archive.errors import ArchiveDamaged
from minutes_miner.archive.joined.changes import Anchor, kept_changes
from minutes_miner.archive.joined.followups import read_series
from minutes_miner.archive.joined.importing import rows_of, take_in
from minutes_miner.archive.joining import join
from minutes_miner.corpus.followups.matrix import changed, running
from minutes_miner.errors import NotOurWorkbook
from minutes_miner.outputs.followup_files import write
from minutes_miner.paths import model_folder

HEAD = "NOTULEN RAPAT RUTIN FLKS KABUPATEN NGAWI\n\nHari/Tanggal : {day}\nTempat : Aula Dinas Sosial\n\n"
MEETINGS = {
    "a": HEAD.format(day="Kamis, 11 Januari 2024")
    + "Tindak Lanjut:\n- Membuka rekening bersama forum di Bank Jatim (PIC: Rini Wulandari; paling lambat 25 Januari 2024)\n"
    "- Membuat papan nama sekretariat (PIC: Karno)\n",
    "b": HEAD.format(day="Kamis, 14 Maret 2024")
    + "Tindak lanjut rapat Januari:\n- Rekening bersama forum: terlambat, berkas belum lengkap (Rini Wulandari).\n",
}
FLKS = "FLKS Kabupaten Ngawi"


@pytest.fixture
def ngawi(database, forms):
    for analysis in minutes_miner.mine_texts([{"id": id, "text": text} for id, text in MEETINGS.items()]):
        with database.transaction():
            put(database, analysis, model="1", forms=forms)
    join(database, model_folder())
    return database


def matrix(database):
    (series,) = read_series(database, model_folder(), "flks ngawi")
    changes = {tuple(at): own for at, own in kept_changes(database).items()}
    return [changed(row, changes) for row in running(series, "2024-03-14")]


@pytest.fixture
def workbook(ngawi, tmp_path):
    target = tmp_path / "matriks.xlsx"
    write(matrix(ngawi), target, "id")
    return target


def edited(path, edit):
    """The workbook after `edit(sheet, column of heading)`, as a program saves it."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    edit(sheet, {cell.value: cell.column for cell in sheet[1]})
    book.save(path)
    return path


def taken(database, path):
    with database.transaction():
        return take_in(database, rows_of(path), origin=path.name, made_at="2024-04-01T00:00:00+00:00")


def findings(remarks):
    return [(remark.finding, remark.row, remark.field, remark.value) for remark in remarks]


def test_what_joining_writes_is_the_series(ngawi):
    (series,) = read_series(ngawi, model_folder())
    assert (series.forum, series.days) == (FLKS, ("2024-01-11", "2024-03-14"))
    assert [(link.state, link.later is None) for link in series.links] == [("late", False), ("dropped", True), ("open", True)]
    assert read_series(ngawi, model_folder(), "FLKS Madiun") == []
    join(ngawi, model_folder())
    assert read_series(ngawi, model_folder()) == [series]


def test_a_document_that_goes_takes_its_follow_ups_along(ngawi, forms):
    with ngawi.transaction():
        remove(ngawi, "b", forms)
    assert ngawi.rows("SELECT COUNT(*) FROM followups WHERE later IS NOT NULL") == [(0,)]
    join(ngawi, model_folder())
    assert [link.state for each in read_series(ngawi, model_folder()) for link in each.links] == ["open", "open"]


def test_the_matrix_tells_ages_and_what_is_overdue(ngawi):
    late, dropped = matrix(ngawi)
    assert (late.state, late.responsible, late.age_days, late.overdue_days, late.times) == ("late", "Rini Wulandari", 63, 49, 2)
    assert (dropped.state, dropped.text) == ("dropped", "Membuat papan nama sekretariat")


def test_changes_come_back_and_stand_beside_what_was_mined(ngawi, workbook):
    def edit(sheet, at):
        sheet.cell(2, at["Status"]).value = "Selesai"
        sheet.cell(3, at["Penanggung Jawab"]).value = "Bu Winarti"

    edited(workbook, edit)
    assert findings(taken(ngawi, workbook)) == [("changed", 2, "status", "done"), ("changed", 3, "actor", "Bu Winarti")]
    assert taken(ngawi, workbook) == []
    late, dropped = matrix(ngawi)
    assert (late.state, late.status, late.changed) == ("late", "done", ("status",))
    assert (dropped.responsible, dropped.changed) == ("Bu Winarti", ("actor",))
    assert ngawi.rows("SELECT DISTINCT status FROM items") == [("open",)]


def test_changes_survive_that_documents_are_mined_anew(ngawi, workbook, forms):
    taken(ngawi, edited(workbook, lambda sheet, at: setattr(sheet.cell(2, at["Status"]), "value", "Proses")))
    for analysis in minutes_miner.mine_texts([{"id": id, "text": text} for id, text in MEETINGS.items()]):
        with ngawi.transaction():
            put(ngawi, analysis, model="2", forms=forms)
    join(ngawi, model_folder())
    assert matrix(ngawi)[0].status == "in_progress"


def test_rows_and_columns_may_be_moved(ngawi, workbook):
    def edit(sheet, at):
        rows = [[cell.value for cell in row][::-1] for row in sheet.iter_rows()]
        rows[1], rows[2] = rows[2], rows[1]
        sheet.delete_rows(1, sheet.max_row)
        for cells in (["Matriks"], ["per Maret"], *rows):
            sheet.append(cells)
        status = rows[0].index("Status") + 1
        sheet.cell(5, status).value = "Selesai"

    assert findings(taken(ngawi, edited(workbook, edit))) == [("changed", 5, "status", "done")]


def test_every_row_that_is_not_as_it_should_be_is_told(ngawi, workbook):
    def edit(sheet, at):
        sheet.cell(2, at["Status"]).value = "Mungkin"
        sheet.cell(2, at["Uraian"]).value = "Rekening"
        sheet.cell(3, at["Kode"]).value = "x" + sheet.cell(3, at["Kode"]).value
        sheet.append([None, "Butir baru"])
        sheet.append([cell.value for cell in sheet[2]])
        sheet.cell(sheet.max_row, at["Status"]).value = "Selesai"

    found = [(remark.finding, remark.row) for remark in taken(ngawi, edited(workbook, edit))]
    assert found == [("edited", 2), ("status", 2), ("unknown", 3), ("added", 4), ("twice", 5)]
    assert kept_changes(ngawi) == {}


def test_a_row_that_is_gone_is_told_and_nothing_deleted(ngawi, workbook):
    found = taken(ngawi, edited(workbook, lambda sheet, at: sheet.delete_rows(2)))
    assert [(remark.finding, remark.row) for remark in found] == [("missing", 1)]


def test_two_clerks_who_change_the_same_row_conflict(ngawi, workbook, tmp_path):
    other = tmp_path / "lain.xlsx"
    other.write_bytes(workbook.read_bytes())
    taken(ngawi, edited(workbook, lambda sheet, at: setattr(sheet.cell(2, at["Status"]), "value", "Selesai")))
    (conflict,) = taken(ngawi, edited(other, lambda sheet, at: setattr(sheet.cell(2, at["Status"]), "value", "Proses")))
    assert (conflict.finding, conflict.value, conflict.kept) == ("conflict", "in_progress", "done")
    assert list(kept_changes(ngawi).values()) == [{"status": "done"}]


def test_a_change_that_was_tampered_with_is_no_answer(ngawi, workbook):
    taken(ngawi, edited(workbook, lambda sheet, at: setattr(sheet.cell(2, at["Status"]), "value", "Selesai")))
    assert all(isinstance(at, Anchor) for at in kept_changes(ngawi))
    with ngawi.transaction():
        ngawi.run("UPDATE changes SET value = 'open'")
    with pytest.raises(ArchiveDamaged):
        kept_changes(ngawi)


def test_other_files_are_refused(tmp_path):
    stream = BytesIO()
    openpyxl.Workbook().save(stream)
    for name, content in (("kosong.xlsx", stream.getvalue()), ("teks.xlsx", b"bukan buku kerja"), ("zip.xlsx", b"PK\x03\x04rusak")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(NotOurWorkbook):
            rows_of(tmp_path / name)


def test_links_come_back_with_a_document_that_was_away(ngawi, forms):
    before = [(link.earlier.text, link.state) for link in read_series(ngawi, model_folder())[0].links]
    with ngawi.transaction():
        remove(ngawi, "b", forms)
        (again,) = minutes_miner.mine_texts([{"id": "b", "text": MEETINGS["b"]}])
        put(ngawi, again, model="1", forms=forms)
    join(ngawi, model_folder())
    assert [(link.earlier.text, link.state) for link in read_series(ngawi, model_folder())[0].links] == before


def test_forums_without_news_are_not_linked_again(ngawi, monkeypatch):
    from minutes_miner.corpus.followups.linking import Linker

    monkeypatch.setattr(Linker, "links", None)
    join(ngawi, model_folder())
