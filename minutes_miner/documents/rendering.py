"""A file and a page number -> the picture of the page, drawn in a child process under limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from minutes_miner.documents.errands import outcomes, strange
from minutes_miner.documents.opening import content_at, shown
from minutes_miner.documents.page_image import PageImage, render_page
from minutes_miner.documents.refusals import Refusal, refusal_of
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Which page of which file is to be drawn."""

    source: str
    page: int
    settings: Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One of the two things that come out."""

    image: PageImage | None = None
    refusal: Refusal | None = None


def page_image(path: str | Path, page: int, settings: Settings = DEFAULT) -> PageImage:
    """The picture of page `page` (from 1) of the file.

    Raises:
        InputError: the file cannot be had, it has no pages or not so many, or drawing it does not end well.
    """
    source = shown(path)
    data = content_at(Path(path), most=settings.limits.size)
    request = Request(source=source, page=page, settings=settings)
    (outcome,) = outcomes(draw, request, data, Outcome, source=source, settings=settings)
    if outcome.refusal is not None:
        raise outcome.refusal.error()
    if outcome.image is None:
        raise strange(source)
    return outcome.image


def draw(details: bytes, data: bytes) -> Iterator[bytes]:
    """The outcome of a request (both as JSON) for a file with the content `data`; this is what runs in the child."""
    request = msgspec.json.decode(details, type=Request)
    try:
        outcome = Outcome(image=render_page(data, request.page, source=request.source, settings=request.settings))
    except InputError as error:
        outcome = Outcome(refusal=refusal_of(error))
    yield msgspec.json.encode(outcome)
