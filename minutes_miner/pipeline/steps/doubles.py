"""An item that minutes tell twice, in the prose and again in the follow-up table, made one that knows both places."""

from __future__ import annotations

from itertools import islice

from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.tasks import Task

ALIKE = 0.75
FEWEST_WORDS = 3
SHORTEST_WORD = 4
MOST = 500  # items with one word that are compared with a row


def merge(sheet: Sheet, tasks: list[Task]) -> list[Task]:
    """The items without those that a row of a table repeats.

    The row stays, since it has the owner and the deadline in cells of their own; what it leaves open is taken from the prose, whose place
    is kept beside its own. Two items are one when three quarters of their longer words are the same and neither actor nor deadline speaks
    against it.
    """
    rows = [task for task in tasks if task.line is not None and task.line.cells]
    prose = [task for task in tasks if task.line is None or not task.line.cells]
    if not rows or not prose:
        return tasks
    told = [_words(sheet, task) for task in prose]
    telling: dict[str, dict[int, None]] = {}
    for number, words in enumerate(told):
        for word in words:
            telling.setdefault(word, {})[number] = None
    gone: set[int] = set()
    for row in rows:
        mine = _words(sheet, row)
        twin = next((number for number in _candidates(mine, telling) if _same(sheet, row, prose[number], mine, told[number])), None)
        if twin is not None:
            for word in told[twin]:
                del telling[word][twin]
            gone.add(id(prose[twin]))
            _take_over(row, prose[twin])
    return [task for task in tasks if id(task) not in gone]


def _candidates(words: frozenset[str], telling: dict[str, dict[int, None]]) -> list[int]:
    """The numbers, in order, of the prose items that may share as many words with a row as twins do.

    Twins share half of the row's words at least, so a twin holds one of any words that are more than half of them: of the rarest.
    """
    rarest = sorted((word for word in words if word in telling), key=lambda word: (len(telling[word]), word))
    unknown = len(words) - len(rarest)
    return sorted({number for word in rarest[: max(0, len(words) // 2 + 1 - unknown)] for number in islice(telling[word], MOST)})


def _words(sheet: Sheet, task: Task) -> frozenset[str]:
    return frozenset(word for word in sheet.lowers[task.first : task.last] if len(word) >= SHORTEST_WORD)


def _same(sheet: Sheet, row: Task, other: Task, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    if other.kind == "need" or min(len(mine), len(theirs)) < FEWEST_WORDS:
        return False
    shared = len(mine & theirs)
    if shared < ALIKE * min(len(mine), len(theirs)) or shared * 2 < max(len(mine), len(theirs)):
        return False
    if row.actor is not None and other.actor is not None and not _alike(row.actor.name, other.actor.name):
        return False
    if row.due is None or other.due is None:
        return True
    return bool({*sheet.lowers[row.due.shown : row.due.last]} & {*sheet.lowers[other.due.shown : other.due.last]})


def _alike(one: str, other: str) -> bool:
    mine, theirs = set(one.lower().split()), set(other.lower().split())
    return mine <= theirs or theirs <= mine


def _take_over(row: Task, twin: Task) -> None:
    row.also.append((twin.first, twin.last))
    row.actor = row.actor or twin.actor
    row.due = row.due or twin.due
    row.amount = row.amount or twin.amount
    row.done = row.done or twin.done
    if row.speaker is None:
        row.speaker, row.said = twin.speaker, twin.said
