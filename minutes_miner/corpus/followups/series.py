"""Analyses -> the series of meetings that they are of, with their links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from minutes_miner.corpus.followups.forum_series import Gathering, name_words, series_of
from minutes_miner.corpus.followups.forums import ForumNames, load_forum_names
from minutes_miner.corpus.followups.likeness import load_likeness
from minutes_miner.corpus.followups.linking import Linker
from minutes_miner.corpus.followups.matrix import Series
from minutes_miner.corpus.followups.meetings import Meeting, meeting_of
from minutes_miner.corpus.followups.report_words import load_report_words
from minutes_miner.records import Analysis

NAMELESS = "Rapat"


def find_series(analyses: Sequence[Analysis], model: Path) -> list[Series]:
    """The series, by name; a document given twice counts once, one without a date belongs to none.

    Where no document names its forum and attendance puts none together, all are taken for the meetings of one.
    """
    documents = {each.document.id: each for each in analyses if each.document.kind == "minutes" and each.document.date}
    reader, words = load_forum_names(model), load_report_words(model)
    gatherings = [gathering_of(each, reader) for _, each in sorted(documents.items())]
    names = series_of(gatherings, reader)
    if not any(each.forum for each in gatherings):
        names = dict.fromkeys(documents, next(iter(sorted(names.values())), NAMELESS))
    members: dict[str, list[Meeting]] = defaultdict(list)
    for id, name in names.items():
        meeting = meeting_of(documents[id], words)
        if meeting is not None:
            members[name].append(meeting)
    linker = Linker(load_likeness(model), words)
    return [
        Series(forum=name, days=tuple(sorted(meeting.date for meeting in meetings)), links=tuple(linker.links(meetings)))
        for name, meetings in sorted(members.items())
    ]


def gathering_of(analysis: Analysis, reader: ForumNames) -> Gathering:
    """What a document tells of the body that met."""
    header, forum = analysis.document, reader.of_document(analysis)
    return Gathering(
        document=header.id,
        date=header.date,
        forum=forum.name if forum else None,
        title=header.title,
        place=header.place,
        people=name_words(person.name for person in analysis.people),
    )
