"""What documents ask for and answer, as small rows: all that recurring issues need to know, so that no analysis has to be unpacked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from minutes_miner.corpus.home_region import home_region
from minutes_miner.records import Analysis, ItemKind


class Matter(NamedTuple):
    """An item with what its document tells about it; days are written `YYYY-MM-DD`, amounts in rupiah.

    `kind` is `need` for what is asked for, any other kind for what may answer it.
    """

    document: str
    start: int
    end: int
    kind: ItemKind
    text: str
    source: str
    page: int | None = None
    date: str | None = None
    region: str | None = None
    forum: str | None = None
    speaker: str | None = None
    actor: str | None = None
    topic: str | None = None
    status: Literal["open", "done"] = "open"
    amount: float | None = None

    @property
    def key(self) -> str:
        """What names the item over all documents, for as long as its document is read in the same way."""
        return f"{self.document}:{self.start}:{self.end}"


def matters_of(analyses: Iterable[Analysis]) -> list[Matter]:
    """The items of `analyses`, a document given twice taken once, in the order of documents as given."""
    documents = list({analysis.document.id: analysis for analysis in analyses}.values())
    names = _region_names(documents)
    found = []
    for analysis in documents:
        document, region = analysis.document, _region(analysis, names)
        found += [
            Matter(
                document=document.id,
                start=item.start,
                end=item.end,
                kind=item.kind,
                text=item.text,
                source=document.source,
                page=item.evidence.page if item.evidence else None,
                date=document.date,
                region=region,
                forum=document.event,
                speaker=item.speaker,
                actor=item.actor,
                topic=item.topic,
                status=item.status,
                amount=item.amount.value if item.amount else None,
            )
            for item in analysis.items
        ]
    return found


def _region_names(documents: Sequence[Analysis]) -> dict[str, str]:
    """Name -> the fullest name that any document gives the region, so that `Kab. Wonosobo` and `Kabupaten Wonosobo` count as one."""
    named = {(region.code, region.name) for analysis in documents for region in analysis.regions if region.code is not None}
    fullest: dict[str, str] = {}
    for code, name in named:
        fullest[code] = max(fullest.get(code, ""), name, key=lambda each: (len(each), each))
    return {name: fullest[code] for code, name in sorted(named)}


def _region(analysis: Analysis, names: dict[str, str]) -> str | None:
    """The region that the document speaks of, by its fullest name; else the place of the document."""
    home = home_region(analysis)
    return names.get(home, home) if home is not None else None
