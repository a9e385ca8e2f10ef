"""Samples as Word files: real styles, automatic numbers, a ruled table with a repeated header row, running head and foot."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

NUM_ID = "77"
TEXT_WIDTH_CM = 16.0
FIELD_TAB_CM = 3.8
LEVELS = (("upperRoman", "%1.", 0.9), ("decimal", "%2.", 0.9), ("lowerLetter", "%3.", 1.7))
WHEN = datetime(2025, 8, 1)


def render(source: dict[str, Any]) -> bytes:
    """The bytes of a .docx with the parts of `source["body"]` in order."""
    document = Document()
    _prepare(document, source)
    for part in source["body"]:
        ((kind, value),) = part.items()
        PARTS[kind](document, value)
    return _with_fixed_times(document)


def _prepare(document: Docx, source: dict[str, Any]) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(11.5)
    normal.paragraph_format.space_after = Pt(4)
    _define_numbering(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = source["title"], "minutes_miner", "id"
    properties.created = properties.modified = WHEN
    properties.comments = ""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin = page.bottom_margin = Cm(2.2)
    if "running_head" in source:
        _centred(page.header.paragraphs[0], source["running_head"], size=9)
    foot = _centred(page.footer.paragraphs[0], f"{source['running_foot']}, " if "running_foot" in source else "", size=9)
    foot.add_run("halaman ").font.size = Pt(9)
    page_number = '<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r>'
    foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE">{page_number}</w:fldSimple>'))


def _define_numbering(document: Docx) -> None:
    """One list of three levels for the whole document, so that lower levels begin anew under each section as in Word."""
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{int(indent * 567)}" w:hanging="454"/></w:pPr></w:lvl>'
        for depth, (form, text, indent) in enumerate(LEVELS)
    )
    numbering = document.part.numbering_part.element
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUM_ID}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{NUM_ID}"><w:abstractNumId w:val="{NUM_ID}"/></w:num>'))


def _numbered_paragraph(document: Docx, text: str, level: int) -> Paragraph:
    paragraph = document.add_paragraph(text)
    number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{NUM_ID}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(number))
    return paragraph


def _centred(paragraph: Paragraph, text: str, *, size: float, bold: bool = False) -> Paragraph:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    return paragraph


def _letterhead(document: Docx, lines: list[str]) -> None:
    for line in lines[:-1]:
        _centred(document.add_paragraph(), line, size=14, bold=True).paragraph_format.space_after = Pt(0)
    last = document.add_paragraph()
    rule = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="thinThickSmallGap" w:sz="18" w:space="3" w:color="000000"/></w:pBdr>'
    last._p.get_or_add_pPr().append(parse_xml(rule))
    _centred(last, lines[-1], size=9.5).paragraph_format.space_after = Pt(12)


def _title(document: Docx, text: str) -> None:
    _centred(document.add_paragraph(), text, size=12.5, bold=True)


def _fields(document: Docx, rows: list[tuple[str, str]]) -> None:
    for label, value in rows:
        paragraph = document.add_paragraph(f"{label}\t: {value}" if label else f"\t  {value}")
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent = Cm(FIELD_TAB_CM + 0.25), Cm(-FIELD_TAB_CM - 0.25)
        form.tab_stops.add_tab_stop(Cm(FIELD_TAB_CM))
        form.space_after = Pt(1)


def _section(document: Docx, text: str) -> None:
    heading = _numbered_paragraph(document, "", 0)
    heading.add_run(text).bold = True
    heading.paragraph_format.space_before, heading.paragraph_format.keep_with_next = Pt(8), True


def _paragraph(document: Docx, text: str) -> None:
    document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _numbered(document: Docx, items: list[Any]) -> None:
    for item in items:
        text, under = (item, ()) if isinstance(item, str) else (item["text"], item["under"])
        _numbered_paragraph(document, text, 1).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        for line in under:
            _numbered_paragraph(document, line, 2)


def _table(document: Docx, value: dict[str, Any]) -> None:
    table = document.add_table(len(value["rows"]), len(value["widths"]), style="Table Grid")
    _fill(table, value["rows"], [TEXT_WIDTH_CM * percent / 100 for percent in value["widths"]])
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _signatures(document: Docx, columns: list[list[str]]) -> None:
    table = document.add_table(1, len(columns))
    _fill(table, [["\n".join(lines) for lines in columns]], [TEXT_WIDTH_CM / len(columns)] * len(columns))
    for cell in table.rows[0].cells:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _fill(table: Table, rows: list[list[str]], widths: list[float]) -> None:
    table.autofit = False
    for row, texts in zip(table.rows, rows, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width, cell.text = Cm(width), text
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(int(width * 567)))


PARTS: dict[str, Callable[[Docx, Any], None]] = {
    "letterhead": _letterhead,
    "title": _title,
    "fields": _fields,
    "section": _section,
    "paragraph": _paragraph,
    "numbered": _numbered,
    "table": _table,
    "signatures": _signatures,
}


def _with_fixed_times(document: Docx) -> bytes:
    """The package of `document` with one time for every part; python-docx would stamp the time of the run."""
    first, second = BytesIO(), BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, WHEN.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return second.getvalue()
