"""Which mentions mean the same person, institution, office or region within one document.

People are joined when the words of the shorter name stand in exactly one longer name, or differ from it by one letter. Institutions and
offices are compared as their written-out forms (`Dinsos` → `dinas sosial`, `Kadis` → `kepala dinas`): the shorter joins the longer
when both begin alike (offices with two words, since the head of an agency is not that of its sections) and all its words stand in it
(`Dinas Sosial` joins `Dinas Sosial Kota Batam`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.spelling import one_apart
from minutes_miner.records import Label

PREFIX: dict[Label, str] = {"PERSON": "p", "INSTITUTION": "i", "OFFICE": "o", "PLACE": "r"}
LONGEST_SHORT_FORM = 3
NICKNAME = "person.nickname"
NICKNAME_REACH = 60
SIGNS = frozenset(".,()/’'‘\"“”-") | {"se"}


@dataclass(slots=True)
class Entity:
    """One thing of the document with its mentions (indices into `sheet.mentions`)."""

    id: str
    label: Label
    name: str
    words: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)


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
    members = [(index, found, forms(sheet, found)) for index, found in enumerate(sheet.mentions) if found.label == label]
    fullest = sorted(members, key=lambda m: (-len(m[2]), _shouted(sheet, m[1]), m[0]))
    groups: list[Entity] = []
    by_words: dict[tuple[str, ...], Entity] = {}
    for index, found, words in fullest:
        home = by_words.get(words) or _home(groups, words, label, index)
        if home is None:
            home = Entity("", label, " ".join(sheet.text(found.first, found.last).split()), words)
            groups.append(home)
            by_words[words] = home
        home.mentions.append(index)
    if label == "PERSON":
        groups = _with_nicknames(sheet, groups)
    for group in groups:
        group.mentions.sort()
    return groups


def _with_nicknames(sheet: Sheet, groups: list[Entity]) -> list[Entity]:
    """The people, each joined by the nickname that is first given behind the name (`Imam Kisnaro, akrab disapa Gus Wendro`)."""
    home = {index: group for group in groups for index in group.mentions}
    for index in sorted(home):
        nick = home[index]
        if sheet.mentions[index].rule != NICKNAME or min(nick.mentions) != index:
            continue
        before = [other for other in range(index) if other in home and home[other] is not nick]
        if before and sheet.mentions[index].first - sheet.mentions[before[-1]].last <= NICKNAME_REACH:
            full = home[before[-1]]
            full.mentions += nick.mentions
            home.update(dict.fromkeys(nick.mentions, full))
            nick.mentions = []
    return [group for group in groups if group.mentions]


def _shouted(sheet: Sheet, found: Found) -> bool:
    text = sheet.text(found.first, found.last)
    return text.isupper() or text.islower()


def _home(groups: list[Entity], words: tuple[str, ...], label: Label, index: int) -> Entity | None:
    if label == "PLACE":
        return None
    if label == "PERSON":
        fitting = [
            group for group in groups if set(words) <= set(group.words) or _misspelt(words, group.words) or _shortened(words, group.words)
        ]
    else:
        head = 2 if label == "OFFICE" else 1
        fitting = [group for group in groups if words[:head] == group.words[: min(head, len(words))] and set(words) <= set(group.words)]
    if len(fitting) > 1:
        before = [group for group in fitting if group.mentions and min(group.mentions) < index]
        fitting = sorted(before or fitting, key=lambda group: -max((m for m in group.mentions if m < index), default=-1))
    return fitting[0] if fitting else None


def _shortened(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """`Leo` or `Leonardos` for `Leonardus Bala`, `IGA Rai Sukreni` for `I Gusti Ayu Rai Sukreni`."""
    if len(short) == 1:
        word = short[0]
        return len(word) >= 3 and any(part.startswith(word) or one_apart(word, part) for part in full)
    head = short[0]
    if 2 <= len(head) <= 4 and len(full) > len(short):
        initials = "".join(word[0] for word in full[: len(head)])
        return initials == head and set(short[1:]) <= set(full)
    return False


def _misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of the same length differ by one letter in one long word."""
    if len(a) != len(b) or len(a) < 2:
        return False
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(different) == 1 and one_apart(*different[0])


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
    return tuple(_written_out(sheet, defined.split() if defined is not None else words))


def _written_out(sheet: Sheet, words: list[str]) -> Iterator[str]:
    lowers = [sheet.lexis.informal.get(word.strip(".").lower(), word.lower()) for word in words]
    at = 0
    while at < len(lowers):
        for length in range(min(LONGEST_SHORT_FORM, len(lowers) - at), 0, -1):
            written = sheet.lexis.written_out.get(" ".join(lowers[at : at + length]))
            if written is not None:
                yield from written
                break
        else:
            word = lowers[at].strip(".")
            if word and word not in SIGNS and word not in sheet.lexis.joining and "\n" not in word:
                yield word
            length = 1
        at += length


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
