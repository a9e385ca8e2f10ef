"""The passages of minutes that may tell what became of an earlier item: rows of a report on them, clauses that tell a state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes_miner.corpus.followups.report_words import ReportWords

LONGEST_HEADING = 12  # words
LONGEST_TITLE = 8
SHORTEST_CLAUSE = 3

_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(
    r"\s*(?:\|\s*)?(#+|[IVXLC]+[.)]|[A-Z][.)]|[a-z][.)]|\d+(?:\.\d+)*[.)]?|[-*•–—·○●▪➢✓☑☐☒✔✅⬜]|\[[ xXvV✓✔]?\])(?=\s|\||$)\s*(?:\|\s*)?"
)
_BOX = re.compile(r"\s*(?:\[[ xXvV✓✔]?\]|[☑☐☒✔✅⬜])\s*")
_HEAD_END = re.compile(r"\s*(?::|=>|->|→|\||\s[-–—]\s|\()")
_SENTENCE = re.compile(r"(?:[^.!?;]|[.!?](?=\S)|(?<=\b[A-Z])\.|(?<=\bKab)\.|(?<=\bKec)\.|(?<=\bNo)\.|(?<=\bdr)\.|(?<=\b[HSM]j)\.)+[.!?;]?")
# `..., tetapi sertifikat masih diproses` is another matter, `..., tetapi jawabannya belum ada` the same.
_CONTRAST = re.compile(
    r",?\s+(?:sedangkan|sementara|adapun)\s+|,\s+(?:tetapi|tapi|namun)\s+(?!\w+nya\b|(?:belum|masih|baru|hanya|tidak|tinggal)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A row or clause: `start` to `end` is what it is about (`Letak panggung`), `whole` all that it says.

    `reported` says that it stands in a report on an earlier meeting, `first` and `last` where the whole begins and ends.
    """

    start: int
    end: int
    first: int
    last: int
    whole: str
    reported: bool


def passages(text: str, words: ReportWords) -> Iterator[Passage]:
    """Every row of a report section, and every clause elsewhere that tells a state, in the order of the text."""
    lines = [(match.start(), match.group()) for match in _LINE.finditer(text)]
    section: str | None = None
    for at, (start, line) in enumerate(lines):
        marker = _MARKER.match(line)
        sign = marker.group(1) if marker else ""
        bare = line[marker.end() :] if marker else line
        if section is not None and _closes(line, sign, section, after_blank=text[max(0, start - 2) : start] == "\n\n"):
            section = None
        if _is_heading(line, sign, bare) and words.heads_report(bare) and _has_rows(lines, at, sign):
            section = sign or "plain"
            continue
        yield from _of_line(start, line, marker.end() if marker else 0, words, reported=section is not None)


def passage_around(start: int, end: int, found: list[Passage]) -> Passage | None:
    """The shortest passage that overlaps the span from `start` to `end`."""
    near = [passage for passage in found if passage.first < end and start < passage.last]
    return min(near, key=lambda passage: (passage.last - passage.first, passage.first), default=None)


def head_of(row: str) -> str:
    """The part of a row before its colon, dash, bracket or cell border: what it is about, where the rest tells of it."""
    border = _HEAD_END.search(row)
    return row[: border.start()] if border is not None and row[: border.start()].strip() else row


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence of its line that the span from `start` to `end` begins in, or the row of a table."""
    first = text.rfind("\n", 0, start) + 1
    line = text[first : stop if (stop := text.find("\n", end)) >= 0 else len(text)]
    if "|" in line:
        return line.strip()
    near = next((match for match in _SENTENCE.finditer(line) if first + match.end() > start), None)
    return near.group().strip() if near is not None else line.strip()


def _is_heading(line: str, sign: str, bare: str) -> bool:
    words = bare.split()
    if ":" in bare.rstrip(" :*#"):  # `Acara : Tindak lanjut rapat 4 Maret` is a field
        return False
    return (
        0 < len(words) <= LONGEST_HEADING
        and not line.rstrip().endswith((".", ";", ","))
        and "|" not in line
        and sign not in ("-", "*", "•")
    )


def _has_rows(lines: list[tuple[int, str]], at: int, sign: str) -> bool:
    """Whether a heading has something below it that is no heading of its own kind: the agenda only names the report."""
    if at + 1 >= len(lines):
        return False
    below = _MARKER.match(lines[at + 1][1])
    return not (sign and below is not None and _kind(below.group(1)) == _kind(sign))


def _closes(line: str, sign: str, section: str, *, after_blank: bool) -> bool:
    """Whether a line ends the section: a heading of the same kind, or a short title after a blank line where the heading had no mark."""
    if sign and section != "plain":
        return _kind(sign) == _kind(section) or sign.startswith("#")
    words = line.split()
    title = not sign and "|" not in line and len(words) <= LONGEST_TITLE and not line.rstrip().endswith(".")
    return sign.startswith("#") or (title and (after_blank or line.rstrip().endswith(":")))


def _kind(sign: str) -> str:
    """The kind of a mark: all Roman numerals are one kind, all letters, all hashes."""
    mark = sign.rstrip(".)")
    if sign[0] == "#":
        return "#"
    if mark.isdigit():
        return "number"
    if re.fullmatch(r"[IVXLC]+", mark) and mark not in ("C", "D", "L"):
        return "upper"
    return "upper" if mark.isupper() else "lower" if mark.isalpha() else sign


def _of_line(start: int, line: str, content: int, words: ReportWords, *, reported: bool) -> Iterator[Passage]:
    box = _BOX.match(line, content)
    content = box.end() if box else content
    boxed = words.ticked(line[:content]) is not None
    if boxed or "|" in line or (reported and (content > 0 or len(_SENTENCE.findall(line)) < 2)):
        if not set(line) <= set(" |-:") and (reported or words.tells(line)):
            yield _row(start, line, content, reported=reported or boxed)
        return
    yield from _clauses(start, line, content, words, reported=reported)


def _row(start: int, line: str, content: int, *, reported: bool) -> Passage:
    last = content + len(head_of(line[content:].rstrip()))
    return Passage(start=start + content, end=start + last, first=start, last=start + len(line), whole=line.strip(), reported=reported)


def _clauses(start: int, line: str, content: int, words: ReportWords, *, reported: bool) -> Iterator[Passage]:
    for sentence in _SENTENCE.finditer(line, content):
        at = sentence.start()
        for border in [*_CONTRAST.finditer(line, sentence.start(), sentence.end()), None]:
            stop = border.start() if border else sentence.end()
            clause = line[at:stop]
            if len(clause.split()) >= SHORTEST_CLAUSE and (reported or words.tells(clause)):
                first = start + at + len(clause) - len(clause.lstrip())
                last = start + at + len(clause.rstrip(" .;"))
                yield Passage(start=first, end=last, first=first, last=last, whole=clause.strip(), reported=reported)
            at = border.end() if border else stop
