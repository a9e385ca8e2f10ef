"""Documents that say the same, in another format or with a few words changed; the home of datasketch.

A text is taken as the set of its runs of five words (shingles). MinHash (Broder 1997) makes a short signature of the set; the share of
equal places in two signatures estimates the share of runs that two texts have in common.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

import numpy as np

from minutes_miner.corpus.word_forms import WORD

if TYPE_CHECKING:
    from datasketch import MinHash

SHINGLE = 5
PLACES = 64
# Minutes of one form share much: what is called a copy has nearly all in common, as two formats of one document have.
ALIKE = 0.85
# Signatures are kept for years: they are made in one way, whatever a later datasketch does by default.
_SCHEME: Literal["affine32"] = "affine32"


def signature(text: str) -> bytes:
    """The signature of a text: 64 numbers of 32 bits; of a text without words nothing, as it is like no other."""
    from datasketch import MinHash  # loading it takes longer than a run over unchanged files

    words = WORD.findall(text.casefold())
    if not words:
        return b""
    shingles = {" ".join(words[at : at + SHINGLE]) for at in range(max(len(words) - SHINGLE + 1, 1))}
    made = MinHash(PLACES, hashfunc=zlib.crc32, scheme=_SCHEME)
    made.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in shingles])
    return np.asarray(made.hashvalues, dtype="<u4").tobytes()


def first_copies(signatures: Iterable[tuple[str, bytes]]) -> Mapping[str, str]:
    """Id of a copy -> id of its original: documents are taken in the order of their ids, and one that is alike to an original before it,
    the likest and first of several, is a copy of that; every other is an original.

    Args:
        signatures: (id, signature) of each document, in any order.
    """
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=ALIKE, num_perm=PLACES)
    copies: dict[str, str] = {}
    originals: dict[str, MinHash] = {}
    for id, packed in sorted(pair for pair in signatures if pair[1]):
        sign = MinHash(PLACES, hashvalues=np.frombuffer(packed, dtype="<u4"), scheme=_SCHEME)
        likeness = {original: sign.jaccard(originals[original]) for original in index.query(sign)}
        best = min(likeness, key=lambda original: (-likeness[original], original), default=None)
        if best is not None and likeness[best] >= ALIKE:
            copies[id] = best
        else:
            index.insert(id, sign)
            originals[id] = sign
    return copies
