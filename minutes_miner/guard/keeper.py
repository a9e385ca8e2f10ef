"""The parent's side: orders done by children, and what becomes of those that hang, swell or crash."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection, Pipe

import msgspec

from minutes_miner.errors import ReaderCrashed, ReaderFailed, TooMuchMemory, TooSlow
from minutes_miner.guard.limits import MIB, Limits
from minutes_miner.guard.messages import BEAT, ENDED, FAULT, MEMORY, RESULT, STARTED, End, Order, decoded_end, encoded

# No document that anybody could have written makes more than this.
MOST_RESULTS = 1024 * MIB
# A child that dies with so much of its memory in use most likely died for want of it.
NEARLY_ALL = 0.5
# Every thread of a library takes address space of its own, of which a child has only so much.
_FRUGAL = {"MALLOC_ARENA_MAX": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
STARTING_SECONDS = 60.0
CLOSING_SECONDS = 2.0
_SILENT = {"id": "tanpa hasil", "en": "without a result"}
_LOST = {"id": "hubungannya terputus", "en": "its connection was lost"}


class Keeper:
    """Has a function called on documents in child processes; one keeper works on one document at a time."""

    def __init__(self, work: str) -> None:
        """Starts the process that will fork the children; `work` is `module:function`, of the form `zygote.Work`.

        `peak` will hold the memory that the last child had at most, in bytes, 0 when it was killed.
        """
        ours, theirs = Pipe()
        with theirs:
            # The same code as here, wherever it was found, and nothing that happens to lie in the working folder.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "minutes_miner.guard.zygote", str(theirs.fileno()), work],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("MINUTES_MINER_DEBUG") == "1" else subprocess.DEVNULL,
                start_new_session=True,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **_FRUGAL},
            )
        self._connection: Connection = ours
        self._busy = False
        self.peak = 0
        self.owner = os.getpid()

    @property
    def is_ready(self) -> bool:
        """Whether it can take an order: it has not been closed, and the process is alive."""
        return not self._busy and not self._connection.closed and self._process.poll() is None

    def results(self, details: bytes, document: bytes, limits: Limits, source: str) -> Iterator[bytes]:
        """What the function makes of one document, as it comes.

        Only the time that is waited here counts, not what the caller does between two results. However the work ends, the keeper is ready
        for the next order or closed.

        Raises:
            TooSlow, TooMuchMemory, ReaderCrashed, ReaderFailed: the child did not get to its end.
        """
        self._busy = True
        task = _Task(self._connection, limits, source)
        try:
            self._connection.send_bytes(encoded(Order(limits=limits, details=details)))
            self._connection.send_bytes(document)
            yield from task.results()
        except (EOFError, OSError, ValueError, msgspec.MsgspecError):
            raise ReaderCrashed(source, reason=_LOST) from None
        finally:
            self._busy = False
            self.peak = task.peak
            if not task.ended_well:
                task.kill()
                self.close()

    def close(self) -> None:
        """Ends the process; in the copy of a keeper that a fork made, only its end of the socket is closed."""
        self._connection.close()
        if self.owner != os.getpid():
            return
        try:
            self._process.wait(CLOSING_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


class _Task:
    """One order while it is done."""

    def __init__(self, connection: Connection, limits: Limits, source: str) -> None:
        self._connection = connection
        self._limits = limits
        self._source = source
        self._left = STARTING_SECONDS
        self._room = MOST_RESULTS
        self._child: int | None = None
        self.ended_well = False
        self.peak = 0

    def results(self) -> Iterator[bytes]:
        fault: ReaderFailed | TooMuchMemory | None = None
        while True:
            message = self._next()
            kind, rest = message[:1], message[1:]
            if kind == RESULT:
                result = self._next(self._room)
                self._room -= len(result)
                yield result
            elif kind == BEAT:
                self._left += self._limits.page_seconds
            elif kind == STARTED:
                self._child = int(rest)
                self._left = self._limits.seconds
            elif kind == MEMORY:
                fault = self._too_much()
            elif kind == FAULT:
                fault = ReaderFailed(self._source, reason=rest.decode("utf-8", "replace"))
            elif kind == ENDED:
                self._child = None
                end = decoded_end(rest)
                self.peak = end.peak
                self._judge(end)
                self.ended_well = True
                if fault is not None:
                    raise fault
                if self._room == MOST_RESULTS:
                    raise ReaderCrashed(self._source, reason=_SILENT)
                return

    def kill(self) -> None:
        """Ends the child and all that it started."""
        if self._child is not None:
            try:
                os.killpg(self._child, signal.SIGKILL)
            except OSError:
                return

    def _next(self, longest: int = MIB) -> bytes:
        started = time.monotonic()
        if not self._connection.poll(max(self._left, 0)):
            raise TooSlow(self._source, seconds=round(self._limits.seconds))
        message = self._connection.recv_bytes(longest)
        self._left -= time.monotonic() - started
        return message

    def _judge(self, end: End) -> None:
        """Nothing when the child came to its end by itself."""
        if end.status == 0:
            return
        if not os.WIFSIGNALED(end.status):
            raise ReaderCrashed(self._source, reason=f"exit {os.waitstatus_to_exitcode(end.status)}")
        died = signal.Signals(os.WTERMSIG(end.status))
        if died == signal.SIGXCPU:
            raise TooSlow(self._source, seconds=round(self._limits.seconds))
        if died == signal.SIGKILL or end.peak > NEARLY_ALL * self._limits.memory:
            raise self._too_much()
        raise ReaderCrashed(self._source, reason=died.name)

    def _too_much(self) -> TooMuchMemory:
        return TooMuchMemory(self._source, limit=f"{self._limits.memory // MIB} MiB")


_idle: dict[str, list[Keeper]] = {}


def guarded(work: str, details: bytes, document: bytes, limits: Limits, source: str) -> Iterator[bytes]:
    """The results of one order, by a keeper that is kept for the next; see `Keeper.results`."""
    keeper = _take(work)
    try:
        yield from keeper.results(details, document, limits, source)
    finally:
        if keeper.is_ready:
            _idle.setdefault(work, []).append(keeper)


def warm(work: str) -> None:
    """Starts a keeper ahead of the first order, so that it gets ready while the caller does something else."""
    _idle.setdefault(work, []).append(_take(work))


def _take(work: str) -> Keeper:
    """A keeper of this very process; a fork's copies of its parent's keepers are of no use to it."""
    waiting = _idle.get(work, [])
    while waiting:
        keeper = waiting.pop()
        if keeper.owner == os.getpid() and keeper.is_ready:
            return keeper
        keeper.close()
    return Keeper(work)


@atexit.register
def _close_all() -> None:
    for keepers in _idle.values():
        for keeper in keepers:
            keeper.close()
