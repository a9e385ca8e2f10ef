"""Holders of posts as lines of text: for each person the posts, or for each post the holders, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from minutes_miner.answers import Holding, KnownPerson
from minutes_miner.outputs.wording import Phrase

INDENT = "  "
UNDATED = Phrase("tanpa tanggal", "no date")
ACTING = Phrase("pelaksana tugas", "acting")
CONFLICT = Phrase("bentrok dengan {names}", "conflicts with {names}")
DOCUMENTS = Phrase("{count} dokumen", "{count} documents")
ALSO = Phrase("juga ditulis: {names}", "also written: {names}")
NO_POST = Phrase("jabatan tidak disebut", "no post is told")
NOBODY = Phrase("Tidak ada orang yang cocok.", "Nobody fits.")


def by_person(people: Sequence[KnownPerson], names: Mapping[str, str], lang: str = "id") -> Iterator[str]:
    """Each person with the posts held, the earliest first.

    Args:
        people: those to show.
        names: ids of people -> names, for those who are in conflict.
        lang: `id` or `en`.
    """
    if not people:
        yield NOBODY.say(lang)
    for person in people:
        yield f"{person.name} [{person.person}]"
        others = [name for name in person.names if name != person.name]
        if others:
            yield INDENT + ALSO.say(lang).format(names=", ".join(others))
        if not person.holders:
            yield INDENT + NO_POST.say(lang)
        for held in person.holders:
            yield INDENT + f"{_time(held, lang)}  {_post(held)}{_remarks(held, names, lang)}"


def by_post(people: Sequence[KnownPerson], names: Mapping[str, str], lang: str = "id") -> Iterator[str]:
    """Each post with its holders, the earliest first; arguments as of `by_person`."""
    held: defaultdict[str, list[tuple[str, str, KnownPerson, Holding]]] = defaultdict(list)
    for person in people:
        for one in person.holders:
            held[_post(one)].append((one.first or "9999", one.last or "", person, one))
    if not held:
        yield NOBODY.say(lang)
    for post, holders in sorted(held.items()):
        yield post
        for *_, person, one in sorted(holders, key=lambda row: (row[0], row[1], row[2].person, row[3].acting)):
            yield INDENT + f"{_time(one, lang)}  {person.name} [{person.person}]{_remarks(one, names, lang)}"


def _post(held: Holding) -> str:
    """The post with the body and region that its name does not tell."""
    parts = [held.office]
    for more in (held.institution, held.region):
        if more and more.casefold() not in " ".join(parts).casefold():
            parts.append(more)
    return ", ".join(parts)


def _time(held: Holding, lang: str) -> str:
    if held.first is None:
        return f"{UNDATED.say(lang):23}"
    return f"{held.first} – {held.last}" if held.first != held.last else f"{held.first:23}"


def _remarks(held: Holding, names: Mapping[str, str], lang: str) -> str:
    remarks = [ACTING.say(lang)] if held.acting else []
    remarks.append(DOCUMENTS.say(lang).format(count=len({place.document for place in held.places})))
    if held.conflicts:
        remarks.append(CONFLICT.say(lang).format(names=", ".join(names.get(id, id) for id in held.conflicts)))
    return f" ({'; '.join(remarks)})"
