"""The workbook: a sheet a table, for a clerk to filter, print and keep up to date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from math import ceil
from typing import BinaryIO, cast

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from minutes_miner.errors import TargetUnwritable
from minutes_miner.outputs import wording
from minutes_miner.outputs.packing import repack
from minutes_miner.outputs.report import Report
from minutes_miner.outputs.safe_text import starts_formula
from minutes_miner.outputs.schema import Cell, CellType, Heading, Table
from minutes_miner.outputs.tables import CODE, DOCUMENTS, FOLLOW_UP, MATRIX, tables
from minutes_miner.outputs.wording import Phrase

CELL_LIMIT = 32_767  # UTF-16 units in a cell
ROW_LIMIT = 1_048_576  # rows in a sheet
SPARE_ROWS = 200  # empty rows below the last one where the drop-downs work, for rows that the clerk adds
LINE_HEIGHT = 15.0  # points
HIGHEST_ROW = 409.0  # points
A4 = 9

TITLE = Phrase("Matriks Tindak Lanjut", "Follow-up Matrix")
_PAGE_FOOTER = Phrase("Halaman &P dari &N", "Page &P of &N")
_BAD_CHOICE = Phrase("Pilih salah satu dari daftar.", "Choose one from the list.")
_TOO_MANY = Phrase("terlalu banyak baris untuk satu lembar; pakai .csv atau .jsonl", "too many rows for a sheet; use .csv or .jsonl")

_LINE = Side(style="thin", color="C9D1DA")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD_FILL = PatternFill("solid", fgColor="1F4E78")
_DETAIL_FILL = PatternFill("solid", fgColor="7F8FA1")
# Fills of rules take their colour from `bgColor`.
_BAD_FILL, _BAD_FONT = PatternFill("solid", bgColor="F8CBAD"), Font(color="9C0006", bold=True)
_DONE_FILL, _DONE_FONT = PatternFill("solid", bgColor="E2EFDA"), Font(color="375623")
_IN_PROGRESS_FILL = PatternFill("solid", bgColor="FFF2CC")

_NUMBER_FORMATS: dict[CellType, str] = {"text": "@", "choice": "@", "date": "dd/mm/yyyy", "number": "#,##0", "percent": "0%"}
_ALIGNED: dict[CellType, str] = {"text": "left", "choice": "center", "date": "center", "number": "right", "percent": "center"}


def write(report: Report, stream: BinaryIO) -> None:
    """Writes the workbook; the same report always gives the same bytes."""
    write_tables(tables(report.results, report.issues, report.lang, report.topic_labels), TITLE, report.lang, stream)


def write_tables(found: Sequence[Table], title: Phrase, lang: str, stream: BinaryIO) -> None:
    """Writes a workbook with a sheet for each table; the same tables always give the same bytes."""
    book = workbook(found, title, lang)
    packed = BytesIO()
    book.save(packed)
    packed.seek(0)
    repack(packed, stream)


def workbook(found: Sequence[Table], title: Phrase, lang: str) -> Workbook:
    """The workbook of some tables.

    Raises:
        TargetUnwritable: a table has more rows than a sheet can hold.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for style in _styles():
        book.add_named_style(style)
    for table in found:
        _fill(book.create_sheet(table.title), table, lang)
    properties = book.properties
    properties.title = title.say(lang)
    properties.creator = "minutes_miner"
    properties.language = lang
    return book


def _styles() -> list[NamedStyle]:
    head = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return [
        NamedStyle("heading", font=head, fill=_HEAD_FILL, border=_GRID, alignment=middle),
        NamedStyle("detail heading", font=head, fill=_DETAIL_FILL, border=_GRID, alignment=middle),
        *(
            NamedStyle(
                f"{kind} cell",
                font=Font(name="Calibri", size=11),
                border=_GRID,
                alignment=Alignment(
                    horizontal=_ALIGNED[kind],
                    vertical="top",
                    wrap_text=kind in ("text", "choice"),
                    indent=0 if _ALIGNED[kind] == "center" else 1,
                ),
                number_format=number_format,
            )
            for kind, number_format in _NUMBER_FORMATS.items()
        ),
    ]


def _fill(sheet: Worksheet, table: Table, lang: str) -> None:
    if len(table.rows) >= ROW_LIMIT:
        raise TargetUnwritable(table.title, reason=_TOO_MANY._asdict())
    _write_headings(sheet, table.headings)
    for row, cells in enumerate(table.rows, start=2):
        for column, (heading, cell) in enumerate(zip(table.headings, cells, strict=True), start=1):
            _put(cast(SheetCell, sheet.cell(row, column)), cell, heading.type)
        sheet.row_dimensions[row] = _FittedRow(sheet, index=row, ht=_height(table.headings, cells))
    last = f"{get_column_letter(len(table.headings))}{len(table.rows) + 1}"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}"
    _add_drop_downs(sheet, table, lang)
    _add_marks(sheet, table, lang)
    _set_up_printing(sheet, table, lang)


