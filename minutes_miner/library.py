"""The functions that a user of the library calls."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_miner.corpus.issues import find_issues as group_needs
from minutes_miner.documents.reading import read
from minutes_miner.miner import mine_texts, shared_miner
from minutes_miner.outputs.frames import frames
from minutes_miner.outputs.writing import write
from minutes_miner.records import Analysis, Failure, Issue

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["find_issues", "frames", "load", "mine", "mine_texts", "read", "write"]


def mine(path: str | Path, *, model: str | Path | None = None) -> Analysis:
    """The analysis of one file.

    Raises:
        InputError: the file cannot be read; says why and what to do.
        ModelError: the model has a fault.
    """
    document = read(path)
    return shared_miner(str(model) if model is not None else None).mine(document)


def load(model: str | Path | None = None) -> Language:
    """A spaCy `Language`: `doc.ents`, `doc.spans["mentions"]`, `doc.spans["statements"]`, `doc.spans["items"]`, `doc._.minutes`."""
    return shared_miner(str(model) if model is not None else None).pipeline.language()


def find_issues(results: Sequence[Analysis | Failure], *, model: str | Path | None = None) -> list[Issue]:
    """The recurring issues in the needs of all documents given; failures are passed over."""
    analyses = [result for result in results if isinstance(result, Analysis)]
    return group_needs(analyses, shared_miner(str(model) if model is not None else None).topics)
