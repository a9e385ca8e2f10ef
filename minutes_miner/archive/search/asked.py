"""What a user narrows a search to, as written -> filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypedDict

from minutes_miner.archive.search.filters import STATUSES, Filters, Status
from minutes_miner.archive.search.periods import first_day, last_day
from minutes_miner.errors import UsageError
from minutes_miner.outputs.wording import Phrase
from minutes_miner.rulebook.topic_file import read_topic_file


class Asked(TypedDict, total=False):
    """What a search is narrowed to; None leaves a thing open.

    - `kind`: what is found: `text`, `item`, `statement`, `person`, `office`, `institution`, a kind of item (`need`) or of document
      (`minutes`); if None, documents, and above them the names that fit.
    - `person`, `office`, `institution`: documents that name them; items and statements that are theirs. Names may be loose.
    - `region`, `forum`: of the document, loosely too.
    - `topic`: a topic of the model, by its key, its name, or the beginning of its name.
    - `status`: of items, `open`, `done` or `late`.
    - `since`, `until`: a year, a month or a day, of the document.
    - `as_of`: the day on which something is late or not yet; today if None.
    """

    kind: str | None
    person: str | None
    office: str | None
    institution: str | None
    region: str | None
    forum: str | None
    topic: str | None
    status: str | None
    since: str | None
    until: str | None
    as_of: str | None


Topics = Mapping[str, Phrase]


def filters_of(asked: Asked, topics: Callable[[], Topics]) -> Filters:
    """The filters that are meant.

    Raises:
        UsageError: a topic or status that is not known.
        NoSuchDay: a date that is none.
    """
    since, until, topic = asked.get("since"), asked.get("until"), asked.get("topic")
    return Filters(
        person=asked.get("person"),
        office=asked.get("office"),
        institution=asked.get("institution"),
        region=asked.get("region"),
        forum=asked.get("forum"),
        topic=_topic(topic, topics()) if topic is not None else None,
        status=_status(asked.get("status")),
        since=first_day(since) if since is not None else None,
        until=last_day(until) if until is not None else None,
        as_of=asked.get("as_of") or date.today().isoformat(),
    )


def topic_names(model: Path) -> Topics:
    """The topics of a model: key -> how it is called.

    Raises:
        ModelError: the list of topics has a fault.
    """
    return {topic.key: Phrase(topic.label_id, topic.label_en) for topic in read_topic_file(model / "topics.yml").topics}


def _topic(name: str, topics: Topics) -> str:
    wanted = name.casefold().strip()
    for key, phrase in topics.items():
        if wanted in (key, phrase.id.casefold(), phrase.en.casefold()):
            return key
    begun = [key for key, phrase in topics.items() if wanted and any(name.casefold().startswith(wanted) for name in phrase)]
    if len(begun) == 1:
        return begun[0]
    raise UsageError("topic", value=name, choices=", ".join(topics))


def _status(value: str | None) -> Status | None:
    if value is None:
        return None
    for status in STATUSES:
        if value == status:
            return status
    raise UsageError("status", value=value, choices=", ".join(STATUSES))
