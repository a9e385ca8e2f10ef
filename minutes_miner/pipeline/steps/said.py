"""A statement, the scene in which it is made (who spoke last), and where the words of the one who makes it end."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.speakers import SPEAKING, Cast, person_or_office

SHORTEST_QUOTE = 4
SHORTEST_CLAUSE = 2
REACH = 22
LONGEST_MENTION = 80
SIGNS = frozenset(",:;-–—")
STOPS = frozenset(".!?")


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
    """What is carried from sentence to sentence: `current` is the last speaker, `focus` the one whom `ia` means in a sentence."""

    sheet: Sheet
    cast: Cast
    current: str | None = None
    focus: dict[int, str | None] = field(default_factory=dict)

    def subject(self, first: int, verb: int) -> str | None:
        """Who stands before a verb in its sentence: the nearest name, or a pronoun for the last speaker."""
        sheet = self.sheet
        for at in range(verb - 1, max(first, verb - REACH) - 1, -1):
            if sheet.has(at, "pronouns"):
                return self.current
            if sheet.words[at] in ("“", '"') or sheet.has(at, "clause_borders"):
                break
        inside = [m for m in sheet.between(first, verb) if m.last <= verb and not m.nested and m.label in SPEAKING]
        near = [m for m in inside if verb - m.last <= REACH]
        if not near:
            return None
        people = [m for m in near if m.label == "PERSON" and not _in_brackets(sheet, m.first)]
        if people and verb - people[-1].last <= 12:
            return people[-1].entity
        last = near[-1]
        return self.cast.resolve(last.entity) if last.label == "OFFICE" else last.entity

    def named(self, first: int, last: int) -> str | None:
        """The speaker named between two positions."""
        return person_or_office(self.sheet, first, last, self.cast)

    def notice(self, first: int, last: int, inside: set[int]) -> None:
        """A sentence that begins with a person or a post makes it the one that `ia` means next."""
        for mention in self.sheet.between(first, last):
            if mention.first not in inside and mention.label == "PERSON":
                self.current = mention.entity
                break


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
    """A comma between an office and its holder."""
    return any(m.last == at and m.label == "OFFICE" for m in sheet.between(at - LONGEST_MENTION, at)) and any(
        m.label == "PERSON" for m in sheet.between(at + 1, at + 5)
    )


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
