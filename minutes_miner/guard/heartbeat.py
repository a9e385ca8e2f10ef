"""How a child process says that it gets on."""

from __future__ import annotations

from collections.abc import Callable

_listeners: list[Callable[[], None]] = []


def page_done() -> None:
    """To be called by a reader after every page (or what takes as long), which earns the document more time."""
    for listener in _listeners:
        listener()


def listen(listener: Callable[[], None]) -> None:
    """Has `listener` called at each `page_done` of this process."""
    _listeners.append(listener)
