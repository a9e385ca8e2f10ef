"""The recurring issues of an archive: grouped anew when documents came or went, described when they are asked for.

`issue_members` holds which item belongs to which issue, as a need or as an answer to it; `issues` what is known of each at the time of
grouping, for those who ask with other tools; `issue_log` what became of the ids.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from minutes_miner.archive.database import Database, Row
from minutes_miner.corpus.issues.describing import Raised, describe
from minutes_miner.corpus.issues.finding import Grouping, group_matters
from minutes_miner.corpus.issues.matters import Matter
from minutes_miner.corpus.issues.wanted import EVERYTHING, Wanted
from minutes_miner.records import Issue
from minutes_miner.rulebook.topics import load_topics

# The fields of a Matter in their order, then the number of the item; a document of which there is an earlier copy says nothing new.
_MATTERS = """SELECT d.id, i.start, i.stop, i.kind, i.text, d.source, i.page, d.date, d.region, COALESCE(d.forum, d.event),
    i.speaker, i.actor, i.topic, i.status, i.amount, i.number{more}
    FROM items i JOIN documents d ON d.number = i.document{join} WHERE d.copy_of IS NULL"""
_EARLIER = """SELECT d.id, i.start, i.stop, m.issue FROM issue_members m JOIN items i ON i.number = m.item
    JOIN documents d ON d.number = i.document WHERE m.role = 'need'"""
_MEMBERS = _MATTERS.format(
    more=", m.issue, m.role, g.topic, g.label", join=" JOIN issue_members m ON m.item = i.number JOIN issues g ON g.id = m.issue"
)
_FIELDS = len(Matter._fields)


def join_issues(database: Database, model: Path) -> None:
    """Groups the needs of all documents and writes the tables of issues anew, with ids that stay.

    Args:
        database: in a transaction.
        model: the model folder.
    """
    same: dict[str, str] = {}
    numbers: dict[str, int] = {}
    matters = []
    for row in database.each(_MATTERS.format(more="", join="")):
        matter = _matter(row, same)
        matters.append(matter)
        numbers[matter.key] = row[_FIELDS]
    earlier = {f"{id}:{start}:{stop}": issue for id, start, stop, issue in database.rows(_EARLIER)}
    known = [row[0] for row in database.rows("SELECT id FROM issues")]
    topics = load_topics(model)
    grouping = group_matters(matters, topics, model, earlier, known)
    issues = describe(grouping.raised, topics.labels, EVERYTHING.newest(matter.date for matter in matters), model)
    database.run("DELETE FROM issue_members")
    database.run("DELETE FROM issues")
    database.run_many(f"INSERT INTO issues VALUES ({', '.join('?' * 10)})", [_issue_row(issue) for issue in issues])
    database.run_many(
        "INSERT INTO issue_members (issue, item, role) VALUES (?, ?, ?)",
        (
            (raised.id, numbers[matter.key], role)
            for raised in grouping.raised
            for role, members in (("need", raised.needs), ("answer", raised.replies))
            for matter in members
        ),
    )
    _log(database, grouping, {issue.issue: issue for issue in issues})


def read_issues(database: Database, model: Path, wanted: Wanted = EVERYTHING) -> list[Issue]:
    """The issues of the archive as they were grouped, described by what is `wanted` of them; those of most meetings first."""
    same: dict[str, str] = {}
    with database.snapshot():
        rows = database.rows(f"{_MEMBERS} ORDER BY m.issue, d.id, i.start, i.stop, i.text")
        days = [row[0] for row in database.rows("SELECT DISTINCT date FROM documents")]
    raised = [_raised(id, list(members), same) for id, members in groupby(rows, key=lambda row: row[_FIELDS + 1])]
    return wanted.choose(describe(wanted.narrow(raised), load_topics(model).labels, wanted.newest(days), model))


def _raised(id: str, rows: list[Row], same: dict[str, str]) -> Raised:
    topic, label = rows[0][_FIELDS + 3 :]
    needs = [_matter(row, same) for row in rows if row[_FIELDS + 2] == "need"]
    return Raised(id, topic, needs, [_matter(row, same) for row in rows if row[_FIELDS + 2] == "answer"], label)


def _matter(row: Row, same: dict[str, str]) -> Matter:
    """The row as a matter; texts that many rows share are held once."""
    fields: list[Any] = [
        same.setdefault(cell, cell) if isinstance(cell, str) and at != _TEXT else cell for at, cell in enumerate(row[:_FIELDS])
    ]
    return Matter(*fields)


_TEXT = Matter._fields.index("text")


def _issue_row(issue: Issue) -> Row:
    details = {
        "members": len(issue.members),
        "sentences": [sentence.text for sentence in issue.sentences],
        "strands": [{"label": strand.label, "mentions": strand.mentions, "meetings": strand.meetings} for strand in issue.strands],
        "forums": issue.forums,
        "people": issue.people,
        "met": issue.met,
        "answers": len(issue.answers),
        "asked": issue.asked,
        "given": issue.given,
    }
    return (
        issue.issue,
        issue.label,
        issue.topic,
        json.dumps(issue.terms, ensure_ascii=False),
        issue.meetings,
        issue.first_seen,
        issue.last_seen,
        json.dumps(issue.regions, ensure_ascii=False),
        issue.state,
        json.dumps(details, ensure_ascii=False),
    )


def _log(database: Database, grouping: Grouping, issues: Mapping[str, Issue]) -> None:
    documents = database.rows("SELECT COUNT(*) FROM documents")[0][0]
    rows = []
    for change in grouping.changes:
        issue = issues.get(change.issue)
        label, members = (issue.label, len(issue.members)) if issue else (None, 0)
        rows += [(change.change, change.issue, other, label, members, documents) for other in change.others or (None,)]
    database.run_many("INSERT INTO issue_log (event, issue, other, label, members, documents) VALUES (?, ?, ?, ?, ?, ?)", rows)
