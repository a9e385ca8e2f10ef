"""Speaker turns of verbatim records: `1. KETUA: NAMA ORANG` with the speech below or behind it, `KETUA RAPAT (H. NAMA, S.E.): ...`.

Once a role has been given with its name, the role alone (`KETUA:`) is a label too; any other line of capitals with a colon
(`PESERTA RAPAT:`) ends the turn before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.speakers import Cast

FEWEST = 2
LONGEST_LABEL = 16
BORDERS = frozenset("(:/")


@dataclass(slots=True)
class Turn:
    """One speech by positions, the speaker's entity, and the positions of its label."""

    first: int
    last: int
    speaker: str | None
    label: tuple[int, int]


def find_turns(sheet: Sheet, cast: Cast) -> list[Turn]:
    """The turns of a verbatim record, in order; none where the document is no such record."""
    labels = _labels(sheet, cast)
    if len(labels) < FEWEST:
        return []
    labels = sorted([*labels, *_role_labels(sheet, cast, labels)])
    turns = []
    for number, (begin, end, speaker) in enumerate(labels):
        stop = labels[number + 1][0] if number + 1 < len(labels) else sheet.size
        first = end
        while first < stop and ("\n" in sheet.words[first] or sheet.words[first] in ":-–,"):
            first += 1
        while stop > first and (
            "\n" in sheet.words[stop - 1]
            or sheet.words[stop - 1].isdigit()
            or (sheet.words[stop - 1] == "." and sheet.words[stop - 2].isdigit())
        ):
            stop -= 1
        if stop - first > 1 and not sheet.text(first, stop).isupper():
            turns.append(Turn(first, stop, speaker, (begin, end)))
    return turns


def _labels(sheet: Sheet, cast: Cast) -> list[tuple[int, int, str | None]]:
    """(first, last, speaker) of every label: a name in capitals beside a colon, with a post or an institution."""
    found: list[tuple[int, int, str | None]] = []
    mentions = [m for m in sheet.mentions if not m.nested and m.label in ("PERSON", "OFFICE", "INSTITUTION")]
    for at, mention in enumerate(mentions):
        if mention.label != "PERSON" or not sheet.text(mention.first, mention.last).isupper():
            continue
        begin = mention.first
        before = mentions[at - 1] if at else None
        if (
            before is not None
            and before.label in ("OFFICE", "INSTITUTION")
            and mention.first - before.last <= 5
            and before.last < mention.first
        ) or (before is not None and before.label == "OFFICE" and before.last == mention.first):
            begin = before.first
        elif not (_starts(sheet, mention.first) or sheet.words[mention.first - 1] in (":", "(", "/")):
            continue
        while begin and (
            sheet.words[begin - 1] in (":", "(", "/") or (sheet.words[begin - 1].isupper() and sheet.words[begin - 1].isalpha())
        ):
            begin -= 1
        end = _label_end(sheet, mentions, at)
        if end is not None:
            found.append((begin, end, mention.entity))
    return found


def _role_labels(sheet: Sheet, cast: Cast, named: list[tuple[int, int, str | None]]) -> list[tuple[int, int, str | None]]:
    """Labels behind the first that has a name: a role that was named before, a post that somebody holds, or an unknown voice."""
    taken = {at for begin, end, _ in named for at in range(begin, end)}
    roles = {role: speaker for begin, end, speaker in reversed(named) if (role := _role(sheet, begin, end))}
    posts = {m.first: m.entity for m in sheet.mentions if m.label == "OFFICE" and not m.nested}
    found: list[tuple[int, int, str | None]] = []
    for first in range(named[0][1], sheet.size):
        if "\n" not in sheet.words[first - 1] or first in taken:
            continue
        line = range(first, min(sheet.size, first + LONGEST_LABEL))
        colon = next((at for at in line if sheet.words[at] == ":" or "\n" in sheet.words[at]), None)
        if colon is None or sheet.words[colon] != ":" or not taken.isdisjoint(range(first, colon)):
            continue
        label = sheet.text(first, colon)
        if label.isupper():
            found.append((first, colon + 1, roles.get(label) or cast.resolve(posts.get(first))))
    return found


def _role(sheet: Sheet, begin: int, end: int) -> str:
    """The words in capitals between the start of the line of a label and the bracket or name in it."""
    first = begin
    while first > 0 and "\n" not in sheet.words[first - 1]:
        first -= 1
    name = next((at for at in range(first, end) if sheet.words[at] in BORDERS or sheet.has(at, "B:PERSON")), end)
    role = sheet.text(first, name).strip(" :.0123456789") if name > first else ""
    return role if role.isupper() else ""


def _starts(sheet: Sheet, at: int) -> bool:
    return (
        at == 0
        or "\n" in sheet.words[at - 1]
        or sheet.words[at - 1] in (".", ")", ":")
        or sheet.words[at - 1].isdigit()
        or sheet.has(at - 1, "titles")
    )


def _label_end(sheet: Sheet, mentions: list[Found], at: int) -> int | None:
    """Where the label ends: behind the colon after name, degrees and brackets, or at the end of its line when a post stands before it."""
    mention = mentions[at]
    colon_before = any(sheet.words[i] == ":" for i in range(max(0, mention.first - 4), mention.first))
    post_before = at > 0 and mentions[at - 1].label == "OFFICE" and mention.first - mentions[at - 1].last <= 5
    here = mention.last
    for here in range(mention.last, min(sheet.size, mention.last + LONGEST_LABEL)):
        word = sheet.words[here]
        if word == ":":
            return here + 1
        if "\n" in word:
            return here if colon_before else None
        if not (
            sheet.has(here, "degrees")
            or word in "(),."
            or sheet.has(here, "I:INSTITUTION")
            or sheet.has(here, "B:INSTITUTION")
            or sheet.has(here, "B:OFFICE")
            or sheet.has(here, "I:OFFICE")
        ):
            return here if colon_before or post_before else None
    return here if colon_before else None
