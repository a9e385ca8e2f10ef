"""A page of a PDF file or of a picture -> its picture."""

from __future__ import annotations

import io
import math
from contextlib import closing
from dataclasses import dataclass

import pypdfium2

from minutes_miner.documents.pdf.opening import opened
from minutes_miner.documents.scans.picture import picture_page
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.sniffing import content_of
from minutes_miner.errors import NoPages, NoSuchPage, SourceDamaged

SCALE = 2.5
PICTURES = ("jpeg", "png", "tiff")
MOST_PIXELS = 40_000_000
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
        return _of_picture(data, page, source)
    if content != "pdf":
        raise NoPages(source)
    with closing(opened(data, source, settings.password).document) as document:
        if page > len(document):
            raise NoSuchPage(source, page=page, pages=len(document))
        if document.get_formtype():
            document.init_forms()
        try:
            with closing(document[page - 1]) as found:
                return _drawn(found)
        except pypdfium2.PdfiumError:
            raise SourceDamaged(source, reason=_BROKEN) from None


def _of_picture(data: bytes, page: int, source: str) -> PageImage:
    found = picture_page(data, page, source)
    if isinstance(found, int):
        raise NoSuchPage(source, page=page, pages=found)
    return PageImage(png=found.png, width=found.width, height=found.height)


def _drawn(page: pypdfium2.PdfPage) -> PageImage:
    width, height = page.get_size()
    scale = min(SCALE, math.sqrt(MOST_PIXELS / (max(width, 1) * max(height, 1))))
    with closing(page.render(scale=scale)) as bitmap:
        target = io.BytesIO()
        bitmap.to_pil().convert("RGB").save(target, "PNG", compress_level=1)
    return PageImage(png=target.getvalue(), width=width, height=height)
