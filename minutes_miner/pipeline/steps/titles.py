"""The title of a document: the line that says what it is, else the first short line below the letterhead."""

from __future__ import annotations

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.records import DocumentKind

LONGEST_TITLE = 25
TITLE_MARKS = ("minutes_words", "B:minutes_words")


def find_title(sheet: Sheet, lines: list[Line], kind: DocumentKind) -> str | None:
    """The line that says what the document is (`NOTULEN RAPAT ...`), else the first line where it is short and no sentence."""
    if kind == "minutes" and (line := title_line(sheet, lines)) is not None:
        return _with_subtitle(sheet, lines, line)
    for line in _behind_letterhead(sheet, lines)[:3]:
        if (
            line.last - line.first <= LONGEST_TITLE
            and sheet.words[line.last - 1] not in (".", "”", '"')
            and not (line.field and line.value < line.last)
        ):
            return " ".join(sheet.text(line.content, line.last).split())
        if kind == "news":
            return None
    return None


def title_line(sheet: Sheet, lines: list[Line]) -> Line | None:
    """The first line near the top that begins with a word for minutes and is no header field."""
    for line in lines[:14]:
        named = any(sheet.has(at, name) for at in range(line.content, min(line.last, line.content + 3)) for name in TITLE_MARKS)
        if named and line.last - line.first <= LONGEST_TITLE and not (line.field and line.value < line.last):
            return line
    return None


def _with_subtitle(sheet: Sheet, lines: list[Line], line: Line) -> str:
    """A title with the line below it where it only says what kind of paper this is (`BERITA ACARA` / `VERIFIKASI ...`)."""
    last = line.last
    below = next((other for other in lines if other.first >= line.last), None)
    if (
        below is not None
        and all(sheet.inside(at, "document_titles") or sheet.has(at, "document_titles") for at in range(line.content, line.last))
        and not below.field
        and sheet.text(below.first, below.last).isupper()
        and below.last - line.first <= LONGEST_TITLE
    ):
        last = below.last
    return " ".join(sheet.text(line.content, last).split())


def _behind_letterhead(sheet: Sheet, lines: list[Line]) -> list[Line]:
    """The lines without those at the top that hold an institution and nothing else, an address, a kind of paper or a header field."""
    start = 0
    for number, line in enumerate(lines[:10]):
        names = [m for m in sheet.between(line.first, line.first + 1) if m.label == "INSTITUTION"]
        told = sheet.has(line.first, "B:letterhead_words") or (start > 0 and sheet.has(line.first, "letterhead_words"))
        if told or any(m.last >= line.last for m in names) or (line.field and line.value < line.last):
            start = number + 1
        else:
            break
    return lines[start:] if start < len(lines) else lines
