"""An archive that was loaded is the one that would have been indexed here."""

from __future__ import annotations

import pytest

from minutes_miner.archive.address import open_database
from minutes_miner.archive.indexing.run import Wanted
from minutes_miner.archive.indexing.run import index as index_here
from minutes_miner.cli.main import run as command
from minutes_miner.paths import model_folder
from minutes_miner.scale.errors import ResultsDamaged, ResultsMissing, ResultsUnfinished
from minutes_miner.scale.loading import load

TABLES = (
    "documents",
    "texts",
    "items",
    "statements",
    "people",
    "offices",
    "institutions",
    "regions",
    "holders",
    "sources",
    "entities",
    "meta",
)


def content(path):
    """All rows of all tables, with documents and entities named by what they are and not by their number."""
    database = open_database(path)
    try:
        ids = dict(database.rows("SELECT number, id FROM documents"))
        found = {table: sorted(map(repr, _rows(database, table, ids))) for table in TABLES}
        found["meta"] = [row for row in found["meta"] if "'archive'" not in row and "'writes'" not in row]  # each archive has its own
        return found
    finally:
        database.close()


def _rows(database, table, ids):
    names = [row[1] for row in database.rows(f"PRAGMA table_xinfo({table})")]
    for values in database.rows(f"SELECT * FROM {table}"):
        row = dict(zip(names, values, strict=True))
        row.pop("number", None)
        row.pop("attempts", None)  # of this machine's doing
        for name in ("document", "copy_of"):
            if name in row:
                row[name] = ids.get(row[name])
        yield row


def loaded(results, path, progress=None):
    database = open_database(path, write=True)
    try:
        return load(str(results), database, model_folder(None), progress)
    finally:
        database.close()


def test_it_is_what_indexing_here_gives(files, results, tmp_path):
    index_here(Wanted(paths=[files], archive=str(tmp_path / "here.sqlite")))
    met = loaded(results, tmp_path / "there.sqlite")
    assert (met.files, met.documents, met.failures, met.unchanged) == (7, 6, 2, 0)
    assert content(tmp_path / "there.sqlite") == content(tmp_path / "here.sqlite")
    assert index_here(Wanted(paths=[files], archive=str(tmp_path / "there.sqlite"))).unchanged == 7


def test_a_second_time_nothing_is_done(results, tmp_path):
    loaded(results, tmp_path / "a.sqlite")
    before = content(tmp_path / "a.sqlite")
    again = loaded(results, tmp_path / "a.sqlite")
    assert (again.files, again.unchanged, again.documents) == (7, 7, 0)
    assert content(tmp_path / "a.sqlite") == before


def test_a_loading_that_was_stopped_goes_on(results, tmp_path):
    def stop(done, total, name):
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loaded(results, tmp_path / "a.sqlite", stop)
    assert loaded(results, tmp_path / "a.sqlite").unchanged == 4
    loaded(results, tmp_path / "b.sqlite")
    assert content(tmp_path / "a.sqlite") == content(tmp_path / "b.sqlite")


def copied(results, folder):
    for path in results.rglob("*"):
        if path.is_file():
            target = folder / path.relative_to(results)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return folder


def test_every_flipped_bit_is_found(results, tmp_path):
    folder = copied(results, tmp_path / "results")
    shard = next((folder / "shards").glob("*.parquet"))
    whole = shard.read_bytes()
    for at in range(0, len(whole), len(whole) // 20):
        shard.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        with pytest.raises(ResultsDamaged, match=shard.name):
            loaded(folder, tmp_path / "a.sqlite")


def test_results_that_are_not_all_there_are_not_loaded(results, tmp_path):
    with pytest.raises(ResultsMissing):
        loaded(tmp_path, tmp_path / "a.sqlite")
    folder = copied(results, tmp_path / "results")
    next((folder / "shards").glob("*.json")).unlink()
    with pytest.raises(ResultsUnfinished, match="1 of"):
        loaded(folder, tmp_path / "a.sqlite")


def test_the_command(results, tmp_path, capsys):
    archive = str(tmp_path / "a.sqlite")
    assert command(["archive", "load", str(results), "--archive", archive]) == 4
    assert capsys.readouterr().err == f"6 dokumen dimuat, 2 gagal, 0 berkas sudah ada. Arsip: {archive}.\n"
    assert command(["archive", "load", str(results), "--archive", archive, "--lang", "en"]) == 0
    assert "7 files were there already" in capsys.readouterr().err


def test_the_command_says_what_is_missing(monkeypatch, capsys):
    monkeypatch.setattr("minutes_miner.scale.packages.NEEDED", ("no_such_package",))
    assert command(["archive", "load", "results"]) == 2
    assert "pip install 'minutes-miner[cluster]'" in capsys.readouterr().err
