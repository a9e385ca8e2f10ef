"""What a child process gives up before it touches a document: memory, time, writing, the network.

The limits are soft ones, so that a converter that a reader starts can be given others. Where the system lacks one of these walls, the
others stand all the same: only the limits of memory and time are promised, on systems with `fork`.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
from collections.abc import Iterator

from minutes_miner.guard.limits import Limits

OPEN_FILES = 64

_NEW_PRIVILEGES = 38
_NEW_NETWORK = 0x40000000
_NEW_USER = 0x10000000
_CREATE_RULESET, _ADD_RULE, _RESTRICT = 444, 445, 446
_BENEATH = 1
_WRITES = sum(1 << bit for bit in (1, *range(4, 15)))


class _Ruleset(ctypes.Structure):
    _fields_ = (("handled_access_fs", ctypes.c_uint64),)


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def confine(limits: Limits, scratch: str) -> None:
    """Takes from this process, for good, what reading a document does not need; only beneath the folder `scratch` can it still write."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _limit(resource.RLIMIT_AS, limits.memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, OPEN_FILES)
    if os.uname().sysname == "Linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_NEW_PRIVILEGES, 1, 0, 0, 0)
        _write_only_to(libc, scratch, os.devnull)


@contextlib.contextmanager
def writing_allowed(size: int) -> Iterator[None]:
    """Within it this process can write files of `size` bytes, as handing a document to a converter takes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    _limit(resource.RLIMIT_FSIZE, size)
    try:
        yield
    finally:
        _limit(resource.RLIMIT_FSIZE, before)


def limit_converter(memory: int, size: int, files: int) -> None:
    """Gives this process, which is about to become a converter, its own limits: of memory, of each file that it writes, of open files."""
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_FSIZE, size)
    _limit(resource.RLIMIT_NOFILE, files)


def grant_time(seconds: float) -> None:
    """Lets this process compute for so long from now on.

    The parent watches the clock; this is for the case that the parent is no more, so that a child that computes for ever comes to an end.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + seconds * (os.cpu_count() or 1)) + 1)


def leave_network() -> None:
    """Takes the network from this process and its children, where the system lets it; nothing that reads a document needs one."""
    if os.uname().sysname != "Linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_NEW_NETWORK) == 0 or libc.unshare(_NEW_USER | _NEW_NETWORK) != 0:
        return
    for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
            file.write(line)


def _limit(kind: int, soft: int) -> None:
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _write_only_to(libc: ctypes.CDLL, *places: str) -> None:
    """Closes the file system for writing but beneath `places` (Linux with Landlock; elsewhere nothing happens)."""
    rules = _Ruleset(_WRITES)
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), ctypes.sizeof(rules), 0)
    if ruleset < 0:
        return
    for place in places:
        folder = os.open(place, os.O_PATH | os.O_CLOEXEC)
        allowed = _WRITES if os.path.isdir(place) else _WRITES & (1 << 1 | 1 << 14)
        libc.syscall(_ADD_RULE, ruleset, _BENEATH, ctypes.byref(_Beneath(allowed, folder)), 0)
        os.close(folder)
    libc.syscall(_RESTRICT, ruleset, 0)
    os.close(ruleset)
