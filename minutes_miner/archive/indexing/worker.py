"""Files -> documents in the archive: what a process of the crew does, each document in a transaction of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeGuard

from minutes_miner.archive.address import open_database
from minutes_miner.archive.contents import Ready, put_ready, ready
from minutes_miner.archive.indexing import sources
from minutes_miner.archive.indexing.file_names import kept_name
from minutes_miner.archive.indexing.opened import Opened, opened
from minutes_miner.archive.indexing.plan import needs_nothing
from minutes_miner.archive.indexing.report import Indexed
from minutes_miner.archive.indexing.sources import Seen, Source
from minutes_miner.corpus.word_forms import load_word_forms
from minutes_miner.documents.contents import documents_of_each, documents_or_failure
from minutes_miner.documents.runs import runs
from minutes_miner.documents.settings import Settings
from minutes_miner.errors import MinutesMinerError
from minutes_miner.miner import ProcessDied, failure_of, shared_miner
from minutes_miner.paths import model_folder
from minutes_miner.records import Analysis, Document, Failure

# A mail is a document and may bring others along, which a mail of the same bytes brings along too.
BRINGS_OTHERS = ("message/rfc822",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a worker is told: the archive, the model and its version, how documents are read, and members that kill whoever mines them."""

    archive: str
    model: str | None
    version: str
    settings: Settings
    retry: bool
    deadly: frozenset[str] = frozenset()


def index_chunk(order: Order, files: Sequence[Path]) -> Iterator[Indexed]:
    """What became of each of these files, in order, each as soon as it is in the archive.

    Raises:
        ArchiveError: the archive takes no more.
    """
    yield from _worker(order).index(files)


@lru_cache(maxsize=1)
def _worker(order: Order) -> Worker:
    """The worker of this process."""
    return Worker(order)


