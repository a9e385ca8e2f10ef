"""A question put to an archive -> the hits, best first."""

from __future__ import annotations

from dataclasses import replace

from minutes_miner.answers import Hit
from minutes_miner.archive.database import Database
from minutes_miner.archive.search.candidates import RECORDS, candidates
from minutes_miner.archive.search.entity_hits import entity_hits, joined_kinds
from minutes_miner.archive.search.hits import document_hits, record_hits
from minutes_miner.archive.search.kinds import ENTITIES
from minutes_miner.archive.search.question import Question
from minutes_miner.archive.search.search_words import SearchWords
from minutes_miner.archive.search.wanted import Wanted

SECONDS = 20.0
# So many people, offices and institutions stand above the documents, where all words of the question are in their name.
BESIDE_DOCUMENTS = 3
# Less of a name than this is no name: `kepala` alone asks for none of the many `Kepala Dinas`.
LEAST_SHARE = 0.5


def search(database: Database, words: SearchWords, question: Question, seconds: float = SECONDS) -> list[Hit]:
    """The hits that the question asks for, ranked from 1 over all pages.

    Raises:
        ArchiveError: the archive is damaged, or the search takes longer than `seconds`.
    """
    with database.time_limit(seconds), database.snapshot():
        hits = _hits(database, words, question)
    return [replace(hit, rank=question.offset + place) for place, hit in enumerate(hits, 1)]


def _hits(database: Database, words: SearchWords, question: Question) -> list[Hit]:
    kind = question.sought.hits
    wanted = Wanted(question.query, words.forms) if question.query is not None else None
    if kind is not None and kind in ENTITIES:
        return entity_hits(database, words, question, (kind,))
    if kind is not None and kind in RECORDS:
        found = candidates(database, words, question, RECORDS[kind])
        return record_hits(database, found[question.offset :], wanted, kind)
    named = _named(database, words, question) if kind is None else []
    found = candidates(database, words, question, "documents")
    below = document_hits(database, found[max(question.offset - len(named), 0) : question.wanted - len(named)], wanted)
    return [*named[question.offset : question.wanted], *below]


def _named(database: Database, words: SearchWords, question: Question) -> list[Hit]:
    """The few entities that a question without a kind may mean by name."""
    if question.query is None:
        return []
    first = replace(question, limit=BESIDE_DOCUMENTS, offset=0)
    return [hit for hit in entity_hits(database, words, first, joined_kinds(database)) if hit.score >= 1 + LEAST_SHARE]
