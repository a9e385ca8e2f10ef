"""The meetings of each forum put together: by the names of forums, and minutes that name none by who attends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from minutes_miner.corpus.followups.forums import ForumNames, grouped

FEWEST_SHARED = 5  # words of names that two meetings of one body have in common
SHARE = 0.5  # of the smaller one's names
TOO_COMMON = 100  # meetings; a name that more of them have tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A document of minutes as far as it tells who met: the forum that it names, or else its title, place and the words of names in it."""

    document: str
    date: str | None
    forum: str | None
    title: str | None
    place: str | None
    people: frozenset[str]


def name_words(names: Iterable[str]) -> frozenset[str]:
    """The words of people's names that tell them apart, in lower case."""
    return frozenset(word for name in names for word in name.casefold().replace(".", " ").split() if len(word) > 2)


def series_of(gatherings: Sequence[Gathering], reader: ForumNames) -> dict[str, str]:
    """Document -> the name of its series, the same for the same documents in any order; a document that belongs to none is left out.

    Minutes without the name of a forum join those with which they share enough people, also a named forum if it is only one; a series
    without any name is called by the title and place of its first meeting.
    """
    names = grouped([each.forum for each in gatherings if each.forum], reader)
    series = {each.document: names[each.forum] for each in gatherings if each.forum in names}
    by_document = {each.document: each for each in gatherings}
    for group in _by_attendance(gatherings):
        nameless = [document for document in group if document not in series]
        found = sorted({series[document] for document in group if document in series})
        if not nameless or len(found) > 1 or (not found and len(nameless) < 2):
            continue
        name = found[0] if found else _called(by_document[document] for document in nameless)
        series.update(dict.fromkeys(nameless, name))
    return series


def _by_attendance(gatherings: Sequence[Gathering]) -> list[list[str]]:
    """Groups of documents of which each shares enough people with another; two with named forums are not tied to one another."""
    having: dict[str, list[Gathering]] = defaultdict(list)
    for each in sorted(gatherings, key=lambda gathering: gathering.document):
        for word in each.people:
            having[word].append(each)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for group in having.values():
        if len(group) <= TOO_COMMON:
            for a, b in combinations(group, 2):
                if not (a.forum and b.forum):
                    shared[a.document, b.document] += 1
    sizes = {each.document: len(each.people) for each in gatherings}
    return _united((a, b) for (a, b), count in shared.items() if count >= max(FEWEST_SHARED, SHARE * min(sizes[a], sizes[b])))


def _united(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    head: dict[str, str] = {}

    def top(document: str) -> str:
        while head.setdefault(document, document) != document:
            document = head[document]
        return document

    for a, b in sorted(pairs):
        head[max(top(a), top(b))] = min(top(a), top(b))
    groups: Mapping[str, list[str]] = defaultdict(list)
    for document in sorted(head):
        groups[top(document)].append(document)
    return list(groups.values())


def _called(gatherings: Iterable[Gathering]) -> str:
    first = min(gatherings, key=lambda each: (each.date or "", each.document))
    return ", ".join(filter(None, (first.title or "Rapat", first.place)))
