"""Images of pages -> what they say, several at a time, and what staff must know about text that was recognised."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes_miner.documents.pages.words import PageContent
from minutes_miner.guard.heartbeat import page_done
from minutes_miner.records import Warning

if TYPE_CHECKING:
    from minutes_miner.documents.scans.image import Image

# The mean over the letters of a page: 0.995 and more where 0.002 of them are wrong, 0.975 to 0.985 on faxes where 0.02 to 0.15 are.
UNSURE_PAGE = 0.986
_RECOGNISED = (
    "{pages} dibaca dengan pengenalan huruf (OCR), keyakinan rata-rata {confidence}. Cocokkan nama, angka, dan tanggal dengan aslinya."
)
_UNSURE = "halaman {page} sulit dikenali (keyakinan {confidence}). Jangan dipakai tanpa diperiksa; pindai ulang lebih tajam bila mungkin."
_UNREAD = "halaman {page} memuat {count} coretan, cap, atau huruf yang tidak jelas; itu tidak dibaca. Lihat apakah ada kata di antaranya."


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """The image of page `number`, which is `width` times `height` points large."""

    number: int
    width: float
    height: float
    image: Image


class Recogniser:
    """Recognises the pages that it is given on as many cores as it may use, and holds no more images than it has work for."""

    def __init__(self, cores: int) -> None:
        self._cores = cores or os.cpu_count() or 1
        self._pool: ThreadPoolExecutor | None = None
        self._waiting: deque[Future[PageContent]] = deque()
        self._done: list[PageContent] = []

    def add(self, picture: PagePicture) -> None:
        """Takes a page; waits while there are enough in hand."""
        # Imported here, as the models and their engine take a second to load and most documents need none.
        from minutes_miner.documents.scans.pages import recognised

        if self._pool is None:
            self._pool = ThreadPoolExecutor(self._cores)
        if len(self._waiting) > self._cores:
            self._take()
        page = self._pool.submit(recognised, picture.image, number=picture.number, width=picture.width, height=picture.height)
        self._waiting.append(page)

    def pages(self) -> list[PageContent]:
        """What the pages say, in the order in which they were given."""
        while self._waiting:
            self._take()
        if self._pool is not None:
            self._pool.shutdown()
        return self._done

    def _take(self) -> None:
        self._done.append(self._waiting.popleft().result())
        page_done()


def better(pages: Sequence[PageContent], recognised: Sequence[PageContent], distrusted: Collection[int]) -> list[PageContent]:
    """Those of the recognised pages that say more than the page said itself, or anything at all where that is distrusted."""
    known = {page.number: 0 if page.number in distrusted else _letters(page) for page in pages}
    return [page for page in recognised if _letters(page) > known.get(page.number, 0)]


def in_turn(pages: Sequence[PageContent], recognised: Sequence[PageContent]) -> list[PageContent]:
    """The pages by number, those that were recognised instead of what they said before."""
    every = {page.number: page for page in (*pages, *recognised)}
    return [every[number] for number in sorted(every)]


def warnings_about(pages: Sequence[PageContent], source: str) -> Iterator[Warning]:
    """What a reader should know about recognised pages: which they are, and which of them are not to be trusted."""
    if not pages:
        return
    sure = [(page, _confidence(page)) for page in pages]
    letters = sum(map(_letters, pages))
    mean = sum(confidence * _letters(page) for page, confidence in sure) / letters if letters else 0.0
    told = _RECOGNISED.format(pages=_listed([page.number for page in pages]), confidence=_decimal(mean))
    yield Warning(code="recognised", message=f"{source}: {told}")
    for page, confidence in sure:
        if confidence < UNSURE_PAGE and page.words:
            told = _UNSURE.format(page=page.number, confidence=_decimal(confidence))
            yield Warning(code="low_confidence", message=f"{source}: {told}", page=page.number)
        if page.unread:
            told = _UNREAD.format(page=page.number, count=page.unread)
            yield Warning(code="marks_unread", message=f"{source}: {told}", page=page.number)


def _confidence(page: PageContent) -> float:
    """How sure the recogniser is of a page, from 0 to 1: the mean over its letters."""
    return sum((word.confidence or 0.0) * len(word.text) for word in page.words) / max(_letters(page), 1)


def _letters(page: PageContent) -> int:
    return sum(len(word.text) for word in page.words)


def _decimal(share: float) -> str:
    return f"{share:.3f}".replace(".", ",")


def _listed(numbers: Sequence[int]) -> str:
    """`halaman 1, 3–7`."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return "halaman " + ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in ranges)
