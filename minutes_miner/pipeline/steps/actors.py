"""Who is to act: the subject before a cue, the addressee after it, the speaker's institution behind `kami` and `pihaknya`."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.belonging import named_by
from minutes_miner.pipeline.steps.speakers import Cast

LONGEST_ACTOR = 9
SHORTEST_PASSIVE = 5
CLOSING = ("connectors", "sources", "addressing", "agents", "joiners", "clause_openers")
COUNTS = ("numerals", "num", "B:QUANTITY")
ACTING = ("PERSON", "OFFICE", "INSTITUTION")
SIGNS = frozenset(".,;:")


@dataclass(slots=True)
class Actor:
    """An actor: its name as shown, the entity where it is one, the positions at which it begins and before which it ends.

    `group` marks a plain noun of people, `several` names that are joined.
    """

    name: str
    entity: str | None
    first: int
    last: int = 0
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
        return _of_mention(cast, mention, sheet, cue)
    body = _only_body(sheet, cast, first, cue, speaker)
    if body is not None:
        return body
    last = cue
    while last > first and (sheet.has(last - 1, "adverbs_said") or sheet.has(last - 1, "reports") or sheet.words[last - 1] == ","):
        last -= 1
    first = max((at + 1 for at in range(first, last - 1) if sheet.words[at] == ","), default=first)
    if 0 < last - first <= LONGEST_ACTOR:
        group = _grouped(sheet, first)
        acts = sheet.active(cue) or _acts_behind(sheet, cue)
        undergoes = any(sheet.has(at, "low") and sheet.passive(at) for at in range(first, last))
        if (group or acts) and not undergoes and not sheet.has(first, "event_words"):
            return Actor(" ".join(sheet.text(first, last).replace("*", "").split()), None, first, last, group)
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
    if first >= cue or not sheet.has(first, "own_bodies") or _named(sheet, first + 1):
        return None
    kind = sheet.lowers[first]
    mine = cast.institution(speaker)
    entity = mine if mine is not None and cast.entities[mine].words[:1] == (kind,) else named_by(sheet, cast, kind)
    name = cast.name(entity)
    return Actor(name, entity, first, first + 1) if name is not None else None


def _named(sheet: Sheet, at: int) -> bool:
    """Whether a name begins at a position."""
    return at < sheet.size and any(sheet.has(at, shape) for shape in ("Cap", "UP", "mixed"))


def agent(sheet: Sheet, cast: Cast, first: int, last: int) -> Actor | None:
    """The doer behind a passive verb: `akan diumumkan panitia`, `ditempel ... oleh Humas`, `didampingi satu kader`."""
    for at in range(first, last):
        if sheet.has(at, "relatives"):
            break
        by = sheet.has(at, "agents")
        if by or _undergoes(sheet, at):
            here = at + 1
            while here < last and sheet.has(here, "titles"):
                here += 1
            mention = _first_mention(sheet, here, min(last, here + 1))
            if mention is not None and (by or mention.label != "PLACE"):
                return _of_mention(cast, mention, sheet)
            found = _group(sheet, here, last)
            if found is not None:
                return found
    return None


def _undergoes(sheet: Sheet, at: int) -> bool:
    return sheet.passive(at) and sheet.has(at, "low") and len(sheet.lowers[at]) > SHORTEST_PASSIVE


def _group(sheet: Sheet, first: int, last: int) -> Actor | None:
    """A plain noun of people with what belongs to it: `pemerintah provinsi`, `satu kader`."""
    start = first
    while start < last and any(sheet.has(start, name) for name in COUNTS):
        start += 1
    if start >= last or not (_grouped(sheet, start) and sheet.has(start, "low")):
        return None
    if sheet.has(start, "plural") and not (start + 1 < last and _grouped(sheet, start + 1)):
        return None
    stop = start + 1
    while stop < min(last, start + LONGEST_ACTOR) and sheet.has(stop, "low") and not _closes(sheet, stop):
        stop += 1
    return Actor(" ".join(sheet.text(first, stop).split()), None, first, stop, group=True)


def _closes(sheet: Sheet, at: int) -> bool:
    """Whether a token ends the phrase of an actor: a verb, a preposition or another word that leads on."""
    return _verbal(sheet, at) or any(sheet.has(at, name) for name in CLOSING)


def leading(sheet: Sheet, cast: Cast, first: int, last: int) -> Actor | None:
    """The subject that a row begins with: people or a body (`Tim Acara`, `LKSA`), followed by what it does."""
    mention = _first_mention(sheet, first, first + 2)
    if mention is not None and (mention.first == first or sheet.has(first, "plural")):
        found = _of_mention(cast, mention, sheet)
    elif _grouped(sheet, first):
        stop = first + 1
        while stop < min(last, first + LONGEST_ACTOR) and not (_verbal(sheet, stop) or sheet.has(stop, "relatives")):
            stop += 1
        body = _only_body(sheet, cast, first, last, None) if stop == first + 1 else None
        found = body or Actor(" ".join(sheet.text(first, stop).replace("*", "").split()), None, first, stop, group=True)
    else:
        return None
    follows = found.last < last and sheet.has(found.last, "low") and not sheet.passive(found.last)
    return found if follows and (_verbal(sheet, found.last) and sheet.words[found.last] not in SIGNS) else None


def issuer(sheet: Sheet, cast: Cast, first: int, last: int) -> Actor | None:
    """Whose letter or rule is wanted: `perlu surat Camat kepada ...`."""
    if first < last and sheet.has(first, "issued"):
        mention = _first_mention(sheet, first + 1, first + 2)
        if mention is not None and mention.label != "PERSON":
            return _of_mention(cast, mention, sheet)
        if first + 1 < last and _grouped(sheet, first + 1):
            return Actor(sheet.words[first + 1], None, first + 1, first + 2, group=True)
    return None


def speaks_of_self(sheet: Sheet, first: int, last: int) -> bool:
    """Whether `kami`, `saya` or `pihaknya` stands between two positions."""
    return any(sheet.has(at, name) for at in range(first, last) for name in ("we", "me", "own"))


def source(sheet: Sheet, cast: Cast, first: int, last: int) -> Actor | None:
    """The one from whom something is wanted: `belum ada bantuan dari pemerintah setempat`."""
    for at in range(first, last - 1):
        if sheet.has(at, "sources"):
            mention = _first_mention(sheet, at + 1, at + 2)
            if mention is not None and mention.label != "PERSON":
                return _of_mention(cast, mention, sheet)
            if sheet.has(at + 1, "givers"):
                stop = min(last, at + 3)
                return Actor(" ".join(sheet.text(at + 1, stop).split()), None, at + 1, stop, group=True)
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
    if mention is not None and (mention.first == start or (mention.first == start + 1 and sheet.has(start, "plural"))):
        return _of_mention(cast, mention, sheet)
    body = _only_body(sheet, cast, start, last, None)
    if body is not None:
        return body
    stop = start
    while stop < min(last, start + LONGEST_ACTOR) and not _verbal(sheet, stop):
        stop += 1
    if stop == start or stop >= min(last, start + LONGEST_ACTOR) or not _grouped(sheet, start):
        return None
    return Actor(" ".join(sheet.text(start, stop).split()), None, start, stop, group=True)


def _verbal(sheet: Sheet, at: int) -> bool:
    if sheet.has(at, "action_marks") or sheet.words[at] in SIGNS:
        return True
    return sheet.has(at, "low") and len(sheet.lowers[at]) > 5 and sheet.verbal(at) and not _grouped(sheet, at)


def _first_mention(sheet: Sheet, first: int, last: int) -> Found | None:
    inside = [m for m in sheet.between(first, last) if not m.nested and m.label in ACTING]
    return inside[0] if inside else None


def _of_mention(cast: Cast, mention: Found, sheet: Sheet, limit: int | None = None) -> Actor:
    """The actor that a mention names; several joined by `dan` or `&`, or `para` before it, keep the text's own phrase, up to the limit."""
    stop, limit = mention.last, sheet.size if limit is None else limit
    if mention.first and sheet.has(mention.first - 1, "plural"):
        return Actor(_phrase(sheet, mention.first - 1, stop), None, mention.first - 1, stop, group=True)
    if stop + 1 < limit and sheet.has(stop, "joiners"):
        end = next((m.last for m in sheet.between(stop + 1, stop + 2) if m.label in ACTING and not m.nested), None)
        if end is None and _grouped(sheet, stop + 1):
            end = stop + 2
            while end < min(limit, stop + LONGEST_ACTOR) and not _closes(sheet, end) and sheet.has(end, "low"):
                end += 1
        if end is not None:
            return Actor(_phrase(sheet, mention.first, end), None, mention.first, end, several=True)
    name = cast.name(mention.entity) or sheet.text(mention.first, mention.last)
    return Actor(name, mention.entity, mention.first, stop)


def _phrase(sheet: Sheet, first: int, last: int) -> str:
    return " ".join(sheet.text(first, last).replace("*", "").split())
