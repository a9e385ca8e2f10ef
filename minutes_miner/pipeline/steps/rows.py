"""Rows of minutes: follow-up lists and tables, `(PIC: ...)` tails, `task: name` allotments, check boxes, reports on earlier items."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from minutes_miner.pipeline.outline import ITEM_SECTIONS, Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps.actors import Actor, agent, leading
from minutes_miner.pipeline.steps.dues import Due, Dues, find_amount
from minutes_miner.pipeline.steps.speakers import Cast
from minutes_miner.pipeline.steps.tasks import Task
from minutes_miner.records import ItemKind

FOLLOWED_RULE = "item.followed_up"
TABLE_RULE = "item.table"
LONGEST_HEADER = 4
DASHES = frozenset("-–—")
OWNER_ENDS = frozenset("),;.")
DAYS = ("date.full", "date.weekday", "date.relative")


def tail_start(sheet: Sheet, first: int, last: int) -> int:
    """Where a row's tail `(PIC: ...)`, `(Pak Yanto)` or `deadline: ...` begins; `last` where it has none."""
    end = sheet.bare_end(first, last)
    if end > first and sheet.words[end - 1] == ")":
        opened = next((at for at in range(end - 1, first, -1) if sheet.words[at] == "("), None)
        if opened is not None and (_names(sheet, opened, end) or sheet.lowers[opened + 1] in sheet.lexis.tail_labels):
            end = opened
    labelled = (at for at in range(first + 2, end - 1) if sheet.words[at] == "(" and sheet.lowers[at + 1] in sheet.lexis.tail_labels)
    end = next(labelled, end)
    dash = next((at for at in range(end - 1, first + 2, -1) if sheet.words[at] in DASHES), None)
    if dash is not None and _names(sheet, dash, end + 1):
        end = dash
    for at in range(first + 2, end):
        if sheet.words[at] == ":" and sheet.lowers[at - 1] in sheet.lexis.due_labels:
            end = at - 1
            break
    end = sheet.bare_end(first, end)
    return end if end - first > 1 else last


