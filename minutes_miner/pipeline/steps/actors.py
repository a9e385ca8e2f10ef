"""Who is to act: the subject before a cue, the addressee after it, the speaker's institution behind `kami` and `pihaknya`."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.speakers import Cast

LONGEST_ACTOR = 9


@dataclass(slots=True)
class Actor:
    """An actor: its name as it is to be shown, the entity where it is one, and the position at which it begins."""

    name: str
    entity: str | None
    first: int


def own(cast: Cast, speaker: str | None, first: int) -> Actor | None:
    """The speaker's institution, or the speaker where no institution is known."""
    entity = cast.institution(speaker) or speaker
    name = cast.name(entity)
    return Actor(name, entity, first) if name else None


def subject(sheet: Sheet, cast: Cast, first: int, cue: int, speaker: str | None) -> Actor | None:
    """The subject before the cue of a clause."""
    for at in range(first, cue + 1):
        if sheet.has(at, "own") or sheet.has(at, "we"):
            return own(cast, speaker, at)
        if sheet.has(at, "me") or sheet.has(at, "pronouns"):
            name = cast.name(speaker)
            return Actor(name, speaker, at) if name else None
    mention = _first_mention(sheet, first, cue)
    if mention is not None and mention.first - first <= 3:
        return _of_mention(cast, mention, sheet)
    if 0 < cue - first <= LONGEST_ACTOR and not sheet.has(first, "not_names") or _plain_noun(sheet, first, cue):
        return Actor(" ".join(sheet.text(first, cue).split()), None, first)
    return None


def _plain_noun(sheet: Sheet, first: int, cue: int) -> bool:
    return 0 < cue - first <= LONGEST_ACTOR and sheet.has(first, "group_nouns")


def addressee(sheet: Sheet, cast: Cast, cue: int, last: int) -> Actor | None:
    """The one who is told or asked, behind a cue like `meminta`: up to its verb, `agar`, `untuk` or `jangan`."""
    start = cue
    while start < last and (sheet.has(start, "addressing") or sheet.words[start] in ",:"):
        start += 1
    mention = _first_mention(sheet, start, min(last, start + 3))
    if mention is not None and mention.first == start:
        return _of_mention(cast, mention, sheet)
    stop = start
    while stop < min(last, start + LONGEST_ACTOR) and not _verbal(sheet, stop):
        stop += 1
    if stop == start or stop >= min(last, start + LONGEST_ACTOR) or not sheet.has(start, "group_nouns"):
        return None
    return Actor(" ".join(sheet.text(start, stop).split()), None, start)


def _verbal(sheet: Sheet, at: int) -> bool:
    word = sheet.lowers[at]
    if sheet.has(at, "action_marks") or sheet.words[at] in ".,;:":
        return True
    return sheet.has(at, "low") and len(word) > 5 and word.startswith(("me", "di", "ber")) and not sheet.has(at, "group_nouns")


def _first_mention(sheet: Sheet, first: int, last: int) -> Found | None:
    inside = [m for m in sheet.mentions if first <= m.first < last and not m.nested and m.label in ("PERSON", "OFFICE", "INSTITUTION")]
    return inside[0] if inside else None


def _of_mention(cast: Cast, mention: Found, sheet: Sheet) -> Actor:
    """The actor that a mention names; several joined by `dan` or `&` keep the text's own phrase."""
    stop = mention.last
    for other in sheet.mentions:
        if other.first == stop + 1 and sheet.lowers[stop] in ("dan", "&") and other.label in ("PERSON", "OFFICE", "INSTITUTION") and not other.nested:
            return Actor(" ".join(sheet.text(mention.first, other.last).split()), None, mention.first)
    name = cast.name(mention.entity) or sheet.text(mention.first, mention.last)
    return Actor(name, mention.entity, mention.first)
