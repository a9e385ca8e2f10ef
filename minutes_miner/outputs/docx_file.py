"""The follow-up matrix as a Word document, for a meeting's file: landscape A4, the needs as a second table."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from lxml.etree import _Element

from minutes_miner.outputs.cell_words import row_words
from minutes_miner.outputs.packing import repack
from minutes_miner.outputs.report import Report
from minutes_miner.outputs.rows import failure_reason
from minutes_miner.outputs.safe_text import one_line
from minutes_miner.outputs.schema import Heading, Table
from minutes_miner.outputs.tables import DEADLINE_TEXT, FOLLOW_UP, NEEDS, tables
from minutes_miner.outputs.wording import Phrase
from minutes_miner.records import Failure

MARGIN = Cm(1.5)
PAGE_WIDTH, PAGE_HEIGHT = Cm(29.7), Cm(21.0)
HEAD_FILL = "1F4E78"

_TITLE = Phrase("Matriks Tindak Lanjut", "Follow-up Matrix")
_SUMMARY = Phrase("Dari {0} dokumen; {1} gagal dibaca.", "From {0} documents; {1} could not be read.")
_NOTHING = Phrase("Tidak ada.", "None.")
_FAILED = Phrase("Dokumen yang gagal dibaca", "Documents that could not be read")


def write(report: Report, stream: BinaryIO) -> None:
    """Writes the document; the same report always gives the same bytes."""
    packed = BytesIO()
    document(report).save(packed)
    packed.seek(0)
    repack(packed, stream)


def write_table(table: Table, stream: BinaryIO, lang: str) -> None:
    """Writes a document of one table; the same table always gives the same bytes."""
    word = docx.Document()
    _set_up(word, lang)
    word.add_heading(table.title, level=0)
    _add_table(word, table, lang)
    packed = BytesIO()
    word.save(packed)
    packed.seek(0)
    repack(packed, stream)


def document(report: Report) -> WordDocument:
    """The Word document of a report: follow-up, needs, and the sources that failed."""
    word = docx.Document()
    _set_up(word, report.lang)
    failures = [result for result in report.results if isinstance(result, Failure)]
    word.add_heading(_TITLE.say(report.lang), level=0)
    word.add_paragraph(_SUMMARY.say(report.lang).format(len(report.results), len(failures)))
    for table in tables(report.results, lang=report.lang, topic_labels=report.topic_labels):
        if table.key in (FOLLOW_UP.key, NEEDS.key):
            word.add_heading(table.title, level=1)
            _add_table(word, table, report.lang)
    if failures:
        word.add_heading(_FAILED.say(report.lang), level=1)
        for failure in failures:
            word.add_paragraph(f"{one_line(failure.source)}: {failure_reason(failure, report.lang)}", style="List Bullet")
    return word


def _set_up(word: WordDocument, lang: str) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(9)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "id-ID")  # whatever the headings speak: the spelling that Word checks is that of the documents
    properties = word.core_properties
    properties.title, properties.author, properties.comments, properties.language = _TITLE.say(lang), "minutes_miner", "", lang


def _add_table(word: WordDocument, table: Table, lang: str) -> None:
    if not table.rows:
        word.add_paragraph(_NOTHING.say(lang))
        return
    headings = [heading for heading in table.headings if not heading.detail and heading.key != DEADLINE_TEXT.key]
    widths = _widths(headings)
    grid = word.add_table(rows=0, cols=len(headings), style="Table Grid")
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    # Rows are built as XML: python-docx looks at the whole table for each cell, which takes minutes for some thousand items.
    grid._tbl.append(_row([heading.text for heading in headings], widths, head=True))
    for cells in table.rows:
        words = row_words(table.headings, cells)
        grid._tbl.append(_row([words[heading.key] for heading in headings], widths))


def _widths(headings: Sequence[Heading]) -> list[Length]:
    """Short columns as wide as their content needs; the columns of text share what is left."""
    short = {heading.key: Cm(0.3 + 0.165 * heading.width) for heading in headings if heading.type != "text"}
    left = PAGE_WIDTH - 2 * MARGIN - sum(short.values())
    shares = sum(heading.width for heading in headings if heading.type == "text")
    return [short.get(heading.key) or Length(left * heading.width // shares) for heading in headings]


def _row(texts: Sequence[str], widths: Sequence[Length], *, head: bool = False) -> _Element:
    row = OxmlElement("w:tr")
    properties = _child(row, "w:trPr")
    _child(properties, "w:cantSplit")
    if head:
        _child(properties, "w:tblHeader")  # repeated on every page
    for text, width in zip(texts, widths, strict=True):
        row.append(_cell(text, width, head=head))
    return row


def _cell(text: str, width: Length, *, head: bool) -> _Element:
    cell = OxmlElement("w:tc")
    properties = _child(cell, "w:tcPr")
    _child(properties, "w:tcW", w=str(width.twips), type="dxa")
    if head:
        _child(properties, "w:shd", val="clear", color="auto", fill=HEAD_FILL)
    paragraph = _child(cell, "w:p")
    _child(_child(paragraph, "w:pPr"), "w:spacing", before="20", after="20")
    run = _child(paragraph, "w:r")
    if head:
        look = _child(run, "w:rPr")
        _child(look, "w:b")
        _child(look, "w:color", val="FFFFFF")
    words = _child(run, "w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    return cell


def _child(parent: _Element, name: str, **attributes: str) -> _Element:
    child = OxmlElement(name, attrs={qn(f"w:{key}"): value for key, value in attributes.items()})
    parent.append(child)
    return child
