"""Help in both languages, complete, and inside the width of the terminal."""

import re

import pytest
import typer

from minutes_miner.archive.errors import ArchiveError
from minutes_miner.cli import main as program
from minutes_miner.cli.texts import TEXTS
from minutes_miner.errors import (
    InputError,
    MinutesMinerError,
    ModelError,
    TargetUnwritable,
    UsageError,
)

GROUPS = ([], ["model"], ["archive"])
COMMANDS = (
    *([command.__name__.rstrip("_")] for command in program.COMMANDS),
    *(["model", command.__name__.rstrip("_")] for command in program.MODEL_COMMANDS),
    *(["archive", command.__name__.rstrip("_")] for command in program.ARCHIVE_COMMANDS),
)


def shown(capsys, *arguments):
    assert program.run([*arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("words", [*GROUPS, *COMMANDS], ids=" ".join)
def test_every_page_is_in_one_language_and_fits_the_terminal(monkeypatch, capsys, words, lang):
    monkeypatch.setenv("COLUMNS", "80")
    page = shown(capsys, *words, "--help", "--lang", lang)
    assert page.startswith({"id": "Cara pakai: minutes-miner", "en": "Usage: minutes-miner"}[lang])
    assert "--lang id|en" in page
    options_and_prose = page.split(TEXTS[lang]["help.examples_heading"] + ":")[0]
    assert max(map(len, options_and_prose.splitlines())) <= 80
    assert re.search(r"\boption\.|\.about|\{", page) is None


def test_lang_may_stand_anywhere(capsys):
    pages = {
        shown(capsys, *arguments)
        for arguments in (["--lang", "en", "mine", "--help"], ["mine", "--lang=en", "--help"], ["mine", "--help", "--lang", "en"])
    }
    assert len(pages) == 1


def test_a_group_alone_shows_its_help(capsys):
    assert shown(capsys) == shown(capsys, "--help")
    assert shown(capsys, "model") == shown(capsys, "model", "--help")


def test_every_option_of_every_command_is_described(capsys):
    application = typer.main.get_command(program.application())
    for words in COMMANDS:
        command = application
        for word in words:
            command = command.commands[word]
        page = shown(capsys, *words, "--help")
        for param in command.params:
            assert (param.opts[0] if param.param_type_name == "option" else param.metavar) in page


def test_every_text_is_used():
    """A text that no command shows is one that somebody forgot to delete."""
    names = [".".join(words) or "app" for words in (*GROUPS, *COMMANDS)]
    options = {key for key in TEXTS["id"] if key.startswith("option.")}
    source = "".join(path.read_text(encoding="utf-8") for path in package_files())
    for key in options:
        assert key in {"option.lang", "option.help"} or f'"{key}"' in source, key
    pages = {key.rpartition(".")[0] for key in TEXTS["id"] if key.endswith((".about", ".brief"))}
    assert pages == set(names)


def package_files():
    from pathlib import Path

    return Path(program.__file__).parent.glob("*.py")


def test_the_exit_codes_are_those_of_the_errors(capsys):
    page = shown(capsys, "--help")
    listed = {int(code) for code in re.findall(r"^  (\d+)  ", page, flags=re.MULTILINE)}
    raised = {error.exit_code for error in (MinutesMinerError, InputError, ModelError, TargetUnwritable, UsageError, ArchiveError)}
    assert listed == raised | {0, 4, 130}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_endings_that_help_names_are_those_that_can_be_written(capsys, lang):
    from minutes_miner.outputs.writing import OUTPUTS

    page = shown(capsys, "mine", "--help", "--lang", lang)
    about = page.split("\n\n")[1]
    assert set(re.findall(r"(?<=\s)\.[a-z]+", about)) == {suffix for suffix, _ in OUTPUTS}
