"""PDF documents with a text layer -> Document, put together from the modules beside and from `pages`."""

from __future__ import annotations

from contextlib import closing

import pypdfium2

from minutes_miner.documents.assembling import assembled
from minutes_miner.documents.pages.flow import flow_of
from minutes_miner.documents.pages.rules import tables_in
from minutes_miner.documents.pages.stamps import is_overprinted
from minutes_miner.documents.pages.words import PageContent, Word
from minutes_miner.documents.pdf.attached import attached_to, placed_among
from minutes_miner.documents.pdf.drawing import Drawing, drawing_of
from minutes_miner.documents.pdf.frame import Frame
from minutes_miner.documents.pdf.hidden import parted_by_sight
from minutes_miner.documents.pdf.opening import opened
from minutes_miner.documents.pdf.picture import drawn
from minutes_miner.documents.pdf.rules import rules_on
from minutes_miner.documents.pdf.text import words_of
from minutes_miner.documents.pdf.text_layer import Layer, layer_of
from minutes_miner.documents.scans.recogniser import Recogniser, better, in_turn, warnings_about
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.sniffing import is_pdf
from minutes_miner.errors import NoTextLayer, NothingRecognised, SourceDamaged, WrongFormat
from minutes_miner.guard.heartbeat import page_done
from minutes_miner.records import Box, Document, Note, Warning

MEDIA_TYPE = "application/pdf"
RECOGNISED_DOTS = 200
LETTER = 90  # bytes that a letter takes at most while a document is put together, with the boxes of its word

_EXPECTED = {"id": "dokumen PDF", "en": "a PDF document"}
_NO_PAGES = {"id": "tidak ada halaman yang dapat dibuka", "en": "no page can be opened"}
_NO_TEXT = {"id": "isi halamannya hilang", "en": "what was on its pages is lost"}
_PAGE_UNREAD = "rusak dan dilewati. Minta salinan baru dari sumbernya."
_PICTURE = "hanya gambar, tidak ada teks. Baca lagi dengan --ocr auto."
_BAD_LAYER = "memuat teks yang tidak dapat dibaca (pengodeannya rusak). Baca lagi dengan --ocr auto."
_REPLACED = "memuat teks yang pengodeannya rusak; sebagai gantinya halaman itu dibaca dengan pengenalan huruf (OCR)."
_TABLE_UNREAD = "memuat gambar garis yang terlalu rumit; tabel di sana tidak diuraikan, teksnya dibaca sebagai baris biasa."
_HIDDEN = "memuat teks yang tidak terlihat (tertutup, sewarna latar, atau di luar halaman); teks itu hanya disimpan sebagai catatan."
_OVERPRINTED = "memuat baris yang tercetak saling menimpa sehingga sulit dibaca. Bandingkan teksnya dengan halaman aslinya."
_TOO_LONG = "dan seterusnya tidak dibaca: jumlah huruf dokumen ini melewati batas. Pecah berkasnya, atau naikkan batasnya."


