"""What is found in all documents together, found anew after documents came or went.

Each part reads the tables of single documents and the decisions of people, and writes tables of its own; it gives the same rows for the
same documents, in whichever order they came.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from minutes_miner.archive.copies import first_copies
from minutes_miner.archive.database import Database
from minutes_miner.archive.joined.followups import join_followups
from minutes_miner.archive.joined.issues import join_issues
from minutes_miner.archive.joined.people import join_people
from minutes_miner.corpus.people.areas import Areas
from minutes_miner.rulebook.model import load_rulebook

Part = Callable[[Database, Path], None]


def join(database: Database, model: Path) -> None:
    """Joins copies, and all else that `PARTS` names, in one transaction.

    Args:
        database: open for writing, in no transaction.
        model: the model folder, for its word lists.
    """
    with database.transaction():
        for part in PARTS:
            part(database, model)
    database.run("ANALYZE")  # what the tables hold now, so that the database finds the quickest way through them


def _join_copies(database: Database, model: Path) -> None:
    found = database.rows("SELECT id, signature, number FROM documents")
    numbers = {id: number for id, _, number in found}
    firsts = first_copies((id, bytes(signature)) for id, signature, _ in found)
    database.run("UPDATE documents SET copy_of = NULL WHERE copy_of IS NOT NULL")
    pairs = [(numbers[first], numbers[id]) for id, first in firsts.items()]
    database.run_many("UPDATE documents SET copy_of = ? WHERE number = ?", pairs)


def _name_regions(database: Database, model: Path) -> None:
    """A region is called as the gazetteer calls it, so that `Wonosobo` and `Kab. Wonosobo` are one; what it does not know stays."""
    areas = Areas(load_rulebook(model))
    for name, known in database.rows("SELECT DISTINCT region, region_code FROM documents WHERE region IS NOT NULL"):
        codes = areas.codes(name)
        code = codes[0] if len(codes) == 1 else None
        called = areas.called(code) if code is not None else name
        if (called, code) != (name, known):
            database.run("UPDATE documents SET region = ?, region_code = ? WHERE region = ?", (called, code, name))


PARTS: tuple[Part, ...] = (_join_copies, _name_regions, join_people, join_followups, join_issues)
