"""Candidates -> hits: each with the passage that answers best, its page, and where its document comes from."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_miner.answers import Hit, HitKind, Place
from minutes_miner.archive.contents import load
from minutes_miner.archive.database import Database
from minutes_miner.archive.search.candidates import Candidate
from minutes_miner.archive.search.origins import Origin, origins
from minutes_miner.archive.search.pages import page_at
from minutes_miner.archive.search.snippets import Snippet, best_passage
from minutes_miner.archive.search.wanted import Wanted


def document_hits(database: Database, found: Sequence[Candidate], wanted: Wanted | None) -> list[Hit]:
    """Hits of documents, without their rank."""
    known = origins(database, (each.document for each in found))
    texts = texts_of(database, [each.document for each in found])
    hits = []
    for each in found:
        origin, text = known[each.document], texts[each.document]
        passage = best_passage(text, wanted)
        place = passage.start + (passage.marks[0][0] if passage.marks else 0)
        page = page_of_text(database, origin, place)
        hits.append(hit_of(origin, "text", _bounded(each.score), text, passage, page=page))
    return hits


def record_hits(database: Database, found: Sequence[Candidate], wanted: Wanted | None, kind: HitKind) -> list[Hit]:
    """Hits of items or statements, without their rank."""
    known = origins(database, (each.document for each in found))
    hits = []
    for each in found:
        text, start, stop = each.text or "", each.start or 0, each.stop or 0
        # The words of a record are those of its place, or made from them; of the latter the place is known as a whole only.
        passage, origin = best_passage(text, wanted), known[each.document]
        whole = stop if stop - start != len(text) else None
        hits.append(hit_of(origin, kind, _bounded(each.score), text, passage, page=each.page, offset=start, stop=whole))
    return hits


def hit_of(
    origin: Origin, kind: HitKind, score: float, text: str, passage: Snippet, *, page: int | None, offset: int = 0, stop: int | None = None
) -> Hit:
    """A hit of a passage of `text`, which begins at `offset` of its document; with `stop` the place is all from there to that."""
    start, end = (offset, stop) if stop is not None else (offset + passage.start, offset + passage.end)
    return Hit(
        rank=0,
        score=score,
        place=Place(document=origin.id, source=origin.source, start=start, end=end, page=page),
        kind=kind,
        snippet=text[passage.start : passage.end],
        marks=passage.marks,
        title=origin.title,
        date=origin.date,
        copies=origin.copies,
        gone=origin.gone,
    )


def texts_of(database: Database, documents: Sequence[int]) -> dict[int, str]:
    """The text of each document by its number."""
    marks = ", ".join("?" * len(documents))
    return dict(database.rows(f"SELECT document, text FROM texts WHERE document IN ({marks})", documents)) if documents else {}


def page_of_text(database: Database, origin: Origin, place: int) -> int | None:
    """The page of a place in the text of a document."""
    if origin.pages is None or origin.pages == 1:
        return origin.pages
    return page_at(load(database, origin.id), place)


def _bounded(score: float) -> float:
    """A score between 0 and 1 in the same order, so that it can stand below that of a name."""
    return score / (1 + score)
