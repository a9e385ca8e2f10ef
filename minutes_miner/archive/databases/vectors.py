"""Texts as text vectors of PostgreSQL, written out here so that both databases tell the same words apart.

PostgreSQL's own parser takes `dan/atau` for a path and `1.500.000` for one number; SQLite's index does not. A vector holds each word as it
is written (weight A, with its position, so that phrases are found) and after them the stems of words that differ from their stem (weight
B). They are the stems of PostgreSQL's configuration `indonesian`, Snowball as well, but for the words that the model corrects: so
`search @@ to_tsquery('indonesian', 'membantu')` finds `bantuan` from any other tool.

PostgreSQL forgets what is beyond place 16,383 of a vector, a word's 257th place and later, and refuses vectors of more than 1 MiB. So a
long text is a series of vectors, cut before it comes to that. Neighbours share `OVERLAP` words, so that no phrase is lost at a cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

WORDS = 6_000
TIMES = 200
CHARACTERS = 120_000
OVERLAP = 20
LONGEST_WORD = 200
GAP = 100
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of `text` as the index knows them: small letters without accents, as SQLite's tokenizer writes them.

    >>> words_of("Rp1.500.000 (dan/atau) André")
    ['rp1', '500', '000', 'dan', 'atau', 'andre']
    """
    plain = text if text.isascii() else "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return [word[:LONGEST_WORD] for word in _WORD.findall(plain.lower())]


def vectors(text: str, stems: str) -> list[tuple[int, str]]:
    """The vectors of a text, each as a literal of the type `tsvector`: one with the number 0, or several with numbers from 1.

    >>> vectors("Bantuan beras", "bantu")
    [(0, "'bantuan':1A 'beras':2A 'bantu':102B")]
    """
    parts = zip_longest(_parts(words_of(text), OVERLAP), _parts(words_of(stems), 0), fillvalue=())
    made = [_vector(words, others) for words, others in parts] or [""]
    return [(0, made[0])] if len(made) == 1 else list(enumerate(made, start=1))


def _parts(words: Sequence[str], overlap: int) -> Iterator[Sequence[str]]:
    """Runs of words that fit into a vector."""
    begin = 0
    while begin < len(words):
        end = _end_of_part(words, begin)
        yield words[begin:end]
        begin = end if end == len(words) else max(end - overlap, begin + 1)


def _end_of_part(words: Sequence[str], begin: int) -> int:
    times: Counter[str] = Counter()
    characters = 0
    for at in range(begin, min(len(words), begin + WORDS)):
        word = words[at]
        times[word] += 1
        characters += len(word)
        if times[word] > TIMES or characters > CHARACTERS:
            return at
    return min(len(words), begin + WORDS)


def _vector(words: Sequence[str], stems: Sequence[str]) -> str:
    after = len(words) + GAP
    places: dict[str, list[str]] = {}
    for at, word in enumerate(words, start=1):
        places.setdefault(word, []).append(f"{at}A")
    stemmed: dict[str, None] = dict.fromkeys(stems)
    for at, word in enumerate(stemmed, start=after):
        places.setdefault(word, []).append(f"{at}B")
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())
