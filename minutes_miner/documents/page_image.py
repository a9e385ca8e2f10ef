"""A page of a PDF file or of a picture -> its picture."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

import pypdfium2

from minutes_miner.documents.pdf.opening import opened
from minutes_miner.documents.pdf.picture import drawn
from minutes_miner.documents.scans.picture import as_png, picture_page
from minutes_miner.documents.scans.recogniser import PagePicture
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.sniffing import content_of
from minutes_miner.errors import NoPages, NoSuchPage, SourceDamaged

DOTS = 180
PICTURES = ("jpeg", "png", "tiff")
_BROKEN = {"id": "halaman itu tidak dapat digambar", "en": "the page cannot be drawn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """The picture of a page as PNG, and the width and height of the page in points."""

    png: bytes
    width: float
    height: float


def render_page(data: bytes, page: int, *, source: str, settings: Settings = DEFAULT) -> PageImage:
    """The picture of page `page` (from 1), 180 dots an inch, fewer where the page is so large that it would have over 40 million.

    Raises:
        NoPages: the format has none of its own.
        NoSuchPage: the file has fewer.
        SourceDamaged, SourceEncrypted, WrongPassword: it cannot be opened.
    """
    content = content_of(data)
    if content in PICTURES:
        found = picture_page(data, page, source)
    elif content == "pdf":
        found = _drawn(data, page, source, settings)
    else:
        raise NoPages(source)
    if isinstance(found, int):
        raise NoSuchPage(source, page=page, pages=found)
    return PageImage(png=as_png(found), width=found.width, height=found.height)


def _drawn(data: bytes, page: int, source: str, settings: Settings) -> PagePicture | int:
    """The page of a PDF file; how many pages there are where it has not so many."""
    with closing(opened(data, source, settings.password).document) as document:
        if page > len(document):
            return len(document)
        if document.get_formtype():
            document.init_forms()
        try:
            with closing(document[page - 1]) as found:
                return drawn(found, page, dots=DOTS, grey=False)
        except pypdfium2.PdfiumError:
            raise SourceDamaged(source, reason=_BROKEN) from None
