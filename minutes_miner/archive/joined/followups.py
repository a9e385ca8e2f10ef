"""Follow-ups in the archive: found when documents are joined, written to `followups`, and read from there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from minutes_miner.archive.contents import load
from minutes_miner.archive.database import Database
from minutes_miner.archive.packing import checksum
from minutes_miner.corpus.followups.forum_series import Gathering, name_words, series_of
from minutes_miner.corpus.followups.forums import load_forum_names
from minutes_miner.corpus.followups.likeness import load_likeness
from minutes_miner.corpus.followups.linking import Link, Linker
from minutes_miner.corpus.followups.matrix import Series
from minutes_miner.corpus.followups.meetings import Matter, Meeting, meeting_of
from minutes_miner.corpus.followups.report_words import load_report_words

_GATHERINGS = """SELECT id, number, date, forum, title, place FROM documents
    WHERE kind = 'minutes' AND date IS NOT NULL AND copy_of IS NULL ORDER BY id"""
_WRITE = """INSERT INTO followups
    (forum, document, start, stop, text, item, later_document, later_start, later_stop, later_text, later, state, as_of, proof)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_READ = """SELECT f.forum, f.state, f.as_of, f.proof,
    d.id, d.source, d.date, f.start, f.stop, f.text, i.page, i.kind, i.actor, i.deadline_end, i.status,
    e.id, e.source, e.date, f.later_start, f.later_stop, f.later_text, j.page, j.kind, j.actor, j.deadline_end, j.status
    FROM followups f JOIN documents d ON d.number = f.document LEFT JOIN items i ON i.number = f.item
    LEFT JOIN documents e ON e.number = f.later_document LEFT JOIN items j ON j.number = f.later
    ORDER BY f.forum, f.number"""


def join_followups(database: Database, model: Path) -> None:
    """Puts the minutes of each forum together and links their items over its meetings; inside a transaction of the caller."""
    numbers: dict[str, int] = {}
    gatherings = []
    people: dict[int, list[str]] = defaultdict(list)
    for number, name in database.rows("SELECT document, name FROM people"):
        people[number].append(name)
    for id, number, date, forum, title, place in database.rows(_GATHERINGS):
        numbers[id] = number
        gatherings.append(
            Gathering(document=id, date=date, forum=forum, title=title, place=place, people=name_words(people.get(number, ())))
        )
    series = series_of(gatherings, load_forum_names(model))
    database.run("UPDATE documents SET series = NULL WHERE series IS NOT NULL")
    database.run_many("UPDATE documents SET series = ? WHERE number = ?", [(name, numbers[id]) for id, name in sorted(series.items())])
    members: dict[str, list[str]] = defaultdict(list)
    for id, name in sorted(series.items()):
        members[name].append(id)
    words = load_report_words(model)
    linker = Linker(load_likeness(model), words)
    for name, ids in _changed(database, members):
        meetings = [meeting for id in ids if (meeting := meeting_of(load(database, id), words)) is not None]
        _write(database, name, linker.links(meetings), meetings, numbers)


def _changed(database: Database, members: Mapping[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """The forums whose minutes are others than when they were last linked, or were mined anew, freed of their old links."""
    checksums: dict[str, bytes] = dict(database.rows("SELECT d.id, t.checksum FROM documents d JOIN texts t ON t.document = d.number"))
    digests = {name: checksum(*(bytes(checksums[id]) for id in ids)) for name, ids in members.items()}
    linked = {name: bytes(digest) for name, digest in database.rows("SELECT name, digest FROM series")}
    stale = [(name,) for name in sorted({*linked, *digests}) if linked.get(name) != digests.get(name)]
    database.run_many("DELETE FROM followups WHERE forum = ?", stale)
    database.run_many("DELETE FROM series WHERE name = ?", stale)
    for (name,) in stale:
        if name in members:
            yield name, members[name]
            database.run("INSERT INTO series (name, digest) VALUES (?, ?)", (name, digests[name]))


def read_series(database: Database, model: Path, forum: str | None = None) -> list[Series]:
    """The series of the forum that is meant, or all, by name.

    Args:
        database: open.
        model: the model folder, for the words of names.
        forum: loose words for its name (`FLKS Ngawi`).
    """
    reader = load_forum_names(model)
    days: dict[str, list[str]] = defaultdict(list)
    called: dict[str, set[str]] = defaultdict(set)
    for name, day, own in database.rows("SELECT series, date, forum FROM documents WHERE series IS NOT NULL ORDER BY series, date"):
        days[name].append(day)
        called[name].update((name, own or name))
    wanted = {name for name, names in called.items() if forum is None or any(reader.matches(forum, each) for each in names)}
    links: dict[str, list[Link]] = defaultdict(list)
    for row in database.rows(_READ):
        if row[0] in wanted:
            links[row[0]].append(_link(row[1:]))
    return [Series(forum=name, days=tuple(days[name]), links=tuple(links[name])) for name in sorted(wanted)]


def _write(database: Database, forum: str, links: list[Link], meetings: list[Meeting], numbers: dict[str, int]) -> None:
    items: dict[tuple[str, int, int], int] = {}
    for meeting in meetings:
        number = numbers[meeting.document]
        rows = database.rows("SELECT start, stop, number FROM items WHERE document = ? ORDER BY number DESC", (number,))
        items.update({(meeting.document, start, stop): item for start, stop, item in rows})

    def place(matter: Matter | None) -> tuple[Any, ...]:
        if matter is None:
            return None, None, None, None, None
        item = items.get((matter.document, matter.start, matter.end)) if matter.kind is not None else None
        return numbers[matter.document], matter.start, matter.end, matter.text, item

    rows = [
        (forum, *place(link.earlier), *place(link.later), link.state, link.as_of, link.later.proof if link.later else None)
        for link in links
    ]
    database.run_many(_WRITE, rows)


def _link(row: tuple[Any, ...]) -> Link:
    state, as_of, proof = row[:3]
    earlier, later = row[3:14], row[14:25]
    return Link(earlier=_matter(earlier, None), later=_matter(later, proof) if later[0] is not None else None, state=state, as_of=as_of)


def _matter(row: tuple[Any, ...], proof: str | None) -> Matter:
    document, source, date, start, stop, text, page, kind, actor, deadline, status = row
    return Matter(
        document=document,
        source=source,
        date=date,
        start=start,
        end=stop,
        page=page,
        text=text,
        kind=kind,
        done=status == "done",
        subject=text,
        proof=proof or text,
        reported=False,
        telling=False,
        actor=actor,
        deadline=deadline,
    )
