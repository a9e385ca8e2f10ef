"""The one place where a worked sheet becomes records."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from minutes_miner.dates import DateReader
from minutes_miner.documents.evidence import Places
from minutes_miner.pipeline.roles import Roles
from minutes_miner.pipeline.sheet import Found
from minutes_miner.pipeline.steps.dues import Dues
from minutes_miner.pipeline.steps.holders import Held
from minutes_miner.pipeline.steps.kin import Entity
from minutes_miner.pipeline.steps.meeting import Meeting
from minutes_miner.pipeline.steps.said import Said
from minutes_miner.pipeline.steps.speakers import Cast
from minutes_miner.pipeline.steps.tasks import Task
from minutes_miner.pipeline.work import Work
from minutes_miner.records import (
    Amount,
    Analysis,
    Deadline,
    Document,
    Header,
    Holder,
    Institution,
    Item,
    Mention,
    Office,
    Passage,
    Person,
    Region,
    Statement,
)
from minutes_miner.rulebook.gazetteer import WIDE
from minutes_miner.rulebook.regions import Regions, mixed_case
from minutes_miner.rulebook.topics import Topics

CODED = (*WIDE, "district")
LEVELS = (*CODED, "village")  # that records tell apart; a river or a mountain is "other"
ADDRESS = ("honorific", "honorific-minutes")


def harvest(document: Document, work: Work, topics: Topics, reader: DateReader) -> Analysis:
    """The analysis of a document from the sheet that the steps have filled."""
    sheet = work.sheet
    gatherer = _Gatherer(work, Places(document), topics, reader)
    return Analysis(
        document=_header(document, work.meeting, work.cast),
        text=document.text,
        mentions=tuple(gatherer.mention(index, found) for index, found in enumerate(sheet.mentions)),
        people=tuple(gatherer.person(e) for e in work.of("PERSON")),
        institutions=tuple(gatherer.institution(e) for e in work.of("INSTITUTION")),
        offices=tuple(gatherer.office(e) for e in work.of("OFFICE")),
        regions=tuple(gatherer.region(e) for e in work.of("PLACE")),
        holders=tuple(gatherer.holder(held) for held in work.held),
        statements=tuple(gatherer.statement(number, said) for number, said in enumerate(work.said)),
        items=tuple(gatherer.item(number, task) for number, task in enumerate(work.tasks, 1)),
    )


def _header(document: Document, meeting: Meeting, cast: Cast) -> Header:
    return Header(
        id=document.id,
        source=document.source,
        media_type=document.media_type,
        kind=meeting.kind,
        title=meeting.title,
        date=meeting.day.isoformat() if meeting.day else None,
        place=mixed_case(meeting.place) if meeting.place else None,
        event=meeting.event,
        time=meeting.time,
        venue=meeting.venue,
        chair=cast.name(cast.resolve(meeting.chair)),
        secretary=cast.name(meeting.secretary),
        attendees=tuple(dict.fromkeys(meeting.attendees)),
        pages=document.pages,
        warnings=document.warnings,
    )


class _Gatherer:
    """Turns findings into records; ids follow the order of the text."""

    def __init__(self, work: Work, places: Places, topics: Topics, reader: DateReader) -> None:
        self.work = work
        self.places = places
        self.sheet = work.sheet
        self.cast = work.cast
        self.topics = topics
        self.reader = reader
        dues = Dues(work.sheet, work.phrases, work.meeting.day)
        self.event, self.next_meeting = dues.event_day(), dues.next_meeting()
        self.regions = Regions(work.sheet.lexis.rulebook)
        self.roles = Roles(work.sheet.lexis.rulebook, self.regions)
        bodies = (entity.name for entity in work.entities.values() if entity.label in ("INSTITUTION", "OFFICE"))
        self.own_region = self.regions.own(work.meeting.place, bodies)
        self.shorts = _Shorts(work.sheet.definitions)

    def mention(self, index: int, found: Found) -> Mention:
        start, end, text = self._place(found.first, found.last)
        return Mention(
            id=f"m{index + 1}",
            label=found.label,
            start=start,
            end=end,
            text=text,
            value=found.value,
            entity=found.entity,
            rule=found.rule,
            evidence=self.places.evidence(start, end),
        )

    def person(self, entity: Entity) -> Person:
        prefixes: dict[str, None] = {}
        degrees: dict[str, None] = {}
        for index in entity.mentions:
            found = self.sheet.mentions[index]
            prefixes.update(dict.fromkeys(self._prefixes(found.first)))
            degrees.update(dict.fromkeys(self._degrees(found.last)))
        return Person(id=entity.id, name=entity.name, prefixes=self._ranked(prefixes), degrees=tuple(degrees), mentions=_ids(entity))

    def _prefixes(self, first: int) -> list[str]:
        """Titles that stand right before a name, in order."""
        titles = []
        at = first - 1
        while at >= 0 and first - at < 8 and (self._is(at, "titles") or self.sheet.words[at] == ","):
            if self.sheet.words[at] != ",":
                titles.append(self.sheet.words[at])
            at -= 1
        return titles[::-1]

    def _ranked(self, titles: Iterable[str]) -> tuple[str, ...]:
        """The titles without `Pak` and `Bu` where there are others: a form of address adds nothing to `Dr. H.`."""
        rows = self.sheet.lexis.rulebook.lists["titles"]
        ranked = tuple(title for title in titles if not ((row := rows.row(title)) and row["kind"] in ADDRESS))
        return ranked or tuple(titles)

    def _degrees(self, last: int) -> list[str]:
        """Degrees that stand right behind a name, written as the list of degrees writes them."""
        degrees = []
        at = last
        rows = self.sheet.lexis.rulebook.lists["degrees"]
        while at < self.sheet.size and at - last < 14 and (self._is(at, "degrees") or self.sheet.words[at] in (",", ".")):
            row = rows.row(self.sheet.words[at])
            if row is not None and self._is(at, "degrees"):
                degrees.append(row["canonical"])
            at += 1
        return degrees

    def _is(self, at: int, name: str) -> bool:
        return self.sheet.has(at, name) or self.sheet.has(at, "B:" + name) or self.sheet.has(at, "I:" + name)

    def institution(self, entity: Entity) -> Institution:
        words = entity.name.split()
        kind = None
        for length in (3, 2, 1):
            row = self.sheet.lexis.rulebook.lists["institution_heads"].row(" ".join(words[:length]))
            kind = kind or (row["class"] if row is not None else None)
        return Institution(
            id=entity.id,
            name=entity.name,
            abbreviation=self.shorts.of(entity.name),
            type=kind,
            region=self._region_in(entity.name),
            mentions=_ids(entity),
        )

    def office(self, entity: Entity) -> Office:
        inside = self.cast.institution(entity.id)
        body = self.cast.name(inside)
        return Office(
            id=entity.id,
            name=entity.name,
            role=self.roles.role(entity.name, body),
            institution=inside,
            region=self.regions.split(entity.name)[1] or self._region_in(body or ""),
            mentions=_ids(entity),
        )

    def _region_in(self, name: str) -> str | None:
        """The region named at the end of a name, else the document's own."""
        return self.regions.split(name)[1] or self.own_region

    def region(self, entity: Entity) -> Region:
        gazetteer = self.sheet.lexis.rulebook.gazetteer
        prefixes = self.sheet.lexis.rulebook.lists["place_prefixes"]
        words = entity.name.split()
        row = prefixes.row(words[0]) if len(words) > 1 else None
        level = row["class"] if row is not None else None
        bare = " ".join(words[1:]) if row is not None else entity.name
        coded = row is None or level in CODED
        entry = gazetteer.find(bare, level) if coded else None
        return Region(
            id=entity.id,
            name=mixed_case(entity.name),
            level=known if (known := level or (entry.level if entry is not None else "other")) in LEVELS else "other",  # type: ignore[arg-type]
            code=entry.code if entry is not None and entry.level != "other" else None,
            mentions=_ids(entity),
        )

    def holder(self, held: Held) -> Holder:
        start, end, _ = self._place(held.first, held.last)
        return Holder(
            person=held.person,
            office=held.office,
            acting=held.acting,
            start=start,
            end=end,
            rule=held.rule,
            evidence=self.places.evidence(start, end),
        )

    def statement(self, number: int, said: Said) -> Statement:
        start, end, text = self._place(said.first, said.last)
        return Statement(
            id=f"s{number + 1}",
            start=start,
            end=end,
            text=text,
            direct=said.direct,
            speaker=said.speaker,
            speaker_name=self.cast.name(said.speaker),
            cue=said.cue,
            rule=said.rule,
            evidence=self.places.evidence(start, end),
        )

    def item(self, number: int, task: Task) -> Item:
        start, end, text = self._place(task.first, task.last)
        said = self.work.said[task.said] if task.said is not None else None
        speaker = task.speaker
        return Item(
            id=f"t{number}",
            kind=task.kind,
            start=start,
            end=end,
            text=text,
            action=self._action(task, text, end),
            actor=task.actor.name if task.actor else None,
            actor_entity=task.actor.entity if task.actor else None,
            speaker=self.cast.name(speaker),
            speaker_entity=speaker,
            deadline=self._deadline(task),
            amount=self._amount(task),
            topic=self.topics.classify(text, self.sheet.whole, start) if task.kind == "need" else None,
            status="done" if task.done else "open",
            statement=f"s{task.said + 1}" if said is not None and task.said is not None else None,
            confidence=round(max(0.05, min(1.0, task.confidence)), 2),
            rule=task.rule,
            evidence=self.places.evidence(start, end),
            also=tuple(self._passage(first, last) for first, last in task.also),
        )

    def _passage(self, first: int, last: int) -> Passage:
        start, end, _ = self._place(first, last)
        return Passage(start=start, end=end, evidence=self.places.evidence(start, end))

    def _action(self, task: Task, text: str, end: int) -> str:
        """The item without its actor and cue: what is behind the cue, or the whole where that leaves too little."""
        if task.cue is None or task.cue[1] >= task.last:
            return " ".join(text.split())
        rest = " ".join(self.sheet.whole[self.sheet.starts[task.cue[1]] : end].split())
        return rest if len(rest) > 8 else " ".join(text.split())

    def _deadline(self, task: Task) -> Deadline | None:
        if task.due is None:
            return None
        phrase = self.sheet.spelled(task.due.first, task.due.last)
        shown = " ".join(self.sheet.text(task.due.shown, task.due.last).replace("*", "").split())
        day = self.work.meeting.day
        days = self.reader.deadline(phrase.replace("*", ""), day, self.event, self.next_meeting) or self.reader.deadline(shown, day)
        if days is None:
            return Deadline(text=shown)
        return Deadline(text=shown, start=_iso(days.start), end=_iso(days.end))

    def _amount(self, task: Task) -> Amount | None:
        if task.amount is None:
            return None
        mention = task.amount
        value = mention.value.get("value") if mention.value else None
        if not isinstance(value, int | float):
            return None
        return Amount(text=self.sheet.text(mention.first, mention.last), value=float(value))

    def _place(self, first: int, last: int) -> tuple[int, int, str]:
        start, end = self.sheet.starts[first], self.sheet.ends[last - 1]
        return start, end, self.sheet.whole[start:end]


class _Shorts:
    """The abbreviations that a document defines, by the names that they stand for."""

    def __init__(self, definitions: dict[str, str]) -> None:
        self._by_name: dict[str, tuple[int, str]] = {}
        for number, (short, name) in enumerate(definitions.items()):
            self._by_name.setdefault(name, (number, short))
        self._lengths = sorted({len(name) for name in self._by_name})

    def of(self, name: str) -> str | None:
        """The abbreviation that is defined first for the name or its beginning."""
        beginnings = (name[:length] for length in self._lengths if length <= len(name))
        found = [self._by_name[beginning] for beginning in beginnings if beginning in self._by_name]
        return min(found)[1] if found else None


def _ids(entity: Entity) -> tuple[str, ...]:
    return tuple(f"m{index + 1}" for index in entity.mentions)


def _iso(day: datetime.date) -> str:
    return day.isoformat()
