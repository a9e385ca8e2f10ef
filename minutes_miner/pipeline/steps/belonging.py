"""For whom people speak: the institution of a post that names none, and the agency that answers at a hearing."""

from __future__ import annotations

from collections.abc import Iterable

from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.kin import Entity
from minutes_miner.pipeline.steps.said import Said
from minutes_miner.pipeline.steps.speakers import Cast

LONGEST_HEAD = 3
TURN = "statement.turn"


def fill_institutions(sheet: Sheet, cast: Cast) -> None:
    """Give posts without an institution the one that they can only mean.

    `Kadis Sosial` holds the name of its agency, `Kepala Dinas` belongs to the only agency of that kind, the head of a part (`Kabid
    Rehabilitasi Sosial`) to the only agency whose head or secretary the document names.
    """
    open_posts = [entity for entity in cast.entities.values() if entity.label == "OFFICE" and cast.institution(entity.id) is None]
    for post in open_posts:
        agency = _spelled(sheet, cast, post)
        if agency is not None:
            cast.implied[post.id] = agency
        elif len(post.words) > 1 and post.words[-1] in sheet.lexis.bodies and post.words[0] not in sheet.lexis.bodies:
            agency = named_by(sheet, cast, post.words[-1])
            if agency is not None:
                cast.implied[post.id] = agency
    led = _agencies(sheet, cast, (cast.institution(office) for office in cast.office_of.values()))
    if len(led) == 1:
        for post in open_posts:
            if post.id not in cast.implied and _heads_part(sheet, post):
                cast.implied[post.id] = next(iter(led))


def _spelled(sheet: Sheet, cast: Cast, post: Entity) -> str | None:
    """The only agency whose name begins with the words of a post behind its head (`kepala dinas sosial`)."""
    body = post.words[1:]
    if len(body) < 2 or body[0] not in sheet.lexis.agencies:
        return None
    return cast.bodies.spelled(body)


def named_by(sheet: Sheet, cast: Cast, kind: str, not_this: str | None = None) -> str | None:
    """The only institution of a kind (`dinas`, `forum`) in the document, besides that of the speaker."""
    return cast.bodies.only(kind, sheet.lexis.bodies.get(kind, kind), not_this)


def answering(sheet: Sheet, cast: Cast, said: list[Said]) -> str | None:
    """The one agency that speaks in a verbatim record, whom members of the council and guests ask; None where there is none, or several."""
    speaking = _agencies(sheet, cast, (cast.institution(one.speaker) for one in said if one.rule == TURN))
    return speaking.pop() if len(speaking) == 1 else None


def _agencies(sheet: Sheet, cast: Cast, institutions: Iterable[str | None]) -> set[str]:
    return {one for one in institutions if one in cast.entities and cast.entities[one].words[0] in sheet.lexis.agencies}


def _heads_part(sheet: Sheet, post: Entity) -> bool:
    """Whether a post is that of a part of an agency, by the class of its head word."""
    rows = sheet.lexis.rulebook.lists["office_heads"]
    heads = (rows.row(" ".join(post.name.split()[:length])) for length in range(LONGEST_HEAD, 0, -1))
    row = next((row for row in heads if row is not None), None)
    return row is not None and row["class"] == "unit"
