"""What all tests share: the option that accepts new results, and the samples."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/expected anew instead of comparing with it")
    parser.addoption("--raise-floors", action="store_true", help="raise the floors in tests/quality/floors.csv to what is reached now")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the samples."""
    return SAMPLES
