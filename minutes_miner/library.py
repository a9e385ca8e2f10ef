"""Functions of the library that need several of its parts: mine a file, load the pipeline, find issues."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_miner.documents.reading import prepare, read
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.miner import shared_miner
from minutes_miner.records import Analysis, Failure, Issue

if TYPE_CHECKING:
    from spacy.language import Language


def mine(path: str | Path, *, model: str | Path | None = None, settings: Settings = DEFAULT) -> Analysis:
    """The analysis of one file; `settings` say how it is read and what that may cost.

    Raises:
        InputError: the file cannot be read; says why and what to do.
        ModelError: the model has a fault.
    """
    prepare()
    miner = shared_miner(str(model) if model is not None else None)
    return miner.mine(read(path, settings))


def load(model: str | Path | None = None) -> Language:
    """A spaCy `Language`: `doc.ents`, `doc.spans["mentions"]`, `doc.spans["statements"]`, `doc.spans["items"]`, `doc._.minutes`."""
    return shared_miner(str(model) if model is not None else None).pipeline.language()


def find_issues(results: Sequence[Analysis | Failure], *, model: str | Path | None = None) -> list[Issue]:
    """The recurring issues in the needs of all documents given; failures are passed over."""
    from minutes_miner.corpus.issues import find_issues as group_needs  # scikit-learn takes longer to load than all the rest

    analyses = [result for result in results if isinstance(result, Analysis)]
    return group_needs(analyses, shared_miner(str(model) if model is not None else None).topics)