def _write_headings(sheet: Worksheet, headings: Sequence[Heading]) -> None:
    for column, heading in enumerate(headings, start=1):
        cell = sheet.cell(1, column, heading.text)
        cell.style = "detail heading" if heading.detail else "heading"
        sheet.column_dimensions[get_column_letter(column)].width = heading.width
    sheet.row_dimensions[1].height = 33


class _FittedRow(RowDimension):
    """A row whose height is the program's guess: it is shown so at first, and grows when the clerk writes more into it.

    Without a height LibreOffice shows one line of a wrapped text; with a height that is marked as custom no program fits it again.
    """

    @property
    def customHeight(self) -> bool:
        return False


def _height(headings: Sequence[Heading], cells: Sequence[Cell]) -> float:
    """The height in points that shows all the text of a row, as far as a sheet allows."""
    lines = max(
        (
            _line_count(cell, heading.width)
            for heading, cell in zip(headings, cells, strict=True)
            if isinstance(cell, str) and heading.key != CODE.key  # which nobody reads
        ),
        default=1,
    )
    return min(LINE_HEIGHT * lines + 3, HIGHEST_ROW)


def _line_count(text: str, width: int) -> int:
    return sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))


def _put(cell: SheetCell, value: Cell, kind: CellType) -> None:
    cell.style = f"{kind} cell"
    if isinstance(value, str):
        _put_text(cell, value)
    elif isinstance(value, date) and value.year < 1900:  # before the spreadsheet's calendar
        _put_text(cell, value.strftime("%d/%m/%Y"))
    else:
        cell.value = value
        cell.number_format = _NUMBER_FORMATS[kind]  # openpyxl puts its own format on dates


def _put_text(cell: SheetCell, text: str) -> None:
    cell.value = _shortened(text)
    cell.data_type = "s"  # a text that begins with "=" would be a formula
    if starts_formula(text):
        cell.quotePrefix = True  # and become one when the clerk edits the cell


def _shortened(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * CELL_LIMIT:
        return text
    return units[: 2 * (CELL_LIMIT - 1)].decode("utf-16-le", errors="ignore") + "…"


def _add_drop_downs(sheet: Worksheet, table: Table, lang: str) -> None:
    for column, heading in enumerate(table.headings, start=1):
        if heading.type != "choice":
            continue
        choices = DataValidation(type="list", formula1=f'"{",".join(heading.choices)}"', allow_blank=True, showErrorMessage=True)
        choices.errorTitle = heading.text
        choices.error = _BAD_CHOICE.say(lang)
        letter = get_column_letter(column)
        choices.add(f"{letter}2:{letter}{min(len(table.rows) + 1 + SPARE_ROWS, ROW_LIMIT)}")
        sheet.add_data_validation(choices)


def _add_marks(sheet: Worksheet, table: Table, lang: str) -> None:
    """Colours that follow the cells: late items, the state of an item, documents that failed."""
    letters = {heading.key: get_column_letter(column) for column, heading in enumerate(table.headings, start=1)}
    end = min(len(table.rows) + 1 + SPARE_ROWS, ROW_LIMIT)

    def mark(key: str, formula: str, fill: PatternFill, font: Font | None = None) -> None:
        look = DifferentialStyle(font=font, fill=fill)
        sheet.conditional_formatting.add(f"{letters[key]}2:{letters[key]}{end}", Rule(type="expression", formula=[formula], dxf=look))

    if table.key in (FOLLOW_UP.key, MATRIX.key):
        deadline, status = f"${letters['deadline']}2", f"${letters['status']}2"
        done, in_progress = wording.STATUSES["done"].say(lang), wording.STATUSES["in_progress"].say(lang)
        mark("deadline", f'AND(ISNUMBER({deadline}),{deadline}<TODAY(),{status}<>"{done}")', _BAD_FILL, _BAD_FONT)
        mark("status", f'{status}="{done}"', _DONE_FILL, _DONE_FONT)
        mark("status", f'{status}="{in_progress}"', _IN_PROGRESS_FILL)
    if table.key == DOCUMENTS.key:
        mark("outcome", f'${letters["outcome"]}2="{wording.FAILED.say(lang)}"', _BAD_FILL, _BAD_FONT)


def _set_up_printing(sheet: Worksheet, table: Table, lang: str) -> None:
    """A4 across, as wide as the page, the heading on every page; detail columns are not printed."""
    printed = [column for column, heading in enumerate(table.headings, start=1) if not heading.detail]
    sheet.print_area = f"A1:{get_column_letter(printed[-1])}{len(table.rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0  # as many pages down as it takes
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.6, bottom=0.6, header=0.3, footer=0.3)
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header is not None  # a sheet just made has both
    assert footer is not None
    header.center.text, footer.right.text = table.title, _PAGE_FOOTER.say(lang)
