"""Standard output for results, standard error for everything that is said about them."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from minutes_miner.outputs.replacing import unwritable


def prepare() -> None:
    """Makes both streams take any text: UTF-8 where a program reads them, escapes for what cannot be encoded.

    A file name may hold bytes that are no text. Python keeps them as lone surrogates, and written as `\\udcff` they are valid in JSON.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us: what is written goes nowhere
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 (it stays open as long as the program runs)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="backslashreplace", newline="")


@contextmanager
def results() -> Iterator[TextIO]:
    """Standard output for a part of the result; when the block ends all of it has been handed on, so that a reader need not wait.

    Raises:
        TargetUnwritable: standard output takes no more, for example because the disk is full.
        BrokenPipeError: nobody reads it any more.
    """
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except SystemExit:  # what rich makes of a broken pipe
        raise BrokenPipeError from None
    except OSError as error:
        silence(sys.stdout)
        raise unwritable(Path("stdout"), error) from error


def print_result(line: str) -> None:
    """Writes one line of the result to standard output."""
    with results() as out:
        out.write(f"{line}\n")


def say_aside(text: str) -> None:
    """Writes one line about the work to standard error."""
    print(printable(text), file=sys.stderr)


def silence(stream: object) -> None:
    """Lets what is still in the stream's buffer go nowhere, so that the end of the program does not complain about it."""
    if isinstance(stream, io.TextIOWrapper):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def printable(text: str) -> str:
    r"""`text` with every character that a terminal would act upon, or that is no character, written as an escape.

    >>> printable("rapat\udcff\x1b[2J.txt")
    'rapat\\xff\\x1b[2J.txt'
    """
    return "".join(character if _is_plain(character) else _escape(character) for character in text)


def _is_plain(character: str) -> bool:
    return character == "\n" or character.isprintable() or (character > "\x9f" and character.isspace())


def _escape(character: str) -> str:
    return repr(os.fsencode(character))[2:-1] if "\udc80" <= character <= "\udcff" else repr(character)[1:-1]
