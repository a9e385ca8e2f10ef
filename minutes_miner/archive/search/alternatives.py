"""Words of a search that the archive does not have -> words of it that are spelt alike."""

from __future__ import annotations

from difflib import get_close_matches

from minutes_miner.answers import Alternative
from minutes_miner.archive import schema
from minutes_miner.archive.database import Database
from minutes_miner.archive.search.query import Node, Phrase, leaves
from minutes_miner.archive.search.question import Question

MOST = 3
ALIKE = 0.75
# Who mistypes a word seldom does so in its first letters, and looking through all words would take long.
_SAME = 2


def alternatives(database: Database, question: Question, seconds: float) -> list[Alternative]:
    """What else may be meant by the words of a question that are in no text at all."""
    if question.query is None:
        return []
    with database.time_limit(seconds):
        missing = [leaf for leaf in dict.fromkeys(leaves(question.query)) if not _is_there(database, leaf)]
        words = [word for leaf in missing for word in (leaf.words if isinstance(leaf, Phrase) else leaf.written.split())]
        found = [Alternative(word=word, instead=_alike(database, word)) for word in dict.fromkeys(words)]
    return [each for each in found if each.instead]


def _is_there(database: Database, leaf: Node) -> bool:
    match = database.matching(schema.TEXTS, leaf, scored=False)
    return bool(database.rows(f"SELECT 1 FROM {match.sql} m LIMIT 1", match.values))


def _alike(database: Database, word: str) -> tuple[str, ...]:
    known = dict(database.vocabulary(schema.TEXTS, word[:_SAME])) if len(word) > _SAME else {}
    known.pop(word, None)
    return tuple(get_close_matches(word, known, MOST, ALIKE))
