"""`model diff`: lines for people, lines of JSON for programs, and one line that counts."""

from __future__ import annotations

import json
import shutil

import pytest

from minutes_miner.cli.main import run
from minutes_miner.paths import model_folder

TEXT = "Bupati Wajo, Andi Nurhayati, meminta Dinas Sosial mendata panti paling lambat 20 Maret 2025."


@pytest.fixture
def model(tmp_path):
    """A model that is far less sure of its items."""
    folder = tmp_path / "model"
    shutil.copytree(model_folder(), folder)
    rules = folder / "rules" / "80_items.yml"
    rules.write_text(rules.read_text(encoding="utf-8").replace('confidence: "0.', 'confidence: "0.0'), encoding="utf-8")
    return folder


@pytest.fixture
def news(tmp_path):
    file = tmp_path / "wajo.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_changes_stand_below_their_document(model, news, capsys):
    assert run(["model", "diff", str(model_folder()), str(model), str(news)]) == 0
    out, err = capsys.readouterr()
    source, *changes = out.splitlines()
    assert source == str(news)
    assert changes
    assert all(
        line.startswith("  ~ Instruksi [meminta Dinas Sosial mendata panti paling lambat 20 Maret 2025] (baris 1, ") for line in changes
    )
    assert "confidence: 0." in changes[0]
    assert err == "Dokumen: 1 diperiksa, 1 berbeda. Catatan: 0 bertambah, 0 hilang, 1 berubah.\n"


def test_lines_of_json_hold_the_same(model, news, capsys):
    assert run(["model", "diff", str(model_folder()), str(model), str(news), "--format", "jsonl"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    change = json.loads(line)
    assert (change["source"], change["kind"], change["way"], list(change["fields"])) == (str(news), "item", "altered", ["confidence"])


def test_equal_models_differ_in_nothing(news, capsys):
    assert run(["--lang", "en", "model", "diff", str(model_folder()), str(model_folder()), str(news)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "Documents: 1 looked at, 0 differ. Records: 0 added, 0 dropped, 0 altered.\n"


def test_documents_that_fail_are_named_and_counted_in_the_exit_code(news, tmp_path, capsys):
    (tmp_path / "kosong.txt").write_text("", encoding="utf-8")
    models = [str(model_folder()), str(model_folder())]
    assert run(["model", "diff", *models, str(tmp_path / "kosong.txt")]) == 3
    assert run(["model", "diff", *models, str(news), str(tmp_path / "kosong.txt")]) == 4
    assert "kosong.txt: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [([], 2), (["tidak-ada", "tidak-ada", "x.txt"], 6), (["a", "b"], 2), (["a", "b", "x.txt", "--format", "csv"], 2)],
)
def test_what_is_wrong_is_said_before_any_work(arguments, code, capsys):
    assert run(["model", "diff", *arguments]) == code
    assert capsys.readouterr().err
