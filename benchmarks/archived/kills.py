"""An indexer that is killed at random moments, again and again, loses nothing, doubles nothing and leaves nothing half.

    python -m benchmarks.archive kills [--kills N] [--documents N] [--jobs N] [--seed N]

`minutes-miner index` runs on a folder of made texts, archives of files and a broken file; its whole process group gets SIGKILL at a random
moment, and it is started again, until it is done; then the next round begins with a new archive, until there were so many kills. Each
finished archive is compared with one that was indexed undisturbed: every document as JSON, every row of every table but for the numbers
that rows get, and SQLite's own check. It prints the kills, the archives, and how many documents were lost, doubled or different.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.archived.made_texts import made_text, write_texts
from minutes_miner.archive.address import open_database
from minutes_miner.archive.contents import load
from minutes_miner.archive.errors import ArchiveError
from minutes_miner.outputs import jsonl

LONGEST = 10.0  # seconds until a kill; the first ones go by before the model is loaded
_SOURCES = """SELECT s.path, d.id, s.size, s.digest, s.state, s.code, s.message
    FROM sources s LEFT JOIN documents d ON d.number = s.document ORDER BY s.path"""
# Everything that a document brings along, with the document's id in the place of its number.
_OF_DOCUMENTS = ("items", "statements", "people", "offices", "institutions", "regions", "holders")
_IN_INDEXES = "SELECT count(*) FROM text_index WHERE text_index MATCH 'bantuan OR rapat OR dinas'"


def prepare(folder: Path, documents: int) -> None:
    """Made texts, two archives of files with some more, and a file that cannot be read."""
    write_texts(folder, documents)
    for number in range(2):
        with zipfile.ZipFile(folder / f"rakor-{number}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for member in range(10):
                archive.writestr(f"2024/{member}.txt", made_text(1_000_000 + number * 10 + member))
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")


def content_of(archive: Path) -> dict[str, object]:
    """All that an archive holds, in an order that does not depend on when it came."""
    database = open_database(archive)
    try:
        ids = [id for (id,) in database.rows("SELECT id FROM documents ORDER BY id")]
        found: dict[str, object] = {id: jsonl.line(load(database, id)) for id in ids}
        found["sources"] = database.rows(_SOURCES)
        for table in _OF_DOCUMENTS:
            columns = [
                name for (name,) in database.rows("SELECT name FROM pragma_table_info(?)", (table,)) if name not in ("number", "document")
            ]
            chosen = ", ".join(f"r.{name}" for name in columns)
            found[table] = database.rows(
                f"SELECT d.id, {chosen} FROM {table} r JOIN documents d ON d.number = r.document ORDER BY 1, {chosen}"
            )
        found["index"] = database.rows(_IN_INDEXES)
        found["faults"] = database.faults()
        return found
    finally:
        database.close()


def run(folder: Path, archive: Path, jobs: int, seconds: float | None = None) -> bool:
    """Whether the indexer came to its end, rather than being killed after so many seconds with all its processes."""
    command = [sys.executable, "-m", "minutes_miner.cli.main", "index", str(folder), "--archive", str(archive), "--jobs", str(jobs)]
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE, env=os.environ)
    try:
        _, told = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return False
    if process.returncode not in (0, 4):
        raise RuntimeError(f"exit {process.returncode}: {told.decode()}")
    return True


def _begun_in(archive: Path) -> int:
    """How many files were being worked on when the indexer was killed; before its first start is over there is no archive."""
    try:
        database = open_database(archive)
    except ArchiveError:
        return 0
    try:
        return int(database.rows("SELECT count(*) FROM sources WHERE state = 'begun'")[0][0])
    finally:
        database.close()


def main(arguments: Sequence[str] | None = None) -> None:
    """Kills, and compares."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive kills")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    dice = Random(chosen.seed)
    with tempfile.TemporaryDirectory() as place:
        folder, undisturbed = Path(place) / "notulen", Path(place) / "tenang.sqlite"
        prepare(folder, chosen.documents)
        run(folder, undisturbed, chosen.jobs)
        expected = content_of(undisturbed)
        kills = at_work = archives = lost = doubled = different = 0
        while kills < chosen.kills:
            archive = Path(place) / f"{archives}.sqlite"
            while not run(folder, archive, chosen.jobs, dice.uniform(0.2, LONGEST) if kills < chosen.kills else None):
                kills += 1
                at_work += _begun_in(archive) > 0
            found = content_of(archive)
            archives += 1
            lost += len(expected.keys() - found.keys())
            doubled += len(found.keys() - expected.keys())
            different += sum(found.get(key) != value for key, value in expected.items())
            archive.unlink()
        print(f"kills {kills}, {at_work} of them with files in work; archives {archives} of {len(expected)} parts")
        print(f"lost {lost}, doubled {doubled}, different {different}")
    if lost or doubled or different or expected["faults"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
