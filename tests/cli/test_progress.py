"""A bar where somebody watches, nothing where nobody does."""

import io
import os
import sys

import pytest

from minutes_miner.cli.progress import NAME_WIDTH, Bar, shortened


class Terminal(io.StringIO):
    def isatty(self):
        return True


def watch(monkeypatch):
    """A terminal for standard error; not a fixture, because pytest puts its own streams back between set-up and test."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def run_a_bar(**options):
    with Bar("Mengolah", **options) as bar:
        bar.advance(1, 2, "folder/[bold]rapat\x1b.txt")
        bar.tell("rapat[1].txt: rusak")
        bar.advance(2, 2, "b.txt")


def test_in_a_pipe_there_is_no_bar(capsys):
    run_a_bar()
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "rapat[1].txt: rusak\n")


def test_on_a_terminal_it_shows_count_and_name_and_goes_away(monkeypatch):
    terminal = watch(monkeypatch)
    run_a_bar()
    drawn = terminal.getvalue()
    assert "Mengolah" in drawn
    assert "2/2" in drawn
    assert "rapat[1].txt: rusak\n" in drawn
    assert drawn.endswith(("\x1b[2K", "\x1b[?25h"))


def test_names_are_text_and_neither_markup_nor_control(monkeypatch):
    terminal = watch(monkeypatch)
    with Bar("Mengolah") as bar:
        bar.advance(1, 2, "[bold]rapat\x1b.txt")
    assert "[bold]rapat\\x1b.txt" in terminal.getvalue()


@pytest.mark.parametrize(("beside_results", "drawn"), [(True, False), (False, True)])
def test_beside_results_on_the_same_terminal_it_stays_away(monkeypatch, beside_results, drawn):
    terminal = watch(monkeypatch)
    monkeypatch.setattr(sys, "stdout", Terminal())
    run_a_bar(beside_results=beside_results)
    assert ("Mengolah" in terminal.getvalue()) == drawn
    assert "rapat[1].txt: rusak\n" in terminal.getvalue()


def test_before_a_pipe_it_stays_away(monkeypatch):
    terminal = watch(monkeypatch)
    reader, writer = os.pipe()
    with open(reader), open(writer, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        run_a_bar()
    assert terminal.getvalue() == "rapat[1].txt: rusak\n"


def test_a_long_name_keeps_its_end():
    name = shortened("arsip/" * 20 + "rapat-maret.pdf")
    assert len(name) == NAME_WIDTH
    assert name.startswith("…")
    assert name.endswith("rapat-maret.pdf")
    assert shortened("rapat.pdf") == "rapat.pdf"


def test_results_do_not_go_where_the_bar_is(monkeypatch):
    terminal = watch(monkeypatch)
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    with Bar("Mengolah", beside_results=True):
        print("hasil")
    assert out.getvalue() == "hasil\n"
    assert "Mengolah" in terminal.getvalue()
    assert "hasil" not in terminal.getvalue()
