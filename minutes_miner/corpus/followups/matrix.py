"""The running matrix: every matter of a forum once, with its age, how often it came up and how it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from minutes_miner.answers import FollowUp, FollowUpState, MatrixRow, Place
from minutes_miner.corpus.followups.linking import Link, unmet
from minutes_miner.corpus.followups.meetings import Matter

Key = tuple[str, int, int]
# (document, kind, start, end) of an item -> field (`status`, `actor`) -> what a clerk has set.
Changes = Mapping[tuple[str, str, int, int], Mapping[str, str]]
OVER = ("done", "dropped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The meetings of one forum by their `days`, with their links."""

    forum: str
    days: tuple[str, ...]
    links: tuple[Link, ...]


def until(series: Series, day: str) -> Series:
    """The series as it stood on a day: what came later had not happened yet."""
    seen = [meeting for meeting in series.days if meeting <= day]
    known = [link for link in series.links if link.earlier.date <= day]
    kept = [link for link in known if link.later is not None and link.later.date <= day]
    taken = {key_of(link.earlier) for link in kept}
    waiting = {key_of(link.earlier): link.earlier for link in known if key_of(link.earlier) not in taken}
    waiting |= {  # taken up by then, and handed on: what a later meeting said of it had not been said
        key_of(link.later): link.later for link in kept if link.later and link.state not in OVER and key_of(link.later) not in taken
    }
    links = (*kept, *(replace(unmet(matter, seen), as_of=day) for matter in waiting.values()))
    return Series(forum=series.forum, days=tuple(seen), links=links)


def running(series: Series, as_of: str) -> list[MatrixRow]:
    """A row for each matter, one for each part of a split one: what is late and open first, the oldest first."""
    before: dict[Key, list[Link]] = {}
    matters: dict[Key, Matter] = {}
    left: dict[Key, FollowUpState] = {}
    for link in series.links:
        matters[key_of(link.earlier)] = link.earlier
        if link.later is None:
            left[key_of(link.earlier)] = link.state
        else:
            matters[key_of(link.later)] = link.later
            before.setdefault(key_of(link.later), []).append(link)
    taken_up = {key_of(link.earlier) for link in series.links if link.later is not None}
    rows = [
        _row(series.forum, matter, _state(before.get(key), left.get(key)), before, as_of)
        for key, matter in matters.items()
        if key not in taken_up
    ]
    return sorted(rows, key=lambda row: (ORDER.index(row.state), row.first_date, row.first.document, row.first.start, row.latest.start))


def _state(reports: Sequence[Link] | None, left: FollowUpState | None) -> FollowUpState:
    """How a matter stands: as its last report says, but dropped where later meetings passed it over."""
    reported = reports[0].state if reports else "open"
    return "dropped" if left == "dropped" else reported


ORDER: tuple[FollowUpState, ...] = ("late", "open", "recurs", "done", "dropped")


def changed(row: MatrixRow, changes: Changes) -> MatrixRow:
    """The row with what a clerk has set beside it; what the minutes say (`state`) stays."""
    latest = row.latest
    own = changes.get((latest.document, row.kind, latest.start, latest.end), {})
    if not own:
        return row
    return replace(row, status=own.get("status", row.status), responsible=own.get("actor", row.responsible), changed=tuple(sorted(own)))


def answer(link: Link, changes: Changes) -> FollowUp:
    """A link as the archive answers it, with what a clerk has set of the later item, or of the earlier where there is no later."""
    later = link.later
    last = later or link.earlier
    return FollowUp(
        item=_place(link.earlier),
        text=link.earlier.text,
        later=_place(later) if later else None,
        later_text=later.text if later else None,
        state=link.state,
        as_of=link.as_of,
        age_days=days(link.earlier.date, link.as_of),
        proof=later.proof if later else None,
        clerk=tuple(sorted(changes.get((last.document, last.kind or "report", last.start, last.end), {}).items())),
    )


def key_of(matter: Matter) -> Key:
    """What tells a matter from all others."""
    return matter.document, matter.start, matter.end


def days(first: str, last: str) -> int:
    """From one day to another.

    >>> days("2024-06-28", "2024-07-20")
    22
    """
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _row(forum: str, latest: Matter, state: FollowUpState, before: dict[Key, list[Link]], as_of: str) -> MatrixRow:
    chain = [latest]
    while (links := before.get(key_of(chain[-1]))) is not None:
        chain.append(min((link.earlier for link in links), key=lambda matter: (matter.date, matter.document, matter.start)))
    first = chain[-1]
    deadline = next((matter.deadline for matter in chain if matter.deadline), None)
    end = latest.date if state == "done" else as_of
    overdue = days(deadline, as_of) if deadline and state not in OVER else 0
    return MatrixRow(
        forum=forum,
        text=latest.text,
        first_text=first.text,
        kind=latest.kind or "report",
        first=_place(first),
        first_date=first.date,
        latest=_place(latest),
        latest_date=latest.date,
        state=state,
        times=len({matter.document for matter in chain}),
        responsible=next((matter.actor for matter in chain if matter.actor), None),
        deadline=deadline,
        as_of=as_of,
        age_days=days(first.date, end),
        overdue_days=overdue if overdue > 0 else None,
        proof=latest.proof if len(chain) > 1 else None,
        status="done" if state == "done" else "open",
    )


def _place(matter: Matter) -> Place:
    return Place(document=matter.document, source=matter.source, start=matter.start, end=matter.end, page=matter.page)
