"""Items: what is to be done or is asked for, one a clause or row.

A clause with a cue (`rules/80_items.yml`) is an item of the cue's kind; of several cues the first one counts, and a cue of kind `none` (what
is done already) hides the ones after it in its clause. In minutes a row without a cue takes the kind of its section. A request is a need when the
one who asks stands below the one who is asked, else an instruction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps import actors, dues, rows
from minutes_miner.pipeline.steps.actors import Actor
from minutes_miner.pipeline.steps.clauses import cut_reason, split_clauses
from minutes_miner.pipeline.steps.dues import Due
from minutes_miner.pipeline.steps.speakers import Cast
from minutes_miner.pipeline.steps.statements import Said
from minutes_miner.records import ItemKind
from minutes_miner.rulebook.rules import Rule

REQUESTS = ("request.ask",)
STARTS_AT_CUE = ("need.hope", "need.propose", "request.ask", "instruction.tell", "commitment.promise")
SECTION_KIND: dict[str, ItemKind] = {
    "section_decisions": "decision",
    "section_conclusions": "decision",
    "section_results": "decision",
    "section_recommendations": "decision",
    "section_actions": "instruction",
    "section_followup": "instruction",
    "section_plans": "commitment",
    "section_proposals": "need",
    "section_issues": "need",
}
NO_ITEMS = ("agenda", "programme", "attendees", "attendance", "absentees", "section_closing", "section_photos")
SECTION_RULE = "item.section"
SHORTEST = 3


@dataclass(slots=True)
class Task:
    """An item by positions; actor and speaker by name and, where they are one, entity."""

    kind: ItemKind
    first: int
    last: int
    cue: tuple[int, int] | None
    rule: str
    confidence: float
    actor: Actor | None = None
    speaker: str | None = None
    due: Due | None = None
    amount: int | None = None
    done: bool = False
    said: int | None = None
    line: Line | None = None


@dataclass(slots=True)
class Cue:
    """A cue by positions with its rule."""

    first: int
    last: int
    rule: Rule


def find_items(sheet: Sheet, sentences: list[tuple[int, int]], said: list[Said], lines: list[Line], cast: Cast, minutes: bool) -> list[Task]:
    """Every item in order of the text."""
    cues = _cues(sheet)
    tasks: list[Task] = []
    covered: set[int] = set()
    line_of = {at: line for line in lines for at in range(line.first, line.last)}
    table = rows.table_columns(sheet, lines)
    for line in lines if minutes else []:
        if line.cells_of(table):
            tasks += rows.table_row(sheet, line, table, cast, lambda a, b, c=line: _row_kind(cues, a, b, c))
            covered.update(range(line.first, line.last))
    for first, last in sentences:
        if first in covered or last - first < SHORTEST:
            continue
        line = line_of.get(first)
        if line is not None and (line.section in NO_ITEMS or _not_content(sheet, line, minutes)):
            continue
        tasks += _sentence(sheet, first, last, cues, said, line, cast, minutes)
    return tasks


def _cues(sheet: Sheet) -> list[Cue]:
    """The cues of the whole sheet, of overlapping ones the longest."""
    string = sheet.string
    found = [Cue(a, b, entry.rule) for entry in sheet.lexis.layers["items"] for a, b in entry.matcher.spans(string)]
    found.sort(key=lambda cue: (cue.first, cue.first - cue.last))
    kept: list[Cue] = []
    for cue in found:
        if not kept or cue.first >= kept[-1].last:
            kept.append(cue)
    return kept


def _not_content(sheet: Sheet, line: Line, minutes: bool) -> bool:
    """Headlines, captions, labels, and links to other articles hold no items."""
    if line.kind == "heading" and not (minutes and line.value < line.last):
        return True
    if not minutes and line.first <= 1 and sheet.words[line.last - 1] not in ".”\"":
        return True
    if line.field and not line.field.startswith("section_") and line.value < line.last:
        return True
    return sheet.has(line.first, "skipped_lines") or sheet.has(line.first, "B:skipped_lines")


def _sentence(
    sheet: Sheet, first: int, last: int, cues: list[Cue], said: list[Said], line: Line | None, cast: Cast, minutes: bool
) -> Iterable[Task]:
    """The items of one sentence: clause by clause, and for minutes the row as a whole when it has no cue."""
    content = max(first, line.content) if line is not None else first
    if line is not None and line.section == "section_followup" and line.marked:
        task = rows.followed_up(sheet, line, cast)
        yield task
        return
    stop = rows.tail_start(sheet, content, last) if line is not None and minutes else last
    found = False
    kind = SECTION_KIND.get(line.section) if line is not None else None
    for a, b in _parts(sheet, content, stop, said):
        statement = _statement_at(said, a, b)
        for c, d in split_clauses(sheet, a, b):
            task = _clause(sheet, c, d, cues, statement, said, cast, line, minutes)
            if task is not None:
                found = True
                if line is not None and minutes and task.kind != "need":
                    rows.assign(sheet, task, stop, last, cast)
                yield task
    if not found and minutes and line is not None and first == line.first and not any(s.first >= first and s.last <= last and not s.direct for s in said):
        row = _plain_row(sheet, line, content, stop, last, kind, cast, cues)
        if row is not None:
            yield row


def _parts(sheet: Sheet, first: int, last: int, said: list[Said]) -> list[tuple[int, int]]:
    """A sentence cut at the borders of the statements in it, so that an attribution is no part of an item."""
    inside = [one for one in said if one.first < last and one.last > first]
    if not inside:
        return [(first, last)]
    parts: list[tuple[int, int]] = []
    for one in inside:
        begin, end = max(first, one.first), min(last, one.last)
        borders = [begin, *_sentence_stops(sheet, begin, end), end]
        parts += [(a, b) for a, b in zip(borders, borders[1:], strict=False) if b - a > 1]
    return sorted(set(parts))


def _sentence_stops(sheet: Sheet, first: int, last: int) -> list[int]:
    return [at + 1 for at in range(first, last - 1) if sheet.words[at] in (".", "?", "!")]


def _statement_at(said: list[Said], first: int, last: int) -> int | None:
    """The statement that covers the span, the narrowest of them."""
    inside = [(one.last - one.first, number) for number, one in enumerate(said) if one.first <= first and last <= one.last]
    return min(inside)[1] if inside else None


def _clause(
    sheet: Sheet,
    first: int,
    last: int,
    cues: list[Cue],
    statement: int | None,
    said: list[Said],
    cast: Cast,
    line: Line | None,
    minutes: bool,
) -> Task | None:
    """The item of a clause, if a cue makes it one."""
    cue = None
    begin = first
    if statement is not None and first - said[statement].first <= 1:
        cue = _verb_cue(sheet, cues, said[statement])
        begin = cue.first if cue is not None else first
    cue = cue or _first_cue(cues, first, last)
    if cue is None or cue.rule.kind == "none" or last - first < SHORTEST - 1:
        return None
    speaker = said[statement].speaker if statement is not None else None
    rule, kind = cue.rule, cue.rule.kind
    if kind not in ("commitment", "instruction", "decision", "need"):
        return None
    actor = _actor(sheet, cast, rule, kind, first, cue, last, speaker)
    if rule.id in REQUESTS or rule.id == "instruction.please":
        kind = _asked(sheet, cast, actor, speaker, cue, first)
    if rule.id == "commitment.will" and not _undertakes(sheet, cast, statement, said, actor, line, minutes):
        return None
    if rule.id == "need.want" and statement is None and not minutes and actor is None and not _voiced(sheet, first, cue):
        pass
    kind = _by_section(kind, rule, line)
    end = cut_reason(sheet, max(cue.last, begin), last)
    start = min(begin, cue.first) if rule.id not in STARTS_AT_CUE or _we_before(sheet, first, cue.first) else cue.first
    if rule.id in STARTS_AT_CUE and actor is not None and actor.first < cue.first and kind == "commitment":
        start = actor.first
    task = Task(kind, start, end, (cue.first, cue.last), rule.id, rule.confidence, actor=actor, speaker=speaker, said=statement, line=line)
    if kind == "need" and rule.id not in ("need.hope", *REQUESTS, "instruction.please", "need.propose"):
        task.actor = None
    if statement is None and not minutes:
        task.confidence -= 0.15
    task.due = dues.find_due(sheet, start, end if kind != "need" else end, kind)
    task.amount = dues.find_amount(sheet, start, end)
    if speaker is None and kind == "need" and actor is not None and rule.id == "need.lack":
        task.speaker = None
    return task


def _first_cue(cues: list[Cue], first: int, last: int) -> Cue | None:
    return next((cue for cue in cues if first <= cue.first and cue.last <= last), None)


def _verb_cue(sheet: Sheet, cues: list[Cue], said: Said) -> Cue | None:
    """The saying verb before an indirect statement, where it is a cue itself (`berharap ...`, `meminta ...`)."""
    if said.direct:
        return None
    back = said.first - 1
    while back >= 0 and (sheet.has(back, "complementisers") or sheet.has(back, "adverbs_said") or sheet.words[back] in ",:"):
        back -= 1
    return next((cue for cue in cues if cue.first <= back < cue.last), None)


def _voiced(sheet: Sheet, first: int, cue: Cue) -> bool:
    return cue.first - first < 12


def _we_before(sheet: Sheet, first: int, cue: int) -> bool:
    return any(sheet.has(at, "we") or sheet.has(at, "me") or sheet.has(at, "own") for at in range(first, cue))


def _actor(sheet: Sheet, cast: Cast, rule: Rule, kind: str, first: int, cue: Cue, last: int, speaker: str | None) -> Actor | None:
    if rule.id in ("need.hope", "request.ask", "instruction.tell", "instruction.please"):
        before = None if rule.id != "instruction.tell" else _passive_subject(sheet, cast, first, cue, speaker)
        if rule.id == "instruction.please" or sheet.lowers[cue.first] in ("tolong", "mohon"):
            before = actors.subject(sheet, cast, first, cue.first, speaker) if cue.first > first and not _we_before(sheet, first, cue.first) else None
        return before or actors.addressee(sheet, cast, cue.last, last)
    if kind == "commitment":
        found = actors.subject(sheet, cast, first, cue.last, speaker)
        if found is None or (found.entity is None and speaker is not None):
            return actors.own(cast, speaker, first) if speaker is not None else found
        return found
    if kind in ("instruction", "decision"):
        if rule.id == "instruction.order":
            return actors.subject(sheet, cast, first, cue.first, None) or actors.addressee(sheet, cast, cue.last, last)
        return actors.subject(sheet, cast, first, cue.first, None)
    return None


def _passive_subject(sheet: Sheet, cast: Cast, first: int, cue: Cue, speaker: str | None) -> Actor | None:
    return actors.subject(sheet, cast, first, cue.first, None) if sheet.lowers[cue.first].startswith("di") else None


def _asked(sheet: Sheet, cast: Cast, actor: Actor | None, speaker: str | None, cue: Cue, first: int) -> ItemKind:
    """Whether a request goes up (a need) or down (an instruction), by the standing of the one who asks and the one who is asked."""
    mine = _standing(sheet, cast, speaker)
    theirs = _standing_of_name(sheet, actor.name) if actor is not None else None
    if mine is not None and theirs is not None:
        return "need" if theirs > mine else "instruction"
    if mine is not None and mine <= 1:
        return "need"
    if sheet.lowers[cue.first] in ("mohon", "memohon", "tolong", "tolonglah") and mine is None and actor is None:
        return "need" if speaker is not None else "instruction"
    return "instruction"


def _standing(sheet: Sheet, cast: Cast, entity: str | None) -> int | None:
    if entity is None:
        return None
    for one in (cast.office_of.get(entity), entity, cast.institution(entity)):
        name = cast.name(one)
        if name is not None:
            standing = _standing_of_name(sheet, name)
            if standing is not None:
                return standing
    return None


def _standing_of_name(sheet: Sheet, name: str) -> int | None:
    """The standing of a post or body by the first word of its name that has one in `standing.csv`; 5 is highest."""
    ranks = sheet.lexis.standings
    words = name.lower().replace("(", " ").split()
    found = [ranks[word] for word in words if word in ranks]
    if not found:
        return None
    return min(found) if words[0] in ("ketua", "pengurus", "pengasuh", "pimpinan", "kepala", "sekretaris", "anggota", "wakil", "forum") else found[0]


def _undertakes(sheet: Sheet, cast: Cast, statement: int | None, said: list[Said], actor: Actor | None, line: Line | None, minutes: bool) -> bool:
    """Whether `akan` is a promise: somebody says it, or an institution, post or person is its subject."""
    if statement is not None and said[statement].speaker is not None:
        return True
    if minutes and line is not None and line.marked:
        return True
    return actor is not None and actor.entity is not None


def _by_section(kind: ItemKind, rule: Rule, line: Line | None) -> ItemKind:
    """In a section of decisions a plain future is what was decided."""
    if line is None or rule.id != "commitment.will":
        return kind
    section = SECTION_KIND.get(line.section)
    return "decision" if section == "decision" else kind


def _row_kind(cues: list[Cue], first: int, last: int, line: Line) -> tuple[ItemKind, str, float, tuple[int, int] | None]:
    cue = _first_cue(cues, first, last)
    if cue is not None and cue.rule.kind in ("commitment", "instruction", "decision", "need"):
        return cue.rule.kind, cue.rule.id, cue.rule.confidence, (cue.first, cue.last)  # type: ignore[return-value]
    return SECTION_KIND.get(line.section, "instruction"), SECTION_RULE, 0.8, None


def _plain_row(
    sheet: Sheet, line: Line, first: int, stop: int, last: int, kind: ItemKind | None, cast: Cast, cues: list[Cue]
) -> Task | None:
    """A row of minutes without a cue: an item of its section's kind, or a decision where discussion settles or allots something."""
    if not line.marked and not (kind is not None and line.kind == "paragraph"):
        return None
    blocked = _first_cue(cues, first, last)
    if blocked is not None and blocked.rule.kind == "none" and kind != "instruction":
        return None
    if kind is None:
        if line.section not in ("section_discussion", "section_misc", "section_notes", "section_qa", "") or not rows.settles(sheet, first, stop):
            return None
        kind = "decision"
    if stop - first < 2:
        return None
    end = stop
    while end > first and sheet.words[end - 1] in ".,:;*":
        end -= 1
    if end - first < 2:
        return None
    task = Task(kind, first, end, None, SECTION_RULE, 0.7, line=line)
    task.due = dues.find_due(sheet, first, end, kind)
    task.amount = dues.find_amount(sheet, first, end)
    task.actor = rows.doer(sheet, first, end, cast) if kind != "need" else None
    rows.assign(sheet, task, stop, last, cast)
    return task
