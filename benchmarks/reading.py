"""How many pages a second are read beside the libraries that read them too, how right they are, and how the cost grows with length.

    python -m benchmarks.reading [--pages N] [--repeat N] [--longest N] [--markdown]

The documents are made by code (`made_files.py`), so that what stands in them is known: pages of prose, prose in two columns, pages with a
ruled table, and a Word file with headings, lists and tables. All readers get the same bytes, one after the other in the same process, and
are timed in CPU seconds, the best of the turns. The aims: on PDFs without tables at least 12 times as many pages a second as the text of
pdfplumber, on those with tables at least 3 times as many as its text and tables, on Word files at least 3 times docx2python.

What is timed on our side is the whole of `read_pdf` and `read_docx`: paragraphs joined, blocks, tables, boxes. A peer that is not installed
is left out. Letters right: the share of the true text's letters that stand in words which come in the true order (the longest common
sequence of words that Python's `difflib` finds). Cells right: the share of the true tables' cells in rows found with all their cells.

Growth: prose of 125 pages and more, each read in a process of its own; seconds and the peak memory of that process. The exponent is that of
the line through them on logarithmic scales: 1 is linear.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import io
import math
import multiprocessing
import time
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from benchmarks.made_files import Made, prose_pdf, tables_pdf, word_file
from benchmarks.printing import table
from minutes_miner.documents.pdf.reader import read_pdf
from minutes_miner.documents.word.docx import read_docx

SHORTEST = 125


class Read(NamedTuple):
    """What a reader made of a file."""

    text: str
    rows: Sequence[Sequence[str | None]] = ()


Reader = Callable[[bytes], Read]


def ours(data: bytes) -> Read:
    """Our PDF reader."""
    document = read_pdf(data, id="x", source="x.pdf")
    return Read(document.text, [row for table in document.tables for row in table.rows])


def ours_word(data: bytes) -> Read:
    """Our Word reader."""
    document = read_docx(data, id="x", source="x.docx")
    return Read(document.text, [row for table in document.tables for row in table.rows])


def plumber_text(data: bytes) -> Read:
    """pdfplumber, text alone."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return Read("\n".join(page.extract_text() for page in document.pages))


def plumber_tables(data: bytes) -> Read:
    """pdfplumber, text and tables."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        texts, rows = [], []
        for page in document.pages:
            texts.append(page.extract_text())
            rows.extend(row for table in page.extract_tables() for row in table)
        return Read("\n".join(texts), rows)


def pypdf_text(data: bytes) -> Read:
    """pypdf."""
    import pypdf

    return Read("\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages))


def pdfium_text(data: bytes) -> Read:
    """pdfium alone, without words, boxes or paragraphs: what any reader built on it pays at least."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return Read("\n".join(document[place].get_textpage().get_text_range() for place in range(len(document))))


def docx2python_text(data: bytes) -> Read:
    """docx2python."""
    from docx2python import docx2python

    with docx2python(io.BytesIO(data)) as document:
        rows = [["\n".join(cell) for cell in row] for part in document.body for row in part if len(row) > 1]
        return Read(document.text, rows)


def python_docx_text(data: bytes) -> Read:
    """python-docx, paragraphs and tables in their order."""
    import docx
    from docx.table import Table

    texts: list[str] = []
    rows: list[list[str]] = []
    for part in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(part, Table):
            found = [[cell.text for cell in row.cells] for row in part.rows]
            rows.extend(found)
            texts.extend(" ".join(row) for row in found)
        else:
            texts.append(part.text)
    return Read("\n".join(texts), rows)


PROSE: tuple[tuple[str, str, Reader], ...] = (
    ("ours", "minutes_miner", ours),
    ("pdfplumber, text", "pdfplumber", plumber_text),
    ("pypdf", "pypdf", pypdf_text),
    ("pdfium, text alone", "pypdfium2", pdfium_text),
)
TABLES: tuple[tuple[str, str, Reader], ...] = (
    ("ours", "minutes_miner", ours),
    ("pdfplumber, text and tables", "pdfplumber", plumber_tables),
    ("pypdf, no tables", "pypdf", pypdf_text),
)
WORD: tuple[tuple[str, str, Reader], ...] = (
    ("ours", "minutes_miner", ours_word),
    ("docx2python", "docx2python", docx2python_text),
    ("python-docx", "docx", python_docx_text),
)


