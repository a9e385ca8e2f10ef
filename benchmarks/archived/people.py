"""Who is who: how much of it is right, and how long it takes.

    python -m benchmarks.archive people [MENTIONS...]

Beside two peers: mentions of one name in small letters and without titles are one person (`same name`), and names that are alike to 0.92
by Jaro and Winkler are (`rapidfuzz`, where it is installed). The first table is of `namesakes.csv`, which holds what is hard; the second
of made archives with MENTIONS mentions (100,000 and 1,000,000). Precision and recall are B-cubed; the time is that of one
processor.
"""

from __future__ import annotations

import resource
import time
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from importlib.util import find_spec

from benchmarks.archived.labelled_people import labelled
from benchmarks.archived.made_people import made_people
from benchmarks.printing import table
from minutes_miner.corpus.people.joining import who_is_who
from minutes_miner.corpus.people.sightings import DocumentSeen
from minutes_miner.corpus.scores import b_cubed
from minutes_miner.paths import model_folder
from minutes_miner.rulebook.model import load_rulebook

SIZES = (100_000, 1_000_000)
ALIKE = 92.0
Mark = tuple[str, str]
Grouping = Callable[[Sequence[DocumentSeen]], Mapping[Mark, Hashable]]


def ours(documents: Sequence[DocumentSeen]) -> dict[Mark, Hashable]:
    """As the archive joins people."""
    found = who_is_who(documents, load_rulebook(model_folder()))
    return {mark: person.id for person in found.people for mark in person.marks}


def same_name(documents: Sequence[DocumentSeen]) -> dict[Mark, Hashable]:
    """A name is a person."""
    return {(document.id, one.id): " ".join(one.name.casefold().split()) for document in documents for one in document.people}


def alike(documents: Sequence[DocumentSeen]) -> dict[Mark, Hashable]:
    """Names that are alike enough are a person; names are compared that begin with one letter."""
    from rapidfuzz.distance import JaroWinkler

    names = same_name(documents)
    home: dict[str, str] = {}
    of_letter: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted({str(name) for name in names.values()}):
        leaders = of_letter[name[:1]]
        home[name] = next((other for other in leaders if 100 * JaroWinkler.normalized_similarity(name, other) >= ALIKE), name)
        if home[name] == name:
            leaders.append(name)
    return {mark: home[str(name)] for mark, name in names.items()}


def main(arguments: Sequence[str]) -> None:
    """Prints both tables."""
    peers: dict[str, Grouping] = {"minutes_miner": ours, "same name": same_name}
    if find_spec("rapidfuzz"):
        peers["rapidfuzz"] = alike
    documents, gold = labelled()
    print(table(_HEAD, [_row(name, len(gold), group, documents, gold) for name, group in peers.items()], markdown=False))
    rows = []
    for size in [int(argument) for argument in arguments] or SIZES:
        documents, gold = made_people(size, load_rulebook(model_folder()))
        few = {name: group for name, group in peers.items() if name != "rapidfuzz" or size <= SIZES[0]}
        rows += [_row(name, size, group, documents, gold) for name, group in few.items()]
    print(table(_HEAD, rows, markdown=False))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB, the made documents included")


_HEAD = ("joined by", "mentions", "precision", "recall", "F1", "CPU s")


def _row(name: str, size: int, group: Grouping, documents: Sequence[DocumentSeen], gold: Mapping[Mark, str]) -> tuple[str, ...]:
    start = time.process_time()
    found = group(documents)
    took = time.process_time() - start
    marks = sorted(gold)
    precision, recall, f1 = b_cubed([gold[mark] for mark in marks], [found[mark] for mark in marks])
    return name, f"{size:,}", f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}", f"{took:.1f}"
