import io
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from minutes_miner.errors import TargetUnwritable
from minutes_miner.outputs import xlsx
from minutes_miner.outputs.report import Report
from minutes_miner.records import Deadline


def data_of(results, **more):
    stream = io.BytesIO()
    xlsx.write(Report(results=results, **more), stream)
    return stream.getvalue()


def opened(results, **more):
    return openpyxl.load_workbook(io.BytesIO(data_of(results, **more)))


def column(sheet, heading):
    return next(cell.column_letter for cell in sheet[1] if cell.value == heading)


def test_sheets_and_the_head_of_the_matrix(results, issue):
    book = opened(results, issues=[issue])
    assert book.sheetnames == ["Tindak Lanjut", "Kebutuhan", "Isu Berulang", "Pejabat", "Pernyataan", "Dokumen"]
    sheet = book["Tindak Lanjut"]
    head = [cell.value for cell in sheet[1]]
    assert head[:8] == ["No", "Uraian", "Jenis", "Penanggung Jawab", "Batas Waktu", "Status", "Pembicara", "Sumber"]
    assert "Isu Berulang" not in opened(results).sheetnames


def test_every_sheet_can_be_filtered_scrolled_and_printed(results, issue):
    for sheet in opened(results, issues=[issue]):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (True, 1, 0)
        assert all(sheet.column_dimensions[cell.column_letter].width >= 6 for cell in sheet[1])
        assert all(cell.fill.fgColor.rgb and cell.font.bold for cell in sheet[1])


def test_columns_for_checking_are_not_printed(results):
    sheet = opened(results)["Tindak Lanjut"]
    last_printed = sheet.print_area.rpartition("$")[0].rpartition("$")[2]
    assert sheet[f"{last_printed}1"].value == "Keterangan"


def test_dates_are_dates_and_amounts_are_numbers(results):
    book = opened(results)
    due = book["Tindak Lanjut"]["E2"]
    assert (due.value, due.is_date, due.number_format) == (datetime(2024, 12, 20), True, "dd/mm/yyyy")
    needs = book["Kebutuhan"]
    amount = needs[f"{column(needs, 'Nilai (Rp)')}2"]
    assert (amount.value, amount.data_type, amount.number_format) == (25_000_000, "n", "#,##0")
    assert needs[f"{column(needs, 'Batas Waktu')}2"].value is None
    assert needs[f"{column(needs, 'Batas Waktu (teks)')}2"].value == "sebelum Lebaran"


def test_a_day_before_the_calendar_of_spreadsheets_is_a_text(minutes):
    item = replace(minutes.items[0], deadline=Deadline(text="1899", start="1899-01-01", end="1899-12-31"))
    assert opened([replace(minutes, items=(item,))])["Tindak Lanjut"]["E2"].value == "31/12/1899"


@pytest.mark.parametrize("text", ['=HYPERLINK("http://contoh.invalid","klik")', "+1", "-1", "@SUM(A1)", "=1+1"])
def test_text_is_never_a_formula(minutes, text):
    book = opened([replace(minutes, items=(replace(minutes.items[0], text=text, actor=text),))])
    for address in ("B2", "D2"):
        cell = book["Tindak Lanjut"][address]
        assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    assert not book["Tindak Lanjut"]["H2"].quotePrefix


def test_characters_that_no_workbook_can_hold_are_left_out(minutes):
    item = replace(minutes.items[0], text="Dinas\x00 \x1bSosial\ufffe\ud800\nKota", rule="aturan")
    assert opened([replace(minutes, items=(item,))])["Tindak Lanjut"]["B2"].value == "Dinas Sosial Kota"


@pytest.mark.parametrize("letter", ["a", "😀"])
def test_a_text_that_is_too_long_ends_in_an_ellipsis(minutes, letter):
    item = replace(minutes.items[0], text=letter * 40_000)
    value = opened([replace(minutes, items=(item,))])["Tindak Lanjut"]["B2"].value
    assert value.endswith(letter + "…")
    assert 32_766 <= len(value.encode("utf-16-le")) // 2 <= 32_767


def test_status_has_a_drop_down_that_reaches_below_the_last_row(results):
    sheet = opened(results)["Tindak Lanjut"]
    status = next(each for each in sheet.data_validations.dataValidation if "F2" in each.sqref)
    assert (status.type, status.formula1) == ("list", '"Belum,Proses,Selesai"')
    assert status.showErrorMessage
    assert "F100" in status.sqref
    assert sheet["F2"].value == "Belum"


def test_late_items_are_marked_by_a_rule_that_knows_today(results):
    rules = opened(results)["Tindak Lanjut"].conditional_formatting
    formulas = [rule.formula[0] for each in rules for rule in each.rules if "E2" in each.sqref]
    assert formulas == ['AND(ISNUMBER($E2),$E2<TODAY(),$F2<>"Selesai")']
    english = opened(results, lang="en")["Follow-up"].conditional_formatting
    assert any('$F2<>"Done"' in rule.formula[0] for each in english for rule in each.rules)


def test_a_row_is_as_high_as_its_text_and_can_be_fitted_again(minutes):
    long = replace(minutes.items[0], text="dinas sosial akan mendata " * 10)
    data = data_of([replace(minutes, items=(minutes.items[0], long))])
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Tindak Lanjut"]
    assert sheet.row_dimensions[2].height == 33
    assert sheet.row_dimensions[3].height > 70


def test_failures_and_warnings_stand_in_the_documents(results):
    sheet = opened(results)["Dokumen"]
    assert [sheet[f"C{row}"].value for row in (2, 3, 4)] == ["Terbaca", "Gagal", "Terbaca"]
    assert "rusak" in sheet["D3"].value
    assert sheet["D2"].value.count("\n") == 1
    assert sheet["D2"].alignment.wrap_text


def test_the_same_report_gives_the_same_bytes(results, issue, monkeypatch):
    first = data_of(results, issues=[issue])
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 5, 6, 7, 8, 10, 1, 126, 0))
    assert data_of(results, issues=[issue]) == first


def test_document_properties(results):
    properties = opened(results).properties
    assert (properties.title, properties.creator, properties.language) == ("Matriks Tindak Lanjut", "minutes_miner", "id")


def test_an_empty_run_still_has_its_sheets():
    book = opened([])
    assert book.sheetnames == ["Tindak Lanjut", "Kebutuhan", "Pejabat", "Pernyataan", "Dokumen"]
    assert book["Dokumen"].max_row == 1


def test_more_rows_than_a_sheet_holds_are_refused(results, monkeypatch):
    monkeypatch.setattr(xlsx, "ROW_LIMIT", 2)
    with pytest.raises(TargetUnwritable) as refused:
        data_of(results)
    assert ".jsonl" in refused.value.sentence("id")


def test_the_workbook_speaks_english_too(results):
    sheet = opened(results, lang="en")["Follow-up"]
    assert [cell.value for cell in sheet[2]][2:6] == ["Instruction", "pengurus panti", datetime(2024, 12, 20), "Open"]
    assert date(2024, 12, 20) == sheet["E2"].value.date()
