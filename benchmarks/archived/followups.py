"""How many follow-ups of annotated series are found with the right state, from annotated items and from mined ones.

    python -m benchmarks.archived.followups FOLDER [--show]

The folder holds `SERIES.tsv` (a link a row: `series`, `from`, `from_start`, `from_end`, `to`, `to_start`, `to_end`, `state`) and the
documents that it names as JSON with `text`, `document` and `items`. A found link is right when both its ends overlap those of an annotated
one and the state is the same. `--show` prints what was missed and what was found in excess.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from minutes_miner.corpus.followups.likeness import load_likeness
from minutes_miner.corpus.followups.linking import Linker
from minutes_miner.corpus.followups.meetings import meeting_of
from minutes_miner.corpus.followups.report_words import load_report_words
from minutes_miner.miner import Miner
from minutes_miner.paths import model_folder
from minutes_miner.records import Amount, Analysis, Deadline, Header, Item


class Link(NamedTuple):
    """A follow-up by the places of its ends."""

    earlier: str
    earlier_start: int
    earlier_end: int
    later: str
    later_start: int
    later_end: int
    state: str

    def joins_as(self, other: Link) -> bool:
        """Whether both ends overlap those of another."""
        return (
            (self.earlier, self.later) == (other.earlier, other.later)
            and self.earlier_start < other.earlier_end
            and other.earlier_start < self.earlier_end
            and self.later_start < other.later_end
            and other.later_start < self.later_end
        )


class Score(NamedTuple):
    """Counts of links: annotated; found; annotated ones found in any state, and in the right one; found ones that are annotated."""

    annotated: int = 0
    found: int = 0
    joined: int = 0
    right: int = 0
    meant: int = 0

    def __add__(self, other: Score) -> Score:  # type: ignore[override]
        return Score(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def recall(self) -> float:
        """Share of the annotated follow-ups that are found with the right state."""
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def precision(self) -> float:
        """Share of the found links that are annotated."""
        return self.meant / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.right else 0.0


def _silent(what: str, link: Link, also: str) -> None:
    """Says nothing."""


Teller = Callable[[str, Link, str], None]


def annotated_links(folder: Path) -> dict[str, list[Link]]:
    """The links of each series."""
    series: dict[str, list[Link]] = defaultdict(list)
    with (folder / "SERIES.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            places = (row["from"], int(row["from_start"]), int(row["from_end"]), row["to"], int(row["to_start"]), int(row["to_end"]))
            series[row["series"]].append(Link(*places, row["state"]))
    return dict(series)


def annotated(content: dict[str, Any]) -> Analysis:
    """A document with its annotated items, as an analysis."""
    header = Header(id=content["id"], source=content["id"], media_type="text/plain", kind="minutes", date=content["document"]["date"])
    items = tuple(_item(at, item, content["text"]) for at, item in enumerate(content["items"], start=1))
    return Analysis(document=header, text=content["text"], items=items)


def _item(at: int, item: dict[str, Any], text: str) -> Item:
    due, amount = item.get("deadline"), item.get("amount")
    return Item(
        id=f"t{at}",
        kind=item["kind"],
        start=item["start"],
        end=item["end"],
        text=text[item["start"] : item["end"]],
        action="",
        rule="annotated",
        confidence=1.0,
        actor=item.get("actor"),
        deadline=Deadline(text=due["text"], end=(due["date"] or "").split("/")[-1] or None) if due else None,
        amount=Amount(text=amount, value=0) if amount else None,
        topic=item.get("topic"),
        status=item["status"],
    )


def score(gold: Sequence[Link], found: Sequence[Link], say: Teller = _silent) -> Score:
    """How the found links of one series agree with the annotated ones."""
    joined = right = 0
    for link in gold:
        same = [other for other in found if link.joins_as(other)]
        joined += bool(same)
        right += any(other.state == link.state for other in same)
        if not any(other.state == link.state for other in same):
            say("missed", link, ", ".join(other.state for other in same))
    meant = [link for link in found if any(link.joins_as(other) for other in gold)]
    for link in found:
        if link not in meant:
            say("excess", link, "")
    return Score(len(gold), len(found), joined, right, len(meant))


def found_links(analyses: Iterable[Analysis], linker: Linker) -> list[Link]:
    """What the product links."""
    words = load_report_words(model_folder(None))
    meetings = [meeting for analysis in analyses if (meeting := meeting_of(analysis, words)) is not None]
    return [
        Link(
            link.earlier.document,
            link.earlier.start,
            link.earlier.end,
            link.later.document,
            link.later.start,
            link.later.end,
            link.state,
        )
        for link in linker.links(meetings)
        if link.later is not None
    ]


def main(arguments: Sequence[str]) -> None:
    """Prints a line a series and way, and the sums."""
    show = "--show" in arguments
    model = model_folder(None)
    linker, miner = Linker(load_likeness(model), load_report_words(model)), Miner()
    for folder in (Path(name) for name in arguments if name != "--show"):
        series = annotated_links(folder)
        for way in ("annotated items", "mined items"):
            total = Score()
            for name, gold in sorted(series.items()):
                documents = sorted({link.earlier for link in gold} | {link.later for link in gold})
                contents = [json.loads((folder / f"{document}.json").read_text(encoding="utf-8")) for document in documents]
                read = [annotated(content) if way == "annotated items" else mined(content, miner) for content in contents]
                texts = {analysis.document.id: analysis.text for analysis in read}
                one = score(gold, found_links(read, linker), teller(texts) if show else _silent)
                print(_line(name, way, one))
                total += one
            print(_line("all", way, total))


def mined(content: dict[str, Any], miner: Miner) -> Analysis:
    """A document with what the product finds in its text."""
    analysis = miner.mine_text(content["text"], id=content["id"])
    return replace(analysis, document=replace(analysis.document, id=content["id"]))


def teller(texts: dict[str, str]) -> Teller:
    """Prints a line about a link with the words of its ends."""

    def tell(what: str, link: Link, also: str) -> None:
        earlier, later = texts[link.earlier][link.earlier_start : link.earlier_end], texts[link.later][link.later_start : link.later_end]
        print(f"   {what} {link.later} {link.state} ({also}): {earlier[:70]!r} -> {later[:70]!r}")

    return tell


def _line(name: str, way: str, one: Score) -> str:
    counts = f"{one.right}/{one.annotated} right ({one.joined} linked), {one.meant}/{one.found} of those found are meant"
    return f"{name:12} {way:16} recall {one.recall:.2f} precision {one.precision:.2f} F1 {one.f1:.2f}   {counts}"


if __name__ == "__main__":
    main(sys.argv[1:])
