"""Items: what is to be done or is asked for, one a clause or row.

A clause with a cue (`rules/80_items.yml`) is an item of the cue's kind, unless a cue of kind `none` (what is done already) comes first.
In minutes a row without a cue takes the kind of its section, and a discussion row that settles something is a decision. A request is a
need when the one who asks stands below the one who is asked, else an instruction.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise

from minutes_miner.pipeline.outline import LONGEST_LABEL, Line, line_at, parents, titled_rows
from minutes_miner.pipeline.steps import actors, rows
from minutes_miner.pipeline.steps.actors import Actor
from minutes_miner.pipeline.steps.clauses import cut_reason, split_clauses
from minutes_miner.pipeline.steps.confidence import weighed
from minutes_miner.pipeline.steps.cues import Cue, choose, find_cues, verb_before
from minutes_miner.pipeline.steps.doers import Doers
from minutes_miner.pipeline.steps.doubles import merge
from minutes_miner.pipeline.steps.dues import Dues, find_amount
from minutes_miner.pipeline.steps.said import Said
from minutes_miner.pipeline.steps.standing import asked_for
from minutes_miner.pipeline.steps.tasks import Task
from minutes_miner.pipeline.work import Work
from minutes_miner.records import ItemKind

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
OPEN_SECTIONS = (
    "section_discussion",
    "section_address",
    "section_opening",
    "section_presentation",
    "section_misc",
    "section_notes",
    "section_qa",
    "section_input",
    "section_report",
    "",
)
NO_ITEMS = ("agenda", "event", "programme", "attendees", "attendance", "absentees", "section_closing", "section_photos", "section_chairs")
SECTION_RULE = "item.section"
NEXT_MEETING = "decision.next_meeting"
SAID_ON = ("need.hope", "need.propose")
SHORTEST = 3
SHORTEST_VERB = 5
LONGEST_DATELINE = 12


def find_items(work: Work, minutes: bool) -> list[Task]:
    """Every item in order of the text."""
    return _Finder(work, minutes).find()


class _Finder:
    """Goes through the sentences of one document."""

    def __init__(self, work: Work, minutes: bool) -> None:
        self.work = work
        self.sheet = work.sheet
        self.cast = work.cast
        self.said = work.said
        self.reach = list(accumulate((one.last for one in work.said), max))
        self.minutes = minutes
        self.cues = find_cues(work.sheet)
        self.calls = [cue.first for cue in self.cues if cue.rule.id == NEXT_MEETING]
        self.doers = Doers(work.sheet, work.cast, work.said)
        self.dues = Dues(work.sheet, work.phrases, work.meeting.day)
        self.focus: str | None = None
        self.parents = parents(work.lines)
        self.headings = {parent.first for parent in self.parents.values()} | titled_rows(work.sheet, work.lines)
        self.made: set[int] = set()

    def find(self) -> list[Task]:
        tasks: list[Task] = []
        table = rows.table_columns(self.sheet, self.work.lines)
        for line in self.work.lines:
            if line.cells_of(table):
                tasks += rows.table_row(self.sheet, line, table, self.cast, self.dues, self._cell_kind)
        for first, last in self.work.sentences:
            here = line_at(self.work.lines, first)
            if (here is not None and here.cells) or last - first < SHORTEST - 1:
                continue
            self.focus = self.work.focus.get(first)
            if first in self.work.labels or "?" in self.sheet.words[max(first, last - 2) : last]:
                continue
            turn = self._turn_at(first)
            place = here if not turn else None
            if place is not None and (place.section in NO_ITEMS or self._not_content(place)) and not self._calls_meeting(first, last):
                continue
            if place is not None and tasks and tasks[-1].line is place and rows.is_tail(self.sheet, first, last):
                rows.assign(self.sheet, tasks[-1], first, last, self.cast, self.dues)
                continue
            found = list(self._sentence(first, last, place))
            if place is not None and found:
                self.made.add(place.first)
            tasks += found
        tasks = merge(self.sheet, sorted(tasks, key=lambda task: (task.first, task.last)))
        for task in tasks:
            task.confidence = weighed(task, self.minutes)
        return tasks

    def _calls_meeting(self, first: int, last: int) -> bool:
        """Whether a sentence says when the next meeting is, which closings do as well."""
        return self.minutes and bisect_left(self.calls, first) < bisect_left(self.calls, last)

    def _turn_at(self, first: int) -> bool:
        return any(self.said[n].rule == "statement.turn" for n in self._said_over(first, first + 1))

    def _not_content(self, line: Line) -> bool:
        """Headlines, captions, labels, and links to other articles hold no items."""
        sheet = self.sheet
        if line.kind == "heading" and not (self.minutes and line.value < line.last):
            return True
        if line.first in self.headings and sheet.words[line.last - 1] not in (".", ":", ";"):
            return True
        if not self.minutes and line.first <= 1 and sheet.words[line.last - 1] not in '.”"':
            return True
        if line.field and not line.field.startswith("section_") and (line.value < line.last or line.last - line.content <= LONGEST_LABEL):
            return True
        if self.minutes and line.section_title and sheet.words[line.last - 1] not in (".", ";"):
            return True
        if self.minutes and line.marked and sheet.words[line.last - 1] == ":" and not self._begins_item(line):
            return True
        return sheet.has(line.first, "skipped_lines") or sheet.has(line.first, "B:skipped_lines")

    def _begins_item(self, line: Line) -> bool:
        """Whether a row before its parts says something itself (`3 LKSA belum memiliki domisili, yaitu:`) and is no mere heading."""
        if line.last - line.content <= LONGEST_LABEL or any(self.sheet.has(at, "announcing") for at in range(line.last - 3, line.last)):
            return False
        cue = choose(self.sheet, self.cues, line.content, line.last)
        return cue is not None and cue.kind is not None

    def _sentence(self, first: int, last: int, line: Line | None) -> Iterable[Task]:
        """The items of one sentence: clause by clause, and for a row of minutes the whole when no clause has a cue."""
        sheet = self.sheet
        content = max(first, line.content) if line is not None else first
        if content >= last:  # a mark without words
            return []
        if line is not None and line.section == "section_followup" and line.marked and first <= line.content:
            return [rows.followed_up(sheet, line, self.cast, self.dues)]
        if not self.minutes and line is not None and first == line.first:
            content = self._after_dateline(content, last)
        row = line if self.minutes else None
        stop = rows.tail_start(sheet, content, last) if row is not None else last
        found: list[Task] = []
        for a, b in self._parts(content, stop):
            statement = self._statement_at(a, b)
            for c, d in split_clauses(sheet, a, b):
                task = self._clause(c, d, statement, line)
                if task is not None:
                    found.append(task)
        if row is not None and row.marked:
            found = _joined(found)
            if SECTION_KIND.get(row.section) == "instruction" and self._orders(content):
                found = [task for task in found if task.kind != "need"]
        if row is not None:
            for task in found:
                if task.kind != "need":
                    rows.assign(sheet, task, stop, last, self.cast, self.dues)
                    task.actor = task.actor or rows.allotted(sheet, content, last, self.cast)
        if not found and row is not None and first <= row.content and not self._reported_in(first, last):
            plain = self._plain_row(row, content, stop, last)
            return [plain] if plain is not None else []
        return found

    def _after_dateline(self, first: int, last: int) -> int:
        """Where the news begins behind `LEWOLEBA, Kabar Timur -`."""
        words = self.sheet.words
        places = {m.first for m in self.sheet.between(first, last) if m.rule == "place.dateline"}
        for at in range(first + 1, min(last, first + LONGEST_DATELINE)):
            if words[at] in ("–", "-", "—") and any(place < at for place in places):
                return at + 1
        return first

    def _orders(self, at: int) -> bool:
        """Whether a row begins with what is to be done (`Mengumpulkan ...`, `Kumpulkan ...`, `Temui ...`)."""
        return self.sheet.active(at) or self.sheet.causative(at) or self.sheet.has(at, "acts")

    def _names_holder(self, line: Line) -> bool:
        """Whether a row only says who is or speaks for what: `Kepala Dinas: Jufri Duwila`."""
        colon = next((at for at in range(line.content, line.last) if self.sheet.words[at] == ":"), None)
        if colon is None:
            return False
        return any(m.last == colon and m.label in ("OFFICE", "INSTITUTION") for m in self.sheet.between(line.content, colon))

    def _is_part(self, line: Line) -> bool:
        """Whether a row goes on with an item that its parent row has begun (`... dengan jadwal:` / `1) wilayah utara`)."""
        parent = self.parents.get(line.first)
        return parent is not None and parent.first in self.made and self.sheet.words[parent.last - 1] == ":"

    def _reported_in(self, first: int, last: int) -> bool:
        over = [self.said[number] for number in self._said_over(first, last)]
        return any(one.first >= first and one.last <= last and not one.direct and one.rule != "statement.row" for one in over)

    def _parts(self, first: int, last: int) -> list[tuple[int, int]]:
        """A sentence cut at the borders of the statements in it, so that an attribution is no part of an item."""
        inside = [self.said[number] for number in self._said_over(first, last)]
        if not inside:
            return [(first, last)]
        parts: set[tuple[int, int]] = set()
        for one in inside:
            begin, end = max(first, one.first), min(last, one.last)
            borders = [begin, *(at + 1 for at in range(begin, end - 1) if self.sheet.words[at] in (".", "?", "!")), end]
            parts.update((a, b) for a, b in pairwise(borders) if b - a > 1)
        return sorted(parts)

    def _statement_at(self, first: int, last: int) -> int | None:
        """The statement that covers the span, the narrowest of them."""
        over = [(self.said[number], number) for number in self._said_over(first, last)]
        inside = [(one.last - one.first, number) for one, number in over if one.first <= first and last <= one.last]
        return min(inside)[1] if inside else None

    def _said_over(self, first: int, last: int) -> list[int]:
        """The numbers of the statements, in order of the text, that share a position with the span."""
        begin = bisect_right(self.reach, first)
        end = bisect_left(self.said, last, key=_begin)
        return [number for number in range(begin, end) if self.said[number].last > first]

    def _clause(self, first: int, last: int, statement: int | None, line: Line | None) -> Task | None:
        """The item of a clause, if a cue makes it one."""
        sheet = self.sheet
        said = self.said[statement] if statement is not None else None
        cue = verb_before(sheet, self.cues, said.first) if said is not None and not said.direct and first - said.first <= 1 else None
        begin = cue.first if cue is not None else first
        if cue is None or cue.kind is None:
            cue, begin = choose(sheet, self.cues, first, last), first
        if cue is None or cue.kind is None or last - first < SHORTEST - 1:
            return None
        if cue.kind == "decision" and any(sheet.has(at, "announcing") for at in range(max(cue.last, last - 2), last)):
            return None
        first = self._after_condition(first, cue.first)
        begin = max(begin, first)
        speaker = said.speaker if said is not None else None
        actor = self.doers.of(cue, first, last, said, self.focus)
        kind = self._kind(cue, actor, speaker, line)
        if cue.last >= last and "at_cue" in cue.rule.traits:
            return None
        if "future" in cue.rule.traits and not self._undertakes(cue, said, actor, line, speaker):
            return None
        end = cut_reason(sheet, max(cue.last, begin), last)
        start = self._start(cue, first, begin, actor, kind)
        task = Task(
            kind,
            start,
            end,
            (cue.first, cue.last),
            cue.rule.id,
            cue.rule.confidence,
            actor=actor,
            speaker=speaker,
            said=statement,
            line=line,
        )
        task.due = self.dues.find(start, end, kind)
        task.amount = find_amount(sheet, start, end)
        return task

    def _after_condition(self, first: int, cue: int) -> int:
        """The start of the main clause behind `kalau ...,`, or of the result behind `sehingga`, when the cue stands in it."""
        result = next((at for at in range(cue - 1, first, -1) if self.sheet.has(at, "results")), None)
        if result is not None:
            return result + 1
        if not self.sheet.has(first, "conditionals"):
            return first
        commas = [at for at in range(first, cue) if self.sheet.words[at] == ","]
        return commas[-1] + 1 if commas else first

    def _start(self, cue: Cue, first: int, begin: int, actor: Actor | None, kind: ItemKind) -> int:
        """From the earlier of actor and cue; a verb of asking without `kami` before it begins at itself."""
        if "at_cue" in cue.rule.traits and not actors.speaks_of_self(self.sheet, first, cue.first):
            told = kind == "commitment" or self.sheet.passive(cue.first)
            return actor.first if told and actor is not None and first <= actor.first < cue.first else cue.first
        return min(begin, cue.first)

    def _kind(self, cue: Cue, actor: Actor | None, speaker: str | None, line: Line | None) -> ItemKind:
        assert cue.kind is not None
        if "request" in cue.rule.traits:
            return asked_for(self.sheet, self.cast, actor.name if actor is not None else None, speaker, self.sheet.lowers[cue.first])
        if cue.rule.id == "commitment.will" and self.minutes and speaker is None and (actor is None or actor.entity is None):
            passive = any(self.sheet.passive(at) for at in range(cue.first, min(cue.last + 2, self.sheet.size)))
            section = SECTION_KIND.get(line.section) if line is not None else None
            return "decision" if passive or section == "decision" else cue.kind
        return cue.kind

    def _undertakes(self, cue: Cue, said: Said | None, actor: Actor | None, line: Line | None, speaker: str | None) -> bool:
        """Whether a future is a promise: somebody says it, or an institution, post or person is its subject."""
        sheet = self.sheet
        if cue.rule.id == "commitment.do":
            verb = sheet.lowers[cue.last - 1]
            if sheet.has(cue.last - 1, "speech_acts"):
                return False
            return speaker is not None and (
                (len(verb) > SHORTEST_VERB and sheet.causative(cue.last - 1)) or sheet.has(cue.last - 1, "acts")
            )
        if said is not None and speaker is not None:
            return True
        if self.minutes and line is not None and line.marked:
            return True
        return actor is not None and (actor.entity is not None or actor.several)

    def _cell_kind(self, first: int, last: int, section: str) -> tuple[ItemKind, str, float, tuple[int, int] | None]:
        """Kind, rule, confidence and cue of the text in a follow-up cell."""
        cue = choose(self.sheet, self.cues, first, last)
        if cue is not None and cue.kind is not None and cue.kind != "need":
            return cue.kind, cue.rule.id, cue.rule.confidence, (cue.first, cue.last)
        return SECTION_KIND.get(section, "instruction"), rows.TABLE_RULE, self.sheet.lexis.confidences[rows.TABLE_RULE], None

    def _plain_row(self, line: Line, first: int, stop: int, last: int) -> Task | None:
        """A row of minutes without a cue: an item of its section's kind, or a decision where discussion settles or allots something."""
        sheet = self.sheet
        kind = SECTION_KIND.get(line.section)
        if (
            self._is_part(line)
            or self._names_holder(line)
            or any(sheet.has(at, "thanks") for at in range(first, min(stop, first + SHORTEST)))
        ):
            return None
        if not line.marked and not (kind is not None and line.kind == "paragraph" and rows.tells(sheet, first, stop)):
            return None
        held_back = choose(sheet, self.cues, first, last)
        if held_back is not None and held_back.kind is None and kind != "instruction":
            return None
        if kind is None:
            if line.section not in OPEN_SECTIONS or not rows.settles(sheet, first, last, self.work.meeting.day):
                return None
            kind = "decision"
        end = sheet.bare_end(first, stop)
        if end - first < 2:
            return None
        task = Task(kind, first, end, None, SECTION_RULE, sheet.lexis.confidences[SECTION_RULE], line=line)
        task.due = self.dues.find(first, end, kind)
        task.amount = find_amount(sheet, first, end)
        task.actor = rows.doer(sheet, first, end, self.cast) if kind != "need" else None
        statement = self._statement_at(first, end)
        if statement is not None:
            task.said, task.speaker = statement, self.said[statement].speaker
        rows.assign(sheet, task, stop, last, self.cast, self.dues)
        return task


def _begin(one: Said) -> int:
    return one.first


def _joined(tasks: list[Task]) -> list[Task]:
    """One item a row: needs of one speaker that stand side by side become one."""
    joined: list[Task] = []
    for task in tasks:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kind == task.kind == "need"
            and before.speaker == task.speaker
            and before.actor is None
            and before.due is None
            and task.rule not in SAID_ON
        ):
            before.last = task.last
            before.amount = before.amount if before.amount is not None else task.amount
            before.actor, before.due = task.actor, task.due
        else:
            joined.append(task)
    return joined
