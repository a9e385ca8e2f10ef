"""A parsed query -> an expression of SQLite's text index (FTS5), whose columns are `text` and `stems`.

The stem of a word stands in `stems` where it differs from the word and is the word itself in `text` where it does not, so a stem is looked
for in both. The word as written is looked for as well: it adds nothing to what is found, but what has it ranks first.
"""

from __future__ import annotations

from minutes_miner.archive.search.query import AllOf, AnyOf, Node, Phrase, Without, Word

# A word of the same stem counts a little less than the stem itself and the word as asked for.
WEIGHTS = "1.0, 0.7"


def expression(node: Node) -> str:
    """The query in the language of FTS5; every word is quoted.

    >>> expression(AllOf((Word("bantuan", "bantu"), Phrase(("perkema",), prefix=True))))
    '(({text stems} : "bantu" OR text : "bantuan") AND text : "perkema" *)'
    """
    match node:
        case Word(written, stem):
            stems = f"{{text stems}} : {_quoted(stem)}"
            return stems if written == stem else f"({stems} OR text : {_quoted(written)})"
        case Phrase(words, prefix):
            return f"text : {_quoted(' '.join(words))}{' *' if prefix else ''}"
        case AllOf(parts):
            return f"({' AND '.join(map(expression, parts))})"
        case AnyOf(parts):
            return f"({' OR '.join(map(expression, parts))})"
        case Without(wanted, unwanted):
            return f"({expression(wanted)} NOT {expression(unwanted)})"


def _quoted(words: str) -> str:
    """A string of FTS5; a stem comes from a list that people edit, and may hold any sign."""
    return '"' + words.replace('"', '""') + '"'
