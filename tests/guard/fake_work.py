"""Readers that go wrong in every way, for the guard's tests; the document says how."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

from minutes_miner.guard.heartbeat import page_done


def work(details: bytes, document: bytes) -> Iterator[bytes]:
    """Gives back what it was given, unless the document names one of the faults below."""
    fault = FAULTS.get(document.decode())
    if fault is not None:
        yield from fault()
    yield details + b":" + document


def _hang() -> Iterator[bytes]:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        yield from ()


def _hang_with_a_child() -> Iterator[bytes]:
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    time.sleep(600)
    yield b""


def _swell() -> Iterator[bytes]:
    kept = []
    while True:
        kept.append(b"x" * 2**24)
        yield from ()


def _abort() -> Iterator[bytes]:
    os.abort()
    yield b""


def _segfault() -> Iterator[bytes]:
    ctypes.string_at(0)
    yield b""


def _exit() -> Iterator[bytes]:
    os._exit(7)
    yield b""


def _leave() -> Iterator[bytes]:
    os._exit(0)
    yield b""


def _fail() -> Iterator[bytes]:
    raise RuntimeError("isi rahasia dokumen")
    yield b""


def _flood() -> Iterator[bytes]:
    while True:
        yield b"x" * 2**26


def _slow_pages() -> Iterator[bytes]:
    for _ in range(4):
        time.sleep(0.2)
        page_done()
    yield b"empat halaman"


def _write() -> Iterator[bytes]:
    for path in ("/etc/minutes_miner_probe", os.path.expanduser("~/minutes_miner_probe")):
        try:
            with open(path, "w", encoding="utf-8") as file:
                file.write("x")
        except OSError:
            continue
        yield path.encode()


def _connect() -> Iterator[bytes]:
    try:
        socket.create_connection(("127.0.0.1", int(os.environ["PROBE_PORT"])), timeout=2).close()
    except OSError as error:
        yield type(error).__name__.encode()
    else:
        yield b"connected"


FAULTS = {
    "hang": _hang,
    "hang with a child": _hang_with_a_child,
    "swell": _swell,
    "abort": _abort,
    "segfault": _segfault,
    "exit": _exit,
    "leave": _leave,
    "fail": _fail,
    "flood": _flood,
    "slow pages": _slow_pages,
    "write": _write,
    "connect": _connect,
}
