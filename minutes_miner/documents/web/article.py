"""The article of a page among all that a site sets around it.

Trafilatura says which lines are of the article; the part of the page that holds nearly all of them is then read by our own walk, which
keeps lists, tables and captions. Inside that part, what a site marks as something else and lines that are nothing but links are left out.
"""

from __future__ import annotations

import copy
import importlib
import re
from collections import defaultdict
from collections.abc import Iterator

from lxml import html

from minutes_miner.documents.lines import Line
from minutes_miner.documents.web.blocks import Page, Piece

MAX_ELEMENTS = 60_000
MAX_DEPTH = 250
LEAST = 250  # characters; below it no article was found
MOST = 0.9  # of the article's characters: the part that holds so many is its part
FEW = 0.25  # of them: a part with a telling name that holds fewer is not of the article
LEAD = 20  # lines between the headline and the body
WORDS = 4
LINKS = 8  # lines that are links: no document of an office has so many
SHORTEST = 12  # letters of a headline
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SITE = ("nav", "aside", "footer", "header", "article")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
# The names that sites give to such parts, English mostly, as tokens of `class`, `id` and `role`.
_BESIDE = frozenset(
    "ad ads adv advert advertisement adsense iklan banner breadcrumb breadcrumbs comment comments komentar cookie consent share sharing "
    "social sosmed related terkait recommended recommendation rekomendasi popular terpopuler trending newsletter subscribe tag tags "
    "navigation menu sidebar widget promo pagination paging disqus login popup modal copyright toolbar".split()
)
_BEGINNINGS = ("share", "relatedpost", "adsby", "advert", "comment", "komentar", "breadcrumb", "parallax")


def get_ready() -> None:
    """Loads Trafilatura, which takes longer than reading a page with it."""
    importlib.import_module("trafilatura")


def title_of(root: html.HtmlElement) -> str:
    """What the head of a page, not yet cleaned, calls it: its titles one behind the other."""
    named = [meta.get("content", "") for meta in root.iter("meta") if meta.get("property") == "og:title"]
    return " ".join([root.findtext(".//title") or "", *named])


def article_of(root: html.HtmlElement, page: Page, title: str) -> list[Line] | None:
    """The lines of the article of a page; None when it is no page of a site, or no article shows in it."""
    if not _is_site(root, page) or not _is_bounded(root):
        return None
    marked = _marked(root, page)
    weights = _weights(marked)
    whole = weights.get(root, 0)
    if whole < LEAST:
        return None
    part = _part(root, weights, MOST * whole)
    beside = _beside(part, weights, FEW * whole)
    inside = [place for place, piece in enumerate(page.pieces) if part in _line_of(piece.element)]
    body = [page.pieces[place] for place in inside if not _is_beside(page.pieces[place], beside)]
    while body and body[-1].element.tag in _HEADINGS:
        body.pop()  # what stood below it is left out
    return [*_lead(page.pieces[: inside[0]], body, title), *(piece.line for piece in body)]


def _is_site(root: html.HtmlElement, page: Page) -> bool:
    return any(root.find(f".//{tag}") is not None for tag in _SITE) or sum(map(_is_link, page.pieces)) >= LINKS


def _is_bounded(root: html.HtmlElement) -> bool:
    """Whether the tree is of a size that is compared in little time, and by code that calls itself."""
    count = 0
    for count, element in enumerate(root.iter(), start=1):
        if count > MAX_ELEMENTS:
            return False
        if not len(element) and sum(1 for _ in element.iterancestors()) > MAX_DEPTH:
            return False
    return count > 0


def _marked(root: html.HtmlElement, page: Page) -> list[Piece]:
    """The lines that Trafilatura finds to be of the article."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(copy.deepcopy(root), include_comments=False, include_tables=True, fast=True)
    except Exception:  # whatever it stumbles over: then the page is read whole
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    texts = {_bare(text) for element in body.iter() for text in ("".join(element.itertext()), element.text, element.tail) if text}
    return [piece for piece in page.pieces if _bare(piece.line.text) in texts]


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _line_of(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The element and all that it lies in."""
    yield element
    yield from element.iterancestors()


def _weights(marked: list[Piece]) -> dict[html.HtmlElement, int]:
    """How many characters of the article each element holds."""
    weights: dict[html.HtmlElement, int] = defaultdict(int)
    for piece in marked:
        for element in _line_of(piece.element):
            weights[element] += len(piece.line.text)
    return weights


def _part(root: html.HtmlElement, weights: dict[html.HtmlElement, int], least: float) -> html.HtmlElement:
    """The innermost element with at least so many characters of the article."""
    part = root
    while (inner := next((child for child in part if weights.get(child, 0) >= least), None)) is not None:
        part = inner
    return part


def _beside(part: html.HtmlElement, weights: dict[html.HtmlElement, int], most: float) -> set[html.HtmlElement]:
    """The elements inside the part that bear such a name and hold little of the article."""
    return {element for element in part.iterdescendants() if weights.get(element, 0) <= most and _is_named_beside(element)}


def _is_named_beside(element: html.HtmlElement) -> bool:
    if element.tag in ("nav", "aside", "footer", "form"):
        return True
    names = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role"))))
    return any(token in _BESIDE or token.startswith(_BEGINNINGS) for token in map(str.lower, _TOKEN.findall(names[:1000])))


def _is_beside(piece: Piece, beside: set[html.HtmlElement]) -> bool:
    return piece.element.tag != "h1" and (_is_link(piece) or any(element in beside for element in _line_of(piece.element)))


def _is_link(piece: Piece) -> bool:
    """Whether the line is a link to another page, with a word or two before it."""
    text = piece.line.text
    return 2 * piece.linked >= len(text) and len(text.split()) * (len(text) - piece.linked) <= WORDS * len(text)


def _lead(before: list[Piece], body: list[Piece], title: str) -> list[Line]:
    """The headline, and the day and the captions below it, where they stand outside of the part."""
    if any(piece.element.tag == "h1" or _is_named(piece, title) for piece in body if piece.element.tag in _HEADINGS):
        return []
    heads = [place for place, piece in enumerate(before) if piece.element.tag in _HEADINGS]
    if not heads:
        return []
    named = [place for place in heads if _is_named(before[place], title)]
    head = (named or heads)[-1]
    below = [piece for piece in before[head + 1 :][:LEAD] if not _is_link(piece) and (_is_day(piece) or piece.element.tag == "figcaption")]
    return [before[head].line, *(piece.line for piece in below)]


def _is_named(piece: Piece, title: str) -> bool:
    return len(piece.line.text) >= SHORTEST and _bare(piece.line.text) in _bare(title)


def _is_day(piece: Piece) -> bool:
    return _YEAR.search(piece.line.text) is not None and not _is_named_beside(piece.element)
