"""A child that hangs, swells or crashes costs one document and a clear reason."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes_miner.errors import MinutesMinerError, ReaderCrashed, ReaderFailed, TooMuchMemory, TooSlow
from minutes_miner.guard import keeper as keeping
from minutes_miner.guard.keeper import Keeper
from minutes_miner.guard.limits import MIB, Limits

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children need fork")

WORK = "fake_work:work"
LIMITS = Limits(seconds=0.6, page_seconds=0.6, memory=400 * MIB)


@pytest.fixture(autouse=True)
def on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parent)


@pytest.fixture
def keeper(on_path: None) -> Iterator[Keeper]:
    keeper = Keeper(WORK)
    yield keeper
    keeper.close()


def done(keeper: Keeper, document: str, limits: Limits = LIMITS) -> list[bytes]:
    return list(keeper.results(b"x", document.encode(), limits, "a.pdf"))


def test_one_keeper_does_many_documents(keeper: Keeper) -> None:
    assert [done(keeper, name) for name in ("a", "b")] == [[b"x:a"], [b"x:b"]]
    assert keeper.is_ready


def test_a_large_document_goes_through(keeper: Keeper) -> None:
    assert done(keeper, "y" * 5_000_000) == [b"x:" + b"y" * 5_000_000]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("hang", TooSlow),
        ("hang with a child", TooSlow),
        ("abort", ReaderCrashed),
        ("segfault", ReaderCrashed),
        ("exit", ReaderCrashed),
        ("flood", ReaderCrashed),
    ],
)
def test_a_fault_is_an_error_that_names_the_document(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch, fault: str, kind: type[MinutesMinerError]
) -> None:
    monkeypatch.setattr(keeping, "MOST_RESULTS", 100 * MIB)
    with pytest.raises(kind, match=r"a\.pdf"):
        done(keeper, fault)
    assert not keeper.is_ready


@pytest.mark.parametrize(("fault", "kind"), [("swell", TooMuchMemory), ("fail", ReaderFailed), ("leave", ReaderCrashed)])
def test_after_a_fault_in_good_order_the_keeper_is_ready(keeper: Keeper, fault: str, kind: type[MinutesMinerError]) -> None:
    with pytest.raises(kind, match=r"a\.pdf") as raised:
        done(keeper, fault)
    assert "rahasia" not in str(raised.value)
    assert keeper.is_ready
    assert done(keeper, "a") == [b"x:a"]


def test_nothing_is_left_of_a_child_that_started_others(keeper: Keeper) -> None:
    with pytest.raises(TooSlow):
        done(keeper, "hang with a child")
    time.sleep(0.1)
    left = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert "time.sleep(600)" not in left


def test_pages_earn_time(keeper: Keeper) -> None:
    assert done(keeper, "slow pages")[0] == b"empat halaman"
    with pytest.raises(TooSlow):
        done(keeper, "slow pages", Limits(seconds=0.5, page_seconds=0.05))


def test_the_time_of_the_caller_does_not_count(keeper: Keeper) -> None:
    results = keeper.results(b"x", b"slow pages", LIMITS, "a.pdf")
    next(results)
    time.sleep(0.5 + LIMITS.seconds)
    assert next(results) == b"x:slow pages"
    assert list(results) == []


def test_a_caller_who_leaves_early_ends_the_child(keeper: Keeper) -> None:
    results = keeper.results(b"x", b"slow pages", LIMITS, "a.pdf")
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert not keeper.is_ready


def test_a_killed_zygote_costs_one_document(keeper: Keeper) -> None:
    done(keeper, "a")
    os.kill(keeper._process.pid, signal.SIGKILL)
    with pytest.raises(ReaderCrashed):
        done(keeper, "b")


@pytest.mark.skipif(sys.platform != "linux", reason="these walls are Linux's")
def test_a_child_cannot_write_or_reach_the_network(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    assert done(keeper, "write") == [b"x:write"]
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("PROBE_PORT", str(server.getsockname()[1]))
        other = Keeper(WORK)
        try:
            answer = list(other.results(b"x", b"connect", LIMITS, "a.pdf"))
        finally:
            other.close()
    assert answer[0] != b"connected"