class Worker:
    """Reads, mines and stores files.

    Raises:
        ArchiveError, ModelError: the archive or the model cannot be used.
    """

    def __init__(self, order: Order) -> None:
        self._order = order
        self._miner = shared_miner(order.model)
        self._forms = load_word_forms(model_folder(order.model))
        self._database = open_database(order.archive, write=True)

    def index(self, files: Sequence[Path]) -> Iterator[Indexed]:
        """What became of each of the files."""
        before = self._begun(files)
        for run in runs(files):
            found = {path: opened(path, self._order.settings.limits.size) for path in run if path in before}
            linked = {path for path, one in found.items() if one.content is not None and self._linked(one, before[path])}
            wanted = [one for path, one in found.items() if path not in linked and one.content is not None]
            documents = dict(zip((one.path for one in wanted), self._documents(wanted), strict=True))
            for path in run:
                if path in documents:
                    yield self._stored(found[path], documents[path], begun_before=_is_begun(before[path]))
                elif path in found and path not in linked:
                    yield self._failed(found[path])
                else:
                    yield Indexed(documents=1)

    def _begun(self, files: Sequence[Path]) -> dict[Path, Source | None]:
        """The files that no other indexer has done meanwhile, with what was known of them, and a note that they are being worked on."""
        order = self._order
        with self._database.transaction():
            rows = {path: sources.source_at(self._database, kept_name(str(path))) for path in files}
            todo = {
                path: row
                for path, row in rows.items()
                if order.retry or row is None or not needs_nothing(row, path, order.version, retry=False)
            }
            sources.begin(self._database, [kept_name(str(path)) for path in todo])
            for row in filter(_is_begun, todo.values()):
                sources.forget_begun_members(self._database, row.path)
        return todo

    def _linked(self, one: Opened, before: Source | None) -> bool:
        """Whether the archive has just this content, mined with this model, so that a note of the file is all that is needed."""
        document, version = self._known(one.seen.digest or "", one.shown), self._order.version
        stored = before is not None and before.state == "stored" and not self._order.retry
        touched = before if before is not None and stored and (before.digest, before.model) == (one.seen.digest, version) else None
        if document is None and touched is None:
            return False
        with self._database.transaction():
            kept = touched.document if touched is not None else document
            sources.stored(self._database, one.seen, kept, model=version, forms=self._forms)
        return True

    def _known(self, id: str, source: str, text: str | None = None) -> int | None:
        """The document with this id, if mining it again would give just that; `text` where the id does not vouch for it."""
        sql = (
            "SELECT d.number, d.model, d.source, d.media_type, t.text FROM documents d JOIN texts t ON t.document = d.number WHERE d.id = ?"
        )
        found = self._database.rows(sql, (id,))
        for number, model, first, media_type, kept in found:
            same = model == self._order.version and first <= source
            if same and (kept == text if text is not None else media_type not in BRINGS_OTHERS):
                return int(number)
        return None

    def _documents(self, wanted: Sequence[Opened]) -> Iterator[Iterable[Document | Failure]]:
        """For each file what is read of it."""
        contents = [(one.shown, one.content) for one in wanted if one.content is not None]
        return documents_in(contents, self._order.settings)

    def _stored(self, one: Opened, results: Iterable[Document | Failure], *, begun_before: bool) -> Indexed:
        """Puts what came out of a file into the archive, its members first and then the file itself, which with that is done.

        Of a file that was begun before and never done, each member is noted before it is mined: it may be the one that ends this process.
        """
        own: Document | Failure | None = None
        members: set[str] = set()
        documents, failures = 0, list[Failure]()
        for result in results:
            if result.source == one.shown:
                own = result
                continue
            seen = Seen(path=f"{one.seen.path}/{member_name(result.source, one.shown)}", digest=getattr(result, "id", None))
            members.add(seen.path)
            if begun_before:
                with self._database.transaction():
                    sources.begin(self._database, [seen.path])
            failure = self._put(seen, result)
            documents += failure is None
            failures.extend([failure] if failure else [])
        lost = [path for path in sources.members_of(self._database, one.seen.path) if path not in members]
        if lost:
            with self._database.transaction():
                sources.forget_members(self._database, lost, self._forms)
        failure = self._put(one.seen, own)
        documents += own is not None and failure is None
        return Indexed(documents=documents, failures=(*failures, *([failure] if failure else [])))

    def _put(self, seen: Seen, result: Document | Failure | None) -> Failure | None:
        """Stores one document, or the reason why there is none, which is given back; nothing is a file that only has members."""
        mined = self._mined(result, seen.path) if isinstance(result, Document) else result
        try:
            with self._database.transaction():
                return self._note(seen, mined)
        except MinutesMinerError:
            raise
        except Exception as error:  # a fault of ours, which costs one document
            with self._database.transaction():
                return self._note(seen, failure_of(seen.path, error))

    def _mined(self, document: Document, path: str) -> Ready | Failure | int:
        """The document mined and ready to be stored, or the number under which the archive has it."""
        if path in self._order.deadly:
            return failure_of(document.source, ProcessDied())
        number = self._known(document.id, document.source, document.text)
        if number is not None:
            return number
        mined = self._miner.mined(document)
        return ready(mined, self._forms) if isinstance(mined, Analysis) else mined

    def _note(self, seen: Seen, mined: Ready | Failure | int | None) -> Failure | None:
        version = self._order.version
        if isinstance(mined, Failure):
            sources.failed(self._database, seen, mined, model=version, forms=self._forms)
            return mined
        document = put_ready(self._database, mined, model=version, forms=self._forms) if isinstance(mined, Ready) else mined
        sources.stored(self._database, seen, document, model=version, forms=self._forms)
        return None

    def _failed(self, one: Opened) -> Indexed:
        assert one.failure is not None
        self._put(one.seen, one.failure)
        return Indexed(failures=(one.failure,))


def _is_begun(row: Source | None) -> TypeGuard[Source]:
    return row is not None and row.state == "begun"


def documents_in(contents: Sequence[tuple[str, bytes]], settings: Settings) -> Iterator[Iterable[Document | Failure]]:
    """For each source and content what is read of it; never raises, as one file must not end a batch."""
    if len(contents) > 1:
        try:
            yield from documents_of_each(contents, settings)
            return
        except Exception:  # a fault of ours, which shows at the file that has it when each is read by itself
            pass
    for source, content in contents:
        yield _or_fault(documents_or_failure(content, source, settings), source)


def _or_fault(results: Iterator[Document | Failure], source: str) -> Iterator[Document | Failure]:
    try:
        yield from results
    except Exception as error:  # a reader's fault on a file that nobody foresaw
        yield failure_of(source, error)


def member_name(source: str, file: str) -> str:
    """The name of a member behind its file: `2024/rapat.docx`, or the id or number of a line."""
    return source.removeprefix(file).lstrip("/:") if source.startswith(file) else source
