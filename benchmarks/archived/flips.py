"""One archive, spoilt on purpose in many places: is there ever another answer than before, and no error?

    python -m benchmarks.archive flips [--places N] [--documents N]

Each place is a copy of the same archive with one thing wrong: mostly a single flipped bit, else a zeroed page, a file cut short, a log of
another archive beside it, a zip file or a database of another program in its stead. A fixed set of questions (searches, every document, the
export, the check) is put to each copy. The answer must be the one of the whole archive, or an error that says what is wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import minutes_miner
from benchmarks.archived.made_texts import made_text
from benchmarks.printing import table
from minutes_miner.archive import schema
from minutes_miner.archive.address import open_database
from minutes_miner.archive.checking import check
from minutes_miner.archive.contents import put
from minutes_miner.archive.errors import ArchiveError
from minutes_miner.archive.export import documents
from minutes_miner.archive.joining import join
from minutes_miner.archive.search.query import parsed
from minutes_miner.corpus.word_forms import WordForms, load_word_forms
from minutes_miner.outputs.jsonl import line
from minutes_miner.paths import model_folder

PAGE = 4096
QUESTIONS = ("bantuan", '"dinas sosial"', "perba*", "panti -jalan", "jembatan OR irigasi")
Spoil = Callable[[Path, Random], None]


def main(arguments: Sequence[str]) -> None:
    """Prints what became of the spoilt copies; ends with an error if one gave another answer."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive flips")
    parser.add_argument("--places", type=int, default=50)
    parser.add_argument("--documents", type=int, default=40)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        made = make(Path(folder) / "whole.sqlite", [made_text(number) for number in range(asked.documents)])
        tally = spoilt(made, Path(folder), asked.places)
    rows = [(kind, *(str(count[became]) for became in ("error", "same", "other"))) for kind, count in sorted(tally.items())]
    print(table(("spoilt by", "error", "same answer", "another answer"), rows, markdown=False))
    if any(count["other"] for count in tally.values()):
        sys.exit(1)


def make(path: Path, texts: Sequence[str]) -> Path:
    """An archive of these texts, joined and closed."""
    forms = load_word_forms(model_folder())
    database = open_database(path, write=True)
    for analysis in minutes_miner.mine_texts([{"id": f"{number:08}", "text": one} for number, one in enumerate(texts)]):
        with database.transaction():
            put(database, analysis, model="1", forms=forms)
    join(database, model_folder())
    database.close()
    return path


def spoilt(whole: Path, folder: Path, places: int) -> dict[str, Counter[str]]:
    """Kind of damage -> how many copies gave an error, the same answer, another answer."""
    forms = load_word_forms(model_folder())
    right = answers(whole, forms)
    tally: dict[str, Counter[str]] = {}
    for place in range(places):
        kind, spoil = KINDS[place % len(KINDS)]
        copy = folder / f"copy{place}.sqlite"
        shutil.copyfile(whole, copy)
        spoil(copy, Random(place))
        try:
            became = "same" if answers(copy, forms) == right else "other"
        except ArchiveError:
            became = "error"
        tally.setdefault(kind, Counter())[became] += 1
        for left in folder.glob(f"{copy.name}*"):
            left.unlink()
    return tally


def answers(path: Path, forms: WordForms) -> str:
    """What the archive answers to all questions, as a digest.

    Raises:
        ArchiveError: it cannot answer, or the check finds a fault.
    """
    digest = hashlib.sha256()
    database = open_database(path)
    try:
        for question in QUESTIONS:
            node = parsed(question, forms)
            assert node is not None
            for indexed in (schema.TEXTS, schema.ITEMS, schema.STATEMENTS):
                match = database.matching(indexed, node, scored=True)
                digest.update(repr(database.rows(f"SELECT * FROM {match.sql} m ORDER BY 2 DESC, 1", match.values)).encode())
        for tables in (schema.OF_A_DOCUMENT, ("documents", "entities", "issues", "issue_members", "followups")):
            for name in tables:
                digest.update(repr(database.rows(f"SELECT * FROM {name} ORDER BY 1, 2")).encode())
        for analysis in documents(database):
            digest.update(line(analysis).encode())
        for fault in check(database, forms):
            raise ArchiveError(fault.sentence("en"))
    finally:
        database.close()
    return digest.hexdigest()


def _flip(path: Path, random: Random) -> None:
    data = bytearray(path.read_bytes())
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(data)


def _zero(path: Path, random: Random) -> None:
    data = bytearray(path.read_bytes())
    begin = random.randrange(len(data) // PAGE) * PAGE
    data[begin : begin + PAGE] = bytes(PAGE)
    path.write_bytes(data)


def _cut(path: Path, random: Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: random.randrange(1, len(data))])


def _foreign_log(path: Path, random: Random) -> None:
    """The log of an archive that was never closed, beside another archive."""
    other = path.with_name(f"{path.name}.other")
    database = open_database(other, write=True)
    with database.transaction():
        database.run("INSERT INTO meta (key, value) VALUES (?, ?)", ("x", str(random.random())))
    log = Path(f"{other}-wal").read_bytes()
    database.close()
    Path(f"{path}-wal").write_bytes(log)


def _zip(path: Path, random: Random) -> None:
    path.write_bytes(b"PK\x03\x04" + random.randbytes(8 * PAGE))


def _foreign(path: Path, random: Random) -> None:
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT, model TEXT)")
    other.commit()
    other.close()


KINDS: Sequence[tuple[str, Spoil]] = (
    *(("flipped bit", _flip),) * 14,
    ("zeroed page", _zero),
    ("zeroed page", _zero),
    ("cut file", _cut),
    ("foreign log", _foreign_log),
    ("zip file", _zip),
    ("foreign database", _foreign),
)
