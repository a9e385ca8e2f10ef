"""The readers of numbers and dates, fed with a model's word lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minutes_miner.dates import Calendar, DateReader
from minutes_miner.errors import ModelError
from minutes_miner.numbers import NumberMark, NumberReader, Numeral
from minutes_miner.rulebook.model import Rulebook

CALENDAR = ("months", "weekdays", "day_parts", "time_zones", "relative_dates", "calendar_words", "deadline_words", "range_words", "feasts")


def load_readers(rulebook: Rulebook) -> tuple[NumberReader, DateReader]:
    """The readers of a model.

    Raises:
        ModelError: a word with a class or value that the readers do not know.
    """

    def rows(name: str) -> Sequence[Mapping[str, str]]:
        return [row.cells for row in rulebook.lists[name].every]

    try:
        numbers = NumberReader(Numeral.from_rows(rows("numerals")), NumberMark.from_rows([*rows("number_marks"), *rows("range_words")]))
        calendar = {name: rows(name) for name in CALENDAR}
        return numbers, DateReader(Calendar.from_rows(**calendar), numbers)
    except (KeyError, ValueError) as error:
        raise ModelError(
            rulebook.folder / "lexicon", fault=f"a calendar or number list has a fault ({error})", remedy="Correct the row"
        ) from error