def letters_right(made: Made, read: Read) -> float:
    """The share of the letters of the true text in words that come in the true order."""
    words = " ".join(made.text).split()
    matcher = SequenceMatcher(None, words, read.text.replace(" | ", " ").split(), autojunk=False)
    right = sum(len(word) for block in matcher.get_matching_blocks() for word in words[block.a : block.a + block.size])
    return right / sum(map(len, words))


def cells_right(made: Made, read: Read) -> float | None:
    """The share of the cells of the true tables that stand in rows found whole; None where there is no table."""
    wanted = Counter(tuple(row) for row in made.rows)
    found = Counter(tuple(" ".join((cell or "").split()) for cell in row) for row in read.rows)
    cells = sum(len(row) * count for row, count in wanted.items())
    return sum(len(row) * count for row, count in (wanted & found).items()) / cells if cells else None


def seconds(reader: Reader, data: bytes, turns: int) -> float:
    """CPU seconds of the best of the turns."""
    best = math.inf
    for _ in range(turns):
        gc.collect()
        start = time.process_time()
        reader(data)
        best = min(best, time.process_time() - start)
    return best


def compared(name: str, readers: Sequence[tuple[str, str, Reader]], make: Callable[[int], Made], pages: int, turns: int) -> list[list[str]]:
    """A row for each reader: pages a second, how many times as many as ours takes, letters and cells right."""
    made, small = make(pages), make(min(pages, 10))
    rows: list[list[str]] = []
    own = 0.0
    for title, package, reader in readers:
        if importlib.util.find_spec(package) is None:
            rows.append([f"{name}: {title}", "not installed", "-", "-", "-"])
            continue
        taken = seconds(reader, made.data, turns)
        own = own or taken
        read = reader(small.data)
        cells = cells_right(small, read)
        figures = [
            f"{made.pages / taken:.0f}",
            f"{taken / own:.1f}",
            f"{letters_right(small, read):.4f}",
            "-" if cells is None else f"{cells:.4f}",
        ]
        rows.append([f"{name}: {title}", *figures])
    return rows


def grown(longest: int) -> list[tuple[int, float, float]]:
    """For each length, doubled until the longest: pages, seconds, and MiB at the peak in a process of its own."""
    figures = []
    pages = SHORTEST
    while pages <= longest:
        made = prose_pdf(pages)
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            taken, peak = pool.apply(_alone, (made.data,))
        figures.append((made.pages, taken, peak))
        pages *= 2
    return figures


def _alone(data: bytes) -> tuple[float, float]:
    start = time.process_time()
    ours(data)
    taken = time.process_time() - start
    # Of this program alone: `getrusage` would count what the parent held when it was started.
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return taken, int(peak.split()[1]) / 1024


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the line through the points on logarithmic scales.

    >>> round(exponent([(1, 5), (2, 20), (4, 80)]), 6)
    2.0
    """
    xs, ys = zip(*((math.log(x), math.log(y)) for x, y in points), strict=True)
    across, up = mean(xs), mean(ys)
    return sum((x - across) * (y - up) for x, y in zip(xs, ys, strict=True)) / sum((x - across) ** 2 for x in xs)


def report(pages: int, turns: int, longest: int, *, markdown: bool) -> str:
    """The tables and what they say."""
    rows = [
        *compared("prose", PROSE, prose_pdf, pages, turns),
        *compared("two columns", PROSE, lambda count: prose_pdf(count, columns=2), pages, turns),
        *compared("tables", TABLES, tables_pdf, pages, turns),
        *compared("Word", WORD, word_file, pages, turns),
    ]
    parts = [table(("document: reader", "pages a second", "times our time", "letters right", "cells right"), rows, markdown=markdown)]
    if longest >= SHORTEST:
        figures = grown(longest)
        lines = [(str(count), f"{taken:.2f}", f"{taken / count * 1e3:.2f}", f"{peak:.0f}") for count, taken, peak in figures]
        parts.append(table(("pages", "CPU seconds", "ms a page", "peak MiB"), lines, markdown=markdown))
        parts.append(f"The time grows with the length to the power of {exponent([(count, taken) for count, taken, _ in figures]):.2f}.")
    return "\n\n".join(parts)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=40, metavar="N", help="length of the documents that all readers read")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="turns of which the best is taken")
    parser.add_argument("--longest", type=int, default=2000, metavar="N", help="pages up to which growth is measured; 0 for not at all")
    parser.add_argument("--markdown", action="store_true", help="tables for RESULTS.md")
    arguments = parser.parse_args()
    print(report(arguments.pages, arguments.repeat, arguments.longest, markdown=arguments.markdown))


if __name__ == "__main__":
    main()
