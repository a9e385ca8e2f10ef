"""Every type that leaves the library.

Records are facts: frozen, with slots, keyword only, without behaviour. Offsets are Unicode code points into `Document.text`, half open
(`text[start:end]`); pages count from 1; boxes are in points with the origin at the top left; dates are ISO 8601; money is in whole rupiah.
The JSON form of an `Analysis` is the output contract (`minutes_miner.outputs.jsonl`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Label = Literal["PERSON", "OFFICE", "INSTITUTION", "PLACE", "DATE", "TIME", "MONEY", "QUANTITY"]
ItemKind = Literal["commitment", "instruction", "decision", "need"]
DocumentKind = Literal["minutes", "news", "letter", "other"]
BlockKind = Literal["heading", "paragraph", "item", "row"]
Box = tuple[float, float, float, float]
Value = dict[str, str | float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:
    """Something that a careful reader should know about a document; `message` is Indonesian, for the people who see the workbook."""

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBoxes:
    """Boxes on one page, one a line of text."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a piece of text stands in its source: a page with boxes, or a paragraph, or a table cell (all counted from 1).

    `further` are the boxes on later pages, where the text goes on there; `line` is the line of a text file, blank ones counted; a cell is
    `Document.tables[table - 1].rows[row - 1][cell - 1]`. `confidence` (0 to 1) is that of the least sure word, where words were recognised.
    """

    page: int | None = None
    boxes: tuple[Box, ...] = ()
    further: tuple[PageBoxes, ...] = ()
    paragraph: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of the running text: a heading, a paragraph, a list item or a table row, with its place in the source.

    `cells` are the (start, end) offsets of a row's cells; `label` is the list number or bullet that stands at the block's start.
    """

    kind: BlockKind
    start: int
    end: int
    level: int | None = None
    label: str | None = None
    evidence: Evidence | None = None
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as it was drawn: every row has all its cells, a merged cell stands in each place that it covers."""

    rows: tuple[tuple[str, ...], ...]
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPlace:
    """The part of the text that stands in a table cell; a table within a cell has places of its own behind that of the cell."""

    start: int
    end: int
    table: int
    row: int
    cell: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPlaces:
    """Where each word of the text stands on a page, in columns of numbers packed as the machine keeps them (`array` types in brackets).

    `starts` (I) are offsets into the text, ascending; `pages` (I) count from 1; `boxes` (f) are four to a word; `confidences` (f) are there
    where words were recognised, -1 for a word that was not. `minutes_miner.documents.evidence` unpacks them.
    """

    starts: bytes
    pages: bytes
    boxes: bytes
    confidences: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A misprint that was mended in `text[start:end]` (empty where signs were taken away): what stood there before, and on which page."""

    name: str
    start: int
    end: int
    original: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Text of the source that is not running text: a page header or footer, a comment."""

    kind: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was read from one source: its text, the blocks that make it up, its tables and what went wrong on the way.

    `words` and `cells` say where the words stand: on a page, in a table (each as far as the source has such a thing).
    """

    id: str
    source: str
    media_type: str
    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: int | None = None
    warnings: tuple[Warning, ...] = ()
    words: WordPlaces | None = None
    cells: tuple[CellPlace, ...] = ()
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A source that could not be read or mined, and why, in Indonesian and English; it takes the document's place in a batch."""

    source: str
    code: str
    message: str
    exit_code: int
    english: str = ""

    def sentence(self, lang: str) -> str:
        """The reason in `lang` (`id` or `en`)."""
        return self.english if lang == "en" and self.english else self.message


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The document as a whole: what it is, when and where, and for minutes the header fields."""

    id: str
    source: str
    media_type: str
    kind: DocumentKind
    title: str | None = None
    date: str | None = None
    place: str | None = None
    event: str | None = None
    time: str | None = None
    venue: str | None = None
    chair: str | None = None
    secretary: str | None = None
    attendees: tuple[str, ...] = ()
    language: str = "id"
    pages: int | None = None
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place in the text where something is named."""

    id: str
    label: Label
    start: int
    end: int
    text: str
    rule: str
    value: Value | None = None
    entity: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of this document: the fullest bare name, with the titles and degrees met around it."""

    id: str
    name: str
    prefixes: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """An organisation of this document, by its fullest name."""

    id: str
    name: str
    abbreviation: str | None = None
    type: str | None = None
    region: str | None = None
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A post of this document (Popolo's post), by its fullest name; `role` is the head of the name (`Kepala Dinas`)."""

    id: str
    name: str
    role: str
    institution: str | None = None
    region: str | None = None
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A place of this document; `code` is the Kemendagri code where the gazetteer knows exactly one region of that name."""

    id: str
    name: str
    level: Literal["province", "regency", "city", "district", "village", "other"]
    code: str | None = None
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person holds an office in this document (Popolo's membership); start and end are the text that says so."""

    person: str
    office: str
    acting: bool
    start: int
    end: int
    rule: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Content that somebody is reported to have said."""

    id: str
    start: int
    end: int
    text: str
    direct: bool
    cue: str
    rule: str
    speaker: str | None = None
    speaker_name: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When an item is due: the words, and the first and last day that they mean (None where no day can be told)."""

    text: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Money asked for or promised, in whole rupiah."""

    text: str
    value: float
    currency: str = "IDR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A place in the text."""

    start: int
    end: int
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that is to be done or is asked for; `action` is the text without its actor and cue.

    `also` holds the other places that tell the same item (the prose above the row of a follow-up table).
    """

    id: str
    kind: ItemKind
    start: int
    end: int
    text: str
    action: str
    rule: str
    confidence: float
    actor: str | None = None
    actor_entity: str | None = None
    speaker: str | None = None
    speaker_entity: str | None = None
    deadline: Deadline | None = None
    amount: Amount | None = None
    topic: str | None = None
    status: Literal["open", "done"] = "open"
    statement: str | None = None
    evidence: Evidence | None = None
    also: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything that was found in one document."""

    document: Header
    text: str
    mentions: tuple[Mention, ...] = field(default=())
    people: tuple[Person, ...] = field(default=())
    institutions: tuple[Institution, ...] = field(default=())
    offices: tuple[Office, ...] = field(default=())
    regions: tuple[Region, ...] = field(default=())
    holders: tuple[Holder, ...] = field(default=())
    statements: tuple[Statement, ...] = field(default=())
    items: tuple[Item, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueMember:
    """One need that belongs to a recurring issue, with its place."""

    document: str
    source: str
    start: int
    end: int
    page: int | None
    text: str
    date: str | None = None
    region: str | None = None
    speaker: str | None = None
    forum: str | None = None
    status: Literal["open", "done"] = "open"
    amount: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueAnswer:
    """A commitment, instruction or decision on an issue, or a report that something was done about it, with its place."""

    document: str
    source: str
    start: int
    end: int
    page: int | None
    kind: ItemKind
    text: str
    date: str | None = None
    actor: str | None = None
    status: Literal["open", "done"] = "open"
    amount: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueStrand:
    """Something narrower that is asked for again and again within an issue: roofs among facilities."""

    label: str
    mentions: int
    meetings: int
    first_seen: str | None
    last_seen: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A need that comes back: the needs of one kind over all documents given.

    `issue` is a stable id, `topic` a key of the taxonomy or None for a group that the data opened, `terms` the words that set the group
    apart, most telling first; dates are those of the documents that raise it. `sentences` are the needs that say best what it is about,
    `strands` what is asked for within it in more than one meeting, `regions`, `forums` and `people` (those who raise it) stand most
    frequent first. `met` counts the needs reported as done, `answers` are what was promised, ordered or decided on it; `asked` and
    `given` are sums in rupiah, an amount that a region names again counted once.
    """

    issue: str
    label: str
    topic: str | None
    terms: tuple[str, ...]
    members: tuple[IssueMember, ...]
    meetings: int
    first_seen: str | None
    last_seen: str | None
    regions: tuple[str, ...]
    state: Literal["open", "answered", "dormant"] = "open"
    sentences: tuple[IssueMember, ...] = ()
    strands: tuple[IssueStrand, ...] = ()
    forums: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    met: int = 0
    answers: tuple[IssueAnswer, ...] = ()
    asked: float | None = None
    given: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueChange:
    """What became of the id of an issue when documents came or went.

    `kept` is not told. `new`: no id before; `split`: a part of `others` that now stands alone; `merged`: `others` went into it; `gone`:
    none of its needs is left, or what is left tells nothing.
    """

    issue: str
    change: Literal["new", "split", "merged", "gone"]
    others: tuple[str, ...] = ()
