"""Who holds which office: an office beside a name, as apposition, juxtaposition, predicate, in brackets or after a colon.

In a list that alternates (`Kadis ..., Purnomo, Sekretaris ..., Muhammad Yusuf`) each office goes with the name after it. A represented head
(`mewakili Bupati`), a former post (`mantan`) and labels of a meeting's chair give no holder.
"""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.pipeline.outline import Line
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


def find_holders(sheet: Sheet, lines: list[Line]) -> list[Held]:
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
        if rule and not (
            rule == "holder.name_office" and at in taken and spans[at].first > 0 and _second_post(sheet, person, office) is False
        ):
            held.append(_held(sheet, person, office, rule))
    held += _listed(sheet, lines)
    unique: dict[tuple[str, str], Held] = {}
    for one in sorted(held, key=lambda h: h.first):
        known = unique.setdefault((one.person, one.office), one)
        known.acting = known.acting or one.acting
    return list(unique.values())


def _listed(sheet: Sheet, lines: list[Line]) -> list[Held]:
    """Rows of a table with columns for name and post."""
    held: list[Held] = []
    columns: set[str] = set()
    for line in lines:
        if not line.cells:
            columns = set()
            continue
        labels = {sheet.lexis.labels.get(" ".join(sheet.lowers[a:b]), "") for a, b in line.cells}
        if "col_name" in labels or "col_item" in labels:
            columns = labels
            continue
        if "col_name" in columns and "col_office" in columns:
            inside = [m for m in sheet.between(line.first, line.last) if not m.nested]
            people = [m for m in inside if m.label == "PERSON"]
            offices = [m for m in inside if m.label == "OFFICE"]
            if len(people) == 1 and offices:
                held.append(_held(sheet, people[0], offices[0], "holder.row"))
    return held


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
    if any("\n" in sheet.words[i] for i in gap) and not _signed(sheet, office, gap):
        return False
    return all(
        "\n" in sheet.words[i]
        or sheet.words[i] in BEFORE
        or sheet.has(i, "titles")
        or sheet.has(i, "name_links")
        or sheet.has(i, "B:titles")
        or sheet.has(i, "I:titles")
        for i in gap
    )


def _signed(sheet: Sheet, office: Found, gap: range) -> bool:
    """Whether office and name stand on lines of their own, one below the other, as in a signature block."""
    alone = office.first == 0 or "\n" in sheet.words[office.first - 1]
    breaks = sum(sheet.words[i].count("\n") for i in gap)
    first_break = next(i for i in gap if "\n" in sheet.words[i])
    return alone and breaks <= 3 and first_break - office.last <= 1


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
