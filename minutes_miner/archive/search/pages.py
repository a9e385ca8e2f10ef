"""The page of a passage, by the records around it: of a document that was read, only they still know their pages."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_miner.records import Analysis, Evidence, Holder, Item, Mention, Statement


def page_at(analysis: Analysis, place: int) -> int | None:
    """The page of a place of the text: that of the record which holds it, else of the nearest; None where the source has no pages."""
    if analysis.document.pages == 1:
        return 1
    nearest = min(_placed(analysis), key=lambda found: (_distance(found, place), found), default=None)
    return nearest[2] if nearest else None


def _placed(analysis: Analysis) -> Iterator[tuple[int, int, int]]:
    """Start, end and page of every record that is on one page."""
    records: list[Mention | Statement | Item | Holder] = [*analysis.mentions, *analysis.statements, *analysis.items, *analysis.holders]
    for record in records:
        page = _page(record.evidence)
        if page is not None:
            yield record.start, record.end, page


def _page(evidence: Evidence | None) -> int | None:
    return evidence.page if evidence is not None and not evidence.further else None


def _distance(found: tuple[int, int, int], place: int) -> int:
    start, end, _ = found
    return max(start - place, place - end + 1, 0)
