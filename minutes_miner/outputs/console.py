"""Items and issues for a terminal: a table where it fits, plain lines where it does not or where the output is piped."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from minutes_miner.answers import MatrixRow
from minutes_miner.outputs.cell_words import row_words
from minutes_miner.outputs.report import NO_LABELS, Result
from minutes_miner.outputs.rows import failure_reason
from minutes_miner.outputs.safe_text import one_line
from minutes_miner.outputs.schema import Cell, Table
from minutes_miner.outputs.tables import issues_table, items_table, matrix_table
from minutes_miner.outputs.wording import Phrase
from minutes_miner.records import Failure, Issue

WIDE = 110  # columns from which a table is readable
INDENT = "   "

_NO_ITEMS = Phrase(
    "Tidak ditemukan komitmen, instruksi, keputusan, atau kebutuhan.", "No commitments, instructions, decisions or needs found."
)
_NO_ISSUES = Phrase("Tidak ditemukan isu berulang.", "No recurring issues found.")
_NO_FOLLOWUPS = Phrase("Tidak ada tindak lanjut yang cocok.", "No follow-ups match.")
_FAILED = Phrase("Gagal dibaca:", "Could not be read:")

# The columns shown, the one that a block of lines begins with first; the others follow in the table's order.
_ITEM_COLUMNS = ("text", "kind", "actor", "deadline", "status", "speaker", "source")
_ISSUE_COLUMNS = ("label", "timeline", "members", "meetings", "regions", "first_seen", "last_seen", "state", "answers", "examples")
_MATRIX_COLUMNS = ("text", "state", "actor", "deadline", "overdue", "first_seen", "last_seen", "times", "age", "remarks")
_LISTS = {"examples"}  # cells of several lines


def print_items(
    results: Sequence[Result], lang: str = "id", topic_labels: Mapping[str, str] = NO_LABELS, console: Console | None = None
) -> None:
    """Prints the items of all documents, then the sources that failed and why.

    A wide terminal gets a table, a narrow one a few lines an item; a pipe gets such lines unbroken, without colours or tabs.
    """
    console = console or Console(highlight=False)
    _print_table(console, items_table(results, lang, topic_labels), _ITEM_COLUMNS, _NO_ITEMS.say(lang))
    failures = [result for result in results if isinstance(result, Failure)]
    if failures:
        _print_lines(console, ["", _FAILED.say(lang)])
        _print_lines(console, (f"- {one_line(failure.source)}: {failure_reason(failure, lang)}" for failure in failures))


def print_issues(issues: Sequence[Issue], lang: str = "id", console: Console | None = None) -> None:
    """Prints the recurring issues with their first sentences, as `print_items` does the items."""
    _print_table(console or Console(highlight=False), issues_table(issues, lang), _ISSUE_COLUMNS, _NO_ISSUES.say(lang))


def print_followups(rows: Sequence[MatrixRow], lang: str = "id", console: Console | None = None) -> None:
    """Prints the running matrix, as `print_items` does the items."""
    _print_table(console or Console(highlight=False), matrix_table(rows, lang), _MATRIX_COLUMNS, _NO_FOLLOWUPS.say(lang))


def _print_table(console: Console, table: Table, columns: Sequence[str], nothing: str) -> None:
    if not table.rows:
        _print_lines(console, [nothing])
    elif console.is_terminal and console.width >= WIDE:
        console.print(_grid(table, columns))
    else:
        for cells in table.rows:
            _print_lines(console, _block(table, cells, columns))


def _grid(table: Table, columns: Sequence[str]) -> Grid:
    grid = Grid(show_lines=True, expand=True)
    shown = [heading for heading in table.headings if heading.key in ("number", *columns)]
    for heading in shown:
        # A deadline may be words as well, the other short columns are never broken.
        free = heading.type == "text"
        grid.add_column(heading.text, ratio=heading.width if free else None, no_wrap=heading.type in ("number", "choice"), overflow="fold")
    for cells in table.rows:
        words = row_words(table.headings, cells)
        grid.add_row(*(Text(words[heading.key]) for heading in shown))
    return grid


def _block(table: Table, cells: Sequence[Cell], columns: Sequence[str]) -> Iterator[str]:
    """A record as lines: its number and main text, then the other cells that say something, lists below."""
    words = row_words(table.headings, cells)
    names = {heading.key: heading.text for heading in table.headings}
    yield f"{words['number']}. {words[columns[0]]}"
    others = {key: words[key] for key in columns[1:] if words[key]}
    yield INDENT + " | ".join(f"{names[key]}: {text}" for key, text in others.items() if key not in _LISTS)
    for key in _LISTS & others.keys():
        yield from (INDENT + part for part in others[key].split("\n"))


def _print_lines(console: Console, lines: Iterable[str]) -> None:
    for line in lines:
        parts = textwrap.wrap(line, console.width, subsequent_indent=INDENT) if console.is_terminal else [line]
        console.file.write("\n".join(parts) + "\n")
