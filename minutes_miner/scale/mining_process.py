"""The process beside a worker in which documents are mined.

A worker of Dask must not die of a document, and does not answer its scheduler while it computes. So documents come here by standard input,
and what is found goes back by standard output, both pickled, as both sides are this program.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_miner.archive.packing import packed
from minutes_miner.miner import shared_miner
from minutes_miner.records import Analysis, Document, Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Mined:
    """A document as it is kept: its text, and its analysis without the text."""

    id: str
    source: str
    text: str
    analysis: bytes


def mined(model: str | None, documents: Sequence[Document | Failure]) -> list[Mined | Failure]:
    """The documents, mined; a failure stays what it is, and a fault of the program becomes one."""
    miner = shared_miner(model)
    results = (miner.mined(document) if isinstance(document, Document) else document for document in documents)
    return [_kept(result) if isinstance(result, Analysis) else result for result in results]


def main() -> None:
    """Mines what comes until nothing comes."""
    orders = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what a library prints is no answer
    while True:
        try:
            model, documents = pickle.load(orders)
        except EOFError:
            return
        pickle.dump(mined(model, documents), answers)
        answers.flush()


def _kept(analysis: Analysis) -> Mined:
    return Mined(id=analysis.document.id, source=analysis.document.source, text=analysis.text, analysis=packed(analysis))
