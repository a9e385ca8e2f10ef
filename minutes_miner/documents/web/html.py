"""Web pages -> Document: saved news pages, exported minutes, pages saved by Word.

A page of a site is read as its article: the headline, the day and the body. A page without such parts is read whole. Nothing is fetched.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html

from minutes_miner.documents.assembling import assembled
from minutes_miner.documents.lines import Line
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.web.article import article_of, title_of
from minutes_miner.documents.web.blocks import Page, page_of
from minutes_miner.documents.web.charset import decode_page
from minutes_miner.documents.web.cleaning import cleaned
from minutes_miner.errors import SourceDamaged, SourceEmpty
from minutes_miner.records import Document, Evidence, Warning

MEDIA_TYPE = "text/html"
MUCH = 0.5  # of the article
_DEEP = {"id": "unsurnya bersarang terlalu dalam", "en": "its elements are nested too deeply"}
_LEFT_OUT = "bagian halaman di luar artikel (menu, iklan, tautan berita lain, komentar) tidak dibaca. Bandingkan bila ada yang kurang."


def read_html(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of a web page.

    Raises:
        WrongFormat: the bytes are no text.
        SourceDamaged: elements nested so deeply that the parser gives up.
        SourceEmpty: no text that is shown.
    """
    text, warnings = decode_page(data, source)
    return document_of_page(text, id=id, source=source, warnings=warnings)


def document_of_page(text: str, *, id: str, source: str, media_type: str = MEDIA_TYPE, warnings: tuple[Warning, ...] = ()) -> Document:
    """The document of a page whose source is `text`; errors as for `read_html`, save the first."""
    root = _parsed(text)
    if root is None:
        raise SourceEmpty(source)
    title = title_of(root)
    if not cleaned(root):
        raise SourceDamaged(source, reason=_DEEP)
    page = page_of(root)
    lines = article_of(root, page, title)
    if lines is None:
        lines = [piece.line for piece in page.pieces]
    elif _is_much(page, lines):
        warnings = (*warnings, Warning(code="page_parts_left_out", message=f"{source}: {_LEFT_OUT}"))
    return _document(lines, page, id, source, media_type, warnings)


def _is_much(page: Page, lines: list[Line]) -> bool:
    """Whether so much besides links was left out that it may have been the article."""
    kept = sum(len(line.text) for line in lines)
    return sum(len(piece.line.text) - piece.linked for piece in page.pieces) > (1 + MUCH) * kept


def _parsed(text: str) -> lxml_html.HtmlElement | None:
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        return lxml_html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _document(lines: list[Line], page: Page, id: str, source: str, media_type: str, warnings: tuple[Warning, ...]) -> Document:
    used = sorted({line.evidence.table for line in lines if line.evidence is not None and line.evidence.table is not None})
    places = {table: place for place, table in enumerate(used, start=1)}
    paragraph = 0
    for line in lines:
        if line.evidence is None:
            paragraph += 1
            line.evidence = Evidence(paragraph=paragraph)
        elif line.evidence.table is not None:
            line.evidence = Evidence(table=places[line.evidence.table], row=line.evidence.row)
        line.places = [replace(place, table=places[place.table]) for place in line.places if place.table in places]
    if not any(line.text for line in lines):
        raise SourceEmpty(source)
    tables = [page.tables[table - 1] for table in used]
    return assembled(lines, id=id, source=source, media_type=media_type, tables=tables, warnings=warnings)
