"""Who holds which office: an office beside a name, as apposition, juxtaposition, predicate, in brackets or after a colon.

In a list that alternates (`Kadis ..., Purnomo, Sekretaris ..., Muhammad Yusuf`) each office goes with the name after it. A represented head
(`mewakili Bupati`), a former post (`mantan`) and labels of a meeting's chair give no holder.
"""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.pipeline.sheet import Found, Sheet

BEFORE = frozenset({",", ":", "(", "*", "-", "–", "—"})
AFTER = frozenset({",", "(", "-", "–", "—"})
LONGEST_GAP = 8


@dataclass(slots=True)
class Held:
    """A person holds an office, by entity ids; first and last are the positions that say so."""

    person: str
    office: str
    acting: bool
    first: int
    last: int
    rule: str


def find_holders(sheet: Sheet) -> list[Held]:
    """One pair for each person and office of the document, in order of the text."""
    spans = [m for m in sheet.mentions if m.label in ("PERSON", "OFFICE") and not m.nested]
    held: list[Held] = []
    taken: set[int] = set()
    for at in range(len(spans) - 1):
        office, person = spans[at], spans[at + 1]
        if office.label == "OFFICE" and person.label == "PERSON" and _named(sheet, office, person):
            taken.update((at, at + 1))
            held.append(_held(sheet, person, office, "holder.office_name"))
    for at in range(len(spans) - 1):
        person, office = spans[at], spans[at + 1]
        if person.label != "PERSON" or office.label != "OFFICE" or at + 1 in taken:
            continue
        rule = _called(sheet, person, office)
        if rule and not (rule == "holder.name_office" and at in taken and spans[at].first > 0 and _second_post(sheet, person, office) is False):
            held.append(_held(sheet, person, office, rule))
    unique: dict[tuple[str, str], Held] = {}
    for one in sorted(held, key=lambda h: h.first):
        known = unique.setdefault((one.person, one.office), one)
        known.acting = known.acting or one.acting
    return list(unique.values())


def _held(sheet: Sheet, person: Found, office: Found, rule: str) -> Held:
    acting = sheet.lowers[office.first].strip(".") in sheet.lexis.acting
    return Held(person.entity or "", office.entity or "", acting, min(person.first, office.first), max(person.last, office.last), rule)


def _named(sheet: Sheet, office: Found, person: Found) -> bool:
    """Whether a name follows an office with nothing between but titles and signs."""
    if sheet.has(office.first - 1, "no_holder") if office.first else False:
        return False
    gap = range(office.last, person.first)
    if len(gap) > LONGEST_GAP:
        return False
    return all(sheet.words[i] in BEFORE or sheet.has(i, "titles") or sheet.has(i, "name_links") or sheet.has(i, "B:titles") or sheet.has(i, "I:titles") for i in gap)


def _called(sheet: Sheet, person: Found, office: Found) -> str:
    """The rule by which an office follows a name, or nothing."""
    gap = range(person.last, office.first)
    if len(gap) > 2 * LONGEST_GAP or not gap or (office.first and sheet.has(office.first - 1, "no_holder")):
        return ""
    rest = [i for i in gap if not (sheet.has(i, "degrees") or sheet.words[i] in AFTER or sheet.words[i] == ".")]
    if not rest:
        return "holder.name_office"
    if all(sheet.has(i, "holds") for i in rest):
        return "holder.predicate"
    return ""


def _second_post(sheet: Sheet, person: Found, office: Found) -> bool:
    """Whether a second office in brackets or after a comma still belongs to a name that has one already: only in brackets."""
    return sheet.words[office.first - 1] == "("
