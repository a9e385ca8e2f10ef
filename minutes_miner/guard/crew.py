"""Work shared out among processes that may die: whoever shares it out outlives them.

A worker that is killed costs nobody anything but the item that it was at, which is tried once more by itself. An item that kills every
worker that touches it is given back as such, and all others are done.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# One result for each item, in order, each as soon as it is there.
Work = Callable[[Sequence[Item]], Iterator[Result]]

TRIES = 2
CLOSING_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Died:
    """What comes out of an item that killed `TRIES` workers."""

    exit_code: int | None


@dataclass(slots=True, eq=False)
class _Worker(Generic[Item]):
    """A process, the items that it was given and has not done, and our end of the line to it."""

    process: BaseProcess
    line: Connection
    items: deque[tuple[int, Item]] = field(default_factory=deque)


def shared_out(
    work: Work[Item, Result], chunks: Sequence[Sequence[Item]], *, jobs: int, lead: int | None = None
) -> Iterator[tuple[int, Result | Died]]:
    """(number of the item over all chunks, its result), in the order in which they get done.

    Args:
        work: at the top of a module; where processes are forked, it finds all as it is here.
        chunks: a worker gets one at a time.
        jobs: how many workers there are.
        lead: how many items may be begun behind the first that is not done; without it all.

    Raises:
        whatever `work` raises.
    """
    crew = _Crew(work, chunks, lead)
    try:
        yield from crew.results(jobs)
    finally:
        crew.close()


class _Crew(Generic[Item, Result]):
    def __init__(self, work: Work[Item, Result], chunks: Sequence[Sequence[Item]], lead: int | None) -> None:
        self._work = work
        self._lead = lead
        self._waiting: deque[list[tuple[int, Item]]] = deque()
        begin = 0
        for chunk in filter(None, chunks):
            self._waiting.append(list(enumerate(chunk, begin)))
            begin += len(chunk)
        self._deaths: dict[int, int] = {}
        self._workers: list[_Worker[Item]] = []
        self._open: set[int] = set(range(begin)) if lead is not None else set()
        self._first = 0

    def results(self, jobs: int) -> Iterator[tuple[int, Result | Died]]:
        while self._waiting or any(worker.items for worker in self._workers):
            while len(self._workers) < min(jobs, len(self._workers) + len(self._waiting)):
                self._start()
            self._hand_out()
            for line in wait([worker.line for worker in self._workers]):
                worker = next(worker for worker in self._workers if worker.line is line)
                try:
                    told = worker.line.recv()
                except (EOFError, OSError):
                    yield from self._buried(worker)
                    continue
                if isinstance(told, _Raised):
                    raise told.error
                number, _ = worker.items.popleft()
                self._done(number)
                yield number, told

    def close(self) -> None:
        """Lets every worker finish the item that it is at; one that does not is ended."""
        for worker in self._workers:
            worker.line.close()
        for worker in self._workers:
            worker.process.join(CLOSING_SECONDS)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()

    def _start(self) -> None:
        ours, theirs = multiprocessing.Pipe()
        lines = [*(worker.line for worker in self._workers), ours]
        forked = multiprocessing.get_start_method() == "fork"
        process = multiprocessing.Process(target=_serve, args=(theirs, self._work, lines if forked else []), daemon=False)
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def _hand_out(self) -> None:
        for worker in self._workers:
            if not worker.items and self._waiting and self._may_begin(self._waiting[0][0][0]):
                chunk = self._waiting.popleft()
                worker.items.extend(chunk)
                try:
                    worker.line.send([item for _, item in chunk])
                except OSError:
                    continue  # it has died; the line will tell

    def _may_begin(self, number: int) -> bool:
        return self._lead is None or number <= self._first + self._lead

    def _done(self, number: int) -> None:
        if self._lead is None:
            return
        self._open.discard(number)
        while self._first not in self._open and self._open:
            self._first += 1

    def _buried(self, worker: _Worker[Item]) -> Iterator[tuple[int, Died]]:
        """What becomes of the items of a worker that has died: the one that it was at is tried by itself, then the others."""
        self._workers.remove(worker)
        worker.line.close()
        worker.process.join()
        if not worker.items:
            return
        number, item = worker.items.popleft()
        if worker.items:
            self._waiting.appendleft(list(worker.items))
        self._deaths[number] = self._deaths.get(number, 0) + 1
        if self._deaths[number] < TRIES:
            self._waiting.appendleft([(number, item)])
            return
        self._done(number)
        yield number, Died(worker.process.exitcode)


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a worker says when the work itself raises."""

    error: Exception


def _serve(line: Connection, work: Work[Item, Result], others: Sequence[Connection]) -> None:
    """The life of a worker: chunk by chunk, until nobody listens any more."""
    for other in others:  # a copy of another's line would keep it open after its owner's end
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever shares out decides when to end
    try:
        while True:
            items = line.recv()
            try:
                for result in work(items):
                    line.send(result)
            except OSError:
                raise
            except Exception as error:
                line.send(_Raised(error))
    except (EOFError, OSError):
        return
