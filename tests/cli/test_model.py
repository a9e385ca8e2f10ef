"""`model check`, `model explain` and `model tidy`."""

import os
import sys
from types import ModuleType, SimpleNamespace

import pytest

from minutes_miner.cli.main import run
from minutes_miner.errors import ModelError

FAULT = ModelError("rules/items.yml:7", fault="the rule need.hope has no example", remedy="Write at least one under match")


def example(rule, *, ok=True, message=""):
    return SimpleNamespace(rule=rule, where="rules/items.yml:9", sentence="Kami berharap ada [bantuan].", ok=ok, message=message)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "meta.toml").write_text('name = "kota"\n', encoding="utf-8")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "titles.csv").write_text("title\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def model(monkeypatch):
    """The checks replaced by answers; `calls` is what was asked."""
    answers = SimpleNamespace(faults=[], examples=[example("need.hope"), example("need.hope"), example("need.lack")], untidy=[], calls=[])
    modules = {
        "minutes_miner.rulebook.checking": {"check": lambda folder: answers.faults},
        "minutes_miner.pipeline.checking": {"run_examples": lambda folder: iter(answers.examples)},
        "minutes_miner.rulebook.tidying": {"tidy": lambda folder, *, check_only: answers.calls.append(check_only) or answers.untidy},
    }
    for name, functions in modules.items():
        module = ModuleType(name)
        vars(module).update(functions)
        monkeypatch.setitem(sys.modules, name, module)
    return answers


def test_check_of_a_sound_model_is_one_line_of_counts(model, folder, capsys):
    assert run(["model", "check", "--model", str(folder)]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"Model {folder}: 3 contoh dari 2 aturan cocok.\n"


def test_check_names_every_fault_and_runs_no_example(model, folder, capsys):
    model.faults = [FAULT, FAULT]
    model.examples = None
    assert run(["model", "check", "--model", str(folder)]) == 6
    printed = capsys.readouterr()
    assert printed.out.splitlines() == ["rules/items.yml:7: the rule need.hope has no example. Write at least one under match."] * 2
    assert printed.err.startswith(f"Model {folder}: 2 kesalahan.")


def test_check_shows_a_failed_example_with_what_was_found(model, folder, capsys):
    model.examples = [example("need.lack"), example("need.hope", ok=False, message="ditemukan: [ada bantuan]")]
    assert run(["model", "check", "--model", str(folder)]) == 6
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "rules/items.yml:9: contoh aturan need.hope tidak cocok: Kami berharap ada [bantuan].",
        "    ditemukan: [ada bantuan]",
    ]
    assert printed.err == f"Model {folder}: 1 dari 2 contoh tidak cocok, pada 1 aturan.\n"


@pytest.mark.parametrize("command", ["check", "tidy"])
def test_a_folder_that_is_no_model_is_refused(model, tmp_path, capsys, command):
    assert run(["model", command, "--model", str(tmp_path / "tidak-ada")]) == 6
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'tidak-ada'}: ")
    assert model.calls == []


SENTENCE = "Bupati Wajo, Andi Nurhayati, meminta Dinas Sosial mendata panti paling lambat 20 Maret 2025."


def test_explain_takes_a_sentence_with_and_without_quotation_marks(capsys):
    assert run(["model", "explain", SENTENCE]) == 0
    quoted = capsys.readouterr().out
    assert run(["model", "explain", *SENTENCE.split()]) == 0
    assert capsys.readouterr().out == quoted


def test_explain_says_step_by_step_what_was_done_and_where_the_rule_stands(capsys):
    assert run(["model", "explain", SENTENCE]) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    headings = [line for line in lines if not line.startswith(" ")]
    assert headings[:4] == ["Baris", "Kalimat", "Tanggal dan jam", "Nama, jabatan, lembaga, wilayah, jumlah"]
    assert headings[-3:] == ["Pemegang jabatan", "Pernyataan", "Tindak lanjut"]
    at = lines.index("  OFFICE [Bupati Wajo] 0-11")
    assert lines[at + 1].startswith("      office.ruler, rules/40_offices.yml:")
    assert any(line.startswith("  kalah: PLACE [Wajo], tempatnya milik OFFICE [Bupati Wajo]") for line in lines)
    assert "      pelaku: Dinas Sosial, disebut sesudah isyarat" in lines
    assert max(map(len, lines)) <= 100


def test_explain_speaks_english_too(capsys):
    assert run(["--lang", "en", "model", "explain", SENTENCE]) == 0
    out = capsys.readouterr().out
    assert "Holders of offices\n  Andi Nurhayati = Bupati Wajo\n" in out
    assert "deadline: [paling lambat 20 Maret 2025] = 2025-03-20, written in full" in " ".join(out.split())


def test_tidy_names_the_files_that_it_changed(model, folder, capsys):
    model.untidy = [folder / "lexicon" / "titles.csv"]
    assert run(["model", "tidy", "--model", str(folder)]) == 0
    assert capsys.readouterr().out == f"dirapikan: {folder / 'lexicon' / 'titles.csv'}\n"
    assert model.calls == [False]


def test_tidy_of_tidy_lists_says_so(model, folder, capsys):
    assert run(["model", "tidy", "--model", str(folder)]) == 0
    assert capsys.readouterr().err == f"Model {folder}: semua daftar sudah rapi.\n"


def test_tidy_check_changes_nothing_and_fails_where_something_is_untidy(model, folder, capsys):
    model.untidy = [folder / "lexicon" / "titles.csv"]
    assert run(["model", "tidy", "--check", "--model", str(folder)]) == 6
    printed = capsys.readouterr()
    assert printed.out == f"belum rapi: {folder / 'lexicon' / 'titles.csv'}\n"
    assert printed.err.endswith("1 daftar belum rapi. Jalankan perintah yang sama tanpa --check.\n")
    assert model.calls == [True]


def test_tidy_touches_nothing_where_it_may_not_write(model, folder, monkeypatch, capsys):
    locked = folder / "lexicon" / "titles.csv"
    monkeypatch.setattr(os, "access", lambda path, mode: path != locked)
    assert run(["model", "tidy", "--model", str(folder)]) == 5
    assert capsys.readouterr().err.startswith(f"{locked}: ")
    assert model.calls == []
    assert run(["model", "tidy", "--check", "--model", str(folder)]) == 0
