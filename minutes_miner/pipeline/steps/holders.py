"""Who holds which office: an office beside a name, as apposition, juxtaposition, predicate, in brackets or after a colon.

In a list that alternates (`Kadis ..., Purnomo, Sekretaris ..., Muhammad Yusuf`) each office goes with the name after it. A represented head
(`mewakili Bupati`), a former post (`mantan`, `sebelumnya menjabat`) and labels of a meeting's chair give no holder. Who holds a post holds
also the one that is joined to it (`Wakil Bupati selaku Ketua TPPS`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found, Sheet

BEFORE = frozenset({",", ":", "(", "*", "-", "–", "—"})
AFTER = frozenset({",", "(", "-", "–", "—"})
TITLES = frozenset(("titles", "B:titles", "I:titles"))
LINKS = TITLES | {"name_links"}
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
    held = [*_beside(sheet, spans), *_listed(sheet, lines)]
    held += _joined(sheet, spans, held)
    unique: dict[tuple[str, str], Held] = {}
    for one in sorted(held, key=lambda h: h.first):
        known = unique.setdefault((one.person, one.office), one)
        known.acting = known.acting or one.acting
    return list(unique.values())


def _beside(sheet: Sheet, spans: list[Found]) -> Iterator[Held]:
    """Offices before names, and then after those names that none stands before."""
    taken: set[int] = set()
    for at, (office, person) in enumerate(pairwise(spans)):
        if office.label == "OFFICE" and person.label == "PERSON":
            rule = _named(sheet, office, person)
            if rule:
                taken.update((at, at + 1))
                yield _held(sheet, person, office, rule)
    for at, (person, office) in enumerate(pairwise(spans)):
        if person.label != "PERSON" or office.label != "OFFICE" or at + 1 in taken:
            continue
        rule = _called(sheet, person, office)
        if rule == "holder.name_office" and at in taken and sheet.words[office.first - 1] != "(":
            continue
        if rule == "holder.predicate" and at and spans[at - 1].label == "PERSON" and _replaced(sheet, person, office):
            person = spans[at - 1]
        if rule:
            yield _held(sheet, person, office, rule)


def _joined(sheet: Sheet, spans: list[Found], held: list[Held]) -> Iterator[Held]:
    """The other of two offices that one person holds (`Wakil Bupati selaku Ketua TPPS`)."""
    people: dict[str | None, set[str]] = {}
    for known in held:
        people.setdefault(known.office, set()).add(known.person)
    for one, other in pairwise(spans):
        if one.label != "OFFICE" or other.label != "OFFICE" or not _linked(sheet, range(one.last, other.first)):
            continue
        for post, new in ((one, other), (other, one)):
            if len(people.get(post.entity, ())) == 1:
                (person,) = people[post.entity]
                people.setdefault(new.entity, set()).add(person)
                yield Held(person, new.entity or "", _acting(sheet, new), one.first, other.last, "holder.joined")


def _linked(sheet: Sheet, gap: range) -> bool:
    """Whether words that link a post to its holder, and nothing else, stand between two offices."""
    if not gap or len(gap) > LONGEST_GAP or sheet.words[gap[-1]] == ",":
        return False
    return all(sheet.has(at, "holds") or sheet.words[at] == "," for at in gap)


def _listed(sheet: Sheet, lines: list[Line]) -> Iterator[Held]:
    """Rows of a table with columns for name and post."""
    columns: set[str] = set()
    for line in lines:
        if not line.cells:
            columns = set()
            continue
        labels = {sheet.lexis.labels.get(" ".join(sheet.lowers[a:b]), "") for a, b in line.cells}
        if "col_name" in labels or "col_item" in labels:
            columns = labels
        elif "col_name" in columns and "col_office" in columns:
            inside = [m for m in sheet.between(line.first, line.last) if not m.nested]
            people = [m for m in inside if m.label == "PERSON"]
            offices = [m for m in inside if m.label == "OFFICE"]
            if len(people) == 1 and offices:
                yield _held(sheet, people[0], offices[0], "holder.row")


def _held(sheet: Sheet, person: Found, office: Found, rule: str) -> Held:
    first, last = min(person.first, office.first), max(person.last, office.last)
    return Held(person.entity or "", office.entity or "", _acting(sheet, office), first, last, rule)


def _acting(sheet: Sheet, office: Found) -> bool:
    return sheet.lowers[office.first].strip(".") in sheet.lexis.acting


def _unheld(sheet: Sheet, office: Found) -> bool:
    """Whether the word before an office says that who is named does not hold it."""
    return office.first > 0 and sheet.has(office.first - 1, "no_holder")


def _named(sheet: Sheet, office: Found, person: Found) -> str:
    """The rule by which a name follows an office: with titles and signs between, or with a verb of filling a post; or nothing."""
    gap = range(office.last, person.first)
    if _unheld(sheet, office):
        return ""
    rest = [at for at in gap if not (sheet.facts[at] & LINKS or sheet.words[at] in BEFORE or "\n" in sheet.words[at])]
    if len(gap) > LONGEST_GAP or not all(sheet.has(at, "filled_by") for at in rest):
        return ""
    if any("\n" in sheet.words[at] for at in gap) and not _signed(sheet, office, gap):
        return ""
    return "holder.filled" if rest else "holder.office_name"


def _signed(sheet: Sheet, office: Found, gap: range) -> bool:
    """Whether office and name stand on lines of their own, one below the other, as in a signature block."""
    alone = office.first == 0 or "\n" in sheet.words[office.first - 1]
    breaks = sum(sheet.words[i].count("\n") for i in gap)
    first_break = next(i for i in gap if "\n" in sheet.words[i])
    return alone and breaks <= 3 and first_break - office.last <= 1


def _called(sheet: Sheet, person: Found, office: Found) -> str:
    """The rule by which an office follows a name, or nothing."""
    gap = range(person.last, office.first)
    if len(gap) > 2 * LONGEST_GAP or not gap or _unheld(sheet, office):
        return ""
    rest = [i for i in gap if not (sheet.has(i, "degrees") or sheet.words[i] in AFTER or sheet.words[i] == ".")]
    if not rest:
        return "holder.name_office"
    return "holder.predicate" if all(sheet.has(i, "holds") for i in rest) else ""


def _replaced(sheet: Sheet, person: Found, office: Found) -> bool:
    """Whether the name is that of a predecessor (`menggantikan Budi sebagai Camat`), whose successor gets the post."""
    before = person.first - 1
    while before >= 0 and sheet.facts[before] & TITLES:
        before -= 1
    return before >= 0 and sheet.has(before, "replacing") and not any(sheet.has(at, "relatives") for at in range(person.last, office.first))
