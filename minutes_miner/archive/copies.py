"""Documents that say the same, in another format or with a few words changed; the home of datasketch.

A text is taken as the set of its runs of five words (shingles). MinHash (Broder 1997) makes a short signature of the set; the share of
equal places in two signatures estimates the share of runs that two texts have in common.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

import numpy as np
from datasketch import MinHash, MinHashLSH

from minutes_miner.corpus.word_forms import WORD

SHINGLE = 5
PLACES = 64
# Minutes of one form share much: what is called a copy has nearly all in common, as two formats of one document have.
ALIKE = 0.85
_SEED = 1


def signature(text: str) -> bytes:
    """The signature of a text: 64 numbers of 32 bits; of a text without words nothing, as it is like no other."""
    words = WORD.findall(text.casefold())
    if not words:
        return b""
    shingles = {" ".join(words[at : at + SHINGLE]) for at in range(max(len(words) - SHINGLE + 1, 1))}
    made = MinHash(PLACES, seed=_SEED, hashfunc=zlib.crc32)
    made.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in shingles])
    return np.asarray(made.hashvalues, dtype="<u4").tobytes()


def first_copies(signatures: Iterable[tuple[str, bytes]]) -> Mapping[str, str]:
    """Document id -> the id of the document that it is a copy of: the first, by id, of all that are alike through one another.

    Args:
        signatures: (id, signature) of each document, in any order.
    """
    index = MinHashLSH(threshold=ALIKE, num_perm=PLACES)
    first: dict[str, str] = {}
    known: dict[str, MinHash] = {}
    for id, packed in sorted(pair for pair in signatures if pair[1]):
        sign = MinHash(PLACES, seed=_SEED, hashfunc=zlib.crc32, hashvalues=np.frombuffer(packed, dtype="<u4").astype(np.uint64))
        alike = [other for other in index.query(sign) if sign.jaccard(known[other]) >= ALIKE]
        if alike:
            first[id] = min(first.get(other, other) for other in alike)
        index.insert(id, sign)
        known[id] = sign
    return first
