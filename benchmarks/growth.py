"""How time and memory grow with the length of a text: invented minutes and news of up to thousands of pages, and texts that nobody writes.

    python -m benchmarks.growth [--pages N...] [--longest CHARACTERS] [--worst N] [--markdown]

Each text is read and mined in a process of its own, forked when the model is loaded; seconds are those of its processor, memory is the most
that the process had. A cost that is linear in the length doubles when the length does. A page has 3,000 characters.

Of the odd texts (`benchmarks/long_texts.py`) each is mined at 10,000 characters and at every doubling up to the longest. Shown are those
with the steepest doubling; doublings from less than 30 milliseconds say more about the clock than about the text and do not count. The
aim: no doubling costs more than 2.3 times as much.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from benchmarks.long_texts import ODD_TEXTS, book, minutes, news
from benchmarks.printing import table
from minutes_miner.miner import shared_miner

PAGES = (125, 250, 500, 1_000, 2_000)
WRITERS = {"minutes": minutes, "news": news}
SHORTEST, LONGEST = 10_000, 640_000
LEAST_SECONDS, LONG_SECONDS = 0.03, 0.5
AIM = 2.3
MIB = 1024 * 1024
TURNS = 3


class Cost(NamedTuple):
    """What mining a text took: seconds of the processor, and the most memory in MiB."""

    seconds: float
    memory: float


def cost(build: Callable[[], str], turns: int = 1) -> Cost:
    """The least cost of some turns at reading and mining a text, each in a process of its own; what takes long is done once."""
    context = multiprocessing.get_context("fork")
    costs = []
    for _ in range(turns):
        receiver, sender = context.Pipe(duplex=False)
        child = context.Process(target=_mine, args=(build, sender.send))
        child.start()
        sender.close()
        costs.append(Cost(*receiver.recv()))
        child.join()
        if costs[-1].seconds > LONG_SECONDS:
            break
    return min(costs)


def _mine(build: Callable[[], str], tell: Callable[[Cost], None]) -> None:
    text = build()
    gc.collect()
    start = time.process_time()
    shared_miner().mine_text(text)
    seconds = time.process_time() - start
    tell(Cost(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def page_rows(pages: Sequence[int]) -> list[tuple[str, ...]]:
    """A row for each kind of document and number of pages, with the ratio to the row before."""
    rows = []
    for title, writer in WRITERS.items():
        before: Cost | None = None
        for number in pages:
            found = cost(lambda writer=writer, number=number: book(writer, number))  # type: ignore[misc]
            ratio = f"{found.seconds / before.seconds:.2f}" if before is not None else "-"
            milliseconds = found.seconds / number * 1_000
            rows.append((f"{title}, {number:,} pages", f"{found.seconds:.2f}", f"{milliseconds:.1f}", ratio, f"{found.memory:.0f}"))
            before = found
    return rows


class Odd(NamedTuple):
    """An odd text: its steepest doubling, and what it took at the greatest length."""

    title: str
    steepest: float
    last: Cost
    length: int

    @property
    def a_mib(self) -> float:
        """Seconds for each MiB of text."""
        return self.last.seconds / self.length * MIB


def odd_texts(longest: int) -> list[Odd]:
    """Every odd text, the one with the steepest doubling first."""
    lengths = [SHORTEST]
    while lengths[-1] * 2 <= longest:
        lengths.append(lengths[-1] * 2)
    found = []
    for title, builder in ODD_TEXTS.items():
        costs = [cost(lambda builder=builder, length=length: builder(length), TURNS) for length in lengths]  # type: ignore[misc]
        ratios = [after.seconds / before.seconds for before, after in pairwise(costs) if before.seconds >= LEAST_SECONDS]
        found.append(Odd(title, max(ratios, default=0.0), costs[-1], lengths[-1]))
    return sorted(found, key=lambda odd: -odd.steepest)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", nargs="*", type=int, default=PAGES, metavar="N", help="lengths of the minutes and the news")
    parser.add_argument("--longest", type=int, default=LONGEST, metavar="N", help="the greatest length of odd texts, in characters")
    parser.add_argument("--worst", type=int, default=10, metavar="N", help="how many odd texts are shown")
    parser.add_argument("--markdown", action="store_true", help="tables for RESULTS.md")
    arguments = parser.parse_args()
    shared_miner().mine_text(book(minutes, 5) + book(news, 5))  # compiles the patterns
    heads = ("document", "seconds", "ms a page", "ratio to the row before", "peak MiB")
    print(table(heads, page_rows(arguments.pages), markdown=arguments.markdown), end="\n\n", flush=True)
    odd = odd_texts(arguments.longest)
    rows = [(one.title, f"{one.steepest:.2f}", f"{one.a_mib:.1f}", f"{one.last.memory:.0f}") for one in odd[: arguments.worst]]
    heads = (f"odd text of {arguments.longest:,} characters", "steepest doubling", "s a MiB", "peak MiB")
    print(table(heads, rows, markdown=arguments.markdown))
    slowest = max(odd, key=lambda one: one.a_mib)
    print(f"\n{sum(one.steepest <= AIM for one in odd)} of {len(odd)} odd texts stay within {AIM} times a doubling.")
    print(f"The slowest, {slowest.title}, takes {slowest.a_mib:.1f} s a MiB.")


if __name__ == "__main__":
    main()
