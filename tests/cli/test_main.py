"""Whatever happens ends in an exit code of the table and, at most, one sentence."""

import os
import signal
import subprocess
import sys

import pytest

from minutes_miner.cli import main as program
from minutes_miner.errors import ModelError

HEAVY = ("spacy", "numpy", "pandas", "sklearn", "openpyxl", "rich", "docx", "pikepdf", "pypdfium2", "yaml", "lxml")


def python(code, **options):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, **options)


@pytest.mark.parametrize(
    "arguments", [["--help"], ["mine", "--help"], ["model", "check", "--help"], ["--version"], [], ["mien"], ["mine", "--jobs", "0", "a"]]
)
def test_what_needs_no_library_loads_none(arguments):
    code = f"""
import sys
from minutes_miner.cli.main import run
run({arguments!r})
loaded = sorted(set({HEAVY!r}) & set(sys.modules))
sys.exit(str(loaded) if loaded else 0)
"""
    done = python(code)
    assert done.returncode == 0, done.stderr


def test_an_error_of_the_library_is_its_sentence_and_its_code(library, monkeypatch, capsys):
    def broken(*args, **options):
        raise ModelError("rules/mentions.yml:12", fault="the list 'gelar' is unknown", remedy="Use the name of a file in lexicon")

    monkeypatch.setattr(sys.modules["minutes_miner.miner"], "mine_paths", broken)
    assert program.run(["mine", "a.txt", "--lang", "en"]) == 6
    assert capsys.readouterr().err == "rules/mentions.yml:12: the list 'gelar' is unknown. Use the name of a file in lexicon.\n"


@pytest.mark.parametrize("debug", [False, True])
def test_the_unforeseen_is_a_request_to_report_it(library, monkeypatch, capsys, debug):
    def broken(*args, **options):
        raise ZeroDivisionError("pembagian {dengan} nol")

    monkeypatch.setattr(sys.modules["minutes_miner.miner"], "mine_paths", broken)
    monkeypatch.setenv("MINUTES_MINER_DEBUG", "1" if debug else "0")
    assert program.run(["mine", "a.txt"]) == 1
    said = capsys.readouterr().err
    assert "ZeroDivisionError: pembagian {dengan} nol" in said
    assert "laporkan" in said
    assert ("Traceback" in said) == debug


def test_ctrl_c_is_130_without_a_traceback(library, capsys):
    library.stop_after = 0
    assert program.run(["mine", "a.txt"]) == 130
    assert capsys.readouterr().err == "Dihentikan.\n"


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_ctrl_c_of_the_system_is_130():
    code = """
import os, signal, sys
from types import ModuleType
miner = ModuleType("minutes_miner.miner")
def mine_paths(*args, **options):
    os.kill(os.getpid(), signal.SIGINT)
    yield
miner.mine_paths = mine_paths
sys.modules["minutes_miner.miner"] = miner
from minutes_miner.cli.main import main
main(["mine", "a.txt", "--format", "jsonl", "--lang", "en"])
"""
    done = python(code, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Stopped.\n")


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
@pytest.mark.parametrize("format", ["text", "jsonl"])
def test_a_closed_pipe_ends_quietly(tmp_path, format):
    (tmp_path / "rapat.txt").write_text("Dinas Sosial akan mendata LKSA.\n" * 20_000, encoding="utf-8")
    code = f"from minutes_miner.cli.main import main; main(['read', {str(tmp_path)!r}, '--format', {format!r}])"
    reader, writer = os.pipe()
    process = subprocess.Popen([sys.executable, "-c", code], stdout=writer, stderr=subprocess.PIPE, text=True)
    os.close(writer)
    os.read(reader, 10)
    os.close(reader)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, "")


def test_the_language_of_the_environment(monkeypatch, capsys):
    monkeypatch.setenv("MINUTES_MINER_LANG", "en")
    assert program.run(["mien"]) == 2
    assert capsys.readouterr().err.startswith("minutes-miner: the command mien is not known.")
    monkeypatch.setenv("MINUTES_MINER_LANG", "jv")
    assert program.run(["--help"]) == 2
    assert capsys.readouterr().err == "MINUTES_MINER_LANG: nilai jv tidak dikenal. Pakai salah satu dari id, en.\n"


def test_version(capsys):
    assert program.run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("minutes-miner ")


def test_main_leaves_with_the_exit_code():
    with pytest.raises(SystemExit) as left:
        program.main(["mien"])
    assert left.value.code == 2
