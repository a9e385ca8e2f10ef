"""Files and folders -> an archive that holds all their documents, and knows which files are new, changed or gone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from minutes_miner.archive.address import open_database
from minutes_miner.archive.database import Database
from minutes_miner.archive.indexing import sources
from minutes_miner.archive.indexing.disk_space import check_space
from minutes_miner.archive.indexing.file_names import kept_name
from minutes_miner.archive.indexing.model_version import model_version
from minutes_miner.archive.indexing.plan import Plan, planned
from minutes_miner.archive.indexing.report import Indexed, Report
from minutes_miner.archive.indexing.worker import Order, index_chunk
from minutes_miner.archive.unjoined import join_news, note_news
from minutes_miner.corpus.word_forms import load_word_forms
from minutes_miner.documents.opening import shown
from minutes_miner.documents.reading import discover
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import InputError, NoDocuments, SourceNotFound
from minutes_miner.guard.crew import Died, shared_out
from minutes_miner.miner import ProcessDied, failure_of, shared_miner
from minutes_miner.paths import model_folder
from minutes_miner.records import Failure

CHUNK = 32
SPACE_EACH = 100  # files after which the room on the disk is looked at

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be indexed, into which archive, and how; `retry` tries again what failed before."""

    paths: Sequence[str | Path]
    archive: str
    model: str | None = None
    settings: Settings = DEFAULT
    jobs: int = 1
    retry: bool = False


def index(wanted: Wanted, progress: Progress | None = None, tell: Callable[[Failure], None] | None = None) -> Report:
    """Brings the archive up to date with the files at the paths.

    Whenever it ends, and be it by SIGKILL, the archive is whole, and the next call goes on where this one stopped.

    Args:
        wanted: what is to be done.
        progress: called with (files done, files to do, name of the last).
        tell: called with every failure.

    Raises:
        InputError: none of the paths leads anywhere.
        ModelError: the model has a fault.
        ArchiveError: the archive cannot be used, or takes no more.
    """
    folder = model_folder(wanted.model)
    version = model_version(folder)
    order = Order(archive=wanted.archive, model=wanted.model, version=version, settings=wanted.settings, retry=wanted.retry)
    roots = [Path(os.path.abspath(path)) for path in wanted.paths]
    check_space(wanted.archive)
    plan = _begun(wanted, roots, version)
    report = Report(unchanged=plan.unchanged, failed_before=plan.failed_before, gone=len(plan.gone))
    todo = [*plan.todo, *plan.suspects, *plan.given_up]
    if progress is not None:
        progress(0, len(todo), "")
    for number, indexed in _results(order, plan, wanted.jobs):
        report.add(indexed)
        if tell is not None:
            for failure in indexed.failures:
                tell(failure)
        if progress is not None:
            progress(report.files, len(todo), shown(todo[number]))
        if report.files % SPACE_EACH == 0:
            check_space(wanted.archive)
    with _database(wanted.archive) as database:
        join_news(database, folder)
    return report


def _begun(wanted: Wanted, roots: Sequence[Path], version: str) -> Plan:
    """What is to be done, with what is gone already noted."""
    files, nothing = _found(roots)
    with _database(wanted.archive) as database:
        plan = planned(files, roots, sources.all_sources(database), model=version, retry=wanted.retry)
        if nothing is not None and not (files or plan.gone):
            raise nothing
        if plan.todo or plan.suspects or plan.given_up or plan.gone:
            with database.transaction():
                sources.gone(database, plan.gone)
                note_news(database)
    return plan


def _found(roots: Sequence[Path]) -> tuple[list[Path], InputError | None]:
    """The files below the roots, and what is to be said when there are none and never were; a path that is missing fails like a file."""
    found: dict[Path, None] = {}
    nothing: InputError | None = None
    missing: list[Path] = []
    for root in roots:
        try:
            found.update(dict.fromkeys(discover([root])))
        except NoDocuments as error:
            nothing = nothing or error
        except SourceNotFound as error:
            nothing = nothing or error
            missing.append(root)
    return [*found, *(missing if found else ())], nothing


def _results(order: Order, plan: Plan, jobs: int) -> Iterator[tuple[int, Indexed]]:
    """(number of the file, what became of it). No database is open here while processes are forked."""
    todo = [*plan.todo, *plan.suspects]
    if todo:
        shared_miner(order.model).get_ready()  # before processes are forked, so that they have it
        chunks = [plan.todo[begin : begin + CHUNK] for begin in range(0, len(plan.todo), CHUNK)]
        alone = [[path] for path in plan.suspects]
        for number, told in shared_out(partial(index_chunk, order), [*chunks, *alone], jobs=jobs):
            yield number, _without_the_deadly(order, todo[number]) if isinstance(told, Died) else told
    for number, path in enumerate(plan.given_up, len(todo)):
        yield number, _given_up(order, path)


def _without_the_deadly(order: Order, path: Path) -> Indexed:
    """What becomes of a file that killed those who worked on it: it is done without the members at which they died, if it was those."""
    while deadly := _begun_members(order, path) - order.deadly:
        order = replace(order, deadly=order.deadly | deadly)
        ((_, told),) = shared_out(partial(index_chunk, order), [[path]], jobs=1)
        if not isinstance(told, Died):
            return told
    return _given_up(order, path)


def _begun_members(order: Order, path: Path) -> frozenset[str]:
    with _database(order.archive) as database:
        return sources.begun_members(database, kept_name(os.fspath(path)))


def _given_up(order: Order, path: Path) -> Indexed:
    """Notes that a file kills whoever works on it."""
    failure = failure_of(shown(path), ProcessDied())
    try:
        found = path.lstat()
        seen = sources.Seen(path=kept_name(os.fspath(path)), size=found.st_size, modified=found.st_mtime_ns)
    except OSError:
        seen = sources.Seen(path=kept_name(os.fspath(path)))
    forms = load_word_forms(model_folder(order.model))
    with _database(order.archive) as database, database.transaction():
        sources.failed(database, seen, failure, model=order.version, forms=forms)
    return Indexed(failures=(failure,))


@contextmanager
def _database(archive: str) -> Iterator[Database]:
    database = open_database(archive, write=True)
    try:
        yield database
    finally:
        database.close()
