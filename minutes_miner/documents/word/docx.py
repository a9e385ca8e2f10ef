"""Word documents -> Document.

The text is what Word shows: paragraphs and tables in order, automatic numbers written out, text boxes where they are anchored, footnotes at
the end. What repeats or stands beside the text (headers, footers, comments) becomes notes.
"""

from __future__ import annotations

from lxml import etree

from minutes_miner.documents.assembling import assembled
from minutes_miner.documents.lines import Line
from minutes_miner.documents.mending import Mender
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.word.body import Story, paragraph_texts
from minutes_miner.documents.word.inner import InnerParts
from minutes_miner.documents.word.numbering import Numbering
from minutes_miner.documents.word.package import WordPackage
from minutes_miner.documents.word.styles import Styles
from minutes_miner.documents.word.xml import W
from minutes_miner.errors import InputError, SourceEmpty
from minutes_miner.records import Document, Evidence, Note, Warning

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MET = (
    ("deleted", "tracked_changes", "memuat perubahan terlacak; sisipan dibaca, hapusan tidak. Terima atau tolak perubahannya di Word."),
    ("hidden", "hidden_text", "memuat teks tersembunyi yang tidak dibaca. Tampilkan teks itu di Word bila memang diperlukan."),
    ("altChunk", "embedded_part", "memuat sisipan dari berkas lain yang tidak dibaca. Buka dan simpan ulang dokumen ini di Word."),
    ("drawing", "drawing_not_read", "memuat bagan atau diagram yang tulisannya tidak dibaca. Salin isinya ke naskah bila diperlukan."),
)
_BROKEN = "bagian {kind} rusak dan dilewati. Buka dan simpan ulang dokumen ini di Word, lalu bandingkan hasilnya."


def read_docx(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of a Word file.

    Raises:
        WrongFormat: no Word document.
        SourceDamaged: a broken archive or broken XML, or one with a document type declaration.
        SourceEncrypted, WrongPassword: it is locked.
        SourceTooLarge: a part goes beyond the limit.
        SourceEmpty: no text at all.
    """
    return _Reading(WordPackage(data, source, settings), source, settings).document(id)


class _Reading:
    """One document while it is read: its parts and the warnings that gather."""

    def __init__(self, package: WordPackage, source: str, settings: Settings) -> None:
        self._package = package
        self._settings = settings
        self._source = source
        self._warnings: list[Warning] = []
        self._styles = Styles(self._first("styles"))

    def document(self, id: str) -> Document:
        main = self._package.main()
        inner = InnerParts(self._package, self._source, self._settings)
        numbering = Numbering(self._first("numbering"), self._styles)
        story = Story(self._styles, numbering, inner.chunk, inner.drawn, Mender(paragraph_texts(main)))
        lines = story.lines(main)
        lines, notes = self._with_notes(lines, story.references)
        _count_paragraphs(lines)
        if not any(line.text for line in lines):
            raise SourceEmpty(self._source)
        self._warn_of(story.met)
        return assembled(
            lines,
            id=id,
            source=self._source,
            media_type=MEDIA_TYPE,
            tables=story.tables,
            notes=(*self._beside("header"), *self._beside("footer"), *notes, *self._comments()),
            warnings=self._warnings,
        )

    def _first(self, kind: str) -> etree._Element | None:
        """The first part of a kind; a broken one is left out with a warning, the text is worth having without it."""
        return next((root for root in self._parts(kind)), None)

    def _parts(self, kind: str) -> list[etree._Element]:
        roots = []
        for name in self._package.related(kind):
            try:
                roots.append(self._package.part(name))
            except InputError:
                self._warn("part_skipped", _BROKEN.format(kind=kind))
        return roots

    def _warn(self, code: str, message: str) -> None:
        self._warnings.append(Warning(code=code, message=f"{self._source}: {message}"))

    def _warn_of(self, met: set[str]) -> None:
        for what, code, message in _MET:
            if what in met:
                self._warn(code, message)

    def _with_notes(self, lines: list[Line], references: list[tuple[str, str]]) -> tuple[list[Line], list[Note]]:
        """The lines with the footnotes and endnotes that they refer to set below them, numbered in the order of the text."""
        notes = []
        for kind in ("footnote", "endnote"):
            texts = self._texts_of_notes(kind)
            named = [name for found, name in references if found == kind]
            for number, text in enumerate((texts[name] for name in dict.fromkeys(named) if texts.get(name)), start=1):
                lines.append(Line(text=f"{number} {text}", kind="paragraph"))
                notes.append(Note(kind=kind, text=f"{number} {text}"))
        return lines, notes

    def _texts_of_notes(self, kind: str) -> dict[str, str]:
        root = self._first(f"{kind}s")
        found = [] if root is None else root.findall(f"{W}{kind}")
        return {note.get(f"{W}id", ""): self._text_of(note) for note in found}

    def _text_of(self, element: etree._Element) -> str:
        story = Story(self._styles, Numbering(None, self._styles))
        return " ".join(line.text for line in story.lines(element))

    def _beside(self, kind: str) -> list[Note]:
        """The headers or the footers, each text once."""
        texts = dict.fromkeys(self._text_of(root) for root in self._parts(kind))
        return [Note(kind=kind, text=text) for text in texts if text]

    def _comments(self) -> list[Note]:
        root = self._first("comments")
        comments = [] if root is None else root.findall(f"{W}comment")
        return [Note(kind="comment", text=text) for comment in comments if (text := self._text_of(comment))]


def _count_paragraphs(lines: list[Line]) -> None:
    """Numbers the lines that are no table rows, from 1."""
    outside = [line for line in lines if line.evidence is None]
    for number, line in enumerate(outside, start=1):
        line.evidence = Evidence(paragraph=number)
