"""Series of meetings with their items marked in the text and their links beside it.

`[[i:key|words]]` is an item: i instruction, c commitment, d decision, n need, with `+` when it is reported done. A row of the CSV is a
link:
number of the earlier meeting, key, number of the later one, key, state.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import NamedTuple

from minutes_miner.records import Analysis, Header, Item

FOLDER = Path(__file__).parent / "series"
_MARK = re.compile(r"\[\[([icdn])(\+?):(\w+)\|(.*?)\]\]")
_KINDS = {"i": "instruction", "c": "commitment", "d": "decision", "n": "need"}
DAYS = {
    "lksa": ("2023-09-09", "2023-11-11", "2024-01-13"),
    "desa": ("2024-07-15", "2024-09-18", "2024-11-22"),
}


class Series(NamedTuple):
    """Texts without marks, their marked items as analyses, and the links as (document, start, end, document, start, end, state)."""

    texts: list[str]
    analyses: list[Analysis]
    links: list[tuple[str, int, int, str, int, int, str]]


def read_series(name: str) -> Series:
    """The series of that name."""
    texts, analyses, places = [], [], {}
    for number, day in enumerate(DAYS[name], start=1):
        text, items = _plain((FOLDER / f"{name}-{number}.txt").read_text(encoding="utf-8"))
        id = f"{name}-{number}"
        places.update({(str(number), item.id): (id, item.start, item.end) for item in items})
        texts.append(text)
        header = Header(id=id, source=id, media_type="text/plain", kind="minutes", date=day)
        analyses.append(Analysis(document=header, text=text, items=tuple(items)))
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        links = [(*places[a, first], *places[b, second], state) for a, first, b, second, state in csv.reader(rows)]
    return Series(texts, analyses, links)


def _plain(marked: str) -> tuple[str, list[Item]]:
    text, at, items = "", 0, []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        items.append(
            Item(
                id=mark[3],
                kind=_KINDS[mark[1]],
                start=len(text),
                end=len(text) + len(mark[4]),
                text=mark[4],
                action="",
                rule="marked",
                confidence=1.0,
                status="done" if mark[2] else "open",
            )
        )
        text += mark[4]
        at = mark.end()
    return text + marked[at:], items
