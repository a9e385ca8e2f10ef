"""What is found in the annotated documents does not become less.

`pytest tests/quality --raise-floors` keeps what was gained. A floor that is to be lower is lowered by hand in `floors.csv`, in a commit
that says why. What went wrong where: `python -m benchmarks.accuracy tests/quality/documents --errors 20`.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.annotated import LABELS, Facts, read_annotated
from benchmarks.comparison import compare_all
from benchmarks.matching import same_name
from minutes_miner.miner import Miner

from .floors import figures, raise_floors, read_floors

DOCUMENTS = Path(__file__).parent / "documents"
ANNOTATED = read_annotated([DOCUMENTS])
FLOORS = read_floors()


@pytest.fixture(scope="module")
def reached(request: pytest.FixtureRequest) -> dict[str, Decimal]:
    found = figures(compare_all([DOCUMENTS]))
    if request.config.getoption("--raise-floors"):
        raise_floors(found)
    return found


@pytest.mark.parametrize("figure", FLOORS)
def test_a_figure_stays_above_its_floor(figure: str, reached: dict[str, Decimal]) -> None:
    assert reached[figure] >= FLOORS[figure]


def test_every_figure_has_a_floor(reached: dict[str, Decimal]) -> None:
    assert sorted(reached) == sorted(read_floors())


def test_there_are_news_and_minutes_in_number() -> None:
    kinds = [document.header["kind"] for document in ANNOTATED]
    assert kinds.count("news") >= 10
    assert kinds.count("minutes") >= 10
    assert len({document.text for document in ANNOTATED}) == len(ANNOTATED)


@pytest.mark.parametrize("document", ANNOTATED, ids=lambda document: document.id)
def test_an_annotation_agrees_with_itself(document: Facts) -> None:
    """Whoever speaks, holds an office or leads is marked as somebody, and topics are those of the model."""
    assert {mention.label for mention in document.mentions} <= set(LABELS)
    marked = {label: [document.text[m.start : m.end] for m in document.mentions if m.label == label] for label in LABELS}

    def known(name: str, *labels: str) -> bool:
        return any(same_name(name, other) for label in labels for other in marked[label])

    for holder in document.holders:
        assert known(holder.person, "PERSON"), holder
        assert known(holder.office, "OFFICE"), holder
    for person in (document.header[field] for field in ("chair", "secretary") if field in document.header):
        assert known(person, "PERSON"), person
    for statement in document.statements:
        if statement.speaker:
            assert known(statement.speaker, "PERSON", "OFFICE", "INSTITUTION"), statement.speaker
    assert {item.topic for item in document.items if item.topic} <= set(Miner().topics.labels)
