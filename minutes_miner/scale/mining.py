"""Documents -> what is found in them, by a process that may die of it."""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence

from minutes_miner.records import Document, Failure
from minutes_miner.scale import mining_process
from minutes_miner.scale.mining_process import Mined

TRIES = 2
_idle: list[_Process] = []


class Killed(Exception):
    """The documents killed as many processes as they were given to."""


class _Died(Exception):
    """A process is no more."""


def mined(model: str | None, documents: Sequence[Document | Failure]) -> list[Mined | Failure]:
    """What is found in the documents of one file, each as `mining_process.mined` gives it.

    Raises:
        Killed: `TRIES` processes died of them, of which all but the first had nothing else to die of.
    """
    if not any(isinstance(document, Document) for document in documents):
        return [document for document in documents if isinstance(document, Failure)]
    for _ in range(TRIES):
        process = _idle.pop() if _idle else _Process()
        try:
            results = process.mined(model, documents)
        except _Died:
            continue
        except BaseException:  # half an order, or half an answer, is under way
            process.close()
            raise
        _idle.append(process)
        return results
    raise Killed


class _Process:
    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", f"from {mining_process.__name__} import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("MINUTES_MINER_DEBUG") == "1" else subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def mined(self, model: str | None, documents: Sequence[Document | Failure]) -> list[Mined | Failure]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            pickle.dump((model, documents), self._process.stdin)
            self._process.stdin.flush()
            return pickle.load(self._process.stdout)  # type: ignore[no-any-return]
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            self.close()
            raise _Died from None

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:  # what had not been sent yet can go nowhere
                    continue


@atexit.register
def _close_all() -> None:
    for process in _idle:
        process.close()
