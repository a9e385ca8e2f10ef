"""Where documents come from: the file to name, the other files that say the same, and whether it is still there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from minutes_miner.archive.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A document as hits name it; `pages` is how many it has, None where it has none."""

    number: int
    id: str
    source: str
    title: str | None
    date: str | None
    pages: int | None
    copies: tuple[str, ...]
    gone: bool


def origins(database: Database, numbers: Iterable[int]) -> Mapping[int, Origin]:
    """The origin of each document by its number."""
    wanted = sorted(set(numbers))
    if not wanted:
        return {}
    marks = ", ".join("?" * len(wanted))
    found = database.rows(
        f"SELECT number, id, source, title, date, pages, COALESCE(copy_of, number) FROM documents WHERE number IN ({marks})", wanted
    )
    paths = _paths(database, {row[6] for row in found})
    return {row[0]: _origin(*row[:6], paths=paths[row[6]]) for row in found}


_Path = tuple[int, str, bool]


def _paths(database: Database, originals: set[int]) -> Mapping[int, Sequence[_Path]]:
    """Original -> (document, path, whether it is there) of itself and of all its copies."""
    wanted = sorted(originals)
    marks = ", ".join("?" * len(wanted))
    rows = database.rows(
        f"""SELECT COALESCE(d.copy_of, d.number), d.number, COALESCE(s.path, d.source), s.state FROM documents d
            LEFT JOIN sources s ON s.document = d.number WHERE d.number IN ({marks}) OR d.copy_of IN ({marks})""",
        (*wanted, *wanted),
    )
    paths: dict[int, list[_Path]] = {original: [] for original in wanted}
    for original, document, path, state in rows:
        paths[original].append((document, path, state != "gone"))
    return paths


def _origin(number: int, id: str, source: str, title: str | None, date: str | None, pages: int | None, *, paths: Sequence[_Path]) -> Origin:
    own = sorted((not there, path != source, path) for document, path, there in paths if document == number)
    gone, _, shown = own[0]
    copies = {path for _, path, there in paths if there} - {shown}
    return Origin(number=number, id=id, source=shown, title=title, date=date, pages=pages, copies=tuple(sorted(copies)), gone=gone)
