"""Who is to act: the subject before a cue, the addressee after it, the speaker's institution behind `kami` and `pihaknya`."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.speakers import Cast

LONGEST_ACTOR = 9


@dataclass(slots=True)
class Actor:
    """An actor: its name as shown, the entity where it is one, the position at which it begins.

    `group` marks a plain noun of people, `several` names that are joined.
    """

    name: str
    entity: str | None
    first: int
    group: bool = False
    several: bool = False


def own(cast: Cast, speaker: str | None, first: int, personal: bool = False) -> Actor | None:
    """The speaker's institution, or the speaker where no institution is known or the promise is personal."""
    entity = speaker if personal else cast.institution(speaker) or speaker
    name = cast.name(entity)
    return Actor(name, entity, first) if name else None


def subject(sheet: Sheet, cast: Cast, first: int, cue: int, speaker: str | None, within: int | None = None) -> Actor | None:
    """The subject before the cue of a clause; a pronoun may also stand inside the cue (`akan kami serahkan`), up to `within`."""
    for at in range(first, max(cue + 1, within or 0)):
        if sheet.has(at, "own") or sheet.has(at, "we"):
            return own(cast, speaker, at)
        if sheet.has(at, "me") or sheet.has(at, "pronouns"):
            name = cast.name(speaker)
            return Actor(name, speaker, at) if name else None
    mention = _first_mention(sheet, first, cue)
    if mention is not None and mention.first - first <= 3:
        return _of_mention(cast, mention, sheet)
    body = _only_body(sheet, cast, first, cue, speaker)
    if body is not None:
        return body
    last = cue
    while last > first and (sheet.has(last - 1, "adverbs_said") or sheet.has(last - 1, "reports") or sheet.words[last - 1] == ","):
        last -= 1
    if 0 < last - first <= LONGEST_ACTOR:
        group = _grouped(sheet, first)
        acts = sheet.active(cue) or _acts_behind(sheet, cue)
        undergoes = any(sheet.has(at, "low") and sheet.passive(at) for at in range(first, last))
        if (group or acts) and not undergoes and not sheet.has(first, "event_words"):
            return Actor(" ".join(sheet.text(first, last).replace("*", "").split()), None, first, group)
    return None


def _acts_behind(sheet: Sheet, cue: int) -> bool:
    """Whether the next verb behind a modal is an active one (`harus melengkapi`, not `harus dibayar` or `harus ada`)."""
    for at in range(cue + 1, min(sheet.size, cue + 4)):
        if sheet.has(at, "we") or sheet.has(at, "me"):
            return False
        if sheet.has(at, "low") and sheet.verbal(at):
            return not sheet.passive(at)
    return False


def _only_body(sheet: Sheet, cast: Cast, first: int, cue: int, speaker: str | None) -> Actor | None:
    """`Dinas akan ...`: the speaker's own institution of that kind, or the only one in the document."""
    if first >= cue or not sheet.has(first, "own_bodies"):
        return None
    kind = sheet.lowers[first]
    mine = cast.institution(speaker)
    alike = [e.id for e in cast.entities.values() if e.label == "INSTITUTION" and e.words[:1] == (kind,)]
    entity = mine if mine in alike else alike[0] if len(alike) == 1 else None
    name = cast.name(entity)
    return Actor(name, entity, first) if name is not None else None


def agent(sheet: Sheet, cast: Cast, first: int, last: int) -> Actor | None:
    """The doer behind a passive verb: `akan diumumkan panitia`, `ditempel ... oleh Humas`."""
    for at in range(first, last):
        if sheet.has(at, "agents") or (at == first and sheet.passive(first - 1)):
            here = at + 1 if sheet.has(at, "agents") else at
            mention = _first_mention(sheet, here, min(last, here + 2))
            if mention is not None:
                return _of_mention(cast, mention, sheet)
            if here < last and _grouped(sheet, here) and sheet.has(here, "low"):
                return Actor(sheet.words[here], None, here, True)
    return None


def source(sheet: Sheet, cast: Cast, first: int, last: int) -> Actor | None:
    """The one from whom something is wanted: `belum ada bantuan dari pemerintah setempat`."""
    for at in range(first, last - 1):
        if sheet.has(at, "sources"):
            mention = _first_mention(sheet, at + 1, at + 2)
            if mention is not None and mention.label != "PERSON":
                return _of_mention(cast, mention, sheet)
            if sheet.has(at + 1, "givers"):
                stop = min(last, at + 3)
                return Actor(" ".join(sheet.text(at + 1, stop).split()), None, at + 1, True)
    return None


def _grouped(sheet: Sheet, at: int) -> bool:
    """A noun of people, also doubled (`panti-panti`) or with a clitic (`warganya`)."""
    base = sheet.lowers[at].split("-")[0]
    return sheet.has(at, "group_nouns") or base in sheet.lexis.groups


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
    if stop == start or stop >= min(last, start + LONGEST_ACTOR) or not _grouped(sheet, start):
        return None
    return Actor(" ".join(sheet.text(start, stop).split()), None, start, True)


def _verbal(sheet: Sheet, at: int) -> bool:
    if sheet.has(at, "action_marks") or sheet.words[at] in ".,;:":
        return True
    return sheet.has(at, "low") and len(sheet.lowers[at]) > 5 and sheet.verbal(at) and not _grouped(sheet, at)


def _first_mention(sheet: Sheet, first: int, last: int) -> Found | None:
    inside = [m for m in sheet.between(first, last) if not m.nested and m.label in ("PERSON", "OFFICE", "INSTITUTION")]
    return inside[0] if inside else None


def _of_mention(cast: Cast, mention: Found, sheet: Sheet) -> Actor:
    """The actor that a mention names; several joined by `dan` or `&` keep the text's own phrase."""
    stop = mention.last
    for other in sheet.between(stop + 1, stop + 2):
        if sheet.has(stop, "joiners") and other.label in ("PERSON", "OFFICE", "INSTITUTION") and not other.nested:
            return Actor(" ".join(sheet.text(mention.first, other.last).split()), None, mention.first, several=True)
    name = cast.name(mention.entity) or sheet.text(mention.first, mention.last)
    return Actor(name, mention.entity, mention.first)
