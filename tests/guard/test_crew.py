"""A crew loses no item to a worker that dies."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from minutes_miner.errors import SourceTooLarge
from minutes_miner.guard.crew import Died, shared_out


def work(items: Sequence[str]) -> Iterator[str]:
    """The item in capitals, unless it names a fault."""
    for item in items:
        fault, _, place = item.partition(" ")
        if fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if fault == "once" and not Path(place).exists():
            Path(place).touch()
            os._exit(3)
        if fault == "raise":
            raise SourceTooLarge(place, size="9 MiB", limit="1 MiB")
        if fault == "slow":
            time.sleep(float(place))
        yield f"{item.upper()} {os.getpid()}" if fault == "who" else item.upper()


def done(chunks: list[list[str]], jobs: int = 2, lead: int | None = None) -> dict[int, str | Died]:
    results = list(shared_out(work, chunks, jobs=jobs, lead=lead))
    assert len(results) == len({number for number, _ in results})
    assert not multiprocessing.active_children()
    return dict(results)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_item_has_its_result(jobs: int) -> None:
    assert done([["a", "b"], ["c"], [], ["d", "e"]], jobs) == dict(enumerate("ABCDE"))
    assert done([], jobs) == {}


def test_two_workers_share_the_work() -> None:
    workers = {
        str(result).split()[1] for result in done([["slow 0.1", "who"], ["slow 0.1", "who"]]).values() if str(result).startswith("WHO")
    }
    assert len(workers) == 2


@pytest.mark.parametrize("lead", [None, 1, 3])
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_item_that_kills_every_worker_costs_only_itself(jobs: int, lead: int | None) -> None:
    found = done([["a", "kill", "b"], ["c", "d"], ["kill", "e"], ["f"]], jobs, lead)
    assert found == {0: "A", 1: Died(-9), 2: "B", 3: "C", 4: "D", 5: Died(-9), 6: "E", 7: "F"}


def test_a_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    item = f"once {tmp_path / 'mark'}"
    assert done([["a", item, "b"], ["c"]]) == {0: "A", 1: item.upper(), 2: "B", 3: "C"}


def test_what_the_work_raises_is_raised_here() -> None:
    with pytest.raises(SourceTooLarge, match=r"b\.pdf: the file is too large \(9 MiB") as raised:
        done([["a"], ["raise b.pdf"], ["c"]])
    assert raised.value.sentence("id").startswith("b.pdf")
    assert not multiprocessing.active_children()


def test_whoever_has_enough_ends_the_work() -> None:
    results = shared_out(work, [["a", "b"], ["slow 0.2", "c"]], jobs=2)
    next(results)
    results.close()
    assert not multiprocessing.active_children()


def test_nobody_runs_far_ahead_of_the_slowest() -> None:
    chunks = [["slow 0.3"], *[[str(number)] for number in range(50)]]
    numbers = [number for number, _ in shared_out(work, chunks, jobs=2, lead=4)]
    assert numbers.index(0) <= 4
    assert sorted(numbers) == list(range(51))
