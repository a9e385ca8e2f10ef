"""The running text of a Word document, by walking its tree.

Everything that Word shows is read, wherever it is nested: tracked insertions, content controls, smart tags, text boxes, tables in tables.
Deleted and hidden text, field codes and comments are not text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from minutes_miner.documents import tables
from minutes_miner.documents.lines import Line, lines_of, merged, tidy
from minutes_miner.documents.mending import Mender
from minutes_miner.documents.symbols import OTHER, readable, symbol
from minutes_miner.documents.tables import Cell, Row
from minutes_miner.documents.word import tables as word_tables
from minutes_miner.documents.word.fields import Fields, is_prompt
from minutes_miner.documents.word.numbering import Numbering
from minutes_miner.documents.word.signatures import Group, set_apart
from minutes_miner.documents.word.styles import NumPr, Styles, outline
from minutes_miner.documents.word.xml import R, W, is_on, local, value
from minutes_miner.records import Document, Table

_SILENT = frozenset({"pPr", "rPr", "tblPr", "tcPr", "sectPr", "sdtPr", "delText", "instrText", "delInstrText", "fldData", "rt", "Fallback"})
_REMOVED = frozenset({"del", "moveFrom"})
_FROM_ELSEWHERE = ("altChunk", "subDoc")
_BOXES = ("txbxContent", "relIds", "chart")
_NO_PARAGRAPH = "\n"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTE_MARKS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


Chunk = Callable[[str], Document | None]


class Story:
    """Reads one part (the body, a header, a note) into lines; the tables, and what was met on the way, are collected beside."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        chunk: Chunk = lambda _: None,
        drawn: Callable[[str], list[str]] = lambda _: [],
        mender: Mender | None = None,
    ) -> None:
        """`chunk` gives the document of another file that is kept within this one, `drawn` the texts of a drawing, by their ids."""
        self._styles = styles
        self._chunk = chunk
        self._drawn = drawn
        self._numbering = numbering
        self._mender = mender
        self._carried = ""
        self._fields = Fields()
        self.tables: list[Table] = []
        self.references: list[tuple[str, str]] = []
        self.met: set[str] = set()

    def lines(self, container: etree._Element) -> list[Line]:
        """The lines of `container`, which holds paragraphs and tables; a table row has its place as evidence, other lines have none."""
        groups: list[Group] = []
        for child in container:
            name = local(child)
            if name == "p":
                groups.append(self._paragraph(child))
            elif name == "tbl":
                groups.append((_NO_PARAGRAPH, list(self._table(child))))
            elif name in _FROM_ELSEWHERE:
                groups.append((_NO_PARAGRAPH, self._from_elsewhere(child)))
            elif name == "sdt" and is_prompt(child):
                continue
            elif name == "AlternateContent":
                groups.append((_NO_PARAGRAPH, self._alternative(child)))
            elif name in _REMOVED:
                self.met.add("deleted")
            elif name not in _SILENT and len(child):
                groups.append((_NO_PARAGRAPH, self.lines(child)))
        if text := tidy(self._carried):
            groups.append((text, [Line(text=text)]))
            self._carried = ""
        return set_apart(groups)

    def _from_elsewhere(self, element: etree._Element) -> list[Line]:
        """The lines of another file that is set in here, where it is within the document and can be read."""
        chunk = self._chunk(element.get(f"{R}id", "")) if local(element) == "altChunk" else None
        if chunk is None:
            self.met.add("altChunk")
            return []
        return lines_of(chunk, self.tables)

    def _alternative(self, element: etree._Element) -> list[Line]:
        return next(filter(None, map(self.lines, element)), [])

    def _paragraph(self, paragraph: etree._Element) -> Group:
        pieces: list[str] = []
        boxes: list[etree._Element] = []
        self._fields.begin_paragraph()
        self._collect(paragraph, pieces, boxes)
        text = self._carried + "".join(pieces)
        properties = paragraph.find(f"{W}pPr")
        mark = None if properties is None else properties.find(f"{W}rPr")
        if any(is_on(mark, name) for name in _REMOVED) or _is_drop_cap(properties):
            # Without its mark the paragraph runs into the next one and does not count in a list; so does a letter set big before it.
            self._carried = text
            return _NO_PARAGRAPH, []
        self._carried = ""
        lines = self._shaped([line for line in map(self._line, text.split("\n")) if line.text], properties)
        return text, lines + [line for box in boxes for line in self._of_box(box)]

    def _of_box(self, box: etree._Element) -> list[Line]:
        """The lines of a text box, or of a drawing whose text lies in a part of its own."""
        if local(box) == "txbxContent":
            return self.lines(box)
        texts = self._drawn(box.get(f"{R}dm", ""))
        if not texts:
            self.met.add("drawing")
        return [line for line in map(self._line, texts) if line.text]

    def _line(self, text: str) -> Line:
        """The text with single blanks, its misprints mended."""
        line = Line(text=tidy(text))
        if self._mender is not None:
            self._mender.mend(line)
        return line

    def _shaped(self, lines: list[Line], properties: etree._Element | None) -> list[Line]:
        """Lines with the label, heading level and list level that the paragraph's properties and style give to the first of them."""
        style = value(properties, "pStyle")
        own = outline(properties)
        heading = (own or None) if own is not None else self._styles.heading(style)
        numbered = self._numbers(properties, style)
        labelled = self._numbering.label(numbered, style) if numbered else None
        if labelled is not None:
            label, depth = labelled
            first = lines[0] if lines else Line(text="")
            if first.text:
                first = lines[0] = merged((Line(text=label), first))
            else:
                first.text = label
            first.label, first.level = label, depth + 1
            lines = lines or [first]
        if heading and lines:
            lines[0].kind, lines[0].level = "heading", heading
        return lines

    def _numbers(self, properties: etree._Element | None, style: str | None) -> NumPr | None:
        """List and level of a paragraph: its own, filled up from its style."""
        own = None if properties is None else properties.find(f"{W}numPr")
        by_style = self._styles.numbering(style)
        if own is None:
            return by_style
        name, level = value(own, "numId"), value(own, "ilvl")
        return (name or (by_style[0] if by_style else None), level or (by_style[1] if by_style and not name else None))

    def _collect(self, parent: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
        """Adds the text below `parent` to `pieces`, and the text boxes that are anchored there to `boxes`."""
        for child in parent:
            name = local(child)
            if name == "fldChar":
                pieces.append(self._fields.met(child))
            elif name == "t":
                if self._fields.is_shown:
                    pieces.append(readable(child.text or ""))
            elif name in _SIGNS:
                pieces.append(_SIGNS[name] if self._fields.is_shown else "")
            elif name == "f":
                self._fraction(child, pieces, boxes)
            elif name == "textpath":
                pieces.append(f"\n{child.get('string', '')}\n")
            elif name == "sdt" and is_prompt(child):
                continue
            elif name == "r":
                self._run(child, pieces, boxes)
            elif name in _BOXES:
                boxes.append(child)
            elif name == "sym":
                pieces.append(_symbol(child))
            elif name in _NOTE_MARKS:
                self.references.append((_NOTE_MARKS[name], child.get(f"{W}id", "")))
            elif name == "AlternateContent":
                self._collect_one(child, pieces, boxes)
            elif name in _REMOVED:
                self.met.add("deleted")
            elif name not in _SILENT and len(child):
                self._collect(child, pieces, boxes)

    def _run(self, run: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
        if is_on(run.find(f"{W}rPr"), "vanish"):
            self.met.add("hidden")
        else:
            self._collect(run, pieces, boxes)

    def _fraction(self, fraction: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
        parts = [part for part in fraction if local(part) in ("num", "den")]
        for place, part in enumerate(parts):
            pieces.append("/" if place else "")
            self._collect(part, pieces, boxes)

    def _collect_one(self, element: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
        """The first alternative that holds anything; the others say the same again."""
        before = len(pieces) + len(boxes)
        for alternative in element:
            self._collect(alternative, pieces, boxes)
            if len(pieces) + len(boxes) > before:
                return

    def _table(self, table: etree._Element) -> Iterator[Line]:
        """A drawn table as rows; a table that only lays text out, or frames it in one column, as the lines in it."""
        rows = [self._row(row) for row in word_tables.rows_of(table)]
        width = max((sum(cell.span for cell in row) for row in rows), default=0)
        if width < 2 or not (word_tables.is_ruled(table, self._styles) or tables.is_list(rows)):
            return tables.as_lines(tables.in_reading_order(rows))
        rows = tables.filled(rows)
        self.tables.append(Table(rows=tables.grid(rows)))
        return tables.row_lines(rows, len(self.tables))

    def _row(self, row: etree._Element) -> Row:
        cells: Row = []
        for cell in word_tables.cells_of(row):
            if isinstance(cell, int):
                cells.append(Cell(lines=[], span=cell))
            elif cells and word_tables.is_swallowed(cell):
                cells[-1].span += word_tables.span_of(cell)
            else:
                cells.append(Cell(lines=self.lines(cell), span=word_tables.span_of(cell), merged=word_tables.goes_on(cell)))
        return cells


def _is_drop_cap(properties: etree._Element | None) -> bool:
    frame = None if properties is None else properties.find(f"{W}framePr")
    return frame is not None and frame.get(f"{W}dropCap", "none") != "none"


def paragraph_texts(root: etree._Element) -> Iterator[str]:
    """The text of every paragraph below `root`, as it is written there."""
    for paragraph in root.iter(f"{W}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def _symbol(element: etree._Element) -> str:
    try:
        return symbol(int(element.get(f"{W}char", ""), 16), element.get(f"{W}font", ""))
    except ValueError:
        return OTHER
