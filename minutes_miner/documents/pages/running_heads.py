"""Page heads, page feet and page numbers, told apart from the text of the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutes_miner.documents.pages.segments import Segment
from minutes_miner.documents.pages.words import PageContent
from minutes_miner.records import Note

ZONE = 0.12
NEAR = 6.0
NUMBER_WORDS = 5
FEW_WORDS = 4
REGULAR = 0.6
REGULAR_PAGES = 3
_FIGURES = re.compile(r"\d+")
_BARE = re.compile(r"[-–—(\[ ]{0,4}\d{1,4}[-–—)\] ]{0,4}")
Place = tuple[str, int]


def without_running(pages: Sequence[PageContent], segments: Sequence[list[Segment]]) -> tuple[list[list[Segment]], list[Note]]:
    """The segments of each page less its head and foot, and these as notes, each text once.

    A segment near the upper or lower edge is one when the same words, figures aside, stand in the same place on another page, when it is
    the number of its page, or when as few words with the same beginning stand there on most pages (`Halaman dua`, `Halaman tiga`). Where
    nothing would remain, what repeats is the text.
    """
    counts: Counter[Place] = Counter()
    for page, on_page in zip(pages, segments, strict=True):
        near = [segment for segment in on_page if _zone(segment, page)]
        counts.update({_place(segment) for segment in near} | {_beginning(segment) for segment in near})
    regular = max(REGULAR_PAGES, REGULAR * len(pages))
    kept: list[list[Segment]] = []
    notes: dict[str, Note] = {}
    for page, on_page in zip(pages, segments, strict=True):
        kept.append([])
        for segment in on_page:
            kind = _zone(segment, page)
            if kind and (
                _count(_place(segment), counts) > 1
                or _is_number(segment, page.number, len(pages))
                or (len(segment.words) <= FEW_WORDS and _count(_beginning(segment), counts) >= regular)
            ):
                notes.setdefault(_FIGURES.sub("", segment.text), Note(kind=kind, text=segment.text, page=page.number))
            else:
                kept[-1].append(segment)
    if not any(kept):
        return list(segments), []
    return kept, [note for note in notes.values() if any(map(str.isalpha, note.text))]


def _zone(segment: Segment, page: PageContent) -> str | None:
    if segment.box[3] < ZONE * page.height:
        return "header"
    return "footer" if segment.box[1] > (1 - ZONE) * page.height else None


def _place(segment: Segment) -> Place:
    return _FIGURES.sub("#", segment.text), round(segment.box[1] / NEAR)


def _beginning(segment: Segment) -> Place:
    return f"{segment.words[0].text} and {len(segment.words)} words", round(segment.box[1] / NEAR)


def _count(place: Place, counts: Counter[Place]) -> int:
    text, height = place
    return sum(counts[text, height + step] for step in (-1, 0, 1))


def _is_number(segment: Segment, page: int, pages: int) -> bool:
    """`3`, `- 3 -`, or with words `Halaman 3 dari 7`: the number of the page, alone or with that of all pages."""
    text = segment.text
    figures = [int(figure[:9]) for figure in _FIGURES.findall(text)]
    return (figures == [page] and _BARE.fullmatch(text) is not None) or (figures == [page, pages] and len(segment.words) <= NUMBER_WORDS)
