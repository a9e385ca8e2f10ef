"""A parsed query -> SQL over the vectors of a text (`vectors`), in PostgreSQL's language of text queries.

Words as written stand in the vectors with weight A, stems of words that differ from them with weight B; so a stem is looked for in any
weight, as in SQLite's two columns. A text in one vector (part 0) is asked as a whole. Of a longer one each part answers for itself, so
that `AND` and `NOT` are worked out over its parts.
"""

from __future__ import annotations

from minutes_miner.archive.database import Matching
from minutes_miner.archive.databases.vectors import words_of
from minutes_miner.archive.search.query import AllOf, AnyOf, Node, Phrase, Without, Word, leaves

# Of D, C, B and A: a word of the same stem counts a little less than the word as asked for.
WEIGHTS = "{0.1, 0.1, 0.7, 1.0}"
# Divides by 1 + the logarithm of the length, and makes it a share of 1.
NORMALIZED = 1
# What is found by no query: a sign that no word holds.
NOTHING = "'.'"


def matching(index: str, query: Node, *, scored: bool) -> Matching:
    """The numbers of the rows that match, and the score of each: for a long text that of its best part."""
    whole = expression(query)
    long, values = _long_texts(index, query)
    if not scored:
        short = f"SELECT number FROM {index} WHERE part = 0 AND search @@ ?::tsquery"
        return Matching(f"({short} UNION ALL {long})", (whole, *values))
    wanted = expression(_wanted(query))
    score = f"ts_rank('{WEIGHTS}', search, ?::tsquery, {NORMALIZED})::float8"
    short = f"SELECT number, {score} AS score FROM {index} WHERE part = 0 AND search @@ ?::tsquery"
    best = f"SELECT number, max({score}) FROM {index} WHERE part > 0 AND number IN ({long}) GROUP BY number"
    return Matching(f"({short} UNION ALL {best})", (wanted, whole, wanted, *values))


def expression(node: Node) -> str:
    """The query as a literal of the type `tsquery`; every word is quoted, and a word is letters and digits only.

    >>> from minutes_miner.archive.search.query import AllOf
    >>> expression(AllOf((Word("bantuan", "bantu"), Phrase(("kantor", "kel"), prefix=True))))
    "(('bantu' | 'bantuan':A) & ('kantor':A <-> 'kel':*A))"
    """
    match node:
        case Word(written, stem):
            stems = _run(words_of(stem), "")
            return stems if written == stem else f"({stems} | {_run(words_of(written), ':A')})"
        case Phrase(words, prefix):
            return _run([part for word in words for part in words_of(word)], ":A", prefix=prefix)
        case AllOf(parts):
            return f"({' & '.join(map(expression, parts))})"
        case AnyOf(parts):
            return f"({' | '.join(map(expression, parts))})"
        case Without(wanted, unwanted):
            return f"({expression(wanted)} & !{expression(unwanted)})"


def _run(words: list[str], weight: str, *, prefix: bool = False) -> str:
    """Words one after the other."""
    if not words:
        return NOTHING
    *before, last = words
    ending = ":*A" if prefix else weight
    run = " <-> ".join([*(f"'{word}'{weight}" for word in before), f"'{last}'{ending}"])
    return f"({run})" if before else run


def _long_texts(index: str, node: Node) -> tuple[str, tuple[str, ...]]:
    """SQL for the numbers of texts in several parts, with its values."""
    match node:
        case AllOf(parts):
            found = [_long_texts(index, part) for part in parts]
            return f"({' INTERSECT '.join(sql for sql, _ in found)})", tuple(value for _, values in found for value in values)
        case AnyOf(parts):
            found = [_long_texts(index, part) for part in parts]
            return f"({' UNION '.join(sql for sql, _ in found)})", tuple(value for _, values in found for value in values)
        case Without(wanted, unwanted):
            found = [_long_texts(index, part) for part in (wanted, unwanted)]
            return f"({' EXCEPT '.join(sql for sql, _ in found)})", tuple(value for _, values in found for value in values)
        case _:
            return f"(SELECT DISTINCT number FROM {index} WHERE part > 0 AND search @@ ?::tsquery)", (expression(node),)


def _wanted(query: Node) -> Node:
    """All that is to be there, each part of it a reason to come first."""
    parts = tuple(leaves(query))
    return parts[0] if len(parts) == 1 else AnyOf(parts)
