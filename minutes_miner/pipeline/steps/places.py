"""Finds places: by the rules, and then the names that the document itself makes known.

`Kecamatan Marbau` makes a later `Marbau` known; names of districts are known where they stand in a list with each other or with a place
(`Slahung dan Ngrayun`); and capitals with blanks between them (`T E R N A T E`) are read together.
"""

from __future__ import annotations

from itertools import groupby, pairwise

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.layers import best, candidates, write

MAKES_KNOWN = ("place.prefixed", "place.dateline")
KNOWN_RULE = "place.known"
LISTED_RULE = "place.listed"
SPACED_RULE = "place.spaced"
LOCATED_RULE = "place.located"
SEPARATORS = frozenset(",-–/")
FEWEST_SPACED = 4
AREA = frozenset(("place_prefixes", "B:place_prefixes", "I:place_prefixes", "office_heads", "B:office_heads", "I:office_heads", "agencies"))
AMBIGUOUS = frozenset(
    (
        "clan_names",
        "districts.common",
        "field_words",
        "given_names",
        "institution_heads",
        "months",
        "name_parts",
        "not_names",
        "office_heads",
        "organisation_words",
        "titles",
        "weekdays",
    )
)


def find_places(sheet: Sheet, people: frozenset[str] = frozenset()) -> None:
    """Add the places to the sheet, but for lone words that the document uses as names of people."""
    spans = [span for span in candidates(sheet, "places") if not _personal(sheet, span, people)]
    names = set()
    kept = best(spans)
    for found in kept:
        if found.rule in MAKES_KNOWN:
            bare = _bare(sheet, found)
            if bare and len(bare[0]) > 2:
                names.add(bare)
    marked = {at for found in sheet.mentions for at in range(found.first, found.last)}
    for bare, at in sheet.places_of(names):
        if sheet.words[at][0].isupper() and marked.isdisjoint(range(at, at + len(bare))):
            spans.append(Found("PLACE", at, at + len(bare), KNOWN_RULE))
    write(sheet, best(spans + _listed(sheet, kept) + _spaced(sheet)))


def _personal(sheet: Sheet, span: Found, people: frozenset[str]) -> bool:
    """Whether a region's name is a person's here: used as one elsewhere, or between words of which the next is a name too.

    Not behind a preposition or the word of an area: `Bupati Bima` is the regent of Bima, but `Wali Kota Bogor Bima Arya` is called Bima.
    """
    first, last = span.first, span.last
    before = sheet.facts[first - 1] if first else frozenset()
    if last - first > 1 or not before.isdisjoint(AREA):
        return False
    if sheet.lowers[first] in people:
        return "place_cues" not in before
    named = "given_names" in sheet.facts[first] and last < sheet.size and "given_names" in sheet.facts[last]
    return named and bool(before & {"Cap", "titles", "B:titles"})


def give_up_names(sheet: Sheet) -> None:
    """Take back what only stands behind a preposition and is part of a person's name elsewhere (`uang dari Sjafril`)."""
    people = {word for found in sheet.mentions if found.label == "PERSON" for word in sheet.lowers[found.first : found.last]}
    sheet.mentions = [m for m in sheet.mentions if m.rule != LOCATED_RULE or not people.issuperset(sheet.lowers[m.first : m.last])]


def _bare(sheet: Sheet, found: Found) -> tuple[str, ...]:
    """The name without its `Kecamatan`, `Desa` and the like; `Kota` in `Kecamatan Kota Tengah` and `Gunung` belong to the name."""
    row = sheet.lexis.rulebook.lists["place_prefixes"].row(sheet.words[found.first])
    prefixed = row is not None and row["class"] != "natural" and found.last - found.first > 1
    return tuple(word.lower() for word in sheet.words[found.first + prefixed : found.last])


def _listed(sheet: Sheet, places: list[Found]) -> list[Found]:
    """Names of districts that a comma, a dash or a joining word parts from a place or from another district."""
    taken = {at for found in places for at in range(found.first, found.last)}
    districts = [found for found in _districts(sheet) if taken.isdisjoint(range(found.first, found.last))]
    if not districts:
        return []
    members = sorted([*places, *districts], key=lambda found: found.first)
    linked = [_part(sheet, before.last, after.first) for before, after in pairwise(members)]
    return [
        found
        for at, found in enumerate(members)
        if found.rule == LISTED_RULE and ((at and linked[at - 1]) or (at < len(linked) and linked[at]))
    ]


def _districts(sheet: Sheet) -> list[Found]:
    """Names of districts that mean nothing else and stand whole between words without capitals."""
    found = []
    for at, facts in enumerate(sheet.facts):
        if "districts" in facts and facts.isdisjoint(AMBIGUOUS):
            last = at + 1
        elif "B:districts" in facts:
            last = at + 1
            while last < sheet.size and sheet.has(last, "I:districts"):
                last += 1
        else:
            continue
        if not (at and _capital(sheet, at - 1)) and not (last < sheet.size and _capital(sheet, last)):
            found.append(Found("PLACE", at, last, LISTED_RULE))
    return found


def _capital(sheet: Sheet, at: int) -> bool:
    return sheet.words[at][0].isupper() and not sheet.has(at, "not_names")


def _part(sheet: Sheet, first: int, last: int) -> bool:
    """Whether nothing but the signs and words of a list stand between two positions."""
    return 0 < last - first <= 2 and all(sheet.words[at] in SEPARATORS or sheet.has(at, "joiners") for at in range(first, last))


def _spaced(sheet: Sheet) -> list[Found]:
    """Names of regions written with blanks between their capitals."""
    gazetteer = sheet.lexis.rulebook.gazetteer
    letters = [at for at, word in enumerate(sheet.words) if len(word) == 1 and word.isupper()]
    runs = [[at for _, at in run] for _, run in groupby(enumerate(letters), key=lambda numbered: numbered[1] - numbered[0])]
    return [
        Found("PLACE", run[0], run[-1] + 1, SPACED_RULE)
        for run in runs
        if len(run) >= FEWEST_SPACED and "".join(sheet.lowers[run[0] : run[-1] + 1]) in gazetteer.regions
    ]
