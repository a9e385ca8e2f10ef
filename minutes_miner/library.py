"""Functions of the library that need several of its parts: mine a file, load the pipeline, find issues."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_miner.answers import KnownPerson
from minutes_miner.documents.reading import prepare, read
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.miner import shared_miner
from minutes_miner.paths import model_folder
from minutes_miner.records import Analysis, Failure, Issue
from minutes_miner.rulebook.model import load_rulebook

if TYPE_CHECKING:
    from spacy.language import Language

    from minutes_miner.corpus.followups.matrix import Series


def mine(path: str | Path, *, model: str | Path | None = None, settings: Settings = DEFAULT) -> Analysis:
    """The analysis of one file; `settings` say how it is read and what that may cost.

    Raises:
        InputError: the file cannot be read; says why and what to do.
        ModelError: the model has a fault.
    """
    prepare()
    miner = shared_miner(str(model) if model is not None else None)
    return miner.mine(read(path, settings))


def show(
    path: str | Path,
    page: int = 1,
    *,
    kinds: Collection[str] | None = None,
    lang: str = "id",
    model: str | Path | None = None,
    settings: Settings = DEFAULT,
) -> bytes:
    """A PNG of one page with the records drawn on it.

    Args:
        path: a file that has pages.
        page: from 1.
        kinds: which records, of `minutes_miner.outputs.page_marks.KINDS`; all if None.
        lang: the language of the legend, `id` or `en`.
        model: a model folder, or None for the shipped one.
        settings: how the file is read and what that may cost.

    Raises:
        InputError: the file cannot be read, or it has no such page.
        ModelError: the model has a fault.
    """
    from minutes_miner.documents.rendering import page_image  # drawing is loaded by those who draw
    from minutes_miner.outputs.page_marks import KINDS
    from minutes_miner.outputs.page_picture import draw

    image = page_image(path, page, settings)
    analysis = mine(path, model=model, settings=settings)
    return draw(image.png, image.width, image.height, analysis=analysis, page=page, kinds=KINDS if kinds is None else kinds, lang=lang)


def load(model: str | Path | None = None) -> Language:
    """A spaCy `Language`: `doc.ents`, `doc.spans["mentions"]`, `doc.spans["statements"]`, `doc.spans["items"]`, `doc._.minutes`."""
    return shared_miner(str(model) if model is not None else None).pipeline.language()


def find_people(results: Sequence[Analysis | Failure], *, model: str | Path | None = None) -> list[KnownPerson]:
    """Everyone whom the documents name, joined over all of them, with the posts held; failures are passed over."""
    from minutes_miner.corpus.people.known_people import find_people as join

    analyses = [result for result in results if isinstance(result, Analysis)]
    return join(analyses, load_rulebook(model_folder(model)))


def find_series(results: Sequence[Analysis | Failure], *, model: str | Path | None = None) -> list[Series]:
    """The meetings of each forum with the items that they hand on and take up; failures are passed over.

    Where none of the documents names its forum, they are taken for the meetings of one.
    """
    from minutes_miner.corpus.followups.series import find_series as link_meetings

    return link_meetings([result for result in results if isinstance(result, Analysis)], model_folder(model))


def find_issues(results: Sequence[Analysis | Failure], *, model: str | Path | None = None) -> list[Issue]:
    """The recurring issues in the needs of all documents given; failures are passed over."""
    from minutes_miner.corpus.issues.finding import find_issues as group_needs  # scikit-learn takes longer to load than all the rest

    analyses = [result for result in results if isinstance(result, Analysis)]
    return group_needs(analyses, shared_miner(str(model) if model is not None else None).topics)
