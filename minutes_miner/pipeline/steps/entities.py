"""Which mentions mean the same person, institution, office or region within one document.

People are joined when the words of the shorter name stand in exactly one longer name, or differ from it by one letter. Institutions and
offices are compared as their written-out forms (`Dinsos` → `dinas sosial`, `Kadis` → `kepala dinas`): the shorter joins the longer
when both begin alike (offices with two words, since the head of an agency is not that of its sections) and all its words stand in it
(`Dinas Sosial` joins `Dinas Sosial Kota Batam`).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.kin import Entity, Kin
from minutes_miner.records import Label
from minutes_miner.rulebook.long_forms import SIGNS

PREFIX: dict[Label, str] = {"PERSON": "p", "INSTITUTION": "i", "OFFICE": "o", "PLACE": "r"}
NICKNAME = "person.nickname"
NICKNAME_REACH = 60


def link_entities(sheet: Sheet) -> dict[str, Entity]:
    """Every entity by its id; each mention of a name gets its `entity`."""
    entities: dict[str, Entity] = {}
    for label, forms in _FORMS.items():
        groups = _group(sheet, label, forms)
        groups.sort(key=lambda group: group.mentions[0])
        for number, group in enumerate(groups, 1):
            group.id = f"{PREFIX[label]}{number}"
            entities[group.id] = group
            for index in group.mentions:
                sheet.mentions[index].entity = group.id
    return entities


def _group(sheet: Sheet, label: Label, forms: Callable[[Sheet, Found], tuple[str, ...]]) -> list[Entity]:
    """The entities of one kind, each with its mentions; the fullest names come first, so that the shorter ones find them."""
    members = [(index, found, forms(sheet, found)) for index, found in enumerate(sheet.mentions) if found.label == label]
    fullest = sorted(members, key=lambda m: (-len(m[2]), _shouted(sheet, m[1]), m[0]))
    kin = Kin(label)
    for index, found, words in fullest:
        home = kin.home(words, index)
        if home is None:
            home = Entity("", label, " ".join(sheet.text(found.first, found.last).split()), words)
            kin.add(home)
        kin.mention(home, index)
    groups = _with_nicknames(sheet, kin.entities) if label == "PERSON" else kin.entities
    for group in groups:
        group.mentions.sort()
    return groups


def _with_nicknames(sheet: Sheet, groups: list[Entity]) -> list[Entity]:
    """The people, each joined by the nickname that is first given behind the name (`Imam Kisnaro, akrab disapa Gus Wendro`)."""
    home = {index: group for group in groups for index in group.mentions}
    begins = {min(group.mentions) for group in groups}
    for before, index in pairwise(sorted(home)):
        if index not in begins or sheet.mentions[index].rule != NICKNAME:
            continue
        nick, full = home[index], home[before]
        if sheet.mentions[index].first - sheet.mentions[before].last <= NICKNAME_REACH:
            full.mentions += nick.mentions
            home.update(dict.fromkeys(nick.mentions, full))
            nick.mentions = []
    return [group for group in groups if group.mentions]


def _shouted(sheet: Sheet, found: Found) -> bool:
    text = sheet.text(found.first, found.last)
    return text.isupper() or text.islower()


def _plain(sheet: Sheet, found: Found) -> tuple[str, ...]:
    return tuple(w.strip(".") for w in sheet.lowers[found.first : found.last] if w not in SIGNS and "\n" not in w)


def _institution(sheet: Sheet, found: Found) -> tuple[str, ...]:
    """The written-out words; a bracketed abbreviation is left out, a defined one stands for its name.

    So an agency is compared by its fields, however their names are shortened, joined and ordered: `Dinsos PPKB` is
    `Dinas Sosial, Pengendalian Penduduk dan KB`.
    """
    words = sheet.words[found.first : found.last]
    if "(" in words and ")" in words:
        start, end = words.index("("), words.index(")")
        words = words[:start] + words[end + 1 :]
    defined = sheet.definitions.get(" ".join(words))
    return tuple(sheet.lexis.long_forms.words(defined.split() if defined is not None else words))


def _office(sheet: Sheet, found: Found) -> tuple[str, ...]:
    """The written-out words without the acting marker."""
    words = [w for w in _institution(sheet, found) if w not in sheet.lexis.acting]
    return tuple(words) or _plain(sheet, found)


_FORMS: dict[Label, Callable[[Sheet, Found], tuple[str, ...]]] = {
    "PERSON": _plain,
    "INSTITUTION": _institution,
    "OFFICE": _office,
    "PLACE": _plain,
}