def is_tail(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a sentence is no more than the owner or deadline of the row before it: `PIC: Bu Rukmini.`, `Batas waktu: 3 Mei.`"""
    if last - first <= LONGEST_HEADER and _names(sheet, first - 1, last + 1):
        return True
    colon = next((at for at in range(first + 1, min(last, first + LONGEST_HEADER)) if sheet.words[at] == ":"), None)
    return colon is not None and sheet.lowers[first] in sheet.lexis.tail_labels


def _names(sheet: Sheet, first: int, last: int) -> bool:
    """Whether people and nothing much else stand between two signs."""
    people = [m for m in sheet.between(first + 1, last) if m.label == "PERSON" and m.last <= last]
    covered = sum(m.last - m.first for m in people)
    return bool(people) and covered * 3 >= last - first - 2


def assign(sheet: Sheet, task: Task, stop: int, last: int, cast: Cast, due: Dues) -> None:
    """Give a row's item the people and the date that stand in its tail."""
    if stop >= last:
        return
    people = _people(sheet, stop, last)
    if task.actor is None:
        task.actor = _joint(sheet, people, cast) if people else _labelled(sheet, stop, last)
    if task.due is None:
        task.due = due.stated(stop, last)


def _labelled(sheet: Sheet, first: int, last: int) -> Actor | None:
    """An owner that is nobody's name, behind its label: `(PIC: sekretariat)`."""
    for at in range(first, last - 2):
        if sheet.lowers[at] in sheet.lexis.owner_labels and sheet.words[at + 1] == ":":
            stop = next((end for end in range(at + 2, last) if sheet.words[end] in OWNER_ENDS), last)
            return Actor(" ".join(sheet.text(at + 2, stop).split()), None, at + 2, stop, group=True) if stop > at + 2 else None
    return None


def _people(sheet: Sheet, first: int, last: int) -> list[Found]:
    return [m for m in sheet.between(first, last) if m.label in ("PERSON", "INSTITUTION", "OFFICE") and not m.nested and m.last <= last]


def _joint(sheet: Sheet, mentions: list[Found], cast: Cast) -> Actor:
    """One actor for one or several mentions: a name, or the text's own phrase with its honorifics."""
    first = mentions[0]
    if len(mentions) == 1:
        return Actor(cast.name(first.entity) or sheet.text(first.first, first.last), first.entity, first.first)
    begin = first.first
    while begin > 0 and sheet.has(begin - 1, "titles"):
        begin -= 1
    return Actor(" ".join(sheet.text(begin, mentions[-1].last).replace("*", "").split()), None, first.first)


def allotted(sheet: Sheet, first: int, last: int, cast: Cast) -> Actor | None:
    """The names behind `task:`."""
    colon = next((at for at in range(first, last) if sheet.words[at] == ":"), None)
    people = _people(sheet, colon, last) if colon is not None else []
    return _joint(sheet, people, cast) if people else None


def doer(sheet: Sheet, first: int, last: int, cast: Cast) -> Actor | None:
    """Who is to act in a row without a cue: the names behind `task:`, the subject, or the one behind `oleh` or a passive verb."""
    behind = allotted(sheet, first, last, cast)
    if behind is not None:
        return behind
    people = _people(sheet, first, last)
    if people and all(sheet.has(at, "titles") or sheet.words[at] == "*" for at in range(first, people[0].first)):
        same = [people[0]]
        for other in people[1:]:
            gap = range(same[-1].last, other.first)
            if all((sheet.has(i, "joiners") or sheet.words[i] == ",") or sheet.has(i, "titles") for i in gap):
                same.append(other)
        return _joint(sheet, same, cast)
    return leading(sheet, cast, first, last) or agent(sheet, cast, first, last)


def settles(sheet: Sheet, first: int, last: int, day: datetime.date | None) -> bool:
    """Whether a discussion row settles or allots something: `task: name`, or an action verb and no sign of a mere report."""
    if any(sheet.has(at, "reports") for at in range(first, last)):
        return False
    for at in range(first, last):
        if sheet.words[at] == ":" and at + 1 < last:
            after = [m for m in sheet.between(at + 1, at + 5) if (m.label == "PERSON" or _ahead(m, day))]
            if after:
                return True
    if any(m.rule in DAYS and _ahead(m, day) for m in sheet.between(first, last)):
        return True
    return any(_acts(sheet, at) for at in range(first, last))


def _ahead(mention: Found, day: datetime.date | None) -> bool:
    """Whether a date is not past on the day of the document."""
    if mention.label != "DATE":
        return False
    end = mention.value.get("end") if mention.value else None
    return day is None or not isinstance(end, str) or end >= day.isoformat()


def tells(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a paragraph is a sentence and no signature: three small words, and names do not fill it."""
    names = sum(m.last - m.first for m in sheet.between(first, last) if m.label in ("PERSON", "OFFICE") and m.last <= last)
    small = sum(sheet.has(at, "low") for at in range(first, last))
    return small >= 3 and names * 2 < last - first


def _acts(sheet: Sheet, at: int) -> bool:
    return (
        sheet.has(at, "low") and len(sheet.lowers[at]) > 4 and (sheet.passive(at) or sheet.active(at)) and not sheet.has(at, "not_actions")
    ) or sheet.has(at, "settling")


def followed_up(sheet: Sheet, line: Line, cast: Cast, due: Dues) -> Task:
    """A row that reports on an earlier item: what it was, who has it, whether it is done."""
    first, last = line.content, line.last
    checked = None
    if sheet.words[first] == "[":
        close = next((at for at in range(first, min(first + 3, last)) if sheet.words[at] == "]"), None)
        if close is not None:
            checked = sheet.lowers[first + 1] == "x"
            first = close + 1
    elif line.first < first and "[" in sheet.words[line.first : first]:
        checked = "x" in sheet.lowers[line.first : first]
    elif any(sheet.has(at, name) for at in range(line.first, first) for name in ("ticks", "empty_boxes")):
        checked = any(sheet.has(at, "ticks") for at in range(line.first, first))
    colon = next((at for at in range(first, last) if sheet.words[at] == ":"), None)
    stop = tail_start(sheet, first, last)
    end = colon if colon is not None and colon - first >= 2 else stop
    report = range(end, last) if colon is not None and colon - first >= 2 else range(first, last)
    done = checked if checked is not None else _is_done(sheet, report)
    if colon is not None and colon - first < 2:
        end = next((at for at in range(colon, last) if sheet.words[at] == ","), stop)
    end = next((at for at in range(first + 2, end) if sheet.words[at] == "."), end)
    end = sheet.bare_end(first, end)
    task = Task("instruction", first, end, None, FOLLOWED_RULE, sheet.lexis.confidences[FOLLOWED_RULE], done=done, line=line)
    people = _people(sheet, end, last)
    persons = [m for m in people if m.label == "PERSON"]
    if persons:
        task.actor = _joint(sheet, persons, cast)
    told = any(sheet.has(at, "strong_due") or sheet.has(at, "B:strong_due") for at in report)
    if not done and told and not any(sheet.has(at, "gone_by") for at in report):
        task.due = due.find(end, last, "instruction")
    return task


def _beside_name(sheet: Sheet, at: int) -> bool:
    return sheet.has(at, "titles") or sheet.has(at, "degrees") or sheet.has(at, "punct")


def _is_done(sheet: Sheet, report: range) -> bool:
    done = any(sheet.has(at, "done_words") for at in report)
    return done and not any(sheet.has(at, "not_done_words") for at in report)


def table_columns(sheet: Sheet, lines: list[Line]) -> dict[int, dict[str, int]]:
    """For each row of a follow-up table (by its first position) the meaning of its cells: `col_item` -> cell number."""
    columns: dict[str, int] = {}
    table: dict[int, dict[str, int]] = {}
    between = 0
    for line in lines:
        if not line.cells:
            between += 1
            if between > 1 or sheet.words[line.last - 1] == ".":  # one line that is no sentence may be a heading inside the table
                columns = {}
            continue
        between = 0
        header: dict[str, int] = {}
        for number, (a, b) in enumerate(line.cells):
            label = _column(sheet, a, b)
            if label is not None:
                header.setdefault(label, number)
        if "col_item" in header or ("col_owner" in header and "col_issue" in header):
            columns = header
        elif columns and len(line.cells) > max(columns.values()):
            table[line.first] = columns
    return table


def _column(sheet: Sheet, first: int, last: int) -> str | None:
    """What a header cell announces, by the whole of it or its first words (`Uraian Kegiatan`); a heading of sections names the items."""
    for stop in range(min(last, first + LONGEST_HEADER), first, -1):
        label = sheet.lexis.labels.get(" ".join(sheet.lowers[first:stop]).strip(" ."))
        if label is not None and label.startswith("col_"):
            return label
        if label in ITEM_SECTIONS:
            return "col_item"
    return None


def table_row(
    sheet: Sheet,
    line: Line,
    table: dict[int, dict[str, int]],
    cast: Cast,
    due: Dues,
    kind_of: Callable[[int, int, str], tuple[ItemKind, str, float, tuple[int, int] | None]],
) -> list[Task]:
    """The item of a row of a follow-up table."""
    columns = table[line.first]
    first, last = line.cells[columns.get("col_item", columns.get("col_issue", 0))]
    last = sheet.bare_end(first, last)
    if last - first < 1:
        return []
    kind, rule, confidence, cue = kind_of(first, last, line.section)
    task = Task(kind, first, last, cue, rule, confidence, line=line)
    task.actor = leading(sheet, cast, first, last)
    if "col_owner" in columns and task.actor is None:
        a, b = line.cells[columns["col_owner"]]
        people = _people(sheet, a, b)
        if len(people) == 1 and all(_beside_name(sheet, at) for at in range(a, b) if not people[0].first <= at < people[0].last):
            task.actor = _joint(sheet, people, cast)
        elif b > a:
            task.actor = Actor(" ".join(sheet.text(a, b).split()), None, a)
    if "col_deadline" in columns:
        a, b = line.cells[columns["col_deadline"]]
        if b > a and sheet.text(a, b).strip("- "):
            task.due = Due(a, b, a)
    if task.due is None:
        task.due = due.find(first, last, kind)
    if "col_status" in columns:
        a, b = line.cells[columns["col_status"]]
        task.done = _is_done(sheet, range(a, b))
    task.amount = find_amount(sheet, first, last)
    return [task]
