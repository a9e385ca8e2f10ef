"""Annotations that quote what they mark: `NAME.yml` beside the text `NAME.txt`, which people can write and check by eye.

```yaml
kind: minutes
document: {title: …, date: 2024-07-18, place: …, event: …, time: …, venue: …, chair: …, secretary: …}
mentions:
  PERSON:
    - Budi Santoso      # every occurrence as whole words
    - Budi              # but not inside a longer one of the same label
    - Dewi @2           # the second of all occurrences; `@1,3` two of them, `@2-` from the second on
  PLACE: […]            # not inside an office or an institution
holders: [{person: …, office: …}]
statements: [{direct: no, speaker: …, text: …}]
items: [{kind: need, text: …, actor: …, speaker: …, deadline: {text: …, date: …}, amount: …, topic: …, status: done}]
optional: [{label: PLACE, text: …}]
```

A blank in a quotation stands for any run of blanks and line breaks. `nth: 2` takes the second occurrence of a statement, an item or an
optional place, otherwise the first is meant. What `annotated.by_hand` reads is made of it: the same keys, with offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from minutes_miner.rulebook.yaml_text import Mapping, Value, load

Json: TypeAlias = dict[str, Any]
Borders: TypeAlias = tuple[int, int]

PICKED = re.compile(r"(?P<surface>.+?)\s+@(?P<picks>[\d,-]+)")
HOLDERS_OF_PLACES = ("OFFICE", "INSTITUTION")


def read_quoted(path: Path) -> Json:
    """The annotation of the text beside `path`, with offsets.

    Raises:
        ValueError: something that is quoted does not stand in the text; the message names file and line.
        ModelError: the file is no YAML.
    """
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    content = load(path)
    return {
        "id": path.stem,
        "text": text,
        "document": {"kind": content["kind"], **_mapping(content.get("document"))},
        "mentions": list(_mentions(_mapping(content.get("mentions")), text, path)),
        "holders": [dict(_mapping(holder)) for holder in content.get("holders", ())],
        "statements": [
            {**record, "direct": record["direct"] in ("true", "yes"), "speaker": record.get("speaker")}
            for record in _placed(content.get("statements"), text, path)
        ],
        "items": list(_placed(content.get("items"), text, path)),
        "optional": list(_placed(content.get("optional"), text, path)),
    }


def _mapping(value: Value | None) -> Mapping:
    return value if isinstance(value, Mapping) else Mapping()


def _mentions(quoted: Mapping, text: str, path: Path) -> Iterator[Json]:
    marked = {label: _marked(surfaces, text, path) for label, surfaces in quoted.items()}
    around = [borders for label in HOLDERS_OF_PLACES for borders in marked.get(label, ())]
    for label, places in marked.items():
        for start, end in places:
            if not _inside((start, end), places) and not (label == "PLACE" and _inside((start, end), around)):
                yield {"label": label, "start": start, "end": end}


def _marked(surfaces: Value, text: str, path: Path) -> list[Borders]:
    return sorted({borders for surface in surfaces for borders in _occurrences(surface, text, path)})


def _inside(place: Borders, places: list[Borders]) -> bool:
    return any(start <= place[0] and place[1] <= end and (start, end) != place for start, end in places)


def _occurrences(entry: Any, text: str, path: Path) -> list[Borders]:
    picked = PICKED.fullmatch(entry)
    every = _found(picked["surface"] if picked else str(entry), text)
    chosen = [every[n - 1] for n in _picks(picked["picks"], len(every)) if n <= len(every)] if picked else every
    if not chosen:
        raise ValueError(f"{path}:{entry.line}: not in the text: {entry}")
    return chosen


def _found(quotation: str, text: str) -> list[Borders]:
    words = r"\s+".join(map(re.escape, quotation.split()))
    before = r"(?<!\w)" if quotation[0].isalnum() else ""
    after = r"(?!\w)" if quotation[-1].isalnum() else ""
    return [match.span() for match in re.finditer(before + words + after, text)]


def _picks(picks: str, last: int) -> Iterator[int]:
    for pick in picks.split(","):
        first, dash, end = pick.partition("-")
        yield from range(int(first), (int(end) if end else last if dash else int(first)) + 1)


def _placed(records: Value | None, text: str, path: Path) -> Iterator[Json]:
    for record in map(_mapping, records or ()):
        every, nth = _found(record["text"], text), int(str(record.get("nth", "1")))
        if len(every) < nth:
            raise ValueError(f"{path}:{record.line}: not in the text: {record['text']}")
        start, end = every[nth - 1]
        yield {**record, "start": start, "end": end}
