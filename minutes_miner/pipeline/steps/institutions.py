"""Finds institutions: by the rules, and then what the words around them say.

A unit right before the body that it belongs to makes one name with it (`Biro Hukum Kemensos`); abbreviations inside the number of a letter
are none (`000.7/88/BAPPEDA/2025`); and names in a list share the kind of the first (`Panti Asuhan Bina, Kasih Ibu, dan Panti Asuhan Budi`).
"""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.layers import best, candidates, write
from minutes_miner.pipeline.steps.run_ons import part_run_ons

LISTED_RULE = "institution.listed"
NAMED_RULE = "institution.named"
PART = "institution_heads.part"
LONGEST_LISTED = 5
LONGEST_LIST = 60
LONGEST_BRACKET = 5
NAMES = frozenset(("given_names", "clan_names", "name_parts", "titles"))
WORDS = frozenset(("common_words", "field_words", "organisation_words"))
BARRED = frozenset(("office_heads", "months", "weekdays", "agencies", "organisations", "pronouns"))


def find_institutions(sheet: Sheet, people: frozenset[str]) -> None:
    """Add the institutions to the sheet; `people` are the words that names of people in the document consist of."""
    found = [span for span in best(candidates(sheet, "institutions")) if not _numbered(sheet, span)]
    found = _joined(sheet, part_run_ons(sheet, found, people))
    write(sheet, best(found + _listed(sheet, found)))


def _numbered(sheet: Sheet, span: Found) -> bool:
    """Whether a span is a part of the number of a letter."""
    at = span.first
    while at >= 2 and sheet.words[at - 1] == "/":
        at -= 2
        if sheet.words[at][0].isdigit():
            return True
    return False


def _joined(sheet: Sheet, found: list[Found]) -> list[Found]:
    """The institutions, a unit and the body right behind it as one, and a body in capitals with its region on the next line."""
    joined: list[Found] = []
    for span in found:
        if joined and _behind(sheet, joined[-1].last) == span.first and _is_part(sheet, joined[-1].first):
            joined[-1].last = span.last
        else:
            joined.append(span)
    places = {m.first: m for m in reversed(sheet.mentions) if m.label == "PLACE"}
    for span in joined:
        span.last = _next_line(sheet, span, places)
    return joined


def _behind(sheet: Sheet, at: int) -> int:
    """The position behind an abbreviation in brackets, or the same where there is none."""
    if at + 3 < sheet.size and sheet.words[at] == "(":
        for close in range(at + 2, min(at + LONGEST_BRACKET, sheet.size)):
            if sheet.words[close] == ")":
                return close + 1
    return at


def _next_line(sheet: Sheet, span: Found, places: dict[int, Found]) -> int:
    """The end of an institution with the region that fills the line below its own (`DINAS SOSIAL`, `KABUPATEN NGAWI`)."""
    at = span.last
    if not (at + 1 < sheet.size and "\n" in sheet.words[at] and _opens(sheet, span.first) and sheet.text(span.first, at).isupper()):
        return at
    place = places.get(at + 1)
    if place is None or place.last - place.first < 2 or not (place.last == sheet.size or "\n" in sheet.words[place.last]):
        return at
    return place.last if sheet.text(place.first, place.last).isupper() else at


def _opens(sheet: Sheet, at: int) -> bool:
    return at == 0 or "\n" in sheet.words[at - 1]


def _is_part(sheet: Sheet, at: int) -> bool:
    facts = sheet.facts[at]
    return PART in facts or "B:" + PART in facts


def _listed(sheet: Sheet, found: list[Found]) -> list[Found]:
    """Names without their kind, in a list between two institutions of one kind or in a list of such names."""
    listed = []
    taken = {at for other in found for at in range(other.first, other.last)}
    named = [span for span in found if span.rule in (NAMED_RULE, LISTED_RULE)]
    for at, span in enumerate(named):
        following = named[at + 1] if at + 1 < len(named) else None
        if span.rule == LISTED_RULE:
            members = _members(sheet, span.last, min(span.last + LONGEST_LIST, sheet.size))
        elif following is not None and sheet.lowers[span.first] == sheet.lowers[following.first]:
            members = _members(sheet, span.last, following.first)
            members = members if _homes(sheet, members, following.first) else []
        else:
            continue
        listed += [Found("INSTITUTION", first, last, LISTED_RULE) for first, last in members if taken.isdisjoint(range(first, last))]
    return listed


def _homes(sheet: Sheet, members: list[tuple[int, int]], before: int) -> bool:
    """Whether a list goes on to a position and none of its members begins like a person's name."""
    return bool(members) and _only(sheet, members[-1][1], before) and not any(_personal(sheet, first) for first, _ in members)


def _personal(sheet: Sheet, at: int) -> bool:
    return bool(sheet.facts[at] & NAMES) and not sheet.facts[at] & WORDS


def _only(sheet: Sheet, first: int, last: int) -> bool:
    return all(sheet.words[at] == "," or sheet.has(at, "joiners") for at in range(first, last))


def _members(sheet: Sheet, first: int, last: int) -> list[tuple[int, int]]:
    """The names that follow one another from a position on, each after the sign or word of a list."""
    members: list[tuple[int, int]] = []
    at = first
    while at < last:
        start = at
        while start < last and _only(sheet, start, start + 1):
            start += 1
        end = start
        while end < last and end - start < LONGEST_LISTED and _name_word(sheet, end, end == start):
            end += 1
        if start == at or end == start:
            break
        members.append((start, end))
        at = end
    return members


def _name_word(sheet: Sheet, at: int, begins: bool) -> bool:
    facts = sheet.facts[at]
    return bool(facts & {"Cap", "UP"}) and not (begins and facts & BARRED)
