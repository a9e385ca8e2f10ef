"""The types of an archive's answers: what was found in many documents together.

Like records they are facts: frozen, with slots, keyword only. Offsets are code points into the text of the document, half open; pages count
from 1; dates are ISO 8601. Their JSON form is `minutes_miner.outputs.answers`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HitKind = Literal["text", "item", "statement", "person", "office", "institution"]
FollowUpState = Literal["done", "late", "open", "recurs", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A passage of a document: `document` is its id, `source` the path or address that it was read from, `page` None where it has none."""

    document: str
    source: str
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One answer to a search, `rank` from 1, a higher `score` is better; `marks` are the (start, end) of the words asked for in `snippet`.

    `place` is the passage that is shown, `snippet` its text. `date` and `title` are those of the document; `copies` are other sources of
    the same document or of copies of it; `gone` says that the source was removed after it was indexed.
    """

    rank: int
    score: float
    place: Place
    kind: HitKind
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()
    title: str | None = None
    date: str | None = None
    copies: tuple[str, ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What a search finds, counted: hits in all, and for documents how many of each kind, region, topic and year, most first.

    Keys are those of the records (`minutes`, `operational_aid`); copies of a document count once.
    """

    total: int
    kinds: tuple[tuple[str, int], ...] = ()
    regions: tuple[tuple[str, int], ...] = ()
    topics: tuple[tuple[str, int], ...] = ()
    years: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A word of a search that no document has, and words of the archive that are spelt alike, the likest first."""

    word: str
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A person in an office (Popolo's membership): the dates of the first and the last document that say so, and where they say it.

    `conflicts` are the ids of others who are said to hold an office for one person at the same time.
    """

    office: str
    institution: str | None
    region: str | None
    first: str | None
    last: str | None
    acting: bool
    places: tuple[Place, ...]
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """One person over all documents: a stable id, the name that is used most, every spelling that was met, and the offices held."""

    person: str
    name: str
    names: tuple[str, ...]
    holders: tuple[Holding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What a later meeting says of an earlier item, or that none does (`later` None).

    `text` and `later_text` are the words of both; `as_of` is the day of the later meeting, or the day for which the state is told;
    `age_days` counts from the earlier meeting to it; `proof` is the sentence that the state rests on; `clerk` what a clerk has set
    (field and value), which stands beside what the minutes say.
    """

    item: Place
    text: str
    later: Place | None
    later_text: str | None
    state: FollowUpState
    as_of: str | None
    age_days: int | None
    proof: str | None = None
    clerk: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A matter of a forum as it stands: where it was `first` said, where it came up last, `times` in how many meetings it did.

    `kind` is that of the latest item, `report` where it is only told of. `age_days` counts from the first meeting to `as_of`, or to the
    meeting that reported it done; `overdue_days` from the deadline, None where it is not over or there is none. `responsible` and
    `deadline` are the last that were named. `changed` are the fields (`status`, `actor`) that a clerk has set.
    """

    forum: str
    text: str
    first_text: str
    kind: str
    first: Place
    first_date: str
    latest: Place
    latest_date: str
    state: FollowUpState
    times: int
    responsible: str | None
    deadline: str | None
    as_of: str
    age_days: int
    overdue_days: int | None
    proof: str | None
    status: str
    changed: tuple[str, ...] = ()
