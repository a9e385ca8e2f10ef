"""A statement, the scene in which it is made (who spoke last), and where the words of the one who makes it end."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.speakers import Cast, person_or_office

SHORTEST_QUOTE = 4
SHORTEST_CLAUSE = 2
REACH = 22
LONGEST_MENTION = 80
SIGNS = frozenset(",:;-–—")
STOPS = frozenset(".!?")
NEAR = 12


@dataclass(slots=True)
class Said:
    """A statement by positions (half open); `speaker` is an entity id."""

    first: int
    last: int
    direct: bool
    speaker: str | None
    cue: str
    rule: str


@dataclass(slots=True)
class Scene:
    """What is carried from sentence to sentence.

    `current` is the one who spoke or was named last, `spoke` the last who said something, `focus` whom `ia` means in a sentence.
    """

    sheet: Sheet
    cast: Cast
    current: str | None = None
    spoke: str | None = None
    focus: dict[int, str | None] = field(default_factory=dict)

    def subject(self, first: int, verb: int) -> str | None:
        """Who stands before a verb in its sentence: the nearest name, or a pronoun for the last speaker."""
        sheet = self.sheet
        for at in range(verb - 1, max(first, verb - REACH) - 1, -1):
            if sheet.has(at, "pronouns"):
                return self.current
            if sheet.words[at] in ("“", '"') or sheet.has(at, "clause_borders"):
                break
        begin = max(first, verb - REACH - LONGEST_MENTION)
        near = [m for m in self.cast.speaking(sheet, begin, verb) if m.last <= verb and verb - m.last <= REACH]
        if not near:
            return None
        acting = _acting(sheet, first, near) or near
        people = [m for m in acting if m.label == "PERSON" and not _in_brackets(sheet, m.first)]
        if people and (verb - people[-1].last <= NEAR or len(acting) < len(near)):
            return people[-1].entity
        last = acting[-1]
        return self.cast.resolve(last.entity) if last.label == "OFFICE" else last.entity

    def described(self, first: int, last: int) -> str | None:
        """Whom an epithet means (`politisi muda itu`, `mantan Bupati Wajo, Andi`): the person named beside it, else the last speaker."""
        beside = self.named(first, last)
        return beside if beside is not None and beside.startswith("p") else self.current

    def heard(self, speaker: str | None) -> None:
        """Remember who has just said something."""
        if speaker is not None:
            self.current = self.spoke = speaker

    def clitic(self, at: int) -> str | None:
        """Whom the clitic of a saying verb means: one that goes on (`imbuhnya`) the last who spoke, others the last who was named."""
        return self.spoke or self.current if self.sheet.has(at, "going_on") else self.current

    def named(self, first: int, last: int) -> str | None:
        """The speaker named between two positions."""
        return person_or_office(self.sheet, first, last, self.cast)

    def notice(self, first: int, last: int, inside: set[int]) -> None:
        """A sentence that begins with a person or a post makes it the one that `ia` means next."""
        for mention in self.sheet.between(first, last):
            if mention.first not in inside and mention.label == "PERSON":
                self.current = mention.entity
                break


def _acting(sheet: Sheet, first: int, mentions: list[Found]) -> list[Found]:
    """The mentions without those that only stand beside the subject (`Bupati, didampingi Sekda ...`, `usai menerima ...`)."""
    acting: list[Found] = []
    end, aside, post = first, False, False
    for mention in mentions:
        gap = range(end, mention.first)
        if not (post and all(sheet.words[at] in ",(" or sheet.has(at, "titles") for at in gap)):
            comma = next((at for at in reversed(gap) if sheet.words[at] == ","), end - 1)
            aside = any(sheet.has(at, "asides") for at in range(comma + 1, mention.first)) or (aside and comma < end and not gap)
        if not aside:
            acting.append(mention)
        end, post = mention.last, mention.label == "OFFICE"
    return acting


def _in_brackets(sheet: Sheet, at: int) -> bool:
    return at > 1 and sheet.words[at - 2] == ":" and sheet.words[at - 1] == "("


def within_mention(sheet: Sheet, at: int) -> bool:
    """Whether a comma belongs to the naming of somebody (`Bupati Wajo, Andi Nurhayati, S.E.`)."""
    if sheet.has(at - 1, "titles"):
        return True
    return (
        any(at < m.last for m in sheet.between(at - LONGEST_MENTION, at))
        or (at + 1 < sheet.size and (sheet.has(at + 1, "degrees") or (sheet.has(at - 1, "degrees") and sheet.has(at + 1, "B:OFFICE"))))
        or _apposed(sheet, at)
    )


def _apposed(sheet: Sheet, at: int) -> bool:
    """A comma between an office and its holder, also behind places (`Kepala Dusun Wero, Kecamatan Paron, Sugeng`)."""
    while True:
        before = next((m for m in sheet.between(at - LONGEST_MENTION, at) if m.last == at and not m.nested), None)
        if before is None or before.label not in ("OFFICE", "PLACE", "INSTITUTION"):
            return False
        if before.label == "OFFICE":
            return _holder_behind(sheet, at + 1)
        at = before.first - 1
        if at < 0 or sheet.words[at] != ",":
            return False


def _holder_behind(sheet: Sheet, at: int) -> bool:
    """Whether a person is named at a position, or behind places and institutions with commas."""
    for mention in sheet.between(at, at + REACH):
        if mention.nested:
            continue
        if mention.label == "PERSON":
            return mention.first < at + 5
        if mention.label not in ("PLACE", "INSTITUTION") or mention.first != at or sheet.words[mention.last : mention.last + 1] != [","]:
            return False
        at = mention.last + 1
    return False


def says_on(sheet: Sheet, verb: int, at: int) -> bool:
    """Whether a joining word leads on to another saying verb of the same speaker.

    What somebody else is asked to say goes on with the request (`meminta camat mendata dan melaporkan ...`), unless the verb is one of
    the speaker's own mind (`meminta warga bersabar dan berharap ...`).
    """
    if not sheet.has(at, "joiners") or at + 1 >= sheet.size or not sheet.has(at + 1, "saying"):
        return False
    return sheet.has(at + 1, "own_mind") or not sheet.has(verb, "bidding")


def content_end(sheet: Sheet, start: int, last: int, inside: set[int]) -> int:
    """The end of a clause: before the final stop, a following quotation, or a second saying verb joined by `seraya` and the like."""
    stop = last
    for at in range(start, last):
        if sheet.words[at] in ("“", '"') and at in inside and at > start and sheet.words[at - 1] in (",", ".", ":"):
            stop = at
            break
        if sheet.has(at, "while_saying"):
            stop = at
            break
    while stop > start and (sheet.words[stop - 1] in STOPS or sheet.words[stop - 1] in SIGNS or sheet.words[stop - 1] in '()"”“*'):
        if sheet.words[stop - 1] == ")" and "(" in sheet.words[start:stop]:
            break
        stop -= 1
    return stop
