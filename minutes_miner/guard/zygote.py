"""The process that has the readers loaded and forks a child for each document.

`python -m minutes_miner.guard.zygote FD MODULE:FUNCTION` takes orders from the socket FD until it is closed. For each order it forks; the
child reads the document from the same socket, calls the function, sends what comes out of it, and ends; then the zygote says how it ended.
It holds no document, no thread and no open file, so that a fork of it is cheap and clean.
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

from minutes_miner.guard import confinement, heartbeat
from minutes_miner.guard.messages import BEAT, ENDED, FAULT, MEMORY, RESULT, STARTED, End, Order, decoded_order, encoded

Work = Callable[[bytes, bytes], Iterator[bytes]]


def serve(connection: Connection, work: Work, get_ready: Callable[[], None]) -> None:
    """Does the orders that come, one after the other, until the other side is gone.

    `get_ready` is called once, when the first order is done: what takes long to load and only some documents need is then there for all
    that follow, and the first does not wait for it.
    """
    confinement.leave_network()
    scratch = tempfile.gettempdir()  # found by writing a file, which a child may not
    while True:
        try:
            order = decoded_order(connection.recv_bytes())
        except (EOFError, OSError):
            return
        child = os.fork()
        if child == 0:
            try:
                _obey(connection, order, work, scratch)
            except BaseException:  # nothing more can be said; the exit code says that it went wrong
                os._exit(1)
            os._exit(0)
        _, status, usage = os.wait4(child, 0)
        connection.send_bytes(ENDED + encoded(End(status=status, peak=usage.ru_maxrss * 1024)))
        get_ready()
        get_ready = _done


def _done() -> None:
    """Nothing is left to get ready."""


def _obey(connection: Connection, order: Order, work: Work, scratch: str) -> None:
    """The life of a child; until it ends, only it writes to the socket."""
    os.setpgid(0, 0)
    connection.send_bytes(STARTED + str(os.getpid()).encode())
    allowed = order.limits.seconds + order.limits.page_seconds
    document = connection.recv_bytes()

    def beat() -> None:
        confinement.grant_time(allowed)
        connection.send_bytes(BEAT)

    try:
        confinement.confine(order.limits, scratch)
        confinement.grant_time(allowed)
        heartbeat.listen(beat)
        for result in work(order.details, document):
            connection.send_bytes(RESULT)
            connection.send_bytes(result)
    except MemoryError:
        connection.send_bytes(MEMORY)
    except BaseException as error:
        # Whatever a reader raises that it does not name is told by its kind and place, as its words may quote the document.
        connection.send_bytes(FAULT + _told(error).encode())


def _told(error: BaseException) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {os.path.basename(frame.filename)}:{frame.lineno}"


def main() -> None:
    """Starts serving, as the command line says."""
    name, _, function = sys.argv[2].partition(":")
    module = importlib.import_module(name)
    serve(Connection(int(sys.argv[1])), getattr(module, function), getattr(module, "get_ready", _done))


if __name__ == "__main__":
    main()
