"""Plain text and Markdown -> Document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_miner.documents.aligned import mark_columns
from minutes_miner.documents.cutting import beginning
from minutes_miner.documents.decoding import decode, whole_characters
from minutes_miner.documents.lines import Line, blocks_of
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import SourceEmpty
from minutes_miner.records import Document, Evidence, Table, Warning

LONGEST_CHARACTER = 4  # bytes, in any encoding
TAB = 4
MOST_BARS = 500  # of a row; no table of an office is as wide, and all rows are filled up to the widest


def read_plain(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT, media_type: str = "text/plain") -> Document:
    """The document of a text file; its text is the file's content, decoded, or its beginning where the file is longer than the limit.

    Raises:
        WrongFormat: the bytes are no text.
        SourceEmpty: there is nothing but blanks.
    """
    text, warnings = _beginning(data, source, settings.limits.characters)
    if not text.strip():
        raise SourceEmpty(source)
    return document_of_text(text, id=id, source=source, media_type=media_type, warnings=warnings)


def _beginning(data: bytes, source: str, most: int) -> tuple[str, tuple[Warning, ...]]:
    """The text of a file up to `most` characters, and what is to be said about it."""
    head = data[: (most + 2) * LONGEST_CHARACTER]  # a character more than is kept, and the mark of byte order
    text, warnings = decode(head, source, whole=len(head) == len(data))
    text, cut = beginning(text, most, source, len(head) / max(1, len(data)))
    return text, (*warnings, *cut)


def read_markdown(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of a Markdown file, its marks left in the text; like `read_plain`."""
    return read_plain(data, id=id, source=source, settings=settings, media_type="text/markdown")


def document_of_text(text: str, *, id: str, source: str, media_type: str = "text/plain", warnings: tuple[Warning, ...] = ()) -> Document:
    r"""The document whose text is exactly `text`, with one block a line that is not blank.

    A line is a table row when its cells stand between ` | `, when a bar opens and closes it, or when blanks set them in columns; the line
    of dashes under a Markdown header is no block. Half a surrogate pair, which no file can hold, becomes a replacement sign. The evidence
    of a block is the number of its line, and its number among the lines that are not blank.

    >>> document = document_of_text("NOTULEN RAPAT\n\n1. Dinsos akan mendata LKSA.", id="a", source="a.txt")
    >>> [(block.kind, block.label, document.text[block.start:block.end]) for block in document.blocks]
    [('heading', None, 'NOTULEN RAPAT'), ('item', '1.', '1. Dinsos akan mendata LKSA.')]
    """
    text = whole_characters(text)
    lines = list(_lines(text))
    mark_columns(lines, text)
    return Document(
        id=id, source=source, media_type=media_type, text=text, blocks=blocks_of(lines), tables=_tables(lines), warnings=warnings
    )


def _lines(text: str) -> Iterator[Line]:
    position = 0
    paragraph = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        stripped = raw.strip()
        if stripped:
            paragraph += 1
            margin = raw[: len(raw) - len(raw.lstrip())]
            if not _is_rule(stripped):
                yield Line(
                    text=stripped,
                    start=position + len(margin),
                    indent=len(margin) + margin.count("\t") * (TAB - 1),
                    evidence=Evidence(paragraph=paragraph, line=number),
                    cells=_cells(stripped) if "|" in stripped else (),
                )
        position += len(raw) + 1


def _is_rule(line: str) -> bool:
    """`|---|:--:|`, which only says that the row above is a header."""
    return line[0] in "|:-" and "|" in line and "-" in line and not line.strip("|:- \t")


def _cells(line: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the cells of a row, blanks at their borders left out; none when the line is no row or too wide for one.

    Between bars that open and close the line every bar parts two cells, elsewhere only one that stands between blanks.
    """
    boxed = line[0] == "|" and line[-1] == "|" and len(line) > 2
    bars = [place for place in _bars(line) if boxed or _stands_alone(line, place)]
    if not 0 < len(bars) <= MOST_BARS:
        return ()
    starts = [bar + 1 for bar in bars]
    cells = zip(starts[:-1], bars[1:], strict=True) if boxed else zip([0, *starts], [*bars, len(line)], strict=True)
    return tuple(_trimmed(line, start, end) for start, end in cells)


def _bars(line: str) -> Iterator[int]:
    place = line.find("|")
    while place >= 0:
        yield place
        place = line.find("|", place + 1)


def _stands_alone(line: str, place: int) -> bool:
    return line[place - 1 : place] in ("", " ", "\t") and line[place + 1 : place + 2] in ("", " ", "\t")


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    cell = line[start:end]
    stripped = cell.strip()
    first = start + (len(cell) - len(cell.lstrip()) if stripped else 0)
    return first, first + len(stripped)


def _tables(lines: Sequence[Line]) -> tuple[Table, ...]:
    """Successive rows as one table, short rows filled up with empty cells."""
    tables: list[list[Line]] = []
    before: Line | None = None
    for line in lines:
        if line.cells:
            if before is None or not before.cells:
                tables.append([])
            tables[-1].append(line)
        before = line
    return tuple(_table(rows) for rows in tables)


def _table(lines: Sequence[Line]) -> Table:
    width = max(len(line.cells) for line in lines)
    return Table(rows=tuple(tuple(line.text[a:b] for a, b in line.cells) + ("",) * (width - len(line.cells)) for line in lines))
