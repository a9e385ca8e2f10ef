"""Documents taken out of the archive with all that came from them, so that not even the bytes of the file hold them.

The documents go in one transaction, which also notes that the work is not finished. What is joined is then found anew without them, and the
files are written anew. Whoever is stopped in between finds the note, and forgets once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from minutes_miner.archive.contents import remove
from minutes_miner.archive.database import Database
from minutes_miner.archive.errors import NotInArchive
from minutes_miner.archive.indexing.file_names import kept_name
from minutes_miner.archive.joining import join
from minutes_miner.corpus.word_forms import load_word_forms

UNFINISHED = "forgetting"
SHORTEST_ID = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Doomed:
    """What is to be forgotten: ids of documents, and paths that were read, sorted."""

    documents: tuple[str, ...]
    paths: tuple[str, ...]


def doomed(database: Database, targets: Sequence[str]) -> Doomed:
    """The documents that are named, and every path that they were read from.

    Args:
        database: the archive.
        targets: each the id of a document or its beginning (8 signs or more), or a path, in which `*` and `?` stand for any signs.

    Raises:
        NotInArchive: a target names nothing, and nothing is left to be finished either.
    """
    ids = [id for (id,) in database.rows("SELECT id FROM documents ORDER BY id")]
    sources = database.rows(
        "SELECT s.path, d.id FROM sources s LEFT JOIN documents d ON d.number = s.document UNION SELECT source, id FROM documents"
    )
    documents: set[str] = set()
    paths: set[str] = set()
    for target in targets:
        named = {id for id in ids if id == target or (len(target) >= SHORTEST_ID and id.startswith(target))}
        wanted = {kept_name(target), kept_name(str(Path(target).absolute()))}
        met = [(path, id) for path, id in sources if any(_is_meant(path, each) for each in wanted)]
        if not named and not met and not is_unfinished(database):
            raise NotInArchive(target, archive=database.where)
        documents |= named | {id for _, id in met if id is not None}
        paths |= {path for path, _ in met}
    paths |= {path for path, id in sources if id in documents}
    return Doomed(documents=tuple(sorted(documents)), paths=tuple(sorted(paths)))


def _is_meant(path: str, target: str) -> bool:
    """Whether a path is the target, lies in it (a folder, or a file that holds others), or fits its pattern."""
    return path == target or path.startswith(f"{target.rstrip('/')}/") or fnmatchcase(path, target)


def forget(database: Database, found: Doomed, model: Path) -> None:
    """Takes documents away, with their records, texts, sources and changes, and what was joined from them.

    Args:
        database: open for writing, in no transaction.
        found: what to forget.
        model: the model folder, for its word lists.

    Raises:
        ArchiveBusy: others still use the files, so that they cannot be written anew; the documents are gone from every answer, and
            forgetting once more will finish it.
    """
    forms = load_word_forms(model)
    with database.transaction():
        database.run("INSERT INTO meta (key, value) VALUES (?, '1') ON CONFLICT (key) DO NOTHING", (UNFINISHED,))
        for id in _still_there(database, found.documents):
            remove(database, id, forms)
            database.run("DELETE FROM changes WHERE document = ?", (id,))
        database.run_many("DELETE FROM sources WHERE path = ?", [(path,) for path in found.paths])
    join(database, model)
    with database.transaction():  # an issue that is no more may be named by words of what was forgotten
        database.run("UPDATE issue_log SET label = NULL WHERE issue NOT IN (SELECT id FROM issues)")
    database.wipe()
    with database.transaction():
        database.run("DELETE FROM meta WHERE key = ?", (UNFINISHED,))


def is_unfinished(database: Database) -> bool:
    """Whether something was forgotten of which the files may still hold the bytes."""
    return bool(database.rows("SELECT 1 FROM meta WHERE key = ?", (UNFINISHED,)))


def _still_there(database: Database, ids: Iterable[str]) -> list[str]:
    return [id for id in ids if database.rows("SELECT 1 FROM documents WHERE id = ?", (id,))]
