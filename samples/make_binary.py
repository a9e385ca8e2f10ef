"""Writes every sample that is not plain UTF-8 (.docx, .pdf, text in other encodings) from its source in `sources/`.

Run `python samples/make_binary.py` after an edit. The same sources give the same bytes: dates and ids inside the files are fixed.

A source names its target (`to`). Text has `text`, `encoding` and `newline`; a .docx or .pdf has a `title`, optionally `running_head`,
`running_foot` and `columns`, for pictures of the pages `scan` or `photo`, and a `body`: a list of parts of one key each.

| part | value |
| --- | --- |
| `letterhead` | lines at the head, the last one small |
| `title` | a centred line |
| `fields` | (label, value) rows of the head |
| `section` | a heading; numbered automatically in .docx |
| `paragraph` | running text |
| `numbered` | list items, each a text or `{text, under}` with lettered items below |
| `table` | `widths` in percent and `rows`, the first of which repeats on every page |
| `signatures` | columns of lines, side by side |
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path
from typing import Any

import to_docx
import to_pdf
import to_scan
import yaml

HERE = Path(__file__).parent


def encoded(source: dict[str, Any]) -> bytes:
    """The text of `source` in its encoding; UTF-16 is little-endian with a mark, as Windows Notepad writes it on every machine."""
    text: str = source["text"].replace("\n", source["newline"])
    if source["encoding"] == "utf-16":
        return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    return text.encode(source["encoding"])


def pdf(source: dict[str, Any]) -> bytes:
    """A PDF with text, or with pictures of its pages."""
    return to_scan.scan(source) if "scan" in source else to_pdf.render(source)


RENDERERS: dict[str, Callable[[dict[str, Any]], bytes]] = {".docx": to_docx.render, ".pdf": pdf, ".jpg": to_scan.photo, ".txt": encoded}


def main() -> None:
    """Writes each target anew and prints its name."""
    for path in sorted((HERE / "sources").glob("*.yml")):
        source = yaml.safe_load(path.read_text(encoding="utf-8"))
        target = HERE / source["to"]
        target.write_bytes(RENDERERS[target.suffix](source))
        print(target.relative_to(HERE))


if __name__ == "__main__":
    main()
