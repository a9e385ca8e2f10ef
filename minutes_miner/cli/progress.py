"""The bar that shows how far the work is, on standard error and only where somebody watches it."""

from __future__ import annotations

import os
import stat
import sys
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from minutes_miner.cli.streams import printable, say_aside

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

NAME_WIDTH = 40


class Bar:
    """A progress bar that leaves no trace when it ends; in a log file there is none, nor before a pipe, as in `| less`, which draws itself.

    Args:
        title: what is being done.
        beside_results: results go to standard output while the bar runs. If that is the terminal too, the bar stays away.
        rate: whether it says how many are done in a second.
    """

    def __init__(self, title: str, *, beside_results: bool = False, rate: bool = False) -> None:
        self._title = title
        self._rate = rate
        in_the_way = is_pipe(sys.stdout) or (beside_results and sys.stdout.isatty())
        self._shown = sys.stderr.isatty() and not in_the_way
        self._live: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Bar:
        if self._shown:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            self._live = Progress(
                TextColumn("{task.description}"),
                BarColumn(bar_width=24),
                MofNCompleteColumn(),
                TextColumn("{task.fields[rate]}"),
                TimeRemainingColumn(compact=True, elapsed_when_finished=True),
                TextColumn("{task.fields[name]}", markup=False),
                console=Console(stderr=True),
                transient=True,
                redirect_stdout=False,  # else rich sends the results to standard error as well
                redirect_stderr=False,
            )
            self._task = self._live.add_task(self._title, total=None, name="", rate="")
            self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None

    def advance(self, done: int, total: int | None, name: str) -> None:
        """Shows that `done` of `total` are done (`total` None: nobody knows how many there are) and the name of the last."""
        if self._live is not None and self._task is not None:
            speed = self._live.tasks[0].speed if self._rate else None
            rate = f"{speed:.0f}/s" if speed else ""
            self._live.update(self._task, completed=done, total=total, name=shortened(printable(name)), rate=rate)

    def tell(self, line: str) -> None:
        """Writes a line to standard error, above the bar if there is one."""
        if self._live is not None:
            self._live.console.print(printable(line), markup=False, highlight=False, emoji=False, soft_wrap=True)
        else:
            say_aside(line)


def is_pipe(stream: TextIO) -> bool:
    """Whether another program reads what is written to `stream`."""
    try:
        return stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode)
    except OSError:  # no stream of the system, as in a notebook
        return False


def shortened(name: str) -> str:
    """The end of a long name, which tells more than its beginning."""
    return name if len(name) <= NAME_WIDTH else f"…{name[1 - NAME_WIDTH :]}"
