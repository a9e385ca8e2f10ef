"""What the documents say is so: commands run, code runs, files are there, and nothing is left unsaid."""

from __future__ import annotations

import importlib
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

import minutes_miner
from minutes_miner import errors
from minutes_miner.cli import main as program
from minutes_miner.documents.formats import FORMATS
from minutes_miner.outputs.tables import tables
from minutes_miner.outputs.writing import OUTPUTS

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md")
EXECUTED = ("README.md", "ARCHITECTURE.md")
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|#)(?P<target>[^)#\s]+)")
CELL = re.compile(r"^\| `(?P<command>minutes-miner [^`]+)` \|", re.MULTILINE)
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
COMMANDS = (
    *(command.__name__.rstrip("_") for command in program.COMMANDS),
    *(f"model {command.__name__}" for command in program.MODEL_COMMANDS),
    *(f"archive {command.__name__}" for command in program.ARCHIVE_COMMANDS),
)


def text_of(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def commands_in(text: str) -> Iterator[str]:
    """The commands in fences, also behind `&&`, and in the first cells of tables."""
    for fence in FENCE.finditer(text):
        for line in fence["body"].splitlines():
            yield from (part.strip() for part in line.split("&&") if part.strip().startswith("minutes-miner "))
    yield from (cell["command"] for cell in CELL.finditer(text))


def tree_of(text: str) -> Iterator[Path]:
    """The files and folders that the tree names, by their indentation."""
    (tree,) = [fence["body"] for fence in FENCE.finditer(text) if fence["body"].startswith("minutes_miner/\n")]
    above: list[str] = []
    for line in tree.splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        above = [*above[:depth], line.split()[0]]
        yield Path(*above)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples and the models, as a user has it."""
    folder = tmp_path_factory.mktemp("kerja")
    for part in ("samples", "models"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


@pytest.mark.parametrize(
    ("document", "command"),
    [(document, command) for document in EXECUTED for command in dict.fromkeys(commands_in(text_of(document)))],
)
def test_a_command_runs(document: str, command: str, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace)
    assert program.run(shlex.split(command)[1:]) == 0


@pytest.mark.parametrize("document", EXECUTED)
def test_python_runs(document: str, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace)
    for fence in FENCE.finditer(text_of(document)):
        if fence["language"] == "python":
            exec(compile(fence["body"], document, "exec"), {})


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"minutes-miner {command}\b", README)


@pytest.mark.parametrize("line", ["pip install . && minutes-miner mine samples --to hasil.xlsx", 'pip install -e ".[dev]" && pytest'])
def test_the_two_commands_of_the_readme(line: str) -> None:
    assert line in [each for fence in FENCE.finditer(README) for each in fence["body"].splitlines()]


def test_the_readme_names_every_public_function() -> None:
    for name in set(minutes_miner.__all__) - {"__version__"}:
        assert re.search(rf"\b{name}\(", README), name


def test_the_readme_names_every_format_output_and_sheet() -> None:
    for suffix in (*(suffix for format in FORMATS for suffix in format.suffixes), *(suffix for suffix, _ in OUTPUTS)):
        assert f"`{suffix}`" in README, suffix
    for table in tables([]):
        assert f"| {table.title} |" in README, table.title


def test_the_readme_has_every_exit_code_of_the_program() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    assert errors.__doc__ is not None
    (promised,) = re.findall(r"Exit codes of the command line: (.+?)\.$", errors.__doc__, re.MULTILINE | re.DOTALL)
    assert told == {int(code) for code in re.findall(r"\b\d+\b", promised)}
    assert told >= {error.exit_code for error in every_error(errors.MinutesMinerError)}


def every_error(error: type[errors.MinutesMinerError]) -> Iterator[type[errors.MinutesMinerError]]:
    yield error
    for narrower in error.__subclasses__():
        yield from every_error(narrower)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    missing = [link["target"] for link in LINK.finditer(text_of(document)) if not (ROOT / unquote(link["target"])).exists()]
    assert not missing


def test_the_picture_is_small_enough_for_a_page() -> None:
    pictures = list((ROOT / "docs").glob("*.png"))
    assert [picture.name for picture in pictures] == ["tindak-lanjut.png"]
    assert pictures[0].stat().st_size < 300_000


def test_what_the_tree_names_is_there() -> None:
    missing = [str(path) for path in tree_of(ARCHITECTURE) if not (ROOT / path).exists()]
    assert not missing


def test_every_module_is_in_the_tree() -> None:
    there = {path.relative_to(ROOT) for path in (ROOT / "minutes_miner").rglob("*.py")}
    unnamed = there - set(tree_of(ARCHITECTURE))
    assert not unnamed


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`([\w/.]+/[\w.]+\.(?:py|md|rst|yml|toml))`", ARCHITECTURE))))
def test_a_file_that_the_text_names_is_there(path: str) -> None:
    assert any((folder / path).exists() for folder in (ROOT, ROOT / "minutes_miner"))


def test_the_lists_to_add_a_line_to_are_where_they_are_said_to_be() -> None:
    for name, path in re.findall(r"`([A-Z]+|to_json)` in `([\w/]+)\.py`", ARCHITECTURE):
        assert hasattr(importlib.import_module(f"minutes_miner.{path.replace('/', '.')}"), name)


def test_the_examples_in_docstrings_run_with_the_tests() -> None:
    settings = tomllib.loads(text_of("pyproject.toml"))["tool"]["pytest"]["ini_options"]
    assert "minutes_miner" in settings["testpaths"]
    assert "--doctest-modules" in settings["addopts"].split()


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## [{minutes_miner.__version__}]" in text_of("CHANGELOG.md")
