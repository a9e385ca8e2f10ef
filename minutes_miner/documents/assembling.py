"""Lines in reading order -> Document: the last step of every reader that lays its text out itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_miner.documents.lines import Line, blocks_of, joined
from minutes_miner.documents.pages.places import packed
from minutes_miner.records import CellPlace, Document, Note, Repair, Table, Warning

_MENDED = "{count} salah baca diperbaiki ({example}). Bandingkan dengan aslinya bila kata itu penting."
SHOWN = 3


def assembled(
    lines: Sequence[Line],
    *,
    id: str,
    source: str,
    media_type: str,
    tables: Sequence[Table] = (),
    notes: Sequence[Note] = (),
    pages: int | None = None,
    warnings: Sequence[Warning] = (),
) -> Document:
    """The document whose text is `lines`, one below the other; what was mended in them is told in one warning, `repaired_text`."""
    text = joined(lines)
    repairs = tuple(_repairs(lines))
    return Document(
        id=id,
        source=source,
        media_type=media_type,
        text=text,
        blocks=blocks_of(lines),
        tables=tuple(tables),
        notes=tuple(notes),
        pages=pages,
        warnings=(*warnings, *_told(repairs, text, source)),
        words=packed([run.moved(line.start) for line in lines for run in line.runs]),
        cells=tuple(_cells(lines)),
        repairs=repairs,
    )


def _cells(lines: Sequence[Line]) -> Iterator[CellPlace]:
    for line in lines:
        for place in line.places:
            yield replace(place, start=place.start + line.start, end=place.end + line.start)


def _repairs(lines: Sequence[Line]) -> Iterator[Repair]:
    for line in lines:
        for repair in line.repairs:
            yield replace(repair, start=repair.start + line.start, end=repair.end + line.start)


def _told(repairs: Sequence[Repair], text: str, source: str) -> Iterator[Warning]:
    if repairs:
        shown = dict.fromkeys(f"{repair.original} → {text[repair.start : repair.end]}" for repair in repairs)
        example = ", ".join(list(shown)[:SHOWN]) + (", …" if len(shown) > SHOWN else "")
        yield Warning(code="repaired_text", message=f"{source}: {_MENDED.format(count=len(repairs), example=example)}")