def read_pdf(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of a PDF file that has text; blocks carry page and boxes.

    Paragraphs are put together from their lines, also over pages; running heads and page numbers become notes, and so do comments and text
    that cannot be seen. What is lost of a damaged or overlong file is said in warnings.

    Raises:
        WrongFormat, SourceDamaged, SourceEncrypted, WrongPassword: the file cannot be opened.
        NoTextLayer, NothingRecognised: no page has a letter.
    """
    if not is_pdf(data):
        raise WrongFormat(source, expected=_EXPECTED)
    found = opened(data, source, settings.password)
    with closing(found.document) as document:
        reading = _Reading(document, source, settings)
        pages = reading.pages()
        count = len(document)
        repairs = found.warnings(source, sum(page.is_filled for page in pages))
        warnings = (*repairs, *reading.warnings)
    if not pages:
        raise SourceDamaged(source, reason=_NO_PAGES)
    if not any(page.has_letters for page in pages):
        if found.is_repaired and not any(page.has_picture for page in pages):
            raise SourceDamaged(source, reason=_NO_TEXT)
        raise NoTextLayer(source, pages=count) if settings.ocr == "off" else NothingRecognised(source, pages=count)
    flow = flow_of(pages)
    return assembled(
        flow.lines,
        id=id,
        source=source,
        media_type=MEDIA_TYPE,
        tables=flow.tables,
        notes=(*flow.notes, *reading.notes),
        pages=count,
        warnings=warnings,
    )


class _Reading:
    """Takes the pages out of one file, and keeps what is to be said about those that cannot be had as they are."""

    def __init__(self, document: pypdfium2.PdfDocument, source: str, settings: Settings) -> None:
        self._document = document
        self._source = source
        self._limits = settings.limits
        self._characters = 0
        self._most = min(self._limits.characters, self._limits.memory // LETTER)
        self._ocr = settings.ocr
        self._recogniser = Recogniser(settings.cores)
        self._distrusted: set[int] = set()
        self.notes: list[Note] = []
        self.warnings: list[Warning] = []

    def pages(self) -> list[PageContent]:
        """What each page holds, up to the limits; one that is broken is left out with a warning."""
        if self._document.get_formtype():
            self._document.init_forms()
        pages = []
        for number in range(1, self._last() + 1):
            page = self._page(number)
            page_done()
            if self._characters > self._most:
                self._warn("text_cut", number, _TOO_LONG)
                break
            if page is not None:
                pages.append(page)
        recognised = better(pages, self._recogniser.pages(), self._distrusted)
        self.warnings.extend(warnings_about(recognised, self._source))
        return in_turn(pages, recognised)

    def _last(self) -> int:
        count, most = len(self._document), self._limits.pages
        if count > most:
            message = f"{self._source}: hanya {most} dari {count} halaman yang dibaca. Pecah berkasnya, atau naikkan batas halaman."
            self.warnings.append(Warning(code="pages_cut", message=message))
        return min(count, most)

    def _page(self, number: int) -> PageContent | None:
        try:
            with closing(self._document[number - 1]) as page, closing(page.get_textpage()) as textpage:
                self._characters += textpage.count_chars()
                if self._characters > self._most:
                    return None
                return self._content(page, textpage, number)
        except pypdfium2.PdfiumError:
            self._warn("page_unread", number, _PAGE_UNREAD)
            return None

    def _content(self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, number: int) -> PageContent:
        frame = Frame(page)
        drawing = drawing_of(page)
        seen = parted_by_sight(words_of(textpage, frame), drawing, textpage, frame)
        if is_overprinted(seen.words):
            self._warn("overprinted", number, _OVERPRINTED)
        fields, comments = attached_to(page, frame, number)
        self.notes.extend(comments)
        if seen.hidden:
            self._say_hidden(number, seen.hidden)
        content = PageContent(
            number=number,
            width=frame.width,
            height=frame.height,
            words=placed_among(seen.words, fields) if fields else seen.words,
            tables=self._tables(drawing, frame, number) if seen.words or fields else [],
            has_picture=bool(drawing.pictures),
        )
        unseen = all(text.invisible for text in drawing.texts)
        pictures = sum(frame.share(picture.box) for picture in drawing.pictures)
        layer = layer_of(content, letters=textpage.count_chars(), pictures=pictures, objects=drawing.objects, unseen=unseen)
        if self._ocr == "all" or layer != "good":
            self._recognise(page, content, layer)
        return content

    def _recognise(self, page: pypdfium2.PdfPage, content: PageContent, layer: Layer) -> None:
        if self._ocr != "off":
            if layer == "bad":
                self._warn("bad_text_layer", content.number, _REPLACED)
            if layer == "bad" or self._ocr == "all":
                self._distrusted.add(content.number)
            self._recogniser.add(drawn(page, content.number, dots=RECOGNISED_DOTS, grey=True))
        elif layer == "bad":
            self._warn("bad_text_layer", content.number, _BAD_LAYER)
        else:
            self._warn("no_text_layer", content.number, _PICTURE)

    def _tables(self, drawing: Drawing, frame: Frame, number: int) -> list[list[Box]]:
        rules = rules_on(drawing, frame)
        if rules.may_be_table and (rules.are_too_many or drawing.is_cut):
            self._warn("table_unread", number, _TABLE_UNREAD)
        return tables_in(rules)

    def _say_hidden(self, number: int, words: list[Word]) -> None:
        self.notes.append(Note(kind="hidden", text=" ".join(word.text for word in words), page=number))
        self._warn("hidden_text", number, _HIDDEN)

    def _warn(self, code: str, page: int, message: str) -> None:
        self.warnings.append(Warning(code=code, message=f"{self._source}: halaman {page} {message}", page=page))
